//! `chuxin explain FILE-or-PLAN WHO-or-WHAT`: why somebody has what he or she has, and what it would cost to have a wish; why a
//! post, a unit, a neighbourhood or a day is as it is.

mod experience;
mod pairing;
mod thursday;

use crate::{
    cli::{
        campaign::{Loaded, load, tell},
        ending::Ending,
        files::{relative_to, shown},
        options::{Format, at_least_one, seconds},
        saved::{Kept, SavedPlan},
        solve::{Task, solve_for_questions},
        terminal::Terminal,
        watch::was_stopped,
    },
    diagnostic::reference::Kind,
    inquiry::subject::{Subject, Unclear, subject},
    pipeline::{
        mending::EarlierRosters,
        past::{beside, campaigns},
        second_reading::renewed,
    },
    plan::{Plan, naming, saved::open_any},
    render::{
        block::Section,
        edition::shown::{Discreet, Shown},
        terminal::Page,
        wording::{command, explain::Explain, print::Print, run::Run},
    },
    source::Sources,
};
use clap::Args;
use experience::place::Place;
use serde_json::Value;
use std::{
    io,
    path::{Path, PathBuf},
    time::Duration,
};

/// `chuxin explain`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin explain plan.json 林晓             where, and why each wish did not come true
  chuxin explain plan.json a03 --wish 1     only the first wish
  chuxin explain plan.json a03 --names      who else would have to move, for the organizer alone
  chuxin explain plan.json a03 --letter     to be sent to the person (回复)
  chuxin explain plan.json 社区巡逻员       who wished for a post, and what one more person there would cost
  chuxin explain plan.json unit:bank        the posts of a unit, and why it is not paired with the nearest neighbourhood
  chuxin explain plan.json 2018-10-23       the sessions of a day

Whatever is said to happen with a wish was solved again with that wish granted, and proved.")]
pub struct ExplainArguments {
    /// The campaign file, which is solved first, or a saved plan
    #[arg(value_name = "FILE-or-PLAN")]
    pub file: PathBuf,
    /// Which ambassador, post, unit or neighbourhood, by name or id (unit:ID where several are called so), or which day
    #[arg(value_name = "WHO-or-WHAT")]
    pub who: String,
    /// Only the wishes of this number
    #[arg(long, value_name = "NUMBER", value_parser = at_least_one)]
    pub wish: Option<usize>,
    /// Name others too; left out: only how many they are
    #[arg(long)]
    pub names: bool,
    /// Two or three sentences that can be sent to the person
    #[arg(long)]
    pub letter: bool,
    /// The campaign of a plan, where it does not lie where the plan says
    #[arg(long, value_name = "FILE")]
    pub campaign: Option<PathBuf>,
    /// Stop after so many seconds, and say what was not found out
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// Sentences, or JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text", conflicts_with = "letter")]
    pub format: Format,
}

/// A campaign, its plan, and what that mends.
struct Origin {
    loaded: Loaded,
    plan: Plan,
    mended: Option<EarlierRosters>,
}

/// Says why.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &ExplainArguments, terminal: Terminal) -> io::Result<Ending> {
    let task = Task::begin(arguments.time_limit, None);
    let (origin, of) = match asked(arguments, &task, terminal) {
        Ok(asked) => asked,
        Err(ending) => return Ok(ending),
    };
    let domain = &origin.loaded.campaign.domain;
    let language = terminal.language(Some(domain.campaign.language));
    let place = |of| experience::place::told(&origin, of, arguments.names, &task, terminal);
    let answered = match of {
        Subject::Ambassador(person) => {
            experience::person(arguments, &origin, person, &task, terminal).map(|text| terminal.print(&text))
        }
        Subject::Post(post) => place(Place::Post(post)).map(|told| print(arguments, told, terminal)),
        Subject::Day(date) => place(Place::Day(date))
            .map(|told| print(arguments, thursday::beside(&origin, date, told, terminal), terminal)),
        Subject::Unit(unit) => place(Place::Unit(unit)).and_then(|(mut sections, mut data)| {
            if let Some((section, told)) = pairing::unit(&origin, unit, &task, terminal)? {
                sections.push(section);
                data["paired"] = told["paired"].clone();
                data["not_paired"] = told["not_paired"].clone();
            }
            Ok(print(arguments, (sections, data), terminal))
        }),
        Subject::Neighbourhood(at) => match pairing::neighbourhood(&origin, at, &task, terminal) {
            Ok(Some((section, mut data))) => {
                data["neighbourhood"] = domain.neighbourhood(at).id.clone().into();
                Ok(print(arguments, (vec![section], data), terminal))
            }
            Ok(None) => {
                terminal.complain(language, &Explain::NoThursdayAction, None);
                return Ok(Ending::Refused);
            }
            Err(ending) => Err(ending),
        },
    };
    if was_stopped() && answered.is_ok() {
        terminal.hint(language, &Run::StoppedThere);
    }
    match answered {
        Ok(printed) => printed.map(|()| Ending::Done),
        Err(ending) => Ok(ending),
    }
}

