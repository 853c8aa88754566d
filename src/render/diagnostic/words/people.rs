//! Slips of sign-up sheets.

use crate::{
    diagnostic::people::{People, RunsOut},
    domain::Language,
    render::{
        diagnostic::words::{Explained, Words},
        wording::measure,
    },
};

impl Explained for People {
    fn zh(&self) -> Words {
        match self {
            Self::SameTelephone { one, other } if one == other => {
                Words::of(format!("{one}的这个电话写了两次"))
                    .hint("报了两次的，请删去一条；同名的两个人，请改正电话")
            }
            Self::SameTelephone { one, other } => Words::of(format!("{one}和{other}的电话相同"))
                .hint("同一个人报了两次的，请删去一条；表格里拖带下来的，请改正电话"),
            Self::SameNameAndOrganization { name, organization } => {
                Words::of(format!("{organization}的{name}写了两次"))
                    .hint("报了两次的，请删去一条；确实是同名的两个人，不用改")
            }
            Self::NamesDifferByBlank { one, other } => {
                Words::of(format!("“{one}”和“{other}”只差一个空格")).hint("同一个人报了两次的，请删去一条")
            }
            Self::WishedTwice { name } => Words::of(format!("{name}把这个岗位填了两次"))
                .hint("按第一次算，后面的志愿往前移一位；如果填错了，请改成别的岗位"),
            Self::RunsOut(one) => {
                let RunsOut { name, paper, until, title, last } = one.as_ref();
                let [until, last] = [until, last].map(|day| measure::date(Language::Zh, *day));
                Words::of(format!("{name}的{paper}到{until}为止，岗位{title}到{last}还要用"))
                    .hint("到期后的场次不会安排；换了新证的，请改 until")
            }
            Self::RoundedNumber => Words::of("这个电话被表格软件改成了科学计数，后几位已经丢了")
                .hint("请把表格里那一列设成“文本”格式，再重新填写号码"),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::SameTelephone { one, other } if one == other => {
                Words::of(format!("{one} stands here twice with one telephone number"))
                    .hint("take one entry out, or mend the number if these are two people")
            }
            Self::SameTelephone { one, other } => Words::of(format!(
                "{one} and {other} have one telephone number"
            ))
            .hint("if this is one person, take one entry out; if a cell was dragged down, mend the number"),
            Self::SameNameAndOrganization { name, organization } => {
                Words::of(format!("{name} of {organization} stands here twice"))
                    .hint("if this is one person, take one entry out; namesakes may stay")
            }
            Self::NamesDifferByBlank { one, other } => {
                Words::of(format!("`{one}` and `{other}` differ by a blank alone"))
                    .hint("if this is one person, take one entry out")
            }
            Self::WishedTwice { name } => Words::of(format!("{name} wishes for this post twice"))
                .hint("the first counts, and the wishes behind the second move up; mend it if another post was meant"),
            Self::RunsOut(one) => {
                let RunsOut { name, paper, until, title, last } = one.as_ref();
                let [until, last] = [until, last].map(|day| measure::date(Language::En, *day));
                Words::of(format!("{paper} of {name} ends on {until}; {title} asks for it until {last}"))
                    .hint("sessions after that day are barred; mend `until` if it was renewed")
            }
            Self::RoundedNumber => Words::of("a spreadsheet has rounded this telephone number")
                .hint("format the column as text and enter the number anew"),
        }
    }
}
