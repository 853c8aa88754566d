//! What must not be said aloud, and how it is left out of words that belong to no single campaign.
//!
//! In: campaigns, whose numbers are known, and whether personal numbers may be seen. Out: words as they may be said.

use crate::{
    diagnostic::overlay::{Changes, Field},
    domain::{
        Domain,
        private::{HIDDEN, Numbers},
    },
    render::terminal::clean::clean,
};

/// The keys of an entry that say whom to call.
const CALLS: [&str; 3] = ["contact", "phone", "mentor_phone"];

/// The keys that say how old somebody is, which nobody is told.
const AGES: [&str; 2] = ["born", "age"];

/// The keys whose words decide nothing, so that a plan is read the same with others.
const DECIDE_NOTHING: [&str; 6] = ["name", "title", "note", "host_note", "meet", "bring"];

/// What must not be said aloud.
#[derive(Debug, Clone, Default)]
pub struct Discretion {
    /// Whose numbers are known.
    pub(in crate::render) numbers: Numbers,
    /// Whether personal numbers may be seen.
    pub(in crate::render) contacts: bool,
}

impl Discretion {
    /// For what is said of campaigns; `contacts` permits personal numbers.
    pub fn of<'a>(domains: impl IntoIterator<Item = &'a Domain>, contacts: bool) -> Self {
        let mut numbers = Numbers::default();
        for domain in domains {
            numbers.know(domain);
        }
        Self { numbers, contacts }
    }

    /// Words on one line as they may be said.
    pub fn said(&self, text: &str) -> String {
        self.lines(&clean(text))
    }

    /// The same for words whose lines stay.
    pub fn lines(&self, text: &str) -> String {
        if self.contacts { text.to_owned() } else { self.numbers.hidden(text) }
    }

    /// What a scenario changes, without the words of telephones and contacts but the office's, and with as little in
    /// others as may be said.
    pub fn changes(&self, changes: &Changes) -> Changes {
        let mut changes = changes.clone();
        let of_entries =
            changes.changed.iter_mut().flat_map(|(.., fields)| fields).map(|field| (field, true));
        let fields = of_entries.chain(changes.settings.iter_mut().map(|field| (field, false)));
        for (Field { path, from, to, .. }, of_entry) in fields {
            for words in [from, to].into_iter().flatten() {
                *words = if of_entry { self.under(path, words) } else { self.said(words) };
            }
        }
        changes
    }

    /// Words of an entry under a key.
    fn under(&self, path: &str, words: &str) -> String {
        let calls = path.split('.').any(|key| CALLS.contains(&key));
        let is_hidden = calls && !self.contacts || AGES.contains(&path);
        if is_hidden { HIDDEN.to_owned() } else { self.said(words) }
    }

    /// A variation with which a plan was made, as a plan may say it that is read again: ids, and whatever else decides,
    /// stay as they are.
    pub fn variation(&self, option: &str) -> String {
        let Some((path, words)) = option.split_once('=').filter(|_| !self.contacts) else {
            return option.to_owned();
        };
        let of_office = path.starts_with("--set campaign.");
        let said = match path.rsplit('.').next().unwrap_or(path) {
            "contact" if !of_office => "{}".to_owned(),
            key if CALLS.contains(&key) && !of_office => HIDDEN.to_owned(),
            key if CALLS.contains(&key) || DECIDE_NOTHING.contains(&key) => self.lines(words),
            _ => return option.to_owned(),
        };
        // An asterisk in front would be a reference to an anchor.
        if said.starts_with('*') { format!("{path}='{said}'") } else { format!("{path}={said}") }
    }
}
