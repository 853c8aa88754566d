//! Headings of tables and sections, and the short words in their cells.

use crate::render::wording::Phrase;

/// What stands above a column or a section, or alone in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The roster (岗位安排表).
    Roster,
    /// Column: the day.
    Date,
    /// Column: from when to when.
    Hours,
    /// Column: day and hours, one above the other.
    When,
    /// Column: the host unit.
    Unit,
    /// Column: the post.
    Post,
    /// Column: unit and post, one above the other.
    Where,
    /// Column: the ambassador.
    Ambassador,
    /// Column: who guides.
    Mentor,
    /// Column: which wish came true.
    Wish,
    /// Column: how far it is.
    Way,
    /// Column: wish and way, one above the other.
    WishAndWay,
    /// The levels, most important first.
    Levels,
    /// Column: the level's name.
    Level,
    /// Column: what the level counts.
    Counts,
    /// Column: the value reached.
    Value,
    /// Column: what is proved of it.
    Proof,
    /// Who is not placed.
    Unplaced,
    /// Needs that are not met.
    Shortages,
    /// Wishes of those who are placed and have none of theirs.
    Unfulfilled,
    /// Seats left at sessions that run.
    FreeSeats,
    /// Groups that would have liked to go together.
    ApartAfterAll,
    /// What to know about a post.
    ToKnow,
    /// The lecture.
    Lecture,
    /// The office.
    Office,
    /// In a cell: the post was not wished for.
    NotWished,
    /// In a cell: a place is unknown.
    UnknownWay,
    /// In the place of a roster: nobody is placed.
    NobodyPlaced,
    /// In a cell: nobody is named.
    Nobody,
}

impl Phrase for Heading {
    fn zh(&self) -> String {
        match self {
            Self::Roster => "岗位安排表",
            Self::Date => "日期",
            Self::Hours => "时间",
            Self::When => "日期\n时间",
            Self::Unit => "体验单位",
            Self::Post => "体验岗位",
            Self::Where => "体验单位\n体验岗位",
            Self::Ambassador => "初心体验大使",
            Self::Mentor => "带教老师",
            Self::Wish => "志愿",
            Self::Way => "路程",
            Self::WishAndWay => "志愿\n路程",
            Self::Levels => "逐项结果（排在前面的先顾）",
            Self::Level => "项目",
            Self::Counts => "算的是什么",
            Self::Value => "结果",
            Self::Proof => "证明",
            Self::Unplaced => "待安排",
            Self::Shortages => "空岗",
            Self::Unfulfilled => "志愿都没排上",
            Self::FreeSeats => "还有空位的场次",
            Self::ApartAfterAll => "没能同去的同伴",
            Self::ToKnow => "报到须知",
            Self::Lecture => "初心讲堂",
            Self::Office => "联系方式",
            Self::NotWished => "未填报",
            Self::NobodyPlaced => "没有安排任何人。",
            Self::UnknownWay | Self::Nobody => "-",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::Roster => "Roster",
            Self::Date => "Date",
            Self::Hours => "Hours",
            Self::When => "Date\nHours",
            Self::Unit => "Unit",
            Self::Post => "Post",
            Self::Where => "Unit\nPost",
            Self::Ambassador => "Ambassador",
            Self::Mentor => "Mentor",
            Self::Wish => "Wish",
            Self::Way => "Distance",
            Self::WishAndWay => "Wish\nDistance",
            Self::Levels => "Level by level, the most important first",
            Self::Level => "Level",
            Self::Counts => "What is counted",
            Self::Value => "Reached",
            Self::Proof => "Proof",
            Self::Unplaced => "Not placed",
            Self::Shortages => "Needs not met",
            Self::Unfulfilled => "None of their wishes",
            Self::FreeSeats => "Sessions with free seats",
            Self::ApartAfterAll => "Could not go together",
            Self::ToKnow => "Good to know",
            Self::Lecture => "Lecture",
            Self::Office => "Contact",
            Self::NotWished => "not wished",
            Self::NobodyPlaced => "Nobody is placed.",
            Self::UnknownWay | Self::Nobody => "-",
        }
        .into()
    }
}
