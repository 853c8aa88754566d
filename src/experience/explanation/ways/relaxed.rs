//! The experience as a program in which every row may be given up that belongs to something that can be.
//!
//! In: a campaign. Out: [`Relaxed`]: the rows of each rule as the formulation states that rule alone, so that none is left out
//! because another says more, and for each pair that a rule refuses a row that says so.

use super::concession::Concessions;
use crate::{
    domain::{
        Domain,
        people::AmbassadorIx,
        places::SessionIx,
        requests::{Bond, Group, Pin},
    },
    experience::{
        eligibility::{Eligible, bars, eligible},
        explanation::{conflict::Member, ways::Others},
        formulation::{
            Formulation, formulate,
            subject::{About, Family, RowSubject},
        },
        roster::{Placement, Previous},
        rule::Rule,
    },
    lp::{ColumnIx, Relation, Row, Tier},
    planning::{rules::Rulebook, ways::Relaxation},
    solver::Watch,
};

/// The program; the first of its columns are those of `placements`.
pub(super) struct Relaxed<'a> {
    pub(super) relaxation: Relaxation<Member>,
    /// Who may be where at all if everything is given up, without a rule in force.
    pub(super) placements: Formulation<'a>,
}

/// Pairs of people and sessions up to which ways out are sought.
const MOST_PAIRS: usize = 200_000;

/// The program.
///
/// # Errors
/// Why no ways out are sought: the time was up before it was stated, or it is too large.
pub(super) fn relaxed<'a>(
    concessions: &Concessions<'a>,
    previous: Option<&Previous>,
    watch: &dyn Watch,
) -> Result<Relaxed<'a>, Others> {
    let domain = concessions.domain;
    if domain.ambassadors.len() * domain.sessions.len() > MOST_PAIRS {
        return Err(Others::TooLarge);
    }
    let bare = with(domain, &[], &[]);
    let all = eligible(&bare, Rulebook::none());
    let mut refused: Vec<(usize, Option<Member>)> = Vec::new();
    let refusing = Rule::ALL.into_iter().filter(|&rule| rule.refuses() && rule != Rule::Banned);
    for rule in refusing {
        in_time(watch)?;
        let member = |(person, session): (AmbassadorIx, SessionIx)| {
            concessions.of_placement(rule, Placement::at(*domain.session(session), person))
        };
        refused.extend(refusals(&bare, &all, rule).map(|position| (position, member(all.pairs[position]))));
    }
    for (position, ban) in domain.bans.iter().enumerate() {
        in_time(watch)?;
        let theirs = all.range_of(ban.ambassador);
        let banned = theirs.filter(|&pair| bars(ban, domain.session(all.pairs[pair].1)));
        refused.extend(banned.map(|pair| (pair, Some(Member::Ban(position)))));
    }
    let mut is_open = vec![true; all.pairs.len()];
    refused.iter().filter(|(_, by)| by.is_none()).for_each(|&(position, _)| is_open[position] = false);
    let open = all.kept(|position| is_open[position]);
    let placements = formulate(&bare, &open, Rulebook::none(), previous).model;
    let mut relaxation = Relaxation::of(placements.program.clone());
    relaxation.program.cuts.clear();
    let mut stating = Stating { concessions, pairs: &open, relaxation, watch };
    for (position, by) in refused {
        let (person, session) = all.pairs[position];
        if let (Some(by), Some(column)) = (by, stating.pairs.position(person, session)) {
            stating.shut(by, ColumnIx(column));
        }
    }
    stating.rules(&bare)?;
    stating.entries(bare)?;
    let placements = Formulation { domain, model: placements };
    Ok(Relaxed { relaxation: stating.relaxation, placements })
}

fn in_time(watch: &dyn Watch) -> Result<(), Others> {
    if watch.is_out_of_time() { Err(Others::NotSought) } else { Ok(()) }
}

/// The positions of the pairs that a rule refuses.
fn refusals(domain: &Domain, all: &Eligible, rule: Rule) -> impl Iterator<Item = usize> {
    let welcome = eligible(domain, Rulebook::only(rule));
    let positions = 0..all.pairs.len();
    let pairs = &all.pairs;
    positions.filter(move |&position| welcome.pairs.binary_search(&pairs[position]).is_err())
}

/// The campaign with these pins and groups alone, and without bans and preferences.
fn with(domain: &Domain, pins: &[Pin], groups: &[Group]) -> Domain {
    let mut kept =
        Domain { pins: pins.to_vec(), groups: groups.to_vec(), bans: Vec::new(), ..domain.clone() };
    kept.rules.priorities.clear();
    kept
}

/// The program while it is being stated.
struct Stating<'c, 'a> {
    concessions: &'c Concessions<'a>,
    /// The pairs that its first columns are of.
    pairs: &'c Eligible,
    relaxation: Relaxation<Member>,
    watch: &'c dyn Watch,
}

