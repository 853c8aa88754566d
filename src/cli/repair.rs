//! `chuxin repair FILE --plan PLAN`: mends a plan after a change, saves it with what was said, and says whom to tell.

pub mod asked;
mod resolution;
mod scenario;
mod terms;

use crate::{
    cli::{
        campaign::{self, Loaded, tell},
        ending::Ending,
        files::{Existing, obstacle, obstacle_to_plan, refuse, relative_to, shown},
        folder::write_together,
        options::Format,
        solve::{Task, mend, reasons, reserves},
        terminal::Terminal,
    },
    diagnostic::{Diagnostic, problem::Problem},
    domain::{Domain, Language},
    inquiry::{
        notice::{Notice, action_notice, notice},
        repair::{
            self, PlanToMend,
            edits::{Edits, Withdrawal},
        },
    },
    pipeline::{
        self,
        mending::{Before, Exchanged, Mending, Unkept},
        thursday::Stuck,
    },
    plan::{
        Mends, Plan,
        earlier::{EarlierPlan, Held},
        history::Withdrawn,
        json, naming,
        outline::Outline,
    },
    planning::earlier::RepairTerms,
    render::{
        self, conflict,
        detail::Detail,
        edition::{discretion::Discretion, names::NamesById, shown::Shown},
        notice,
        reserves::List,
        terminal::Page,
        wording::{
            command,
            repair::Repair,
            run::{Run, Saving},
        },
    },
    source::Sources,
};
use asked::{Asked, RepairArguments, Said};
use resolution::{refuse_impossible, resolved};
use scenario::laid;
use std::{
    io,
    path::{Path, PathBuf},
    slice,
};
use terms::{Change, When};

/// Mends the plan.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &RepairArguments, terminal: Terminal) -> io::Result<Ending> {
    match prepared(arguments, terminal) {
        Ok((mended, task)) => mended.finish(arguments, task, terminal),
        Err(ending) => Ok(ending),
    }
}

/// A mended plan, with all that is written and printed of it.
struct Mended {
    loaded: Loaded,
    plan: Plan,
    notice: Notice,
    /// What is called how that only the earlier plan names.
    called: NamesById,
    since_today: bool,
    /// The scenario that was made of the options, and where it goes.
    scenario: Option<(PathBuf, String)>,
}

/// The mended plan, and the rest of the time.
fn prepared(arguments: &RepairArguments, terminal: Terminal) -> Result<(Mended, Task), Ending> {
    let asked = Asked::of(arguments, terminal)?;
    let (beside, says_nothing) = (asked.beside(), asked.says_nothing());
    let (mut loaded, known) = base(&asked, terminal).ok_or(Ending::Refused)?;
    let language = terminal.language(Some(loaded.campaign.domain.campaign.language));
    let written = repair::read(&mut loaded.sources, &arguments.plan)
        .and_then(|written| written.in_ids(&loaded.campaign.domain, &loaded.campaign.digest));
    let mut written = refused(written, &loaded.sources, terminal, language)?;
    asked.refuse_another(&written, &loaded, terminal)?;
    let mut found = refused(written.review(&loaded.campaign), &loaded.sources, terminal, language)?;
    let gone: Vec<Diagnostic> = found.placements.gone.iter().map(|gone| gone.problem.clone()).collect();
    tell(&loaded.sources, &gone, terminal, language);
    refuse_outputs(arguments, beside.as_deref(), terminal, language)?;

    let when = terms::when(arguments, &loaded.campaign.domain, terminal, language)?;
    let terms = when.terms;
    let waited = written.file.saved.mends.iter().flat_map(Mends::came_late).cloned().collect();
    let said = Said { waited, ..asked.said(&loaded.campaign.domain, &found, terms, known) };
    let (before, edits) = resolved(&said, &loaded.campaign.domain, &found, terms, terminal)?;
    refuse_impossible(&said, &before, &edits, &written, terminal)?;
    tell_idle(&edits, &found, terminal, language);
    let mut past = written.campaigns(&arguments.plan);
    let mut scenario = None;
    let mut file = asked.file.clone();
    if !says_nothing {
        past.insert(0, before.clone());
        tell_dropped(&edits, &before, terminal, language);
        tell_withdrawn(&edits, &before, terminal, language);
        let digest = loaded.campaign.digest;
        let (varied, made) = laid(&said, beside, &edits, &before, terminal)?;
        loaded = varied;
        // Places in the plan are looked up among the texts that belong to the new campaign.
        let again = repair::read(&mut loaded.sources, &arguments.plan);
        let again = again.and_then(|written| written.in_ids(&before, &digest));
        written = refused(again, &loaded.sources, terminal, language)?;
        found = written.found(&loaded.campaign.domain);
        if let Some((path, _)) = &made {
            file.clone_from(path);
        }
        scenario = made;
    }
    let change = Change::of(&edits, &before, &loaded.campaign.domain, &found, &written);
    let When { terms, since_today } = when.or_since_change(arguments.keep_until.is_some(), change, terminal);
    let domains = || std::iter::once(&loaded.campaign.domain).chain(&past);
    let shown: Vec<Shown<'_>> = domains().map(|domain| Shown::of(domain, arguments.contacts)).collect();
    let called = NamesById::of(&shown, Discretion::of(domains(), arguments.contacts), language);
    let task = Task::begin(arguments.time_limit, arguments.reserves);
    let given = Given {
        arguments,
        written: &written,
        found: &found,
        terms,
        exchanged: edits.exchanged(&before),
        withdrawn: edits.withdrawn_in_ids(&before),
        loaded: &loaded,
        file: &file,
        called: &called,
    };
    let (plan, notice) = mended(&given, &task, terminal)?;
    Ok((Mended { loaded, plan, notice, called, since_today, scenario }, task))
}

