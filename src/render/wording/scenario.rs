//! What a scenario does to the campaign that it extends, a line for each sort of change.

use crate::{
    diagnostic::{
        overlay::{Changes, Field, FieldChange},
        reference::Kind,
    },
    domain::Language,
    render::wording::{Phrase, count, list},
};

impl Phrase for Changes {
    fn zh(&self) -> String {
        let mut lines = vec![format!("  以 {} 为底：", self.base)];
        for (verb, listed) in ["增加", "改动", "删去"].into_iter().zip(self.listed(Language::Zh)) {
            lines.extend(listed.into_iter().map(|Listed { kind, entries, words }| {
                format!("  {verb}{} {entries} {}：{words}", kind.zh(), measure_zh(kind))
            }));
        }
        if !self.settings.is_empty() {
            lines.push(format!("  其他改动：{}", fields(&self.settings, Language::Zh, Words::Said)));
        }
        if lines.len() == 1 {
            lines.push("  没有改动".into());
        }
        lines.join("\n")
    }

    fn en(&self) -> String {
        let mut lines = vec![format!("  over {}:", self.base)];
        for (verb, listed) in ["adds", "changes", "removes"].into_iter().zip(self.listed(Language::En)) {
            lines.extend(listed.into_iter().map(|Listed { kind, entries, words }| {
                let one = kind.en();
                format!("  {verb} {}: {words}", count(entries, &one, &format!("{one}s")))
            }));
        }
        if !self.settings.is_empty() {
            lines.push(format!("  changes also: {}", fields(&self.settings, Language::En, Words::Said)));
        }
        if lines.len() == 1 {
            lines.push("  changes nothing".into());
        }
        lines.join("\n")
    }
}

/// The entries of one kind that are added, changed or removed.
struct Listed {
    kind: Kind,
    entries: usize,
    words: String,
}

impl Changes {
    /// What is added, changed and removed, each by kind.
    fn listed(&self, language: Language) -> [Vec<Listed>; 3] {
        let ids = |entries: &[(Kind, String)]| {
            let of = |kind| {
                let ids = entries.iter().filter(|(own, _)| *own == kind).map(|(_, id)| id.clone());
                let ids: Vec<String> = ids.collect();
                (!ids.is_empty()).then(|| Listed { kind, entries: ids.len(), words: list(language, &ids) })
            };
            Kind::ALL.into_iter().filter_map(of).collect()
        };
        let changed = Kind::ALL.into_iter().filter_map(|kind| self.changed(kind, language)).collect();
        [ids(&self.added), changed, ids(&self.removed)]
    }

    /// The changed entries of a kind with their fields, those together in which the same changes; with old and new
    /// words where these are few.
    fn changed(&self, kind: Kind, language: Language) -> Option<Listed> {
        let changed = self.changed.iter().filter(|(own, ..)| *own == kind);
        let changed: Vec<(&String, &[Field])> =
            changed.map(|(_, id, fields)| (id, fields.as_slice())).collect();
        let mut said = Vec::new();
        for (without, entries) in grouped(&changed, language, Words::Left) {
            if entries.len() > MOST_WITH_WORDS {
                said.push((without, entries));
            } else {
                said.extend(grouped(&entries, language, Words::Said));
            }
        }
        let said: Vec<String> = said
            .into_iter()
            .map(|(said, entries)| {
                let ids: Vec<String> = entries.iter().map(|(id, _)| (*id).clone()).collect();
                match language {
                    Language::Zh => format!("{}（{said}）", list(language, &ids)),
                    Language::En => format!("{} [{said}]", list(language, &ids)),
                }
            })
            .collect();
        let between = match language {
            Language::Zh => "；",
            Language::En => "; ",
        };
        (!changed.is_empty()).then(|| Listed { kind, entries: changed.len(), words: said.join(between) })
    }
}

/// So many entries in which the same field changes are told with its old and new words.
const MOST_WITH_WORDS: usize = 3;

/// Old and new words longer than this are left out.
const LONGEST_WORDS: usize = 30;

/// Whether old and new words are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Words {
    Said,
    Left,
}

/// Changed entries, each an id and its fields.
type Entries<'a> = Vec<(&'a String, &'a [Field])>;

/// Entries by what is said of their fields, in order.
fn grouped<'a>(
    entries: &[(&'a String, &'a [Field])],
    language: Language,
    words: Words,
) -> Vec<(String, Entries<'a>)> {
    let mut groups: Vec<(String, Entries<'a>)> = Vec::new();
    for &(id, changed) in entries {
        let said = fields(changed, language, words);
        match groups.iter_mut().find(|(own, _)| *own == said) {
            Some((_, ids)) => ids.push((id, changed)),
            None => groups.push((said, vec![(id, changed)])),
        }
    }
    groups
}

fn measure_zh(kind: Kind) -> &'static str {
    match kind {
        Kind::Unit => "家",
        Kind::Ambassador => "名",
        Kind::Post | Kind::Neighbourhood | Kind::Theme => "个",
    }
}

fn fields(fields: &[Field], language: Language, words: Words) -> String {
    let said: Vec<String> = fields.iter().map(|field| said(field, language, words)).collect();
    list(language, &said)
}

fn said(field: &Field, language: Language, words: Words) -> String {
    let Field { path, change, from, to } = field;
    let short = |words: &Option<String>| words.clone().filter(|words| words.chars().count() <= LONGEST_WORDS);
    let (from, to) = if words == Words::Said { (short(from), short(to)) } else { (None, None) };
    match (change, from, to, language) {
        (FieldChange::Other, Some(from), Some(to), Language::Zh) => format!("{path} 由 {from} 改为 {to}"),
        (FieldChange::Other, Some(from), Some(to), Language::En) => format!("{path} from {from} to {to}"),
        (FieldChange::Other, ..) => path.clone(),
        (FieldChange::New, _, Some(to), Language::Zh) => format!("{path} 新写 {to}"),
        (FieldChange::New, _, Some(to), Language::En) => format!("{path} {to} (new)"),
        (FieldChange::New, _, _, Language::Zh) => format!("{path} 新写"),
        (FieldChange::New, _, _, Language::En) => format!("{path} (new)"),
        (FieldChange::TakenAway, _, _, Language::Zh) => format!("{path} 去掉"),
        (FieldChange::TakenAway, _, _, Language::En) => format!("{path} (taken away)"),
        (FieldChange::Replaced { entries }, _, _, Language::Zh) => format!("{path} 代替原来的 {entries} 条"),
        (FieldChange::Replaced { entries }, _, _, Language::En) => {
            format!("{path} (replaces {} of the base)", count(*entries, "entry", "entries"))
        }
    }
}
