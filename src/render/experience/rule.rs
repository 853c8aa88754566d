//! What each rule of the experience says, what it bars, and what is said where it is broken.

use crate::{experience::rule::Rule, render::wording::Phrase};

labels! {
    impl Rule {
        OwnUnit: "不去自己的单位体验", "nobody is posted at the own employer";
        NotAgain: "不重复往期体验过的岗位", "nobody repeats a post of an earlier campaign";
        Qualified: "要有岗位要求的证件", "the qualifications that a post requires are held";
        OfAge: "年龄符合岗位的要求", "whoever goes is as old as the post asks";
        Willing: "不服从调剂的，只去所填的岗位", "whoever goes only where a wish was for goes nowhere else";
        Led: "要求有人带队的，每场要有能带队的人", "a session that asks for a leader has one, or nobody";
        WithinDistance: "路程不超过上限", "nobody goes farther than the limit";
        Banned: "避开写明回避的岗位", "bans are kept";
        UnitOpen: "单位当天要接待", "the unit is open that day";
        Available: "大使当天要有空", "the ambassador can come that day";
        Seats: "每场不超过名额", "a session has no more people than seats";
        Quorum: "每场不少于最少人数，不然就不开", "a session has enough people, or none";
        OnePlaceAtATime: "同一时间只在一处", "nobody is at two places at a time";
        DaysLimit: "不超过本人的体验次数上限", "nobody has more sessions than the own limit";
        WeekLimit: "每周不超过本人的上限", "nobody has more sessions in a week than the own limit";
        MonthLimit: "每月不超过本人的上限", "nobody has more sessions in a month than the own limit";
        RestDays: "两次体验之间隔够天数", "enough days of rest lie between two sessions";
        RestHours: "两次体验之间休息够钟点", "enough hours of rest lie between two sessions";
        OncePerPost: "同一岗位只去一次", "nobody is at one post twice";
        PostLimit: "岗位总人次不超过上限", "a post has no more people in all than wanted at most";
        UnitLimit: "单位总接待人次不超过上限", "a unit has no more visitors in all than its limit";
        UnitDailyLimit: "单位一天接待的人数有上限", "a unit has no more visitors a day than its limit";
        MentorLimit: "带教老师同时带的人数有上限", "a mentor guides no more people at a time than the limit";
        OrganizationLimit: "同一组织去的人数有上限", "an organization sends no more people than the limit";
        UnwishedLimit: "填了志愿的，未填报的岗位至多去限定次数", "whoever has wishes goes elsewhere only within the limit";
        Pinned: "固定安排要落实", "pins are kept";
        Together: "结伴的同去同不去", "those who must go together do";
        Apart: "要分开的不在同一场", "those who must be apart are";
    }
}

/// What a rule bars altogether, in Chinese and in English.
fn barred(rule: Rule) -> (&'static str, &'static str) {
    match rule {
        Rule::OwnUnit => ("属本人所在单位", "the own employer"),
        Rule::NotAgain => ("往期已经体验过", "done in an earlier campaign"),
        Rule::Qualified => ("缺少岗位要求的证件", "a qualification is missing"),
        Rule::OfAge => ("年龄不合要求，或没有写", "not of the age asked for, or of unknown age"),
        Rule::Willing => ("不服从调剂，没填这里", "not wished for, and nothing else is wanted"),
        Rule::Led => ("没有能带队的人", "nobody who can lead"),
        Rule::WithinDistance => ("路程太远", "too far away"),
        Rule::Banned => ("写明回避", "banned"),
        Rule::UnitOpen => ("单位当天不接待", "the unit is closed"),
        Rule::Available => ("本人当天不能参加", "the ambassador is away"),
        Rule::Seats => ("名额已满", "no seat is left"),
        Rule::Quorum => ("凑不够最少人数", "too few people for the session"),
        Rule::OnePlaceAtATime => ("与别的场次时间冲突", "overlaps another session"),
        Rule::DaysLimit => ("体验次数已到上限", "no more sessions for this ambassador"),
        Rule::WeekLimit => ("本周次数已到上限", "no more sessions in this week for this ambassador"),
        Rule::MonthLimit => ("本月次数已到上限", "no more sessions in this month for this ambassador"),
        Rule::RestDays => ("间隔天数不够", "too little rest"),
        Rule::RestHours => ("与别的场次之间休息不够", "too few hours of rest"),
        Rule::OncePerPost => ("同一岗位只去一次", "at this post already"),
        Rule::PostLimit => ("岗位人次已到上限", "the post has as many people as it wants at most"),
        Rule::UnitLimit => ("单位接待人次已到上限", "the unit takes no more in all"),
        Rule::UnitDailyLimit => ("单位当天接待已满", "the unit takes no more that day"),
        Rule::MentorLimit => ("带教老师已经带满", "the mentor guides enough people"),
        Rule::OrganizationLimit => ("同一组织的人已到上限", "the organization sends no more"),
        Rule::UnwishedLimit => ("未填报的岗位已到上限", "no more posts that were not wished for"),
        Rule::Pinned => ("与固定安排冲突", "against a pin"),
        Rule::Together => ("结伴的人去不了", "the companion cannot come"),
        Rule::Apart => ("要分开的人在场", "the person to be apart from is there"),
    }
}

