//! What somebody is to know of where he or she goes, and what of it is otherwise than when readers were told last: the office's number,
//! where to meet, from when to when.

use crate::{
    diagnostic::reference::Kind,
    render::wording::{Phrase, quoted},
};

/// One fact that a reader knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewal {
    /// What the reader is.
    pub kind: Kind,
    /// Which.
    pub id: String,
    /// Of which post it is, by id; `None`: of the whole campaign.
    pub post: Option<String>,
    /// Of what.
    pub fact: Fact,
    /// What it is; empty where nothing is said of it.
    pub value: String,
    /// Whether a print of the same plan has told it already.
    pub is_told: bool,
}

impl Renewal {
    /// Whether it is of the whole campaign, and everybody knows it.
    pub fn is_of_all(&self) -> bool {
        let of_all = [Fact::Office, Fact::Gather, Fact::Bring, Fact::Note, Fact::Lecture];
        self.post.is_none() && of_all.contains(&self.fact)
    }
}

labels! {
    /// Of what a reader knows something.
    pub enum Fact {
        /// Whom to call.
        Office: "联系方式", "Contact";
        /// Where everybody gathers first.
        Gather: "统一集合", "Everybody meets";
        /// From when to when.
        Hours: "时间", "Hours";
        /// Who guides.
        Mentor: "带教老师", "Mentor";
        /// The postal address.
        Address: "地址", "Address";
        /// Where to come to.
        Meet: "集合地点", "Where to meet";
        /// What is required.
        Requires: "要求", "Required";
        /// What to bring.
        Bring: "请携带", "What to bring";
        /// Remarks.
        Note: "备注", "Note";
        /// The lecture.
        Lecture: "初心讲堂", "Lecture";
        /// Remarks for the unit alone.
        HostNote: "请单位留意", "For the unit";
        /// Where in a neighbourhood something is held.
        Venue: "活动地点", "Room";
    }
}

/// What is otherwise, in words to the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewed {
    /// What the post is called of which it is.
    pub post: Option<String>,
    /// Of what.
    pub fact: Fact,
    /// What it is now.
    pub value: String,
}

impl Phrase for Renewed {
    fn zh(&self) -> String {
        let Self { post, fact, value } = self;
        let post = post.as_ref().map(|post| format!("{}的", quoted(post))).unwrap_or_default();
        let fact = match fact {
            Fact::Bring if post.is_empty() => "统一携带的物品".to_owned(),
            Fact::Bring => "需携带的物品".to_owned(),
            Fact::Note if post.is_empty() => "活动备注".to_owned(),
            fact => fact.zh(),
        };
        if value.is_empty() {
            format!("{post}{fact}：不再另行规定")
        } else {
            format!("{post}{fact}改为：{value}")
        }
    }

    fn en(&self) -> String {
        let Self { post, fact, value } = self;
        let post = post.as_ref().map(|post| format!("{post}, ")).unwrap_or_default();
        let value = if value.is_empty() { "nothing any more" } else { value };
        format!("{post}{}, now: {value}", fact.en())
    }
}
