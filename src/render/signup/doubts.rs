//! What is open, why, and what may be answered, in words.

use crate::{
    diagnostic::problem::Problem,
    domain::Language,
    render::{
        diagnostic::words,
        wording::{Phrase, list, measure},
    },
    signup::{
        dates::Unclear,
        doubt::{Doubt, Why},
    },
};

/// Why something is asked.
pub(super) struct Doubted<'a>(pub(super) &'a Doubt);

impl Phrase for Doubted<'_> {
    fn zh(&self) -> String {
        let why = why_zh(&self.0.why);
        match &self.0.refused {
            Some(answer) => format!("{why}；填的“{answer}”也看不懂"),
            None => why,
        }
    }

    fn en(&self) -> String {
        let why = why_en(&self.0.why);
        match &self.0.refused {
            Some(answer) => format!("{why}; the answer \"{answer}\" is not understood either"),
            None => why,
        }
    }
}

fn why_zh(why: &Why) -> String {
    let names = |names: &[String]| list(Language::Zh, names);
    match why {
        Why::UnknownPost { nearest } if nearest.is_empty() => "没有这个岗位".into(),
        Why::UnknownPost { nearest } => format!("没有这个岗位，最接近的：{}", names(nearest)),
        Why::SeveralPosts { posts } => format!("好几个岗位都对得上：{}", names(posts)),
        Why::Dates(unclear) => dates(unclear, Language::Zh),
        Why::RoundedNumber => "号码被表格软件改成了近似数".into(),
        Why::MiscountedNumber => "手机号码不是 11 位".into(),
        Why::NeitherYesNorNo => "看不出是有还是没有、是还是否".into(),
        Why::OneOrTwo => "同名，号码不一样：是一个人还是两个人？先按最后一行".into(),
        Why::SharedNumber { other } => format!("和{other}的号码一样：是一个人还是两个人？先按最后一行"),
        Why::InCampaign => "活动文件里已有同名的人：是一个人吗？先当作一个人".into(),
        Why::NoName => "没有姓名，这一行先不收".into(),
        Why::SeveralNames => "一格里有几个人，这一行先不收".into(),
        Why::Nobody { nearest } if nearest.is_empty() => "报名的人里没有叫这个名字的".into(),
        Why::Nobody { nearest } => format!("报名的人里没有叫这个名字的，最接近的：{}", names(nearest)),
        Why::SeveralPeople { people } => format!("叫这个名字的不止一个：{}", names(people)),
        Why::BadBirth => "看不懂出生年月".into(),
        Why::BadAge => "看不懂年龄".into(),
        Why::Probationary => "预备党员算不算党员？".into(),
        Why::BadLastDay => "看不懂有效期到哪一天".into(),
        Why::FormulaError => "这一格的公式出错了".into(),
    }
}

fn why_en(why: &Why) -> String {
    let names = |names: &[String]| list(Language::En, names);
    match why {
        Why::UnknownPost { nearest } if nearest.is_empty() => "no such post".into(),
        Why::UnknownPost { nearest } => format!("no such post; nearest: {}", names(nearest)),
        Why::SeveralPosts { posts } => format!("may be any of these posts: {}", names(posts)),
        Why::Dates(unclear) => dates(unclear, Language::En),
        Why::RoundedNumber => "a spreadsheet has rounded the number".into(),
        Why::MiscountedNumber => "a mobile number has 11 digits".into(),
        Why::NeitherYesNorNo => "neither yes nor no".into(),
        Why::OneOrTwo => "one name, two numbers: one person or two? The last row counts for now".into(),
        Why::SharedNumber { other } => {
            format!("the number is {other}'s too: one person or two? The last row counts for now")
        }
        Why::InCampaign => "the campaign has somebody of that name: one person? Taken for one for now".into(),
        Why::NoName => "no name: the row is left out for now".into(),
        Why::SeveralNames => "several people in one cell: the row is left out for now".into(),
        Why::Nobody { nearest } if nearest.is_empty() => "nobody of that name has signed up".into(),
        Why::Nobody { nearest } => format!("nobody of that name has signed up; nearest: {}", names(nearest)),
        Why::SeveralPeople { people } => format!("several people of that name: {}", names(people)),
        Why::BadBirth => "no birthday, month or year".into(),
        Why::BadAge => "no age".into(),
        Why::Probationary => "does a probationary member count?".into(),
        Why::BadLastDay => "no last day of a paper".into(),
        Why::FormulaError => "the formula came to an error".into(),
    }
}

