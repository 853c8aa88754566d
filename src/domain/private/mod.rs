//! Personal numbers in free text: mobile numbers, numbers that the campaign names as somebody's, those of identity
//! cards and licence plates, however they are written and whatever stands around them.
//!
//! In: text, and whose numbers are known. Out: where such numbers stand, or the text without them. The office's own
//! number is none of them, nor are dates, hours, coordinates, sums of money or the numbers of houses.

mod groups;
mod papers;
mod signs;
mod telephone;

#[cfg(test)]
mod tests;

use crate::domain::Domain;
use groups::{Group, Numerals, chains};
use papers::{day_or_hour, identity, is_day, is_identity, plate};
use signs::{Seen, Sign, signs};
use std::{collections::BTreeSet, ops::Range};
use telephone::{Line, is_mobile, mobile, stuck_mobile};

/// What stands in the place of a number.
pub const HIDDEN: &str = "***";

/// Fewer digits are no number.
const FEWEST: usize = 3;

/// Whose numbers are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Numbers {
    office: Vec<Line>,
    personal: Vec<Line>,
    /// Short numbers within an office or a firm: too few digits for a line, hidden only where they stand alone.
    short: BTreeSet<String>,
}

impl Numbers {
    /// The numbers in a campaign: the office's, and those of units, neighbourhoods, mentors and ambassadors.
    pub fn of(domain: &Domain) -> Self {
        let mut numbers = Self::default();
        numbers.know(domain);
        numbers
    }

    /// Takes in those of a further campaign.
    pub fn know(&mut self, domain: &Domain) {
        let contacts = domain.units.iter().map(|unit| unit.contact.as_ref());
        let contacts = contacts.chain(domain.neighbourhoods.iter().map(|place| place.contact.as_ref()));
        let contacts = contacts.flatten().map(|contact| contact.phone.as_deref());
        let people = domain.ambassadors.iter().map(|person| person.phone.as_deref());
        let mentors = domain.mentors.iter().map(|mentor| mentor.phone.as_deref());
        let personal: Vec<&str> = contacts.chain(people).chain(mentors).flatten().collect();
        self.short.extend(personal.iter().filter_map(|phone| short(phone)));
        let personal = personal.into_iter().flat_map(given);
        // Mobile numbers are found without being known.
        self.personal.extend(personal.filter(|line| !is_mobile(&line.local)));
        let office = domain.campaign.contact.as_ref().and_then(|contact| contact.phone.as_deref());
        self.office.extend(office.into_iter().flat_map(given));
        self.personal.sort_by(|one, other| one.local.cmp(&other.local));
        self.personal.dedup();
    }

    /// The text with [`HIDDEN`] where a personal number stood.
    pub fn hidden(&self, text: &str) -> String {
        self.replaced(text, HIDDEN)
    }

    /// The text without personal numbers, also without those that are hidden already, and without the brackets around
    /// them and the blanks beside them.
    pub fn removed(&self, text: &str) -> String {
        let bare = self.replaced(text, "").replace(HIDDEN, "");
        let bare = ["（）", "()", "[]", "【】"].iter().fold(bare, |bare, empty| bare.replace(empty, ""));
        bare.split_whitespace().collect::<Vec<&str>>().join(" ")
    }

    fn replaced(&self, text: &str, by: &str) -> String {
        let mut kept = String::new();
        let mut end = 0;
        for found in self.find(text) {
            kept.push_str(&text[end..found.start]);
            kept.push_str(by);
            end = found.end;
        }
        kept + &text[end..]
    }