impl Stating<'_, '_> {
    /// A column is 0 unless something is given up.
    fn shut(&mut self, by: Member, column: ColumnIx) {
        let row = Row { terms: vec![(column, 1)], relation: Relation::AtMost, right: 0 };
        self.relaxation.add_soft(by, &row);
    }

    /// The rules that are rows, each by itself.
    fn rules(&mut self, bare: &Domain) -> Result<(), Others> {
        let of_entries = |rule: &Rule| matches!(rule, Rule::Pinned | Rule::Together | Rule::Apart);
        for rule in Rule::ALL.into_iter().filter(|rule| !rule.is_eligibility() && !of_entries(rule)) {
            let concessions = self.concessions;
            self.state(bare, self.pairs, rule, &|subject| concessions.of_row(rule, subject))?;
        }
        Ok(())
    }

    /// The pins and groups, each by itself, over the pairs of those whom it names.
    fn entries(&mut self, bare: Domain) -> Result<(), Others> {
        let (domain, agreed) = (self.concessions.domain, self.concessions.agreed);
        let pinned = with(domain, &domain.pins, &[]);
        let people = domain.pins.iter().map(|pin| pin.ambassador).collect();
        let pin = |subject: RowSubject| match subject.about {
            About::Pin(position) => (position < agreed).then_some(Member::Pin(position)),
            _ => None,
        };
        self.state(&pinned, &self.pairs.only(&people), Rule::Pinned, &pin)?;
        let mut bound = bare;
        for (position, group) in domain.groups.iter().enumerate() {
            let rule = match group.bond {
                Bond::TogetherMust => Rule::Together,
                Bond::Apart => Rule::Apart,
                Bond::TogetherTry => continue,
            };
            bound.groups = vec![group.clone()];
            let pairs = self.pairs.only(&group.members.iter().copied().collect());
            self.state(&bound, &pairs, rule, &|_| Some(Member::Group(position)))?;
        }
        Ok(())
    }

    /// The rows of one rule over some of the pairs.
    fn state(
        &mut self,
        domain: &Domain,
        pairs: &Eligible,
        rule: Rule,
        by: &dyn Fn(RowSubject) -> Option<Member>,
    ) -> Result<(), Others> {
        in_time(self.watch)?;
        let model = formulate(domain, pairs, Rulebook::only(rule), None).model;
        let own = pairs.pairs.iter().filter_map(|&(person, session)| self.pairs.position(person, session));
        let mut here: Vec<ColumnIx> = own.map(ColumnIx).collect();
        let program = &mut self.relaxation.program;
        let added = here.len()..model.columns.len();
        here.extend(added.map(|_| program.add_column(0, 1, Tier::Open)));
        for (row, &subject) in model.program.rows.iter().zip(&model.rows) {
            let terms = row.terms.iter().map(|&(ColumnIx(column), size)| (here[column], size)).collect();
            let row = Row { terms, ..row.clone() };
            match by(subject) {
                Some(member) => self.relaxation.add_soft(member, &row),
                None => self.relaxation.program.rows.push(row),
            }
        }
        // A session that can never run has no row.
        for (position, &(_, session)) in pairs.pairs.iter().enumerate() {
            if model.program.columns[position].upper == 0
                && let Some(member) = by(Family::Rule(rule).about(About::Session(session)))
            {
                self.shut(member, here[position]);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Concessions, MOST_PAIRS, Others, relaxed};
    use crate::{
        domain::{
            people::AmbassadorIx,
            places::PostIx,
            requests::{Ban, Bond},
            sample::{group, place, sample},
        },
        solver::{Progress, Unwatched, Watch},
    };
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        time::Duration,
    };

    /// Out of time when it has been asked so often.
    struct Asked {
        left: AtomicUsize,
    }

    impl Watch for Asked {
        fn time_left(&self) -> Option<Duration> {
            let asked =
                self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
            asked.is_err().then_some(Duration::ZERO)
        }

        fn report(&self, _: &Progress<'_>) {}
    }

    #[test]
    fn asks_for_the_time_before_each_ban_and_group() {
        const EACH: usize = 50;
        let mut domain = sample();
        let ban =
            Ban { ambassador: AmbassadorIx(0), post: PostIx(0), dates: None, hours: None, place: place() };
        domain.bans = vec![ban; EACH];
        domain.groups = (0..EACH).map(|_| group(Bond::Apart, &[0, 1])).collect();
        let concessions = Concessions::of(&domain, 0);
        let within = |asked: usize| relaxed(&concessions, None, &Asked { left: asked.into() }).err();
        assert_eq!(within(2 * EACH), Some(Others::NotSought));
        assert_eq!(within(3 * EACH), None);
    }

    #[test]
    fn looks_for_no_ways_where_there_is_too_much() {
        let mut domain = sample();
        let sessions = domain.sessions.clone();
        while domain.sessions.len() * domain.ambassadors.len() <= MOST_PAIRS {
            domain.sessions.extend(&sessions);
        }
        assert_eq!(relaxed(&Concessions::of(&domain, 0), None, &Unwatched).err(), Some(Others::TooLarge));
    }
}
