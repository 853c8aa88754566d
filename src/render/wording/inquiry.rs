//! What is said where plans and campaigns are compared.

use crate::{
    domain::Language,
    inquiry::{comparison::Conclusion, moves::MoveKind},
    plan::figures::Figure,
    render::wording::{Phrase, count, measure},
};

/// A heading, a sentence or a word of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inquiry {
    /// Two plans are the same.
    Same,
    /// Two plans differ; how many people are placed otherwise.
    PeopleDiffer(usize),
    /// Heading: by person.
    ByPerson,
    /// Heading: by post.
    ByPost,
    /// Heading: by date.
    ByDate,
    /// Heading: pairings.
    Pairings,
    /// Heading: events.
    Events,
    /// In the stead of a session: none.
    NoSession,
    /// Only the first plan has it.
    Gone(String),
    /// Only the second plan has it.
    New(String),
    /// The two plans were made for campaigns that differ.
    OtherCampaigns,
    /// Heading of a comparison.
    Title,
    /// The first column.
    Base,
    /// Another column; its number, from 1.
    Scenario(usize),
    /// Heading of the figures' column.
    Figure,
    /// The row that says how each campaign ended.
    Ending,
    /// Beside a figure: so much better than in the base.
    Better(String),
    /// So much worse.
    Worse(String),
    /// So much more, which is neither.
    More(String),
    /// So much less.
    Less(String),
    /// Below the figures: what the marks mean.
    Marks,
    /// The same, where something is not proven.
    MarksUnproven,
    /// Heading: who fares otherwise than in the base.
    People(String),
    /// Nobody does.
    NobodyMoves,
    /// Nobody can be compared, because one of the two has no plan.
    NoPlan,
    /// Heading: what a column's file changes.
    Changes(String),
    /// It changes nothing over another file.
    NoBase,
    /// It has errors.
    HasErrors,
    /// A wish that was none.
    NotWished,
    /// Nothing to compare with.
    NothingToCompare,
    /// What to do about it.
    NameScenario,
    /// A campaign is being solved: its position and how many there are.
    Solving(usize, usize),
}

impl Phrase for Inquiry {
    fn zh(&self) -> String {
        match self {
            Self::Same => "两份方案完全一样。".into(),
            Self::PeopleDiffer(0) => "大使的安排一样，周四行动不同。".into(),
            Self::PeopleDiffer(people) => format!("两份方案不同：{people} 人的安排有变。"),
            Self::ByPerson => "按大使".into(),
            Self::ByPost => "按岗位".into(),
            Self::ByDate => "按日期".into(),
            Self::Pairings => "结对".into(),
            Self::Events => "主题活动".into(),
            Self::NoSession => "不安排".into(),
            Self::Gone(what) => format!("取消{what}"),
            Self::New(what) => format!("新增{what}"),
            Self::OtherCampaigns => "两份方案所依据的活动内容不同".into(),
            Self::Title => "方案比选".into(),
            Self::Base => "基准".into(),
            Self::Scenario(number) => format!("方案{number}"),
            Self::Figure => "项目".into(),
            Self::Ending => "结果".into(),
            Self::Better(apart) => format!("好 {apart}"),
            Self::Worse(apart) => format!("差 {apart}"),
            Self::More(apart) => format!("多 {apart}"),
            Self::Less(apart) => format!("少 {apart}"),
            Self::Marks => "括号里是与基准相比好多少、差多少；“—”表示没有这一项。".into(),
            Self::MarksUnproven => "“?”表示还没有证明是最好的。".into(),
            Self::People(column) => format!("{column}：谁的安排有变"),
            Self::NobodyMoves => "没有人的安排有变。".into(),
            Self::NoPlan => "没有方案，无从比较。".into(),
            Self::Changes(column) => format!("{column}：活动文件改了什么"),
            Self::NoBase => "  这份文件没有写 extends，是一份独立的活动文件".into(),
            Self::HasErrors => "  有错误，已另行列出".into(),
            Self::NotWished => "统筹安排".into(),
            Self::NothingToCompare => "没有可以比较的方案".into(),
            Self::NameScenario => "请再写一份比选方案的文件，或用 --set、--without 说明要怎么改".into(),
            Self::Solving(position, all) => format!("正在计算第 {position} 个方案（共 {all} 个）"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Same => "The plans are the same.".into(),
            Self::PeopleDiffer(0) => "Everybody is placed alike; the Thursday Action differs.".into(),
            Self::PeopleDiffer(people) => {
                format!("The plans differ: {} placed otherwise.", count(*people, "person", "people"))
            }
            Self::ByPerson => "By person".into(),
            Self::ByPost => "By post".into(),
            Self::ByDate => "By date".into(),
            Self::Pairings => "Pairings".into(),
            Self::Events => "Events".into(),
            Self::NoSession => "not placed".into(),
            Self::Gone(what) => format!("no longer {what}"),
            Self::New(what) => format!("now {what}"),
            Self::OtherCampaigns => "the two plans were made for campaigns that differ".into(),
            Self::Title => "Side by side".into(),
            Self::Base => "base".into(),
            Self::Scenario(number) => format!("what-if {number}"),
            Self::Figure => "figure".into(),
            Self::Ending => "ended".into(),
            Self::Better(apart) => format!("{apart} better"),
            Self::Worse(apart) => format!("{apart} worse"),
            Self::More(apart) => format!("{apart} more"),
            Self::Less(apart) => format!("{apart} less"),
            Self::Marks => "In brackets: how far from the base. —: there is no such figure.".into(),
            Self::MarksUnproven => "?: not proven best.".into(),
            Self::People(column) => format!("{column}: who is placed otherwise"),
            Self::NobodyMoves => "Nobody is placed otherwise.".into(),
            Self::NoPlan => "There is no plan to compare.".into(),
            Self::Changes(column) => format!("{column}: what the file changes"),
            Self::NoBase => "  a campaign of its own: it extends no other file".into(),
            Self::HasErrors => "  it has errors, which are told apart".into(),
            Self::NotWished => "not wished for".into(),
            Self::NothingToCompare => "nothing to compare with".into(),
            Self::NameScenario => {
                "name a scenario's file too, or say with --set and --without what to vary".into()
            }
            Self::Solving(position, all) => format!("solving campaign {position} of {all}"),
        }
    }
}

impl Phrase for Conclusion {
    fn zh(&self) -> String {
        match self {
            Self::Planned => "有方案".into(),
            Self::Interrupted => "有方案（中途停止）".into(),
            Self::Wrong(errors) => format!("{errors} 处错误"),
            Self::Contradiction => "互相矛盾".into(),
            Self::NothingFound => "没有找到".into(),
            Self::Stopped => "已停止，未计算完".into(),
            Self::Defect => "程序缺陷".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Planned => "a plan".into(),
            Self::Interrupted => "a plan (stopped)".into(),
            Self::Wrong(errors) => count(*errors, "error", "errors"),
            Self::Contradiction => "contradiction".into(),
            Self::NothingFound => "nothing found".into(),
            Self::Stopped => "stopped".into(),
            Self::Defect => "a defect".into(),
        }
    }
}

/// So many people of one kind, above their lines.
impl Phrase for (MoveKind, usize) {
    fn zh(&self) -> String {
        let (kind, people) = self;
        match kind {
            MoveKind::Gains => format!("志愿或场次变好 {people} 人："),
            MoveKind::Loses => format!("志愿或场次变差 {people} 人："),
            MoveKind::Moves => format!("只是换了岗位或日期 {people} 人："),
            MoveKind::Joins => format!("新参加 {people} 人："),
            MoveKind::Leaves => format!("不再参加 {people} 人："),
        }
    }

