//! The levels: one function per level, most important first.

use crate::{
    domain::{places::NeighbourhoodIx, themes::ThemeIx, thursday::Month},
    lp::{ColumnIx, Relation, Sense, Terms, Tier},
    planning::{earlier::Earlier, model::count},
    timetable::{
        formulation::{
            Choice, ColumnSubject, Formulation, RowSubject, choices::distance, distinct, drawn, ones,
        },
        level::Level,
        roster::Event,
    },
};
use std::collections::BTreeMap;

impl Formulation<'_> {
    /// Level `timetable-changes`, down, before all others: P − Σ y over the P events here that the earlier plan had.
    /// Those that can no longer be are gone in any case, and counted once all parts are added up.
    pub(super) fn changes(&mut self, previous: &Earlier<Event>) {
        let kept = self.weighed(|_, choice| -i64::from(previous.has(&choice.event)));
        let had = self.choices.iter().filter(|choice| previous.has(&choice.event)).count();
        self.model.add_level(Level::Changes, Sense::Min, kept, count(had));
    }

    /// Level `held`, down: pairings × months without an event.
    pub(super) fn held(&mut self) {
        let terms = self.weighed(|_, _| -1);
        let all = count(self.pairings.len() * self.months.len());
        self.model.add_level(Level::Held, Sense::Min, terms, all);
    }

    /// Level `moved`, down, with an n-th Thursday: Σ distance from it · y.
    pub(super) fn moved(&mut self) {
        let Some(nth) = self.setting.action.nth else { return };
        let terms = self.weighed(|this, choice| distance(nth, this.months[choice.month], choice.event.date));
        self.model.add_level(Level::Moved, Sense::Min, terms, 0);
    }

    /// Level `rested`, down, where K = `repeat_theme_after` > 1: over neighbourhood, theme and every window of K
    /// months in a row that touches the period, Σ max(0, events in it − 1).
    ///
    /// for each neighbourhood n, theme t, window w: Σ y in w − returns\[n,t,w\] ≤ 1
    pub(super) fn rested(&mut self) {
        let window = self.setting.action.repeat_theme_after as usize;
        if window <= 1 {
            return;
        }
        let mut returning = Terms::new();
        for ((place, theme), choices) in self.by_theme() {
            for ((first, last), times) in windows(window, self.months.len()) {
                let within: Vec<Choice> =
                    choices.iter().copied().filter(|choice| (first..=last).contains(&choice.month)).collect();
                let most = distinct(&within, |choice| (choice.pairing, choice.month));
                if most > 1 {
                    let subject = ColumnSubject::Returns(place, theme, first, last);
                    let returns = self.model.add_column(subject, count(most - 1), Tier::Implied);
                    let mut terms = ones(&within);
                    terms.push((returns, -1));
                    let subject = RowSubject::Rested(place, theme, first, last);
                    self.model.add_row(subject, terms, Relation::AtMost, 1);
                    returning.push((returns, times));
                }
            }
        }
        self.model.add_level(Level::Rested, Sense::Min, returning, 0);
    }

    /// Level `needs`, up: Σ weight · met\[n,t\]; of k needs the first weighs k, the last 1.
    ///
    /// for each need t of neighbourhood n: met\[n,t\] ≤ Σ y
    pub(super) fn needs(&mut self) {
        let mut met = Terms::new();
        for ((place, theme), choices) in self.by_theme() {
            let needs = &self.setting.domain.neighbourhood(place).needs;
            let Some(rank) = needs.iter().position(|need| *need == theme) else { continue };
            let weight = count(needs.len() - rank);
            let column = self.model.add_column(ColumnSubject::Met(place, theme), 1, Tier::Implied);
            let mut terms = ones(&choices);
            terms.push((column, -1));
            self.model.add_row(RowSubject::Needs(place, theme), terms, Relation::AtLeast, 0);
            met.push((column, weight));
        }
        self.model.add_level(Level::Needs, Sense::Max, met, 0);
    }

    /// Level `wanted`, up: Σ y whose theme the neighbourhood needs.
    pub(super) fn wanted(&mut self) {
        let terms = self.weighed(|this, choice| {
            let needs = &this.setting.domain.neighbourhood(choice.event.neighbourhood).needs;
            i64::from(needs.contains(&choice.event.theme))
        });
        self.model.add_level(Level::Wanted, Sense::Max, terms, 0);
    }

    /// Level `variety`, down: over neighbourhood and theme, Σ e(e − 1)/2 for e events; the k-th event adds k − 1.
    ///
    /// for each neighbourhood n, theme t: Σ y − Σₖ further\[n,t,k\] ≤ 1
    pub(super) fn variety(&mut self) {
        let mut costs = Terms::new();
        for ((place, theme), choices) in self.by_theme() {
            let most = distinct(&choices, |choice| (choice.pairing, choice.month));
            let mut terms = ones(&choices);
            for further in 2..=most {
                let subject = ColumnSubject::Further(place, theme, further);
                let column = self.model.add_column(subject, 1, Tier::Implied);
                terms.push((column, -1));
                costs.push((column, count(further - 1)));
            }
            if most > 1 {
                self.model.add_row(RowSubject::Variety(place, theme), terms, Relation::AtMost, 1);
            }
        }
        self.model.add_level(Level::Variety, Sense::Min, costs, 0);
    }

    /// Level `spread`, down, where the plan chooses the Thursdays: Σ over the months of the events on the busiest.
    ///
    /// for each Thursday d of month m: Σ y on d − busiest\[m\] ≤ 0
    pub(super) fn spread(&mut self) {
        if self.setting.action.nth.is_some() {
            return;
        }
        let mut busiest: BTreeMap<usize, ColumnIx> = BTreeMap::new();
        for ((month, date), choices) in self.grouped(|choice| (choice.month, choice.event.date)) {
            let most = self.pairings.len();
            let subject = ColumnSubject::Busiest(self.months[month]);
            let column = *busiest
                .entry(month)
                .or_insert_with(|| self.model.add_column(subject, count(most), Tier::Implied));
            let mut terms = ones(&choices);
            terms.push((column, -1));
            self.model.add_row(RowSubject::Spread(date), terms, Relation::AtMost, 0);
        }
        let terms = busiest.into_values().map(|column| (column, 1)).collect();
        self.model.add_level(Level::Spread, Sense::Min, terms, 0);
    }

    /// Tells the program how many events the busiest day of a month has at least.
    pub fn raise_busiest(&mut self, month: Month, least: i64) {
        let busiest = ColumnSubject::Busiest(month);
        for (column, _) in
            self.model.program.columns.iter_mut().zip(&self.model.columns).filter(|(_, of)| **of == busiest)
        {
            column.lower = least.clamp(column.lower, column.upper);
        }
    }

    /// Level `timetable-lot`, down: Σ lot(seed, unit, neighbourhood, date, theme) · y.
    pub(super) fn lot(&mut self) {
        let terms = self.weighed(|this, choice| drawn(this.setting.domain, &choice.event));
        self.model.add_level(Level::Lot, Sense::Min, terms, 0);
    }

    fn by_theme(&self) -> BTreeMap<(NeighbourhoodIx, ThemeIx), Vec<Choice>> {
        self.grouped(|choice| (choice.event.neighbourhood, choice.event.theme))
    }

    fn weighed(&self, weight: impl Fn(&Self, &Choice) -> i64) -> Terms {
        self.choices.iter().map(|choice| (choice.column, weight(self, choice))).collect()
    }
}

/// Every window of `length` months in a row that touches a period of `months`, as first and last position within
/// the period, with how many windows share these.
fn windows(length: usize, months: usize) -> BTreeMap<(usize, usize), i64> {
    let mut windows = BTreeMap::new();
    for end in 0..months + length - 1 {
        let first = (end + 1).saturating_sub(length);
        *windows.entry((first, end.min(months - 1))).or_default() += 1;
    }
    windows
}

#[cfg(test)]
mod tests {
    use super::windows;

    #[test]
    fn counts_windows_that_reach_beyond_the_period() {
        let three_of_four = windows(3, 4);
        let expected = [((0, 0), 1), ((0, 1), 1), ((0, 2), 1), ((1, 3), 1), ((2, 3), 1), ((3, 3), 1)];
        assert_eq!(three_of_four.into_iter().collect::<Vec<_>>(), expected);
        assert_eq!(windows(4, 2).into_iter().collect::<Vec<_>>(), [((0, 0), 1), ((0, 1), 3), ((1, 1), 1)]);
    }
}
