//! The words of the letters.

use crate::{
    domain::Language,
    render::wording::{Phrase, list, measure, quoted},
};
use chrono::{Datelike, NaiveDate};

labels! {
    /// A heading of the letter, or of a column of its table.
    pub enum Heading {
        /// What such a letter is, above the pages behind the first.
        Title: "接待函", "Letter to the host";
        /// The same where nobody comes.
        Short: "公函", "Letter";
        /// The title of one to a unit to which somebody comes.
        OfHosting: "关于接待初心体验大使的函", "Letter to the host";
        /// The title of one to a unit that lends posts and to which nobody comes, or nobody more.
        OfPosts: "关于体验岗位安排情况的函", "Letter on your posts";
        /// The title of one to a unit that has the Thursday Action alone.
        OfThursdays: "关于开展周四行动主题活动的函", "Letter on the Thursday Action";
        /// The title of one to a unit that has left.
        OfLeaving: "关于贵单位退出后有关安排的函", "Letter on your leaving";
        /// Above what has changed since an earlier letter.
        Changed: "较此前告知的安排有以下调整", "Since an earlier letter this has changed";
        /// Above what is over.
        Before: "此前的接待安排", "What was before";
        /// Above what to prepare.
        Prepare: "请贵单位协助事项", "Please prepare";
        /// Above the lecture.
        Lecture: "初心讲堂", "Lecture";
        /// Above the Thursday Action.
        Action: "周四行动", "Thursday Action";
        /// Column: day and hours.
        When: "日期和时间", "When";
        /// Column: the post.
        Post: "体验岗位", "Post";
        /// Column: who comes, and from where.
        Who: "体验大使", "Who";
        /// Column: who guides.
        Mentor: "带教老师", "Mentor";
        /// Column: where to come to.
        Meet: "集合地点", "Meet at";
    }
}

/// Whether what is required can be looked at, as a certificate can; a condition such as an age is none.
pub(super) fn is_paper(required: &str) -> bool {
    const ENDINGS: [&str; 9] =
        ["证", "证书", "证明", "执照", "报告", "certificate", "licence", "license", "permit"];
    let required = required.trim().to_lowercase();
    ENDINGS.iter().any(|ending| required.ends_with(ending))
}

/// A sentence of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// To whom.
    Dear(String),
    /// A session that is over.
    Was {
        /// The day and the hours.
        day: String,
        /// The post.
        post: String,
        /// Who came.
        people: String,
    },
    /// The mentors are to be there.
    Mentors(Vec<String>),
    /// Somebody is to be there, where no mentor is named.
    Somebody,
    /// Who at a post must show what.
    Check {
        /// Those who come.
        people: Vec<String>,
        /// What is required.
        papers: Vec<String>,
    },
    /// What was required of those at a post, and is no paper.
    Fulfilled(Vec<String>),
    /// What those at a post, or all, were asked to bring.
    Bring(Vec<String>),
    /// Where everybody gathers first.
    Gather(String),
    /// What the unit alone is told, of a post or a person.
    Heed(String),
    /// What the ambassadors were told.
    Told(String),
    /// Something that stands for itself.
    Sentence(String),
    /// To sign in, and the reflection.
    SignIn,
    /// What to do where something changes.
    Change(Option<String>),
    /// With whom the unit is paired.
    Paired {
        /// The neighbourhood.
        neighbourhood: String,
        /// How far, where it is known.
        way: Option<String>,
        /// Address and room; empty where nothing is said of them.
        place: String,
    },
    /// With whom the unit is paired no longer from a day on.
    Parted {
        /// The neighbourhood.
        neighbourhood: String,
        /// The first day.
        since: NaiveDate,
    },
    /// What was held and is over.
    Held(Vec<String>),
    /// Something that is held.
    Event {
        /// When.
        date: NaiveDate,
        /// What about.
        theme: String,
        /// Whether it is not on the usual Thursday.
        is_moved: bool,
    },
    /// Thanks.
    Thanks,
    /// The day on which the letter is issued, or room to write it.
    Issued(Option<NaiveDate>),
}

