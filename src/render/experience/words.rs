//! The short words of the experience: headings, what stands alone in a cell, and what each rule says.

use crate::experience::rule::Rule;

labels! {
    /// What stands above a column or a section, or alone in a cell.
    pub enum Heading {
        /// The roster (岗位安排表).
        Roster: "岗位安排表", "Roster";
        /// Column: the day.
        Date: "日期", "Date";
        /// Column: from when to when.
        Hours: "时间", "Hours";
        /// Column: day and hours, one above the other.
        When: "日期\n时间", "Date\nHours";
        /// Column: the host unit.
        Unit: "体验单位", "Unit";
        /// Column: the post.
        Post: "体验岗位", "Post";
        /// Column: unit and post, one above the other.
        Where: "体验单位\n体验岗位", "Unit\nPost";
        /// Column: the ambassador.
        Ambassador: "初心体验大使", "Ambassador";
        /// Column: who guides.
        Mentor: "带教老师", "Mentor";
        /// Column: which wish came true.
        Wish: "志愿", "Wish";
        /// Column: how far it is.
        Way: "路程", "Distance";
        /// Column: wish and way, one above the other.
        WishAndWay: "志愿\n路程", "Wish\nDistance";
        /// Who is not placed.
        Unplaced: "待安排", "Not placed";
        /// Needs that are not met.
        Shortages: "空岗", "Needs not met";
        /// Wishes of those who are placed and have none of theirs.
        Unfulfilled: "志愿都没排上", "None of their wishes";
        /// Seats left at sessions that run.
        FreeSeats: "还有空位的场次", "Sessions with free seats";
        /// Groups that would have liked to go together.
        ApartAfterAll: "没能同去的同伴", "Could not go together";
        /// What to know about a post.
        ToKnow: "报到须知", "Good to know";
        /// The lecture.
        Lecture: "初心讲堂", "Lecture";
        /// The office.
        Office: "联系方式", "Contact";
        /// In a cell: the post was not wished for.
        NotWished: "未填报", "not wished";
        /// In a cell: a place is unknown.
        UnknownWay: "-", "-";
        /// In the place of a roster: nobody is placed.
        NobodyPlaced: "没有安排任何人。", "Nobody is placed.";
        /// In a cell: nobody is named.
        Nobody: "-", "-";
    }
}

labels! {
    impl Rule {
        OwnUnit: "不去自己的单位体验", "nobody is posted at the own employer";
        NotAgain: "不重复往期体验过的岗位", "nobody repeats a post of an earlier campaign";
        Qualified: "要有岗位要求的证件", "the qualifications that a post requires are held";
        WithinDistance: "路程不超过上限", "nobody goes farther than the limit";
        Banned: "避开写明回避的岗位", "bans are kept";
        UnitOpen: "单位当天要接待", "the unit is open that day";
        Available: "大使当天要有空", "the ambassador can come that day";
        Seats: "每场不超过席位", "a session has no more people than seats";
        Quorum: "每场不少于最少人数，不然就不开", "a session has enough people, or none";
        OnePlaceAtATime: "同一时间只在一处", "nobody is at two places at a time";
        DaysLimit: "不超过本人的体验次数上限", "nobody has more sessions than the own limit";
        RestDays: "两次体验之间隔够天数", "enough days of rest lie between two sessions";
        OncePerPost: "同一岗位只去一次", "nobody is at one post twice";
        UnitDailyLimit: "单位一天接待的人数有上限", "a unit has no more visitors a day than its limit";
        MentorLimit: "带教老师同时带的人数有上限", "a mentor guides no more people at a time than the limit";
        UnwishedLimit: "填了志愿的，未填报的岗位至多去限定次数", "whoever has wishes goes elsewhere only within the limit";
        Pinned: "固定安排要落实", "pins are kept";
        Together: "结伴的同去同不去", "those who must go together do";
        Apart: "要分开的不在同一场", "those who must be apart are";
    }
}
