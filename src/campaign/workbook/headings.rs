//! Headings and items: which field of an entry a word names.

use crate::{
    campaign::{
        fields::{Keys, KnownKey},
        workbook::RANKS,
    },
    diagnostic::{nearest::nearest, shape::Home},
};
use unicode_normalization::UnicodeNormalization as _;

/// A field, or one within it.
#[derive(Clone, Copy)]
pub struct Field {
    /// Of which kind of entry it is.
    pub home: Home,
    /// The field of the entry.
    pub known: &'static KnownKey,
    /// The field within that, and of which kind of entry that is.
    pub within: Option<(Home, &'static KnownKey)>,
    /// The rank of a wish, from 0.
    pub rank: Option<usize>,
}

impl Field {
    /// Whether two name the same place in an entry.
    pub(super) fn is(&self, other: &Self) -> bool {
        let name = |field: &Self| (field.known.key, field.within.map(|(_, known)| known.key), field.rank);
        name(self) == name(other)
    }
}

/// What else is said for a word of the format.
const OTHERS: [(Home, &str, &[&str]); 14] = [
    (Home::Header, "name", &["活动名称"]),
    (Home::Unit, "name", &["单位名称", "单位"]),
    (Home::Post, "unit", &["所在单位", "接待单位"]),
    (Home::Post, "title", &["岗位名称", "名称"]),
    (Home::Post, "hours", &["时间", "时段"]),
    (Home::Ambassador, "phone", &["手机", "手机号", "联系电话"]),
    (Home::Ambassador, "unit", &["单位", "所在单位"]),
    (Home::Ambassador, "organization", &["党支部", "所在党支部", "党组织", "所在党组织"]),
    (Home::Ambassador, "available", &["可参加时间", "有空日期"]),
    (Home::Ambassador, "qualifications", &["资质"]),
    (Home::Ambassador, "unwished", &["是否服从调剂", "是否服从分配"]),
    (Home::Neighbourhood, "name", &["居民区", "居民区名称"]),
    (Home::Theme, "name", &["主题", "主题名称"]),
    (Home::Contact, "name", &["名字"]),
];

/// A heading without what people put around it: blanks, stars, colons, 必填; in plain letters.
pub(super) fn folded(words: &str) -> String {
    let plain: String = words.nfkc().filter(|letter| !letter.is_whitespace()).collect();
    let plain = plain.replace("(必填)", "").replace("(选填)", "");
    plain.trim_matches(['*', ':']).to_lowercase()
}

/// The field of an entry that a heading names.
pub(super) fn field(keys: &'static Keys, heading: &str) -> Option<Field> {
    let folded = folded(heading);
    if let Some(rank) = rank(&folded) {
        let known =
            keys.known.iter().find(|known| known.within.is_some_and(|within| within.home == Home::Wish))?;
        return Some(Field { home: keys.home, known, within: None, rank: Some(rank) });
    }
    match folded.split_once('.') {
        None => Some(Field { home: keys.home, known: known(keys, &folded)?, within: None, rank: None }),
        Some((outer, inner)) => {
            let outer = known(keys, outer)?;
            let within = outer.within?;
            let inner = (within.home, known(within, inner)?);
            Some(Field { home: keys.home, known: outer, within: Some(inner), rank: None })
        }
    }
}

fn rank(folded: &str) -> Option<usize> {
    let number = folded.strip_prefix('第')?.strip_suffix("志愿")?;
    RANKS.iter().position(|rank| *rank == number)
}

/// The key that a folded word names.
pub(super) fn known(keys: &'static Keys, word: &str) -> Option<&'static KnownKey> {
    let own = |known: &&KnownKey| known.key == word || known.word == word;
    let others = || {
        let (_, key, _) =
            OTHERS.iter().find(|(home, _, words)| *home == keys.home && words.contains(&word))?;
        keys.known.iter().find(|known| known.key == *key)
    };
    keys.known.iter().find(own).or_else(others)
}

/// The word of a field that was probably meant.
pub(super) fn near(keys: &'static Keys, heading: &str) -> Option<&'static str> {
    nearest(&folded(heading), keys.known.iter().map(|known| known.word))
}
