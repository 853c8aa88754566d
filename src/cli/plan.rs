//! `chuxin plan FILE`: solves a campaign, saves the plan where asked, and prints it.

use crate::{
    cli::{
        arguments::{Format, Plan as Arguments},
        campaign::{self, Loaded},
        ending::Ending,
        files::{hindrance, refusal, relative_to},
        output::{Existing, write_whole},
        terminal::Terminal,
        watch::Clock,
    },
    domain::{Domain, Language},
    pipeline::{self, Defect, Outcome},
    plan::{Plan, json},
    render::{
        conflict, experience,
        page::Page,
        thursday,
        wording::{conflict::Contradiction, run::Run},
    },
};
use std::{io, path::Path};

/// Where the linear program of a failed plan goes.
const REPORT: &str = "chuxin-report.lp";

/// Plans the campaign.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &Arguments, terminal: Terminal) -> io::Result<Ending> {
    if let Some(problem) = arguments.output.as_deref().and_then(|path| hindrance(path, arguments.force)) {
        let hint = matches!(problem, Run::Exists(_)).then_some(&Run::UseForce);
        terminal.complain(terminal.language(None), &problem, hint);
        return Ok(Ending::Refused);
    }
    let Some(Loaded { sources, sound }) = campaign::load(&arguments.file, terminal) else {
        return Ok(Ending::Refused);
    };
    let language = terminal.language(Some(sound.domain.campaign.language));
    let file = relative_to(&arguments.file, arguments.output.as_deref());
    let clock = Clock::start(&sound.domain, language, arguments.time_limit);
    let outcome = pipeline::plan(&sound, &file, &clock);
    let stopped = clock.was_stopped();
    drop(clock);
    match outcome {
        Ok(Outcome::Planned(plan)) => {
            if stopped {
                terminal.hint(language, &Run::Stopped);
            }
            finish(arguments, terminal, language, &sound.domain, &plan)
        }
        Ok(Outcome::Contradiction(found)) => {
            match found {
                Some(found) => terminal.tell(&conflict::text(
                    &sound.domain,
                    &sources,
                    &found,
                    language,
                    terminal.width(),
                )),
                None => terminal.complain(language, &Contradiction::Unnamed, None),
            }
            Ok(Ending::NoPlan)
        }
        Ok(Outcome::NothingFound) if stopped => {
            terminal.complain(language, &Run::StoppedEmpty, None);
            Ok(Ending::NoPlan)
        }
        Ok(Outcome::NothingFound) => {
            terminal.complain(language, &Run::NothingFound, Some(&Run::GiveMoreTime));
            Ok(Ending::NoPlan)
        }
        Err(defect) => Ok(report(&defect, terminal, language)),
    }
}

fn finish(
    arguments: &Arguments,
    terminal: Terminal,
    language: Language,
    domain: &Domain,
    plan: &Plan,
) -> io::Result<Ending> {
    let json = json::text(domain, plan)?;
    if let Some(output) = &arguments.output
        && !save(output, &json, arguments.force, terminal, language)
    {
        return Ok(Ending::Refused);
    }
    match arguments.format {
        Format::Json => terminal.print(&json)?,
        Format::Text => terminal.print(&text(arguments, terminal, language, domain, plan))?,
    }
    let open = !plan.experience.unplaced.is_empty() || !plan.experience.shortages.is_empty();
    if arguments.strict && open {
        terminal.hint(language, &Run::Unfilled);
        return Ok(Ending::Unfilled);
    }
    Ok(Ending::Done)
}

fn text(
    arguments: &Arguments,
    terminal: Terminal,
    language: Language,
    domain: &Domain,
    plan: &Plan,
) -> String {
    let page = Page { language, width: terminal.width(), contacts: arguments.contacts };
    let mut text = experience::report(domain, &plan.experience, arguments.by.views(), page);
    if let (Some(action), Some(thursday)) = (&domain.thursday, &plan.thursday_action) {
        text.push('\n');
        text.push_str(&thursday::report(domain, action, thursday, page));
    }
    text
}

fn save(path: &Path, json: &str, force: bool, terminal: Terminal, language: Language) -> bool {
    let existing = if force { Existing::Replace } else { Existing::Keep };
    let shown = path.display().to_string();
    match write_whole(path, json.as_bytes(), existing) {
        Ok(()) => {
            terminal.note(language, &Run::Saved(shown));
            true
        }
        Err(error) => {
            terminal.complain(language, &refusal(shown, &error), None);
            false
        }
    }
}

/// Says what is wrong with the program and leaves its model beside the user's files.
fn report(defect: &Defect, terminal: Terminal, language: Language) -> Ending {
    let written = !defect.program.is_empty()
        && write_whole(Path::new(REPORT), defect.program.as_bytes(), Existing::Replace).is_ok();
    let report = Run::Report(REPORT.to_owned());
    terminal.complain(language, &Run::Defect(defect.finding.clone()), written.then_some(&report));
    Ending::Defect
}