/// What a rule bars altogether.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Barred(pub Rule);

impl Phrase for Barred {
    fn zh(&self) -> String {
        barred(self.0).0.into()
    }

    fn en(&self) -> String {
        barred(self.0).1.into()
    }
}

/// What stands in the way as the roster is, where other words are needed than for what is barred altogether.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InTheWay(pub Rule);

impl Phrase for InTheWay {
    fn zh(&self) -> String {
        match self.0 {
            Rule::Led => "还没有能带队的人同去".into(),
            Rule::Quorum => "加上一人还不够开展".into(),
            Rule::Together => "要与结伴的人同去".into(),
            Rule::DaysLimit => "已有别的安排，次数已满".into(),
            other => Barred(other).zh(),
        }
    }

    fn en(&self) -> String {
        match self.0 {
            Rule::Led => "only beside somebody who can lead".into(),
            Rule::Quorum => "one more is too few for the session to run".into(),
            Rule::Together => "only together with the companion".into(),
            Rule::DaysLimit => "has other sessions, as many as wanted".into(),
            other => Barred(other).en(),
        }
    }
}

/// What the sentence about a broken rule is made of; empty where a rule has no use for it.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) who: String,
    pub(super) post: String,
    pub(super) unit: String,
    pub(super) date: String,
    /// For a pin, whose date may be left to the plan.
    pub(super) on_date: String,
    /// Two days, or two sessions of one day, one after the other.
    pub(super) dates: String,
    pub(super) one: String,
    pub(super) other: String,
    pub(super) found: String,
    pub(super) limit: String,
    /// The mentor, the organization, what a leader has, the qualifications that are missing, or what is wrong with an age.
    pub(super) detail: String,
}

/// The sentence where a rule is broken, in Chinese.
pub(super) fn broken_zh(rule: Rule, facts: Facts) -> String {
    let Facts { who, post, unit, date, on_date, dates, one, other, found, limit, detail } = facts;
    match rule {
        Rule::OwnUnit => format!("{who}就在{unit}工作，不能安排到本单位的{post}"),
        Rule::NotAgain => format!("{who}以前体验过{post}，不再重复安排"),
        Rule::Qualified => format!("{who}缺少{post}要求的证件：{detail}"),
        Rule::OfAge => format!("{who}{date}{detail}，{post}要{limit}"),
        Rule::Willing => format!("{who}不服从调剂，没有填报{post}"),
        Rule::Led => format!("{date}的{post}没有人带队，要有：{detail}"),
        Rule::WithinDistance => format!("{who}到{post}路程{found}米，超过上限{limit}米"),
        Rule::Banned => format!("{who}{date}应回避{post}"),
        Rule::UnitOpen => format!("{unit}在{date}不接待，{who}不能去{post}"),
        Rule::Available => format!("{who}{date}不能参加，却安排在{post}"),
        Rule::Seats => format!("{post}{date}安排了{found}人，只有{limit}个名额"),
        Rule::Quorum => format!("{post}{date}只安排了{found}人，满{limit}人才能开展"),
        Rule::OnePlaceAtATime => format!("{who}{date}同一时间安排了{found}处"),
        Rule::DaysLimit => format!("{who}共安排{found}次，最多{limit}次"),
        Rule::WeekLimit => format!("{who}在{date}那一周安排了{found}次，每周最多{limit}次"),
        Rule::MonthLimit => format!("{who}在{date}那个月安排了{found}次，每月最多{limit}次"),
        Rule::RestDays => format!("{who}在{dates}两次体验之间休息不满{limit}天"),
        Rule::RestHours => format!("{who}在{dates}两次体验之间休息不满{limit}小时"),
        Rule::OncePerPost => format!("{who}安排到{post}共{found}次，同一岗位只去一次"),
        Rule::PostLimit => format!("{post}共安排了{found}人次，最多{limit}人次"),
        Rule::UnitLimit => format!("{unit}共要接待{found}人次，最多{limit}人次"),
        Rule::UnitDailyLimit => format!("{unit}在{date}要接待{found}人，每天最多{limit}人"),
        Rule::MentorLimit => {
            format!("{unit}的带教老师{detail}{date}要同时带{found}人，最多{limit}人")
        }
        Rule::OrganizationLimit if date.is_empty() => format!("{detail}共安排{found}人次，最多{limit}人次"),
        Rule::OrganizationLimit => format!("{detail}有{found}人在{date}去{post}，每场最多{limit}人"),
        Rule::UnwishedLimit => format!("{who}有{found}次不在所填志愿内，最多{limit}次"),
        Rule::Pinned => format!("固定安排没有落实：{who}应{on_date}去{post}"),
        Rule::Together => format!("{one}和{other}必须同去，{date}的{post}却只安排了{who}"),
        Rule::Apart => format!("{one}和{other}应当分开，却都安排在{date}的{post}"),
    }
}

