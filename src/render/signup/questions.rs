//! What a column is understood to ask, in words.

use crate::{campaign::workbook::RANKS, render::wording::Phrase, signup::question::Question};

/// What a column is taken for.
pub(super) struct Meant<'a>(pub(super) &'a Question);

impl Phrase for Meant<'_> {
    fn zh(&self) -> String {
        let word = match self.0 {
            Question::Id => "编号",
            Question::Name => "姓名",
            Question::FamilyName => "姓名（姓）",
            Question::GivenName => "姓名（名）",
            Question::Phone => "电话",
            Question::Organization => "所在组织",
            Question::Employer => "工作单位",
            Question::Wish(number) => return format!("第{}志愿", RANKS.get(number - 1).unwrap_or(&"几")),
            Question::Wishes { ticked: false } => "志愿",
            Question::Wishes { ticked: true } => "志愿（不分先后）",
            Question::Available => "可参加日期",
            Question::AvailableAt(when) => return format!("可参加日期：{when}"),
            Question::Unwished => "服从调剂",
            Question::Certificate(name) => return format!("证件：{name}"),
            Question::Qualifications => "证件",
            Question::Party => "证件（政治面貌）",
            Question::Sex => "证件（性别）",
            Question::Born => "出生年月",
            Question::Age => "年龄",
            Question::Home => "居民区",
            Question::Company => "同伴",
            Question::Note => "备注",
            Question::SignedUp => "报名时间",
            Question::Unused => "不用",
            Question::System => "不用（系统自带）",
        };
        word.to_owned()
    }

    fn en(&self) -> String {
        match self.0 {
            Question::Wishes { ticked: true } => "wishes (in no order)".to_owned(),
            Question::Home => "neighbourhood".to_owned(),
            Question::Company => "together".to_owned(),
            Question::FamilyName => "name (family name)".to_owned(),
            Question::GivenName => "name (given name)".to_owned(),
            Question::Party => "qualifications (party)".to_owned(),
            Question::Sex => "qualifications (sex)".to_owned(),
            Question::Unused => "not used".to_owned(),
            Question::System => "not used (of the questionnaire itself)".to_owned(),
            other => other.word(),
        }
    }
}
