//! What each rule of the experience says.

use crate::{experience::rule::Rule, render::wording::Phrase};

impl Phrase for Rule {
    fn zh(&self) -> String {
        match self {
            Self::OwnUnit => "不去自己的单位体验",
            Self::NotAgain => "不重复往期体验过的岗位",
            Self::Qualified => "要有岗位要求的证件",
            Self::WithinDistance => "路程不超过上限",
            Self::Banned => "避开写明回避的岗位",
            Self::UnitOpen => "单位当天要接待",
            Self::Available => "大使当天要有空",
            Self::Seats => "每场不超过席位",
            Self::Quorum => "每场不少于最少人数，不然就不开",
            Self::OnePlaceAtATime => "同一时间只在一处",
            Self::DaysLimit => "不超过本人的体验次数上限",
            Self::RestDays => "两次体验之间隔够天数",
            Self::OncePerPost => "同一岗位只去一次",
            Self::UnitDailyLimit => "单位一天接待的人数有上限",
            Self::MentorLimit => "带教老师同时带的人数有上限",
            Self::UnwishedLimit => "填了志愿的，未填报的岗位至多去限定次数",
            Self::Pinned => "固定安排要落实",
            Self::Together => "结伴的同去同不去",
            Self::Apart => "要分开的不在同一场",
        }
        .into()
    }

    fn en(&self) -> String {
        match self {
            Self::OwnUnit => "nobody is posted at the own employer",
            Self::NotAgain => "nobody repeats a post of an earlier campaign",
            Self::Qualified => "the qualifications that a post requires are held",
            Self::WithinDistance => "nobody goes farther than the limit",
            Self::Banned => "bans are kept",
            Self::UnitOpen => "the unit is open that day",
            Self::Available => "the ambassador can come that day",
            Self::Seats => "a session has no more people than seats",
            Self::Quorum => "a session has enough people, or none",
            Self::OnePlaceAtATime => "nobody is at two places at a time",
            Self::DaysLimit => "nobody has more sessions than the own limit",
            Self::RestDays => "enough days of rest lie between two sessions",
            Self::OncePerPost => "nobody is at one post twice",
            Self::UnitDailyLimit => "a unit has no more visitors a day than its limit",
            Self::MentorLimit => "a mentor guides no more people at a time than the limit",
            Self::UnwishedLimit => "whoever has wishes goes elsewhere only within the limit",
            Self::Pinned => "pins are kept",
            Self::Together => "those who must go together do",
            Self::Apart => "those who must be apart are",
        }
        .into()
    }
}
