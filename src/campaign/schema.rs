//! Every kind of entry with its fields: the format of the campaign file in one place.
//!
//! A field is written as `key "word": type` or, where it may not be left out, `key "word": type = required`. The word heads
//! the field's column in a workbook.

use crate::{
    campaign::{
        fields::{self, Entry, Field, Fields, Keys, KnownKey},
        written::{Location, OneOrMore, Ranked, Text, Texts},
    },
    diagnostic::{
        Diagnostic,
        shape::{Home, Wanted},
    },
    document::Node,
    source::Place,
};

macro_rules! entries {
    ($( $(#[$doc:meta])* $name:ident { $( $field:ident $word:literal : $type:ty $(= $required:ident)? ),* $(,)? } )*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            /// Where the entry stands.
            pub at: Place,
            $(
                #[doc = concat!("`", stringify!($field), "` as written.")]
                pub $field: Option<$type>,
            )*
        }

        impl Entry for $name {
            const KEYS: Keys = Keys {
                home: Home::$name,
                known: &[ $( KnownKey {
                    key: stringify!($field),
                    word: $word,
                    required: entries!(@ $($required)?),
                    wanted: <$type as Field>::WANTED,
                    within: <$type as Field>::WITHIN,
                } ),* ],
            };

            fn of(at: Place, fields: &mut Fields<'_>) -> Self {
                Self { at, $( $field: fields.take(stringify!($field)) ),* }
            }
        }
    )*
        /// The keys of every kind of entry.
        pub const ENTRIES: &[Keys] = &[$( $name::KEYS ),*];
    };
    (@ required) => { true };
    (@) => { false };
}

entries! {
    /// The whole file.
    File {
        campaign "活动": Header = required,
        units "单位": Vec<Unit>,
        posts "岗位": Vec<Post>,
        ambassadors "大使": Vec<Ambassador>,
        rules "规则": Rules,
        pins "固定": Vec<Pin>,
        bans "回避": Vec<Ban>,
        groups "分组": Vec<Group>,
        neighbourhoods "居民区": Vec<Neighbourhood>,
        themes "主题": Vec<Theme>,
        thursday_action "周四行动": ThursdayAction,
    }

    /// What makes a scenario of a file, beside the entries of a campaign.
    Scenario { extends "沿用": Text, remove "删除": Removals }

    /// Entries of the base that are taken out, by id.
    Removals {
        units "单位": Texts,
        posts "岗位": Texts,
        ambassadors "大使": Texts,
        neighbourhoods "居民区": Texts,
        themes "主题": Texts,
    }

    /// What the campaign says of itself.
    Header {
        id "编号": Text,
        name "名称": Text = required,
        organizer "主办方": Text,
        contact "联系人": Contact,
        season "体验期": Text = required,
        hours "时间": Text,
        language "语言": Text,
        seed "抽签字": Text,
        lecture "讲堂": Lecture,
        meet "集合地点": Text,
        bring "携带": Texts,
        note "备注": Text,
    }

    /// Whom to call.
    Contact { name "姓名": Text, phone "电话": Text, note "备注": Text }

    /// The lecture afterwards.
    Lecture {
        title "题目": Text,
        date "日期": Text,
        hours "时间": Text,
        place "地点": Text,
        speaker "主讲人": Text,
        unit "单位": Text,
        note "备注": Text,
    }

    /// A host unit.
    Unit {
        id "编号": Text,
        name "名称": Text = required,
        sector "行业": Text,
        committee "专委会": Text,
        address "地址": Text,
        location "坐标": Location,
        contact "联系人": Contact,
        closed "不接待": OneOrMore,
        limit "总人次": Text,
        daily_limit "每天人数": Text,
        offers "可送主题": Texts,
        note "备注": Text,
    }

    /// An experience post.
    Post {
        id "编号": Text,
        unit "单位": Text = required,
        title "岗位": Text = required,
        mentor "带教老师": Text,
        mentor_phone "带教电话": Text,
        meet "报到地点": Text,
        dates "日期": OneOrMore = required,
        closed "不开放": OneOrMore,
        hours "班次": OneOrMore,
        seats "每场人数": NumberOr<Range>,
        need "需要人数": NumberOr<Need>,
        priority "优先": Text,
        requires "要求": Texts,
        bring "携带": Texts,
        host_note "给单位的话": Text,
        leader "骨干": Text,
        ages "年龄": Text,
        note "备注": Text,
    }

    /// A wish: a post, perhaps on certain days.
    Wish { post "岗位": Text = required, date "日期": OneOrMore, hours "时间": Text }

    /// A volunteer.
    Ambassador {
        id "编号": Text,
        name "姓名": Text = required,
        phone "电话": Text,
        unit "工作单位": Text,
        organization "所在组织": Text,
        neighbourhood "居民区": Text,
        location "坐标": Location,
        start "出发地": Text,
        available "可参加日期": OneOrMore,
        away "不参加日期": OneOrMore,
        qualifications "证件": Qualifications,
        born "出生年月": Text,
        age "年龄": Text,
        unwished "服从调剂": Text,
        wishes "志愿": Ranked<Wish>,
        done "去过的岗位": Texts,
        missed "落选次数": Text,
        served "已去次数": Text,
        signed_up "报名时间": Text,
        days "天数": Days,
        host_note "给单位的话": Text,
        note "备注": Text,
    }

    /// Something that somebody holds.
    Qualification { name "名称": Text = required, until "有效期至": Text }

    /// How many a post wants, and takes at most, over the campaign; or how many it wants at each session.
    Need { min "最少": Text, max "最多": Text, each "每场": Text }

    /// A lower and an upper number.
    Range { min "最少": Text, max "最多": Text }

    /// How many sessions somebody wants, and takes.
    Days { min "最少": Text, max "最多": Text, week "每周": Text, month "每月": Text }

    /// How many an organization may send.
    OrganizationLimit { session "每场": Text, total "合计": Text }

    /// Limits and preferences.
    Rules {
        days "天数": Days,
        own_unit "回本单位": Text,
        repeat_post "重复岗位": Text,
        unwished "服从调剂": Text,
        max_distance_km "最远公里": Text,
        mentor_limit "带教人数": Text,
        organization_limit "同组织人数": OrganizationLimit,
        rest_days "间隔天数": Text,
        rest_hours "间隔小时": Text,
        wishes "志愿": Text,
        priorities "先后顺序": Texts,
        note "备注": Text,
    }

    /// An agreed placement.
    Pin {
        ambassador "大使": Text = required,
        post "岗位": Text = required,
        date "日期": Text,
        hours "班次": Text,
        note "备注": Text,
    }

    /// A placement that must not be.
    Ban {
        ambassador "大使": Text = required,
        post "岗位": Text = required,
        date "日期": OneOrMore,
        hours "班次": Text,
        note "备注": Text,
    }

    /// People who go together or apart.
    Group { together "同去": Texts, apart "分开": Texts, strength "强度": Text, note "备注": Text }

    /// A residential neighbourhood.
    Neighbourhood {
        id "编号": Text,
        name "名称": Text,
        address "地址": Text,
        place "活动地点": Text,
        location "坐标": Location,
        needs "需要主题": Texts,
        closed "不方便": OneOrMore,
        contact "联系人": Contact,
        note "备注": Text,
    }

    /// What a Thursday is about.
    Theme { id "编号": Text, name "名称": Text, months "月份": Texts, note "备注": Text }

    /// The Thursday Action.
    ThursdayAction {
        months "月份": Text = required,
        thursday "第几个周四": Text,
        hours "时间": Text,
        holidays "节假日": Text,
        skip "不办日期": OneOrMore,
        neighbourhoods_per_unit "每单位居民区": Range,
        units_per_neighbourhood "每居民区单位": Range,
        max_distance_km "最远公里": Text,
        repeat_theme_after "主题间隔月": Text,
        events_per_day "每天场数": Text,
        fixed "固定结对": Vec<Pairing>,
        forbidden "不结对": Vec<Pairing>,
        note "备注": Text,
    }

    /// A unit and a neighbourhood.
    Pairing { unit "单位": Text = required, neighbourhood "居民区": Text = required, note "备注": Text }
}

