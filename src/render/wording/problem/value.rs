//! Problems of single values.

use crate::{
    diagnostic::value::Value,
    render::wording::problem::{Explained, Words},
};

impl Explained for Value {
    fn zh(&self) -> Words {
        match self {
            Self::EmptyText => Words::of("这里没有内容").hint("请填写，或删去这一项"),
            Self::RefusedCharacter { found } => {
                Words::of(format!("编号和名称里不能有看不见的字符 U+{:04X}", u32::from(*found)))
                    .hint("多半是粘贴时带来的，请删去它，或把这个词重新打一遍")
            }
            Self::BadHours => Words::of("看不懂这个时间").hint("写法：09:00-17:00"),
            Self::EndBeforeStart => Words::of("结束时间不晚于开始时间").hint("请检查先后，例如 09:00-17:00"),
            Self::BadNumber => Words::of("这里应是一个整数").hint("请写数字，例如 1"),
            Self::BadDistance => {
                Words::of("这里应是公里数，并且大于 0").hint("例如 6 或 2.5；不限就删去这一项")
            }
            Self::NumberTooSmall { least } => Words::of(format!("这个数太小，至少是 {least}")),
            Self::LimitTooSmall => Words::of("上限至少是 1").hint("不限就删去这一项"),
            Self::NumberTooLarge { most } => Words::of(format!("这个数太大，最多是 {most}")),
            Self::MinAboveMax { min, max } => {
                Words::of(format!("最少（{min}）大于最多（{max}）")).hint("请改 min 或 max")
            }
            Self::BadChoice { choices, similar } => Words::of(format!("这里只能写 {}", choices.join("、")))
                .maybe_hint(similar.map(|similar| format!("是不是想写 {similar}？"))),
            Self::BadLocation => Words::of("看不懂这个坐标")
                .hint("写法：[31.3052, 121.4563]，先纬度后经度；也可以粘贴 \"121.4563,31.3052\""),
            Self::LocationOutOfRange => {
                Words::of("地球上没有这个坐标").hint("纬度在 -90 到 90 之间，经度在 -180 到 180 之间")
            }
            Self::LocationAmbiguous => {
                Words::of("分不清哪个是纬度、哪个是经度").hint("请写成列表，先纬度后经度：[48.1, 11.6]")
            }
            Self::NumberInName { belongs } => {
                let hint = match *belongs {
                    "" => "请从这里删去；没有 --contacts 时会印成 ***".to_owned(),
                    key => format!("请把它移到 {key}；留在这里的话，没有 --contacts 时会印成 ***"),
                };
                Words::of("名称里有个人号码").hint(hint)
            }
            Self::NumberInId => {
                Words::of("编号里有个人号码").hint("请换一个编号，例如 a01；编号会原样写进安排方案（JSON）")
            }
            Self::LevelTooLarge { level } => {
                Words::of(format!("数太大，{level} 一级算不准了")).hint("请改小这里的数")
            }
        }
    }

    fn en(&self) -> Words {
        match self {
            Self::EmptyText => Words::of("nothing stands here").hint("fill it in, or take the key out"),
            Self::RefusedCharacter { found } => Words::of(format!(
                "no id or name may have U+{:04X}, a character that nobody sees",
                u32::from(*found)
            ))
            .hint("it was probably pasted: take it out, or type the word anew"),
            Self::BadHours => Words::of("not hours of a day").hint("write 09:00-17:00"),
            Self::EndBeforeStart => {
                Words::of("the hours end before they begin").hint("check the order, as in 09:00-17:00")
            }
            Self::BadNumber => Words::of("not a whole number").hint("write digits, such as 1"),
            Self::BadDistance => Words::of("not a number of kilometres above 0")
                .hint("write 6 or 2.5, or take the key out for no limit"),
            Self::NumberTooSmall { least } => Words::of(format!("too small: at least {least}")),
            Self::LimitTooSmall => Words::of("a limit is at least 1").hint("take the key out for no limit"),
            Self::NumberTooLarge { most } => Words::of(format!("too large: at most {most}")),
            Self::MinAboveMax { min, max } => {
                Words::of(format!("the minimum ({min}) is above the maximum ({max})"))
                    .hint("change `min` or `max`")
            }
            Self::BadChoice { choices, similar } => Words::of(format!("not one of: {}", choices.join(", ")))
                .maybe_hint(similar.map(|similar| format!("did you mean `{similar}`?"))),
            Self::BadLocation => Words::of("not two coordinates")
                .hint("write [31.3052, 121.4563], latitude first, or paste \"121.4563,31.3052\""),
            Self::LocationOutOfRange => Words::of("no such place on Earth")
                .hint("latitudes go from -90 to 90, longitudes from -180 to 180"),
            Self::LocationAmbiguous => Words::of("cannot tell latitude and longitude apart")
                .hint("write a list, latitude first: [48.1, 11.6]"),
            Self::NumberInName { belongs } => {
                let hint = match *belongs {
                    "" => "take it out; without --contacts it is printed as ***".to_owned(),
                    key => format!("move it to `{key}`; left here it is printed as *** without --contacts"),
                };
                Words::of("a personal number within a name").hint(hint)
            }
            Self::NumberInId => Words::of("a personal number within an id")
                .hint("take another id, such as a01: plans (JSON) hold ids as they are"),
            Self::LevelTooLarge { level } => {
                Words::of(format!("too large to count the level `{level}` exactly"))
                    .hint("use smaller numbers here")
            }
        }
    }
}
