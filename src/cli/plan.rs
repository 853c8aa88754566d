//! `chuxin plan FILE`: solves a campaign, saves the plan where asked, and prints it.

use crate::{
    cli::{
        again::again,
        campaign,
        ending::Ending,
        files::{self, Existing, obstacle_to_plan, refusal, refuse, relative_to},
        folder::{write_one, write_together},
        options::{Format, Levels, Reasons, at_least_one, seconds},
        rerun::{Rerun, on_every_save},
        solve::{Task, reasons, reserves, solve},
        terminal::Terminal,
        variations::Variations,
    },
    domain::{Domain, Language},
    pipeline,
    plan::{Plan, json},
    render::{
        self,
        detail::{Detail, Order},
        edition::shown::Shown,
        levels::Proven,
        reserves::List,
        screen,
        terminal::{Page, wrap::wrap_hanging},
        wording::{
            Phrase,
            explain::Explain,
            run::{Run, Saving},
        },
    },
};
use clap::{
    Args,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

/// `chuxin plan`.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  chuxin plan campaign.yaml                    the roster by date (按日期)
  chuxin plan campaign.yaml --by unit          unit by unit (按单位); all: by date, by unit, by ambassador, by month
  chuxin plan campaign.yaml -v                 with ways, what is to be known, and all that was counted and proven
  chuxin plan campaign.yaml -o plan.json       saves the plan (安排方案) too
  chuxin plan campaign.yaml --explain          why each wish did not come true, proved; -o saves the reasons too
  chuxin plan campaign.yaml --contacts         with personal telephone numbers
  chuxin plan campaign.yaml --export programs  the linear programs too, for other solvers
  chuxin plan campaign.yaml --set posts.patrol.seats=2 --without ambassador:a03    what if (比选)

A plan of a varied campaign is verified with the same --set and --without.
What cannot hold together (固定安排, 结伴 …) is named at its lines, with the ways out and exit code 3.
Ctrl-C stops with the best plan and the reserves so far, a second one at once.")]
pub struct PlanArguments {
    /// The campaign file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// What the campaign is read with
    #[command(flatten)]
    pub variations: Variations,
    /// Save the plan (安排方案) as JSON
    #[arg(short, long, value_name = "PLAN")]
    pub output: Option<PathBuf>,
    /// Overwrite the file of -o
    #[arg(long)]
    pub force: bool,
    /// Write the linear program of each level too, as CPLEX LP and MPS, for other solvers: into this folder, made where it is
    /// missing, else empty; each with the values of the levels above
    #[arg(long, value_name = "DIR")]
    pub export: Option<PathBuf>,
    /// How much of it is told.
    #[command(flatten)]
    pub telling: Telling,
    /// Print personal telephone numbers too; the office's own always is
    #[arg(long)]
    pub contacts: bool,
    /// Stop seeking after so many seconds with the best plan so far, and the reserves so far, for which half of
    /// the time is left; reading and printing do not count; left out: until everything is proven
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// Name up to so many people a session who could step in (候补), the least cost first
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub reserves: Option<usize>,
    /// Whether reasons are proved.
    #[command(flatten)]
    pub reasons: Reasons,
    /// End with exit code 1 where an ambassador is not placed or a need is not met
    #[arg(long)]
    pub strict: bool,
    /// Tables, or the plan as JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
    /// Whether it runs again.
    #[command(flatten)]
    pub rerun: Rerun,
}

/// How much of a plan is told.
#[derive(Debug, Clone, Copy, Args)]
pub struct Telling {
    /// Order of the roster: day by day, unit by unit, person by person; month: the Thursday Action month by month too
    #[arg(long, value_name = "ORDER", value_parser = orders(), default_value = "date")]
    pub by: Detail,
    /// Whether levels are told.
    #[command(flatten)]
    pub levels: Levels,
    /// Print everything: levels, ways, what is to be known, the lecture, who is paired with whom, month by month
    #[arg(short, long)]
    pub verbose: bool,
}

impl From<Telling> for Detail {
    fn from(telling: Telling) -> Self {
        Self { levels: telling.levels.levels, everything: telling.verbose, ..telling.by }
    }
}

/// Reads the name of an order, `month` or `all`.
fn orders() -> impl TypedValueParser<Value = Detail> {
    const ALL: &[Order] = &Order::ALL;
    const MONTH: &str = "month";
    let one = |order: &Order| PossibleValue::new(order.id()).help(order.en());
    let month = PossibleValue::new(MONTH).help("by date, and the Thursday Action month by month");
    let all = PossibleValue::new("all").help("one after the other");
    PossibleValuesParser::new(ALL.iter().map(one).chain([month, all])).map(|name| {
        let position = ALL.iter().position(|order| order.id() == name);
        match position {
            Some(position) => Detail { orders: &ALL[position..=position], ..Detail::USUAL },
            None if name == MONTH => Detail { months: true, ..Detail::USUAL },
            None => Detail { orders: ALL, months: true, ..Detail::USUAL },
        }
    })
}

/// Plans the campaign, again and again where it is watched.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &PlanArguments, terminal: Terminal) -> io::Result<Ending> {
    if !arguments.rerun.watch {
        return plan(arguments, terminal);
    }
    let mut turn = arguments.clone();
    on_every_save(terminal, || {
        let ending = plan(&turn, terminal)?;
        // Its own plan of the turn before.
        turn.force |= matches!(ending, Ending::Done | Ending::Unfilled);
        Ok(ending)
    })
}