impl Phrase for Part {
    fn zh(&self) -> String {
        match self {
            Self::Dear(unit) => format!("{unit}："),
            Self::Was { day, post, people } => format!("{day}，{}：{people}", quoted(post)),
            Self::Mentors(mentors) => {
                format!("请{}提前到集合地点迎候，并全程带教。", list(Language::Zh, mentors))
            }
            Self::Somebody => "请安排一位带教老师提前到集合地点迎候，并全程带教。".into(),
            Self::Check { people, papers } => {
                format!("请查验{}的{}", list(Language::Zh, people), list(Language::Zh, papers))
            }
            Self::Fulfilled(conditions) => {
                format!("岗位要求{}，所安排的体验大使按报名信息均符合", list(Language::Zh, conditions))
            }
            Self::Bring(things) => format!("已请体验大使携带{}", list(Language::Zh, things)),
            Self::Gather(place) => format!("体验大使当天统一集合地点：{place}"),
            Self::Heed(note) => format!("请留意{}", quoted(note)),
            Self::Told(note) => format!("已告知体验大使{}", quoted(note)),
            Self::Sentence(said) => format!("{said}。"),
            Self::SignIn => {
                "请组织体验大使当天在签到表上签名；体验结束时，请预留几分钟，供体验大使写下初心感悟。".into()
            }
            Self::Change(Some(office)) => format!("如有变动，请尽早与我们联系：{office}。"),
            Self::Change(None) => "如有变动，请尽早与我们联系。".into(),
            Self::Paired { neighbourhood, way, place } => {
                let way = way.as_ref().map(|way| format!("，直线距离 {way}")).unwrap_or_default();
                let place =
                    if place.is_empty() { String::new() } else { format!("，活动地点：{place}") };
                format!("贵单位与{neighbourhood}结对{way}{place}。")
            }
            Self::Parted { neighbourhood, since } => {
                format!("贵单位与{neighbourhood}的结对自{}起终止。", measure::full_date(Language::Zh, *since))
            }
            Self::Held(events) => format!("此前的活动：{}。", events.join("、")),
            Self::Event { date, theme, is_moved } => {
                let moved = if *is_moved { "（改期）" } else { "" };
                format!("{}月{}日{moved} {theme}", date.month(), date.day())
            }
            Self::Thanks => "特此函告，谨致谢意。".into(),
            Self::Issued(Some(day)) => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
            Self::Issued(None) => "______年____月____日".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Dear(unit) => format!("To {unit}"),
            Self::Was { day, post, people } => format!("{day}, {post}: {people}"),
            Self::Mentors(mentors) => format!(
                "{} should be at the meeting point early and guide the guests all day.",
                list(Language::En, mentors)
            ),
            Self::Somebody => "A mentor should be at the meeting point early.".into(),
            Self::Check { people, papers } => {
                format!("please ask {} for {}", list(Language::En, people), list(Language::En, papers))
            }
            Self::Fulfilled(conditions) => {
                format!("wanted: {}; as they signed up, the guests are so", list(Language::En, conditions))
            }
            Self::Bring(things) => format!("the guests were asked to bring {}", list(Language::En, things)),
            Self::Gather(place) => format!("on the day everybody meets first: {place}"),
            Self::Heed(note) => format!("please note {}", quoted(note)),
            Self::Told(note) => format!("the guests were told {}", quoted(note)),
            Self::Sentence(said) => format!("{}.", capitalized(said)),
            Self::SignIn => {
                "Guests sign the sign-in sheet, and need a few minutes at the end to write down what they take \
                 with them."
                    .into()
            }
            Self::Change(Some(office)) => format!("Should anything change, please tell us early: {office}."),
            Self::Change(None) => "Should anything change, please tell us early.".into(),
            Self::Paired { neighbourhood, way, place } => {
                let way = way.as_ref().map(|way| format!(", {way} away")).unwrap_or_default();
                let place = if place.is_empty() { String::new() } else { format!(": {place}") };
                format!("You are paired with {neighbourhood}{way}{place}.")
            }
            Self::Parted { neighbourhood, since } => format!(
                "From {} on you are no longer paired with {neighbourhood}.",
                measure::full_date(Language::En, *since)
            ),
            Self::Held(events) => format!("What was held: {}.", events.join(", ")),
            Self::Event { date, theme, is_moved } => {
                let moved = if *is_moved { " (moved)" } else { "" };
                format!("{}{moved} {theme}", date.format("%-d %b"))
            }
            Self::Thanks => "With many thanks".into(),
            Self::Issued(Some(day)) => day.format("%-d %B %Y").to_string(),
            Self::Issued(None) => "Date: ____________".into(),
        }
    }
}

fn capitalized(said: &str) -> String {
    let mut letters = said.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
