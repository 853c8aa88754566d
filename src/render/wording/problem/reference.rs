//! Problems of ids.

use crate::{
    diagnostic::reference::{Kind, Reference},
    render::wording::problem::{Explained, Words},
};

impl Explained for Reference {
    fn zh(&self) -> Words {
        match self {
            Self::UnknownId { kind, id, similar } => {
                Words::of(format!("没有编号为 {id} 的{}", kind_zh(*kind))).hint(match similar {
                    Some(similar) => format!("是不是想写 {similar}？"),
                    None => format!("请在 {} 里加上它，或改正编号", kind.section()),
                })
            }
            Self::DuplicateId { kind, id } => {
                Words::of(format!("两个{}都叫 {id}", kind_zh(*kind))).hint("请用 id 给它们各写一个不同的编号")
            }
            Self::NamedTwice { word } => Words::of(format!("{word} 写了两次")).hint("请只留一处"),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::UnknownId { kind, id, similar } => {
                Words::of(format!("no {} has the id `{id}`", kind_en(*kind))).hint(match similar {
                    Some(similar) => format!("did you mean `{similar}`?"),
                    None => format!("add it under `{}`, or mend the id", kind.section()),
                })
            }
            Self::DuplicateId { kind, id } => {
                Words::of(format!("two {}s have the id `{id}`", kind_en(*kind)))
                    .hint("give each an `id` of its own")
            }
            Self::NamedTwice { word } => {
                Words::of(format!("`{word}` is named twice")).hint("keep one of the two")
            }
        }
    }
}

/// What an entry of a kind is called in Chinese.
pub(in crate::render) fn kind_zh(kind: Kind) -> &'static str {
    match kind {
        Kind::Unit => "成员单位",
        Kind::Post => "岗位",
        Kind::Ambassador => "初心体验大使",
        Kind::Neighbourhood => "居民区",
        Kind::Theme => "主题",
    }
}

/// What an entry of a kind is called in English.
pub(in crate::render) fn kind_en(kind: Kind) -> &'static str {
    match kind {
        Kind::Unit => "unit",
        Kind::Post => "post",
        Kind::Ambassador => "ambassador",
        Kind::Neighbourhood => "neighbourhood",
        Kind::Theme => "theme",
    }
}
