//! Problems of a saved plan.

use crate::{
    diagnostic::saved::Saved,
    render::wording::problem::{Explained, Words},
};

impl Explained for Saved {
    fn zh(&self) -> Words {
        match self {
            Self::OtherVersion { found, known } => {
                Words::of(format!("安排方案的格式版本是 {found}，这里只认版本 {known}"))
                    .hint("请用 chuxin plan 重新生成，或换用生成它的版本")
            }
            Self::NoSession { post, date } => {
                Words::of(format!("岗位 {post} 在 {date} 不开放")).hint("请改日期，或删去这一条安排")
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::OtherVersion { found, known } => {
                Words::of(format!("a plan of version {found}; only version {known} is read here"))
                    .hint("make it anew with `chuxin plan`, or use the version that wrote it")
            }
            Self::NoSession { post, date } => Words::of(format!("post `{post}` is not offered on {date}"))
                .hint("change the date, or take the placement out"),
        }
    }
}
