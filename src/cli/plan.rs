//! `chuxin plan FILE`: solves a campaign, saves the plan where asked, and prints it.

use crate::{
    cli::{
        arguments::{Format, Plan as Arguments},
        campaign,
        ending::Ending,
        files::{self, Existing, hindrance, refuse, relative_to},
        folder::write_one,
        solve::{Task, reserves, solve},
        terminal::Terminal,
    },
    domain::Domain,
    plan::{Plan, json},
    render::{
        experience,
        layout::wrap::wrap_hanging,
        page::Page,
        reserves::List,
        shown::Shown,
        thursday,
        wording::{Phrase, run::Run},
    },
};
use std::io;

/// Plans the campaign.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &Arguments, terminal: Terminal) -> io::Result<Ending> {
    let Some(loaded) = campaign::load_varied(&arguments.file, &arguments.variations, terminal) else {
        return Ok(Ending::Refused);
    };
    let domain = &loaded.sound.domain;
    let language = terminal.language(Some(domain.campaign.language));
    let existing = Existing::forced(arguments.force);
    if let Some(problem) = arguments.output.as_deref().and_then(|path| hindrance(path, existing)) {
        return Ok(refuse(&problem, terminal, language));
    }
    let file = relative_to(&arguments.file, arguments.output.as_deref());
    let task = Task::begin(arguments.time_limit, arguments.reserves);
    match solve(&loaded, &file, &task, terminal) {
        Ok(plan) => {
            let shown = Shown::of(domain, arguments.contacts);
            let plan = Plan { campaign: shown.provenance(&plan.campaign), ..plan };
            finish(arguments, terminal, task, &shown, &plan)
        }
        Err(ending) => Ok(ending),
    }
}

fn finish(
    arguments: &Arguments,
    terminal: Terminal,
    task: Task,
    shown: &Shown<'_>,
    plan: &Plan,
) -> io::Result<Ending> {
    let domain: &Domain = shown;
    let language = terminal.language(Some(domain.campaign.language));
    let json = json::text(domain, plan)?;
    if let Some(output) = &arguments.output {
        if let Err(problem) = write_one(output, json.as_bytes(), Existing::forced(arguments.force)) {
            return Ok(refuse(&problem, terminal, language));
        }
        terminal.note(language, &Run::Saved(files::shown(output)));
    }
    let reserves = match reserves(domain, plan, &task, terminal) {
        Ok(reserves) => reserves,
        Err(ending) => return Ok(ending),
    };
    drop(task);
    let levels = &plan.experience.levels;
    let list = reserves.as_ref().map(|reserves| List { domain: shown, levels, reserves });
    let page = Page { language, width: terminal.width() };
    terminal.print(&match (arguments.format, list) {
        (Format::Json, None) => json,
        (Format::Json, Some(list)) => {
            serde_json::to_string_pretty(&list.beside(json::data(domain, plan)))? + "\n"
        }
        (Format::Text, None) => text(arguments, shown, plan, page),
        (Format::Text, Some(list)) => text(arguments, shown, plan, page) + "\n" + &list.text(page),
    })?;
    let open = !plan.experience.unplaced.is_empty() || !plan.experience.shortages.is_empty();
    if arguments.strict && open {
        terminal.hint(language, &Run::Unfilled);
        return Ok(Ending::Unfilled);
    }
    Ok(Ending::Done)
}

fn text(arguments: &Arguments, domain: &Shown<'_>, plan: &Plan, page: Page) -> String {
    let mut text = String::new();
    if !plan.campaign.variations.is_empty() {
        let varied = Run::Varied(plan.campaign.variations.iter().map(|one| domain.said(one)).collect());
        for line in wrap_hanging(&varied.say(page.language), page.width, 2) {
            text.push_str(&line);
            text.push('\n');
        }
        text.push('\n');
    }
    text += &experience::report(domain, plan, arguments.by.views(), page);
    if let (Some(action), Some(thursday)) = (&domain.thursday, &plan.thursday_action) {
        text.push('\n');
        text.push_str(&thursday::report(domain, action, thursday, page));
    }
    text
}
