//! What steps gain in the experience.

use crate::{
    cli::{
        advise::AdviseArguments,
        campaign::{Loaded, read_varied},
        ending::Ending,
        solve::{Task, report},
        terminal::Terminal,
        variations::Variations,
        watch::{Clock, was_stopped},
    },
    experience::explanation::{
        consequence::Change as LevelChange,
        gain::{best, difference},
    },
    inquiry::advice::{Change, Step, days, steps},
    plan::Plan,
    render::{
        block::Section,
        edition::{Edition, names::Names, shown::Shown},
        experience::advice::{self, Advice, Gain},
        wording::{command, run::Run},
    },
    solver::Watch,
};
use serde_json::Value;
use std::collections::VecDeque;

/// What is said of all steps, in words and as data.
///
/// # Errors
/// How the run ends where nothing can be said; what is to be said of it has been told.
pub(super) fn told(
    arguments: &AdviseArguments,
    loaded: &Loaded,
    plan: &Plan,
    task: &Task,
    terminal: Terminal,
) -> Result<(Vec<Section>, Value), Ending> {
    let domain = &loaded.campaign.domain;
    let language = terminal.language(Some(domain.campaign.language));
    let mut advice = Advice::default();
    let clock = Clock::start(language, &task.deadline);
    let defect = |defect| report(&defect, terminal, language);
    let Some(now) = best(domain, &clock).map_err(defect)? else {
        drop(clock);
        if was_stopped() {
            terminal.complain(language, &Run::StoppedEmpty, None);
        } else {
            terminal.complain(language, &Run::NothingFound, Some(&Run::GiveMoreTime));
        }
        return Err(Ending::NoPlan);
    };
    let mut left = VecDeque::from(steps(domain));
    while let Some(step) = left.pop_front() {
        if clock.is_out_of_time() {
            advice.not_tried = left.iter().chain([&step]).map(|step| step.count(domain)).sum();
            break;
        }
        let (_, reading) = read_varied(&arguments.file, &with(&arguments.variations, &step));
        let changed = reading.campaign.map(|campaign| best(&campaign.domain, &clock)).transpose();
        let Some(changed) = changed.map_err(defect)?.flatten() else {
            if clock.is_out_of_time() {
                advice.not_tried += step.count(domain);
            } else {
                advice.impossible += step.count(domain);
            }
            continue;
        };
        let joins = matches!(step.change, Change::Person(_));
        let found = difference(&now, &changed, joins);
        let gain = found.filter(|change: &LevelChange| !change.is_loss());
        match (&step.change, gain, found) {
            (Change::AllDays(post), Some(_), _) => {
                days(domain, *post).into_iter().rev().for_each(|day| left.push_front(day));
            }
            // Its posts' needs go with it: what is better without a unit is no advice to leave it out.
            (Change::WithoutUnit(_), None, Some(change)) => advice.missed.push(Gain { step, change }),
            (Change::WithoutUnit(_), ..) => advice.spared += 1,
            (_, Some(change), _) => advice.gains.push(Gain { step, change }),
            (_, None, Some(_)) => advice.worse += step.count(domain),
            (_, None, None) => advice.without_effect += step.count(domain),
        }
    }
    drop(clock);
    let order: Vec<_> = now.iter().map(|level| level.level).collect();
    advice.rank(&order);
    let shown = Shown::of(domain, false);
    let names = Names::of(&shown, language);
    let edition = Edition::on_screen(&shown, plan, &names, language);
    let command = |step: &Step| tried(arguments, step);
    Ok((advice::sections(edition, &advice, &command), advice::data(&shown, &advice, &command)))
}

/// The variations with those of a step.
fn with(variations: &Variations, step: &Step) -> Variations {
    Variations::written(&[variations.said(), step.options.clone()].concat())
}

/// The command that plans with a step.
fn tried(arguments: &AdviseArguments, step: &Step) -> String {
    let options = with(&arguments.variations, step).said();
    let words = [command::path(&arguments.file.display().to_string())].into_iter();
    let words = words.chain(options.iter().map(|written| command::option(written)));
    format!("chuxin plan {}", words.collect::<Vec<String>>().join(" "))
}
