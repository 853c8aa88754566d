//! The words of messages and of entries in calendars, around the facts, but for what messages begin with.

use crate::{
    domain::Language,
    render::wording::{Phrase, measure},
};

/// One line of a message, or one entry's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Above what stays all the same.
    Stays,
    /// Above what is over.
    Before,
    /// Above what holds after a change.
    Now,
    /// Nothing is left for a unit or a neighbourhood.
    NothingLeft,
    /// Above what has changed on a day.
    DayChanged,
    /// Above the posts of a unit.
    Visits,
    /// Above the events of a unit.
    Events,
    /// What a unit to which nobody comes any more is asked to do.
    TellMentorsOfNobody,
    /// The last sentence to a unit to which people come.
    PleaseTellMentors,
    /// Above everything of one day.
    Day {
        /// The campaign.
        campaign: String,
        /// The day.
        date: String,
    },
    /// A day and its hours.
    When {
        /// The day.
        date: String,
        /// From when to when.
        hours: String,
    },
    /// A post of a unit, or a theme at a neighbourhood.
    Of {
        /// The unit, or the pair.
        whose: String,
        /// The post, or the theme.
        what: String,
    },
    /// Something with its label.
    Fact {
        /// The label.
        label: String,
        /// What.
        value: String,
    },
    /// The way to a post in metres as the crow flies.
    Way(i64),
    /// The lecture.
    Lecture(String),
    /// A day at a post as an entry.
    Experience(String),
    /// An event of the Thursday Action as an entry.
    ThursdayEvent {
        /// What about.
        theme: String,
        /// Who comes.
        unit: String,
        /// To whom.
        neighbourhood: String,
    },
    /// An entry that is taken back, and what it was, where that is known.
    Cancelled(Option<String>),
    /// Above whom a print of the same plan has listed already.
    Listed,
    /// Whom to tell what, and by which files.
    ToTell {
        /// Whom.
        whom: String,
        /// What is new.
        what: Vec<String>,
        /// Every file that is for the reader.
        files: Vec<String>,
    },
}

impl Phrase for Message {
    fn zh(&self) -> String {
        match self {
            Self::Stays => "您的其他安排不变：".into(),
            Self::Before => "此前的安排：".into(),
            Self::Now => "调整后的安排：".into(),
            Self::NothingLeft => "目前没有其他安排。".into(),
            Self::DayChanged => "与调整前相比：".into(),
            Self::Visits => "体验岗位：".into(),
            Self::Events => "周四行动主题活动：".into(),
            Self::TellMentorsOfNobody => "请转告带教老师，上述日期不再安排接待。".into(),
            Self::PleaseTellMentors => "请提前告知带教老师；如时间有变，请尽早与我们联系。".into(),
            Self::Day { campaign, date } => format!("【{campaign}】{date}安排"),
            Self::When { date, hours } => format!("{date}{hours}"),
            Self::Of { whose, what } => format!("{whose}，{what}"),
            Self::Fact { label, value } => format!("{label}：{value}"),
            Self::Way(metres) => format!("直线距离：{}", measure::way(Language::Zh, *metres)),
            Self::Lecture(text) if text.starts_with("初心讲堂") => text.clone(),
            Self::Lecture(text) => format!("初心讲堂：{text}"),
            Self::Experience(what) => format!("初心体验：{what}"),
            Self::ThursdayEvent { theme, unit, neighbourhood } => {
                format!("周四行动：{theme}（{unit}到{neighbourhood}）")
            }
            Self::Cancelled(None) => "已取消".into(),
            Self::Cancelled(Some(what)) => format!("已取消：{what}"),
            Self::Listed => "以下各项在上次打印这份方案时已经列出，通知过的不必再通知：".into(),
            Self::ToTell { whom, what, files } => {
                let what: Vec<&str> = what.iter().map(|one| one.trim_end_matches('。')).collect();
                let first = format!("□ {whom}：{}", what.join("；"));
                let files = files.iter().map(|file| format!("    发送 {file}"));
                std::iter::once(first).chain(files).collect::<Vec<String>>().join("\r\n")
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Stays => "All else stays as it was:".into(),
            Self::Before => "What was before:".into(),
            Self::Now => "What holds now:".into(),
            Self::NothingLeft => "Nothing else is planned at present.".into(),
            Self::DayChanged => "Changed since the plan before:".into(),
            Self::Visits => "Posts:".into(),
            Self::Events => "Thursday Action:".into(),
            Self::TellMentorsOfNobody => "Please tell the mentors that nobody comes on these days.".into(),
            Self::PleaseTellMentors => {
                "Please tell the mentors, and let us know early if anything changes.".into()
            }
            Self::Day { campaign, date } => format!("{campaign}: {date}"),
            Self::When { date, hours } => format!("{date}, {hours}"),
            Self::Of { whose, what } => format!("{whose}, {what}"),
            Self::Fact { label, value } => format!("{label}: {value}"),
            Self::Way(metres) => format!("As the crow flies: {}", measure::way(Language::En, *metres)),
            Self::Lecture(text) => format!("Lecture: {text}"),
            Self::Experience(what) => format!("Original Heart Experience: {what}"),
            Self::ThursdayEvent { theme, unit, neighbourhood } => {
                format!("Thursday Action: {theme} ({unit} at {neighbourhood})")
            }
            Self::Cancelled(None) => "Cancelled".into(),
            Self::Cancelled(Some(what)) => format!("Cancelled: {what}"),
            Self::Listed => {
                "Listed already when this plan was printed before; whoever was told need not be told again:"
                    .into()
            }
            Self::ToTell { whom, what, files } => {
                let what: Vec<&str> = what.iter().map(|one| one.trim_end_matches('.')).collect();
                let first = format!("[ ] {whom}: {}", what.join("; "));
                let files = files.iter().map(|file| format!("    send {file}"));
                std::iter::once(first).chain(files).collect::<Vec<String>>().join("\r\n")
            }
        }
    }
}
