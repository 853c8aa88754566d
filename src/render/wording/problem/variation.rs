//! Problems of changes in words.

use crate::{
    diagnostic::variation::Variation,
    render::wording::problem::{Explained, Words},
};

impl Explained for Variation {
    fn zh(&self) -> Words {
        match self {
            Self::NoAssignment => Words::of("看不懂要改哪一项")
                .hint("请写成 项目=值，例如 rules.max_distance_km=2 或 posts.hospice-nurse.seats=2"),
            Self::IdStands => Words::of("编号不能改，各处都靠它对应")
                .hint("要换名称，请改 name 或 title；要换编号，请改活动文件"),
            Self::NoKind { meant } => Words::of("没有写明要去掉的是什么").hint(match meant {
                Some(meant) => format!("是不是想写 {meant}？"),
                None => {
                    "请写成 种类:编号，例如 unit:bank；种类有 unit、post、ambassador、neighbourhood、theme"
                        .into()
                }
            }),
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::NoAssignment => Words::of("this does not say what to set")
                .hint("write PATH=VALUE, such as rules.max_distance_km=2 or posts.hospice-nurse.seats=2"),
            Self::IdStands => Words::of("an id cannot be changed: others name the entry by it")
                .hint("set `name` or `title`, or change the id in the file"),
            Self::NoKind { meant } => Words::of("this does not say of which kind the entry is")
                .hint(match meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => {
                    "write KIND:ID, such as unit:bank; kinds are unit, post, ambassador, neighbourhood, theme"
                        .into()
                }
            }),
        }
    }
}
