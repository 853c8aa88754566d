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
        let kinds = |verb: &str, ids: &dyn Fn(Kind) -> Vec<String>, lines: &mut Vec<String>| {
            for kind in KINDS {
                let ids = ids(kind);
                if !ids.is_empty() {
                    let (name, count) = (kind_zh(kind), counted_zh(kind, ids.len()));
                    lines.push(format!("  {verb}{name} {count}：{}", list(Language::Zh, &ids)));
                }
            }
        };
        kinds("增加", &|kind| of_kind(&self.added, kind), &mut lines);
        kinds("改动", &|kind| self.changed(kind, Language::Zh), &mut lines);
        kinds("删去", &|kind| of_kind(&self.removed, kind), &mut lines);
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
        let kinds =
            |verb: &str, between: &str, ids: &dyn Fn(Kind) -> Vec<String>, lines: &mut Vec<String>| {
                for kind in KINDS {
                    let ids = ids(kind);
                    if !ids.is_empty() {
                        let one = kind_en(kind);
                        let counted = count(ids.len(), one, &format!("{one}s"));
                        lines.push(format!("  {verb} {counted}: {}", ids.join(between)));
                    }
                }
            };
        kinds("adds", ", ", &|kind| of_kind(&self.added, kind), &mut lines);
        kinds("changes", "; ", &|kind| self.changed(kind, Language::En), &mut lines);
        kinds("removes", ", ", &|kind| of_kind(&self.removed, kind), &mut lines);
        if !self.settings.is_empty() {
            lines.push(format!("  changes also: {}", fields(&self.settings, Language::En)));
        }
        if lines.len() == 1 {
            lines.push("  changes nothing".into());
        }
        lines.join("\n")
    }
}

impl Changes {
    /// The changed entries of a kind, each with its fields.
    fn changed(&self, kind: Kind, language: Language) -> Vec<String> {
        let changed = self.changed.iter().filter(|(own, ..)| *own == kind);
        changed
            .map(|(_, id, changed)| match language {
                Language::Zh => format!("{id}（{}）", fields(changed, language)),
                Language::En => format!("{id}: {}", fields(changed, language)),
            })
            .collect()
    }
}

fn of_kind(entries: &[(Kind, String)], kind: Kind) -> Vec<String> {
    entries.iter().filter(|(own, _)| *own == kind).map(|(_, id)| id.clone()).collect()
}

fn counted_zh(kind: Kind, count: usize) -> String {
    let measure = match kind {
        Kind::Unit => "家",
        Kind::Ambassador => "名",
        Kind::Post | Kind::Neighbourhood | Kind::Theme => "个",
    };
    format!("{count} {measure}")
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
