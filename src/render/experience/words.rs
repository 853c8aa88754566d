//! The short words of the experience: headings, and what stands alone in a cell.

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
        Unfulfilled: "志愿均未满足", "None of their wishes";
        /// Seats left at sessions that run.
        FreeSeats: "还有空位的场次", "Sessions with free seats";
        /// Groups that would have liked to go together.
        ApartAfterAll: "未能同去的同伴", "Could not go together";
        /// What to know about a post.
        ToKnow: "报到须知", "Good to know";
        /// The organizer's own remarks on people.
        OwnNotes: "大使备注", "Remarks on ambassadors";
        /// The lecture.
        Lecture: "初心讲堂", "Lecture";
        /// The office.
        Office: "联系方式", "Contact";
        /// In a cell: the post was not wished for.
        NotWished: "统筹安排", "not wished";
        /// In a cell: a place is unknown.
        UnknownWay: "-", "-";
        /// In the place of a roster: nobody is placed.
        NobodyPlaced: "没有安排任何人。", "Nobody is placed.";
        /// In a cell: nobody is named.
        Nobody: "-", "-";
    }
}