    /// Where personal numbers stand in a text, in bytes and in order.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let signs = signs(text);
        let is_digit = |seen: &&Seen| matches!(seen.sign, Sign::Digit(_) | Sign::Numeral(..));
        if signs.iter().filter(is_digit).count() < FEWEST {
            return vec![];
        }
        let has_numerals = signs.iter().any(|seen| matches!(seen.sign, Sign::Numeral(..)));
        let readings: &[Numerals] =
            if has_numerals { &[Numerals::Words, Numerals::Digits] } else { &[Numerals::Words] };
        let chains = readings.iter().flat_map(|&numerals| chains(&signs, numerals));
        let mut found: Vec<Range<usize>> = chains.flat_map(|chain| self.find_in(&chain)).collect();
        let plates = (0..signs.len()).filter_map(|at| Some(signs[at].start..plate(&signs[at..])?));
        found.extend(plates);
        let found = found.iter().map(|range| with_brackets(&signs, range)).collect();
        merged(found)
    }

    fn find_in(&self, chain: &[Group]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut days = vec![false; chain.len()];
        let mut office = vec![false; chain.len()];
        for first in 0..chain.len() {
            let rest = &chain[first..];
            if let Some((_, end)) = identity(rest) {
                found.push(chain[first].start()..end);
            }
            days[first..first + day_or_hour(rest)].fill(true);
            let lines = windows(rest, &[]).filter_map(|window| Some((Line::of(window)?, window.len())));
            for (line, many) in lines {
                let whole = line.area.is_some() || is_mobile(&line.local);
                if whole && self.office.iter().any(|known| known.is(&line)) {
                    office[first..first + many].fill(true);
                }
            }
        }
        for first in 0..chain.len() {
            let rest = &chain[first..];
            if !office[first] {
                found.extend(run_on(&chain[first]));
            }
            if !days[first] && self.short.contains(&chain[first].digits) {
                found.push(chain[first].start()..chain[first].end());
            }
            for window in windows(rest, &days[first..]) {
                let taken = office[first..first + window.len()].contains(&true);
                if taken {
                    continue;
                }
                if mobile(window).is_some() || self.is_personal(window) {
                    found.push(window[0].start()..window[window.len() - 1].end());
                } else {
                    found.extend(stuck_mobile(window));
                }
            }
        }
        found
    }

    fn is_personal(&self, window: &[Group]) -> bool {
        let Some(line) = Line::of(window) else { return false };
        let from = self.personal.partition_point(|known| known.local < line.local);
        let same = self.personal[from..].iter().take_while(|known| known.local == line.local);
        same.into_iter().any(|known| known.is(&line)) && !self.office.iter().any(|known| known.is(&line))
    }
}

/// The numbers that a field for telephones gives.
fn given(phone: &str) -> Vec<Line> {
    let parts = phone.split(['/', '／', '、', ',', '，', ';', '；', '|']);
    let chains = parts.flat_map(|part| chains(&signs(part), Numerals::Words));
    let numbers = chains.filter(|chain| day_or_hour(chain) == 0);
    numbers.flat_map(|chain| Line::given(&chain)).collect()
}

/// The short number that a field for telephones gives and nothing else.
fn short(phone: &str) -> Option<String> {
    let chains = chains(&signs(phone), Numerals::Words);
    let [group] = chains.iter().flatten().collect::<Vec<&Group>>()[..] else { return None };
    (5..=6).contains(&group.digits.len()).then(|| group.digits.clone())
}

/// The longest number has this many groups, a digit each with the country before it.
const MOST_GROUPS: usize = 18;

/// Every stretch of groups from the first on, up to one that is barred.
fn windows<'a>(groups: &'a [Group], barred: &[bool]) -> impl Iterator<Item = &'a [Group]> {
    let most = groups.len().min(MOST_GROUPS);
    let free = barred.iter().take(most).position(|barred| *barred).unwrap_or(most);
    (1..=free).map(|many| &groups[..many])
}

/// Numbers at the beginning and the end of more digits than one has, as where a date stands right before one.
fn run_on(group: &Group) -> Vec<Range<usize>> {
    let digits = group.digits.as_str();
    let number = |part: &str| is_mobile(part) || is_identity(part, false);
    let place = |part: Range<usize>| group.places[part.start].0..group.places[part.end - 1].1;
    let (mut from, mut to) = (0, digits.len());
    let mut found = Vec::new();
    while let Some(many) = SIZES.into_iter().find(|many| digits.get(from..from + many).is_some_and(number)) {
        found.push(place(from..from + many));
        from += many;
    }
    if from == 0 && digits.get(..8).is_some_and(is_day) {
        from = 8;
    }
    let ends = |many: usize, to: usize| to.checked_sub(many).filter(|&start| start >= from);
    while let Some(start) =
        SIZES.into_iter().filter_map(|many| ends(many, to)).find(|&start| number(&digits[start..to]))
    {
        found.push(place(start..to));
        to = start;
    }
    found
}

/// Digits of an identity card and of a mobile number.
const SIZES: [usize; 2] = [18, 11];

/// A number with the bracket before or behind it that belongs to one within.
fn with_brackets(signs: &[Seen], range: &Range<usize>) -> Range<usize> {
    let (from, to) = (
        signs.partition_point(|seen| seen.start < range.start),
        signs.partition_point(|seen| seen.start < range.end),
    );
    let (mut open, mut unopened) = (0, 0);
    for seen in &signs[from..to] {
        match seen.sign {
            Sign::Bracket(true) => open += 1,
            Sign::Bracket(false) if open > 0 => open -= 1,
            Sign::Bracket(false) => unopened += 1,
            _ => {}
        }
    }
    let before = signs[..from].last().filter(|seen| unopened > 0 && seen.sign == Sign::Bracket(true));
    let behind = signs[to..].first().filter(|seen| open > 0 && seen.sign == Sign::Bracket(false));
    before.map_or(range.start, |seen| seen.start)..behind.map_or(range.end, |seen| seen.end)
}

/// The ranges in order, those that touch each other as one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
