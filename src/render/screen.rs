//! A plan on a screen: who goes where and when, then what could not be done and why, then what was reached and proved.
//!
//! In: an edition and what is wanted of it. Out: sections.

use crate::render::{
    action::Action,
    block::{Item, Section},
    detail::Detail,
    edition::Edition,
    experience::{self, remainder, summary, why::words::Heading},
    levels::Proven,
    thursday,
    wording::{Phrase, bracketed},
};

/// A whole plan.
pub fn plan(edition: Edition<'_>, detail: Detail) -> Vec<Section> {
    let action = Action::of(edition);
    let mut sections = vec![summary::title(edition, detail.everything)];
    if has_experience(edition) {
        sections.extend(experience::sections(edition, detail));
    }
    sections.extend(action.into_iter().flat_map(|action| thursday::sections(action, detail)));
    sections.push(why(edition, detail.everything));
    sections.push(conclusion(edition, detail.everything));
    sections.extend(levels(edition, detail.levels || detail.everything));
    sections
}

/// What is to be said of a mended plan below what is new in it.
pub fn mended(edition: Edition<'_>, detail: Detail) -> Vec<Section> {
    let action = Action::of(edition);
    let mut sections = Vec::new();
    if has_experience(edition) {
        sections.extend(remainder::sections(edition));
    }
    sections.extend(action.into_iter().flat_map(thursday::without));
    sections.push(why(edition, detail.everything));
    sections.push(conclusion(edition, false));
    sections.extend(levels(edition, detail.levels || detail.everything));
    sections
}

/// Whether anybody could be sent anywhere.
fn has_experience(edition: Edition<'_>) -> bool {
    !edition.domain.posts.is_empty() || !edition.domain.ambassadors.is_empty()
}

/// What was reached, and below it what is proved of the whole.
fn conclusion(edition: Edition<'_>, everything: bool) -> Section {
    let mut said = Vec::new();
    if has_experience(edition) {
        said.extend(summary::reached(edition, everything));
    }
    said.extend(Action::of(edition).into_iter().flat_map(thursday::reached));
    said.extend(Proven::of_plan(edition.plan).map(|proven| edition.say(proven)));
    Section::sentences(said)
}

/// How many reasons are told where not all are wanted.
pub const FEW: usize = 8;

/// Why it is so, as far as that was proved: the first few, unless all are wanted.
fn why(edition: Edition<'_>, everything: bool) -> Section {
    let mut items = reasons(edition, !everything);
    let heading = edition.say(Heading::Why);
    let heading = if items.len() < reasons(edition, false).len() {
        bracketed(edition.language, &heading, &edition.say(OneByOne::Verbose))
    } else {
        heading
    };
    let left = items.len().saturating_sub(FEW);
    if left > 0 && !everything {
        items.truncate(FEW);
        items.push(Item::from(edition.say(Rest(left))));
    }
    Section::list(heading, items.into_iter().map(|item| item.text).collect())
}

/// All that a plan says of why it is so, in short or with what the figures count, and how each is solved again.
pub fn reasons(edition: Edition<'_>, in_short: bool) -> Vec<Item> {
    let of_experience = experience::why::claims::items(edition, in_short).into_iter();
    of_experience.chain(thursday::reasons(edition, in_short)).collect()
}

/// Every level, where that is wanted.
fn levels(edition: Edition<'_>, wanted: bool) -> Vec<Section> {
    let experience = (wanted && has_experience(edition)).then(|| summary::levels(edition));
    let action = Action::of(edition).filter(|_| wanted).map(thursday::levels);
    experience.into_iter().chain(action).collect()
}

labels! {
    /// How reasons that are told together are told one by one.
    pub enum OneByOne {
        /// By an option.
        Verbose: "加上 -v 逐条列出", "one by one with -v";
    }
}

/// So many reasons are not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rest(usize);

impl Phrase for Rest {
    fn zh(&self) -> String {
        format!("另有 {} 条，加上 -v 全部列出。", self.0)
    }

    fn en(&self) -> String {
        format!("{} more; -v tells them all.", self.0)
    }
}