/// What a plan is mended from.
struct Given<'a> {
    arguments: &'a RepairArguments,
    /// The earlier plan.
    written: &'a PlanToMend,
    /// What the campaign has of it.
    found: &'a EarlierPlan,
    terms: RepairTerms,
    /// What alone may change, where that was said.
    exchanged: Option<Exchanged>,
    /// What leaves from a day on.
    withdrawn: Vec<Withdrawn>,
    /// The campaign as it is now, and its file.
    loaded: &'a Loaded,
    file: &'a Path,
    called: &'a NamesById,
}

/// The plan that mends the earlier one, and whom to tell what.
fn mended(given: &Given<'_>, task: &Task, terminal: Terminal) -> Result<(Plan, Notice), Ending> {
    let &Given { arguments, written, found, terms, loaded, file, called, .. } = given;
    let domain = &loaded.campaign.domain;
    let language = terminal.language(Some(domain.campaign.language));
    let mends = Mends {
        file: relative_to(&arguments.plan, arguments.output.as_deref()),
        digest: written.file.digest.clone(),
        terms,
        only: None,
        waiting: Vec::new(),
    };
    let before = Before { saved: &written.file.saved, had: written.outline.clone(), found };
    let mut mending = Mending::of(before, domain, mends, given.exchanged.as_ref()).map_err(|unkept| {
        match unkept {
            Unkept::Placements(gone) => tell(&loaded.sources, &gone, terminal, language),
            Unkept::Action(stuck) => {
                for stuck in &stuck {
                    let (pair, events, rule) = match stuck {
                        Stuck::Gone(event) => (&event.pair, slice::from_ref(event), None),
                        Stuck::Pairing(pair, rule) => (pair, [].as_slice(), Some(rule.id())),
                        Stuck::Events { pair, events, rule } => (pair, events.as_slice(), Some(rule.id())),
                    };
                    terminal.complain(language, &notice::stuck(called, pair, events, rule, language), None);
                }
                if stuck.iter().any(|stuck| matches!(stuck, Stuck::Gone(_))) {
                    terminal.hint(language, &Repair::WriteBack);
                }
            }
        }
        Ending::NoPlan
    })?;
    mending.history.withdraw(given.withdrawn.clone());
    let file = relative_to(file, arguments.output.as_deref());
    let mut plan = mend(loaded, &file, &mending, task, terminal)?;
    tell_bereft(&mending, &plan, domain, terminal);
    if arguments.reasons.explain {
        reasons(domain, &mut plan, Some(&mending.earlier), task, terminal)?;
    }
    let outline = Outline::of(domain, &plan);
    let mut notice = notice(domain, &written.outline, &outline);
    notice.action = mending.earlier.thursday.as_ref().map(|_| action_notice(&written.outline, &outline));
    Ok((plan, notice))
}

/// The campaign before what was said, and what is wrong with it; that is told only where nothing is said.
fn base(asked: &Asked<'_>, terminal: Terminal) -> Option<(Loaded, Vec<Problem>)> {
    if asked.says_nothing() {
        return campaign::load(&asked.file, terminal).map(|loaded| (loaded, Vec::new()));
    }
    let mut sources = Sources::default();
    let reading = pipeline::read(&mut sources, &asked.file);
    if reading.campaign.is_none() {
        tell(&sources, &reading.diagnostics, terminal, terminal.language(reading.language));
    }
    let known = reading.diagnostics.into_iter().map(|found| found.problem).collect();
    reading.campaign.map(|campaign| (Loaded { sources, campaign }, known))
}

fn refused<T>(
    result: Result<T, Vec<Diagnostic>>,
    sources: &Sources,
    terminal: Terminal,
    language: Language,
) -> Result<T, Ending> {
    result.map_err(|diagnostics| {
        tell(sources, &diagnostics, terminal, language);
        Ending::Refused
    })
}

/// What speaks against writing the plan, and the scenario beside it.
fn refuse_outputs(
    arguments: &RepairArguments,
    scenario: Option<&Path>,
    terminal: Terminal,
    language: Language,
) -> Result<(), Ending> {
    let Some(output) = &arguments.output else { return Ok(()) };
    let existing = Existing::forced(arguments.force);
    if let Some(problem) = obstacle_to_plan(output, existing) {
        return Err(refuse(&problem, terminal, language));
    }
    match scenario.and_then(|scenario| obstacle(scenario, existing)) {
        // Nobody has given this name.
        Some(Saving::OverRead { path, read }) => {
            terminal.complain(language, &Repair::OverItself { path, read }, None);
            Err(Ending::Refused)
        }
        Some(problem) => Err(refuse(&problem, terminal, language)),
        None => Ok(()),
    }
}