    fn en(&self) -> String {
        let (kind, people) = self;
        let people = count(*people, "person", "people");
        match kind {
            MoveKind::Gains => format!("Better off by wishes or sessions, {people}:"),
            MoveKind::Loses => format!("Worse off by wishes or sessions, {people}:"),
            MoveKind::Moves => format!("Elsewhere, neither better nor worse, {people}:"),
            MoveKind::Joins => format!("New, {people}:"),
            MoveKind::Leaves => format!("No longer there, {people}:"),
        }
    }
}

/// Figures that are no levels; a level has its name from its problem.
impl Phrase for Figure {
    fn zh(&self) -> String {
        match self {
            Self::Units => "成员单位",
            Self::Posts => "体验岗位",
            Self::Seats => "名额（所有场次）",
            Self::Ambassadors => "报名的大使",
            Self::Placed => "安排上的大使",
            Self::NthWish(number) => return format!("{}（人次）", measure::wish(Language::Zh, *number)),
            Self::NotWished => "统筹安排（人次）",
            Self::MeanWay => "平均路程",
            Self::LongestWay => "最远路程",
            Self::Pairings => "周四行动：结对",
            Self::Events => "周四行动：主题活动",
            Self::NeedsMet => "周四行动：满足的需求",
            Self::Level(level) => return level.to_string(),
            Self::ThursdayLevel(level) => return level.to_string(),
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::Units => "units",
            Self::Posts => "posts",
            Self::Seats => "seats of all sessions",
            Self::Ambassadors => "ambassadors",
            Self::Placed => "ambassadors placed",
            Self::NthWish(number) => {
                return format!("placements at the {}", measure::wish(Language::En, *number));
            }
            Self::NotWished => "placements not wished for",
            Self::MeanWay => "mean way",
            Self::LongestWay => "longest way",
            Self::Pairings => "Thursday Action: pairings",
            Self::Events => "Thursday Action: events",
            Self::NeedsMet => "Thursday Action: needs met",
            Self::Level(level) => return level.to_string(),
            Self::ThursdayLevel(level) => return level.to_string(),
        }
        .into()
    }
}
