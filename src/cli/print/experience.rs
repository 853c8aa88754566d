//! What can be said to those of whom no wish came true, for a sheet.

use crate::{
    cli::{
        ending::Ending,
        solve::{Task, report},
        terminal::Terminal,
        watch::Clock,
    },
    domain::{Domain, people::AmbassadorIx},
    experience::explanation::person::{Asked, PersonExplanation},
    pipeline::{experience::Premises, mending::EarlierRosters},
    plan::Plan,
};

/// What can be said to each, in the order of the file; `mended` is what the plan had that it mends.
///
/// # Errors
/// How the run ends where the solver fails; what is to be said of it has been told.
pub(super) fn explanations(
    domain: &Domain,
    plan: &Plan,
    mended: Option<&EarlierRosters>,
    task: &Task,
    terminal: Terminal,
) -> Result<Vec<PersonExplanation>, Ending> {
    let language = terminal.language(Some(domain.campaign.language));
    let is_displeased = |person: &AmbassadorIx| {
        let wishes = &domain.ambassador(*person).wishes;
        let mut theirs = plan.experience.roster.placements.iter().filter(|one| one.ambassador == *person);
        let is_pleased =
            theirs.any(|one| wishes.is_empty() || wishes.iter().any(|wish| wish.is_for(one.session())));
        !is_pleased
    };
    let people = (0..domain.ambassadors.len()).map(AmbassadorIx).filter(is_displeased);
    let mut people: Vec<AmbassadorIx> = people.collect();
    people.sort_by_key(|&person| domain.ambassador(person).position);
    let clock = Clock::start(language, &task.deadline);
    let premises = Premises::of(domain, mended);
    let trial = premises.trial(plan);
    let found = people.into_iter().map(|person| trial.person(person, Asked::Open, &clock));
    let found: Result<Vec<PersonExplanation>, _> = found.collect();
    drop(clock);
    found.map_err(|defect| report(&defect, terminal, language))
}