fn dates(unclear: &Unclear, language: Language) -> String {
    match (unclear, language) {
        (Unclear::Fault { problem, fitting, .. }, _) => {
            let message = words::words(&Problem::Dates(problem.clone()), language).message;
            let days: Vec<String> = fitting.iter().map(|day| measure::date(language, *day)).collect();
            match (days.is_empty(), language) {
                (true, _) => message,
                (false, Language::Zh) => format!("{message}；也可能是 {}", list(language, &days)),
                (false, Language::En) => format!("{message}; it may be {} as well", list(language, &days)),
            }
        }
        (Unclear::Outside { season }, _) => match language {
            Language::Zh => format!("有日子不在体验期（{}）内", measure::period(language, *season)),
            Language::En => {
                format!("not all of it lies in the season ({})", measure::period(language, *season))
            }
        },
        (Unclear::BareNumber { other }, Language::Zh) => format!("单独一个数，也可能是 {other}"),
        (Unclear::BareNumber { other }, Language::En) => format!("a bare number: it may be {other} as well"),
    }
}

/// What may be answered.
pub(super) struct Answerable<'a>(pub(super) &'a Why);

impl Phrase for Answerable<'_> {
    fn zh(&self) -> String {
        match self.0 {
            Why::UnknownPost { .. } | Why::SeveralPosts { .. } => "请填岗位名称；不算志愿的填 无",
            Why::Dates(_) => "请填能来的日子，例如 10月19日至21日、10月23日；一天也来不了的填 无",
            Why::RoundedNumber | Why::MiscountedNumber => "请填完整的号码；没有的填 无",
            Why::NeitherYesNorNo => "请填 是 或 否",
            Why::OneOrTwo | Why::SharedNumber { .. } | Why::InCampaign => "请填 一人 或 两人",
            Why::NoName | Why::SeveralNames => "请填一个人的姓名",
            Why::Nobody { .. } | Why::SeveralPeople { .. } => "请填姓名（同名的照上面的写法）；不算的填 无",
            Why::BadBirth => "请填出生年月，例如 1988-05；不填的写 无",
            Why::BadAge => "请填几岁；不填的写 无",
            Why::Probationary => "请填 党员 或 无",
            Why::BadLastDay => "请填证件和有效期，例如 健康证（至2026-12-31）；没有的填 无",
            Why::FormulaError => "请填这一格本来该写的内容；没有的填 无",
        }
        .to_owned()
    }

    fn en(&self) -> String {
        match self.0 {
            Why::UnknownPost { .. } | Why::SeveralPosts { .. } => "answer with a post, or none",
            Why::Dates(_) => "answer with days, such as 10月19日至21日、10月23日, or none",
            Why::RoundedNumber | Why::MiscountedNumber => "answer with the whole number, or none",
            Why::NeitherYesNorNo => "answer yes or no",
            Why::OneOrTwo | Why::SharedNumber { .. } | Why::InCampaign => "answer one or two",
            Why::NoName | Why::SeveralNames => "answer with the name of one person",
            Why::Nobody { .. } | Why::SeveralPeople { .. } => {
                "answer with a name, as it is written above where several bear it, or none"
            }
            Why::BadBirth => "answer with a month such as 1988-05, or none",
            Why::BadAge => "answer with years, or none",
            Why::Probationary => "answer 党员 or none",
            Why::BadLastDay => "answer with the paper and its last day, 健康证（至2026-12-31）, or none",
            Why::FormulaError => "answer with what should stand in the cell, or none",
        }
        .to_owned()
    }
}