/// Says of whoever is absent and has nothing that could be moved.
fn tell_idle(edits: &Edits, found: &EarlierPlan, terminal: Terminal, language: Language) {
    // What was said of one absence may be kept as several stretches of time.
    for same in edits.absences.chunk_by(|one, other| one.0 == other.0) {
        let has = |Held { session, ambassador }: &Held| {
            same.iter()
                .any(|(_, person, period)| ambassador == person && period.bars(session.date, session.hours))
        };
        if !found.held().iter().any(has) {
            terminal.note(language, &Repair::NotPlaced(same[0].0.clone()));
        }
    }
}

/// Says who goes no more because somebody else cannot.
fn tell_bereft(mending: &Mending, plan: &Plan, domain: &Domain, terminal: Terminal) {
    let language = terminal.language(Some(domain.campaign.language));
    let (shown, placements) = (Shown::of(domain, false), &plan.experience.roster.placements);
    for (one, rule) in mending.bereft.iter().filter(|(one, _)| !placements.contains(one)) {
        terminal.note(language, &notice::bereft(&shown, one, *rule, language));
    }
}

/// Says what leaves from which day on.
fn tell_withdrawn(edits: &Edits, domain: &Domain, terminal: Terminal, language: Language) {
    let shown = Shown::of(domain, false);
    for &Withdrawal { of, position, first } in &edits.withdrawn {
        let said = Repair::Withdrawn { name: naming::name(&shown, of.kind(), position).to_owned(), first };
        terminal.note(language, &said);
    }
}

/// Says which pins fall away with what they agreed on.
fn tell_dropped(edits: &Edits, domain: &Domain, terminal: Terminal, language: Language) {
    let shown = Shown::of(domain, false);
    for position in edits.dropped_pins(domain) {
        terminal.note(language, &Repair::PinDropped(conflict::pin(&shown, position, language)));
    }
}

impl Mended {
    fn finish(&self, arguments: &RepairArguments, task: Task, terminal: Terminal) -> io::Result<Ending> {
        let domain = &self.loaded.campaign.domain;
        let language = terminal.language(Some(domain.campaign.language));
        let seen = Shown::of(domain, arguments.contacts);
        let plan = Plan { campaign: seen.provenance(&self.plan.campaign), ..self.plan.clone() };
        match &arguments.output {
            Some(output) => {
                let text = json::text(domain, &plan);
                if let Err(problem) = self.save(output, &text, Existing::forced(arguments.force)) {
                    return Ok(refuse(&problem, terminal, language));
                }
                terminal.note(language, &Run::Saved(shown(output)));
                if let Some((path, _)) = &self.scenario {
                    terminal.note(language, &Repair::ScenarioSaved(shown(path)));
                }
                let printing = format!("chuxin print {}", command::path(&shown(output)));
                terminal.hint(language, &Repair::PrintNext(printing));
            }
            None => terminal.note(language, &Repair::NotSaved),
        }
        let reserves = match reserves(domain, &self.plan, &task, terminal) {
            Ok(reserves) => reserves,
            Err(ending) => return Ok(ending),
        };
        drop(task);
        let list = reserves.as_ref().map(|reserves| List { domain: &seen, reserves });
        let report = notice::NoticeReport {
            domain: &seen,
            notice: &self.notice,
            called: &self.called,
            plan: &self.plan,
            since_today: self.since_today,
        };
        match arguments.format {
            Format::Json => {
                let rest = report.data(json::data(domain, &plan));
                let text = match list {
                    Some(list) => serde_json::to_string_pretty(&list.beside(rest))?,
                    None => serde_json::to_string_pretty(&rest)?,
                };
                terminal.print(&(text + "\n"))?;
            }
            Format::Text => {
                let page = Page { language, width: terminal.width() };
                terminal.print(&self.text(report, list, arguments.telling.into(), page))?;
            }
        }
        Ok(Ending::Done)
    }

    fn text(
        &self,
        report: notice::NoticeReport<'_>,
        list: Option<List<'_>>,
        told: Detail,
        page: Page,
    ) -> String {
        let domain = report.domain;
        let mut text = page.text(report.sections(page.language));
        text.push('\n');
        text.push_str(&render::mended(domain, &self.plan, told, page));
        if let Some(list) = list {
            text.push('\n');
            text.push_str(&page.text([list.on_screen(page.language)]));
        }
        text
    }

    /// Writes the plan and the scenario, both or none.
    fn save(&self, output: &Path, json: &str, existing: Existing) -> Result<(), Saving> {
        let mut files = vec![(output, json.as_bytes())];
        files.extend(self.scenario.as_ref().map(|(path, text)| (path.as_path(), text.as_bytes())));
        write_together(&files, existing)
    }
}