impl From<Text> for Wish {
    fn from(post: Text) -> Self {
        Self { at: post.place, post: Some(post), date: None, hours: None }
    }
}

/// A number, or an entry that says more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberOr<E> {
    /// One number.
    Number(Text),
    /// The entry.
    Entry(E),
}

impl<E: Entry> Field for NumberOr<E> {
    const WANTED: Wanted = match E::KEYS.home {
        Home::Need => Wanted::NumberOrNeed,
        _ => Wanted::NumberOrRange,
    };
    const WITHIN: Option<&'static Keys> = Some(&E::KEYS);

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        match Text::read(node, diagnostics) {
            Ok(text) => Ok(Self::Number(text)),
            Err(node) => fields::entry::<E>(node, diagnostics).map(Self::Entry),
        }
    }
}

/// What somebody holds: words, or maps of a word and its last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qualifications(pub Vec<Qualification>);

impl Field for Qualifications {
    const WANTED: Wanted = Wanted::Qualifications;
    const WITHIN: Option<&'static Keys> = Some(&Qualification::KEYS);

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        let word = |name: Text| Qualification { at: name.place, name: Some(name), until: None };
        fields::one_or_more(node, diagnostics, |item, diagnostics| match Text::read(item, diagnostics) {
            Ok(text) => Ok(word(text)),
            Err(item) => fields::entry(item, diagnostics),
        })
        .map(|held| Self(held.value))
    }
}

#[cfg(test)]
mod tests {
    use super::{ENTRIES, File, Scenario};
    use crate::campaign::fields::{Entry, KnownKey};
    use std::collections::BTreeSet;

    /// The Chinese words of the keys, checked to be some that may head a column.
    fn words<'a>(known: impl IntoIterator<Item = &'a KnownKey>) -> BTreeSet<&'a str> {
        let mut words = BTreeSet::new();
        for KnownKey { key, word, .. } in known {
            let is_chinese = !word.is_empty() && word.chars().all(|letter| ('一'..='鿿').contains(&letter));
            assert!(is_chinese && word.chars().count() <= 6, "{key}: {word}");
            assert!(words.insert(*word), "{key}: {word} twice");
        }
        words
    }

    #[test]
    fn has_one_chinese_word_for_each_key_of_an_entry() {
        for keys in ENTRIES {
            assert_eq!(words(keys.known).len(), keys.known.len());
        }
        words(File::KEYS.known.iter().chain(Scenario::KEYS.known));
    }
}
