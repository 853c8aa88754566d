//! What a scenario does to the campaign that it extends, a line for each sort of change.

use crate::{
    diagnostic::{
        overlay::{Changes, Field, FieldChange},
        reference::Kind,
    },
    domain::Language,
    render::wording::{
        Phrase, count, list,
        problem::reference::{kind_en, kind_zh},
    },
};

/// The kinds in the order in which a file has them.
const KINDS: [Kind; 5] = [Kind::Unit, Kind::Post, Kind::Ambassador, Kind::Neighbourhood, Kind::Theme];

impl Phrase for Changes {
    fn zh(&self) -> String {
        let mut lines = vec![format!("  以 {} 为底：", self.base)];
        for (verb, listed) in ["增加", "改动", "删去"].into_iter().zip(self.listed(Language::Zh)) {
            lines.extend(listed.into_iter().map(|Listed { kind, entries, words }| {
                format!("  {verb}{} {entries} {}：{words}", kind_zh(kind), measure_zh(kind))
            }));
        }
        if !self.settings.is_empty() {
            lines.push(format!("  其他改动：{}", fields(&self.settings, Language::Zh)));
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
                let one = kind_en(kind);
                format!("  {verb} {}: {words}", count(entries, one, &format!("{one}s")))
            }));
        }
        if !self.settings.is_empty() {
            lines.push(format!("  changes also: {}", fields(&self.settings, Language::En)));
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
            KINDS.into_iter().filter_map(of).collect()
        };
        let changed = KINDS.into_iter().filter_map(|kind| self.changed(kind, language)).collect();
        [ids(&self.added), changed, ids(&self.removed)]
    }

    /// The changed entries of a kind with their fields, those together in which the same changes.
    fn changed(&self, kind: Kind, language: Language) -> Option<Listed> {
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for (_, id, changed) in self.changed.iter().filter(|(own, ..)| *own == kind) {
            let said = fields(changed, language);
            match groups.iter_mut().find(|(own, _)| *own == said) {
                Some((_, ids)) => ids.push(id.clone()),
                None => groups.push((said, vec![id.clone()])),
            }
        }
        let said = groups.iter().map(|(said, ids)| match language {
            Language::Zh => format!("{}（{said}）", list(language, ids)),
            Language::En => format!("{} [{said}]", list(language, ids)),
        });
        let said: Vec<String> = said.collect();
        let entries = groups.iter().map(|(_, ids)| ids.len()).sum();
        let between = match language {
            Language::Zh => "；",
            Language::En => "; ",
        };
        (entries > 0).then(|| Listed { kind, entries, words: said.join(between) })
    }
}

fn measure_zh(kind: Kind) -> &'static str {
    match kind {
        Kind::Unit => "家",
        Kind::Ambassador => "名",
        Kind::Post | Kind::Neighbourhood | Kind::Theme => "个",
    }
}

fn fields(fields: &[Field], language: Language) -> String {
    let said: Vec<String> = fields.iter().map(|field| said(field, language)).collect();
    list(language, &said)
}

fn said(Field { path, change }: &Field, language: Language) -> String {
    match (change, language) {
        (FieldChange::Other, _) => path.clone(),
        (FieldChange::New, Language::Zh) => format!("{path} 新写"),
        (FieldChange::TakenAway, Language::Zh) => format!("{path} 去掉"),
        (FieldChange::Replaced { entries }, Language::Zh) => format!("{path} 代替原来的 {entries} 条"),
        (FieldChange::New, Language::En) => format!("{path} (new)"),
        (FieldChange::TakenAway, Language::En) => format!("{path} (taken away)"),
        (FieldChange::Replaced { entries }, Language::En) => {
            format!("{path} (replaces {} of the base)", count(*entries, "entry", "entries"))
        }
    }
}