fn plan(arguments: &PlanArguments, terminal: Terminal) -> io::Result<Ending> {
    let Some(loaded) = campaign::load_varied(&arguments.file, &arguments.variations, terminal) else {
        return Ok(Ending::Refused);
    };
    let domain = &loaded.campaign.domain;
    let language = terminal.language(Some(domain.campaign.language));
    let existing = Existing::forced(arguments.force);
    if let Some(problem) = arguments.output.as_deref().and_then(|path| obstacle_to_plan(path, existing)) {
        return Ok(refuse(&problem, terminal, language));
    }
    if let Some(problem) = arguments.export.as_deref().and_then(|folder| export_obstacle(folder, existing)) {
        return Ok(refuse(&problem, terminal, language));
    }
    let file = relative_to(&arguments.file, arguments.output.as_deref());
    let task = Task::begin(arguments.time_limit, arguments.reserves);
    let plan = solve(&loaded, &file, &task, terminal).and_then(|mut plan| {
        if arguments.reasons.explain {
            reasons(domain, &mut plan, None, &task, terminal)?;
        }
        Ok(plan)
    });
    match plan {
        Ok(plan) => {
            let shown = Shown::of(domain, arguments.contacts);
            let plan = Plan { campaign: shown.provenance(&plan.campaign), ..plan };
            finish(arguments, terminal, task, &shown, &plan)
        }
        Err(ending) => Ok(ending),
    }
}

fn finish(
    arguments: &PlanArguments,
    terminal: Terminal,
    task: Task,
    shown: &Shown<'_>,
    plan: &Plan,
) -> io::Result<Ending> {
    let domain: &Domain = shown;
    let language = terminal.language(Some(domain.campaign.language));
    let json = json::text(domain, plan);
    if let Some(output) = &arguments.output {
        if let Err(problem) = write_one(output, json.as_bytes(), Existing::forced(arguments.force)) {
            return Ok(refuse(&problem, terminal, language));
        }
        terminal.note(language, &Run::Saved(files::shown(output)));
    }
    if let Some(folder) = &arguments.export
        && let Err(problem) = export(folder, domain, plan, Existing::forced(arguments.force))
    {
        return Ok(refuse(&problem, terminal, language));
    }
    let reserves = match reserves(domain, plan, &task, terminal) {
        Ok(reserves) => reserves,
        Err(ending) => return Ok(ending),
    };
    drop(task);
    let list = reserves.as_ref().map(|reserves| List { domain: shown, reserves });
    let page = Page { language, width: terminal.width() };
    terminal.print(&match (arguments.format, list) {
        (Format::Json, None) => json,
        (Format::Json, Some(list)) => {
            serde_json::to_string_pretty(&list.beside(json::data(domain, plan)))? + "\n"
        }
        (Format::Text, None) => text(arguments, shown, plan, page),
        (Format::Text, Some(list)) => {
            text(arguments, shown, plan, page) + "\n" + &page.text([list.on_screen(language)])
        }
    })?;
    if arguments.format == Format::Text {
        tell_next(arguments, plan, terminal, language);
    }
    let open = !plan.experience.unplaced.is_empty() || !plan.experience.shortages.is_empty();
    if arguments.strict && open {
        terminal.hint(language, &Run::Unfilled);
        return Ok(Ending::Unfilled);
    }
    Ok(Ending::Done)
}

/// What speaks against a folder for programs, before anything is solved: it holds something.
fn export_obstacle(folder: &Path, existing: Existing) -> Option<Saving> {
    let shown = || files::shown(folder);
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            (existing == Existing::Keep && entries.next().is_some()).then(|| Saving::Exists(shown()))
        }
        Err(_) => folder.symlink_metadata().is_ok().then(|| Saving::NotFolder(shown())),
    }
}

/// Writes the program of each level.
fn export(folder: &Path, domain: &Domain, plan: &Plan, existing: Existing) -> Result<(), Saving> {
    fs::create_dir_all(folder).map_err(|error| refusal(folder, &error))?;
    pipeline::export(domain, plan, &mut |level| {
        let [lp, mps] = ["lp", "mps"].map(|ending| folder.join(format!("{}.{ending}", level.name)));
        write_together(&[(&lp, level.lp.as_bytes()), (&mps, level.mps.as_bytes())], existing)
    })
}

/// What to do with the plan: print it and mend it, where it is saved; a stream is not saved.
fn tell_next(arguments: &PlanArguments, plan: &Plan, terminal: Terminal, language: Language) {
    let is_open = Proven::of_plan(plan).is_some_and(|proven| proven.proven < proven.all);
    let told = Detail::from(arguments.telling);
    if is_open && !told.levels && !told.everything {
        terminal.hint(language, &Run::SeeLevels);
    }
    if plan.claims().is_some_and(|claims| claims.all > screen::FEW) && !told.everything {
        terminal.hint(language, &Explain::All(again("output", None, &["-v".to_owned()])));
    }
    match &arguments.output {
        Some(output) => terminal.hint(language, &Run::PrintOrMend(files::shown(output))),
        // The programs stand there already.
        None if arguments.file == Path::new("-") || arguments.export.is_some() => {}
        None => {
            let saving = again("output", Some(Path::new("plan.json")), &[]);
            terminal.hint(language, &Run::SaveAndPrint(saving));
        }
    }
}

fn text(arguments: &PlanArguments, domain: &Shown<'_>, plan: &Plan, page: Page) -> String {
    let mut text = String::new();
    if !plan.campaign.variations.is_empty() {
        let varied = Run::Varied(plan.campaign.variations.iter().map(|one| domain.said(one)).collect());
        for line in wrap_hanging(&varied.say(page.language), page.width, 2) {
            text.push_str(&line);
            text.push('\n');
        }
        text.push('\n');
    }
    text + &render::report(domain, plan, arguments.telling.into(), page)
}