/// The plan that says why, and whom or what is asked about in it. A repair that moved nobody but others held everybody else
/// in place: of them the plan before it says why.
fn asked(arguments: &ExplainArguments, task: &Task, terminal: Terminal) -> Result<(Origin, Subject), Ending> {
    let (mut file, mut campaign) = (arguments.file.clone(), arguments.campaign.as_deref());
    loop {
        let origin = origin(&file, campaign, task, terminal)?;
        let of = subject_of(arguments, &origin, &file, terminal)?;
        let Some(earlier) = before(&origin, of, &file) else { return Ok((origin, of)) };
        let language = terminal.language(Some(origin.loaded.campaign.domain.campaign.language));
        terminal.note(language, &Explain::SaidBefore(shown(&earlier)));
        (file, campaign) = (earlier, None);
    }
}

fn before(origin: &Origin, of: Subject, plan: &Path) -> Option<PathBuf> {
    let Subject::Ambassador(person) = of else { return None };
    let mends = origin.plan.mends.as_ref()?;
    let id = &origin.loaded.campaign.domain.ambassador(person).id;
    let stays = mends.only.as_ref().is_some_and(|only| !only.people.contains(id));
    stays.then(|| beside(plan, &mends.file))
}

fn subject_of(
    arguments: &ExplainArguments,
    origin: &Origin,
    file: &Path,
    terminal: Terminal,
) -> Result<Subject, Ending> {
    let domain = &origin.loaded.campaign.domain;
    let language = terminal.language(Some(domain.campaign.language));
    let shown = Shown::of(domain, false);
    let refused = |problem: &Explain, hint: Option<&Explain>| {
        terminal.complain(language, &Discreet { phrase: problem, shown: &shown }, None);
        if let Some(hint) = hint {
            terminal.hint(language, &Discreet { phrase: hint, shown: &shown });
        }
        Err(Ending::Refused)
    };
    match subject(&arguments.who, domain) {
        Ok(of) if matches!(of, Subject::Ambassador(_)) => Ok(of),
        Ok(_) if arguments.letter || arguments.wish.is_some() => refused(&Explain::OfPeople, None),
        Ok(of) => Ok(of),
        Err(unclear) => {
            if matches!(unclear, Unclear::Nobody { .. })
                && let Some((name, before)) = left(&arguments.who, origin, file)
            {
                return refused(&Explain::Left(name), Some(&Explain::AskBefore(before)));
            }
            let instead = Explain::instead(&unclear);
            refused(&Explain::Unclear(unclear), instead.as_ref())
        }
    }
}

/// What is called so in a campaign of before and in this one no more; with the command that asks about it in the plan before.
fn left(word: &str, origin: &Origin, file: &Path) -> Option<(String, String)> {
    let mends = origin.plan.mends.as_ref()?;
    let name = campaigns(file, Some(mends)).iter().find_map(|domain| {
        let (kind, position) = match subject(word, domain).ok()? {
            Subject::Ambassador(person) => (Kind::Ambassador, person.0),
            Subject::Post(post) => (Kind::Post, post.0),
            Subject::Unit(unit) => (Kind::Unit, unit.0),
            Subject::Neighbourhood(place) => (Kind::Neighbourhood, place.0),
            Subject::Day(_) => return None,
        };
        Some(naming::name(&Shown::of(domain, false), kind, position).to_owned())
    })?;
    let before = command::path(&shown(&beside(file, &mends.file)));
    Some((name, format!("chuxin explain {before} {}", command::argument(word))))
}

/// Prints what is said, in words or as data.
fn print(
    arguments: &ExplainArguments,
    (sections, data): (Vec<Section>, Value),
    terminal: Terminal,
) -> io::Result<()> {
    let page = Page { language: terminal.language(None), width: terminal.width() };
    terminal.print(&match arguments.format {
        Format::Text => page.text(sections),
        Format::Json => format!("{data:#}\n"),
    })
}

fn origin(path: &Path, campaign: Option<&Path>, task: &Task, terminal: Terminal) -> Result<Origin, Ending> {
    let language = terminal.language(None);
    let mut sources = Sources::default();
    match open_any(&mut sources, path) {
        Ok(Some(file)) => {
            let saved = SavedPlan { plan: path, provenance: &file.saved.campaign, campaign, contacts: false };
            let Kept { loaded, reading, .. } = saved.read(&Explain::NotExplained(shown(path)), terminal)?;
            if let Some(earlier) = &reading.lost_earlier {
                terminal.complain(
                    language,
                    &Explain::EarlierLost(earlier.clone()),
                    Some(&Explain::BringBack),
                );
                return Err(Ending::Refused);
            }
            let plan = renewed(&loaded.campaign, &reading);
            Ok(Origin { loaded, plan, mended: reading.mended })
        }
        Ok(None) if campaign.is_some() => {
            let problem = Print::NoPlanFile(path.display().to_string());
            terminal.complain(language, &problem, None);
            Err(Ending::Refused)
        }
        Ok(None) => {
            let loaded = load(path, terminal).ok_or(Ending::Refused)?;
            let file = relative_to(path, Some(Path::new("plan.json")));
            let plan = solve_for_questions(&loaded, &file, task, terminal)?;
            Ok(Origin { loaded, plan, mended: None })
        }
        Err(problems) => {
            tell(&sources, &problems, terminal, language);
            Err(Ending::Refused)
        }
    }
}