/// The sentence where a rule is broken, in English.
pub(super) fn broken_en(rule: Rule, facts: Facts) -> String {
    let Facts { who, post, unit, date, on_date, dates, one, other, found, limit, detail } = facts;
    match rule {
        Rule::OwnUnit => format!("{who} works for {unit} and may not be placed there, at {post}"),
        Rule::NotAgain => format!("{who} was at {post} in an earlier campaign"),
        Rule::Qualified => format!("{who} lacks what {post} requires: {detail}"),
        Rule::OfAge => format!("{who} {detail} on {date}, when {post} wants {limit}"),
        Rule::Willing => format!("{who} goes only where wished for, and did not wish for {post}"),
        Rule::Led => format!("{post} on {date} has nobody who can lead: {detail}"),
        Rule::WithinDistance => format!("{who} would go {found} m to {post}, the limit is {limit} m"),
        Rule::Banned => format!("a ban keeps {who} from {post} on {date}"),
        Rule::UnitOpen => format!("{unit} is closed on {date}, when {who} would be at {post}"),
        Rule::Available => format!("{who} cannot come on {date}, but is placed at {post}"),
        Rule::Seats => format!("{post} on {date} has {found} placed, seats {limit}"),
        Rule::Quorum => format!("{post} on {date} has {found} placed and runs with {limit} or more"),
        Rule::OnePlaceAtATime => format!("{who} is placed {found} times at one time on {date}"),
        Rule::DaysLimit => format!("{who} has {found} sessions, at most {limit}"),
        Rule::WeekLimit => format!("{who} has {found} sessions in the week of {date}, at most {limit}"),
        Rule::MonthLimit => format!("{who} has {found} sessions in the month of {date}, at most {limit}"),
        Rule::RestDays => format!("{who} rests fewer than {limit} whole days between {dates}"),
        Rule::RestHours => format!("{who} rests fewer than {limit} hours between {dates}"),
        Rule::OncePerPost => format!("{who} is placed at {post} {found} times, at most once"),
        Rule::PostLimit => format!("{post} has {found} people in all, at most {limit}"),
        Rule::UnitLimit => format!("{unit} has {found} visitors in all, at most {limit}"),
        Rule::UnitDailyLimit => format!("{unit} has {found} visitors on {date}, at most {limit} a day"),
        Rule::MentorLimit => {
            format!("{detail} of {unit} guides {found} at one time on {date}, at most {limit}")
        }
        Rule::OrganizationLimit if date.is_empty() => {
            format!("{detail} sends {found} people in all, at most {limit}")
        }
        Rule::OrganizationLimit => {
            format!("{detail} sends {found} people to {post} on {date}, at most {limit} to a session")
        }
        Rule::UnwishedLimit => {
            format!("{who} is placed {found} times where not wished for, at most {limit}")
        }
        Rule::Pinned => format!("a pin is not kept: {who} at {post}{on_date}"),
        Rule::Together => {
            format!("{one} and {other} must go together, but only {who} is at {post} on {date}")
        }
        Rule::Apart => format!("{one} and {other} must be apart, but both are at {post} on {date}"),
    }
}
