//! Questions about the experience: why somebody has what he or she has, and why posts and days are as they are.

pub(super) mod place;

use crate::{
    cli::{
        again::again,
        ending::Ending,
        explain::{ExplainArguments, Origin},
        options::Format,
        solve::{Task, report},
        terminal::Terminal,
        watch::Clock,
    },
    domain::{people::AmbassadorIx, places::PostIx},
    experience::explanation::{
        person::{Asked, PersonExplanation, Question},
        place::PlaceExplanation,
    },
    pipeline::experience::Premises,
    render::{
        edition::{Edition, names::Names, shown::Shown},
        experience::why::{self, Telling},
        terminal::{Page, clean::in_one_line},
        wording::explain::Explain,
    },
};
use chrono::NaiveDate;

/// What is said to somebody.
///
/// # Errors
/// How the run ends where nothing can be said; what is to be said of it has been told.
pub(super) fn person(
    arguments: &ExplainArguments,
    origin: &Origin,
    person: AmbassadorIx,
    task: &Task,
    terminal: Terminal,
) -> Result<String, Ending> {
    let Origin { loaded, plan, mended } = origin;
    let domain = &loaded.campaign.domain;
    let language = terminal.language(Some(domain.campaign.language));
    let shown = Shown::of(domain, false);
    let names = Names::of(&shown, language);
    let number = arguments.wish.map(|number| u32::try_from(number).unwrap_or(u32::MAX));
    if let Some(number) = number
        && domain.ambassador(person).wishes.iter().all(|wish| wish.number != number)
    {
        let name = names.ambassador(person).to_owned();
        terminal.complain(language, &Explain::NoSuchWish { name, number }, None);
        return Err(Ending::Refused);
    }
    let clock = Clock::start(language, &task.deadline);
    let premises = Premises::of(domain, mended.as_ref());
    let asked = number.map_or(Asked::Open, Asked::Number);
    let found = premises.trial(plan).person(person, asked, &clock);
    drop(clock);
    let explanation = found.map_err(|defect| report(&defect, terminal, language))?;
    let again = |question: Question| repeated(&shown, &explanation, question);
    let telling = Telling { names: arguments.names, command: &again };
    Ok(match arguments.format {
        Format::Text if arguments.letter => {
            let edition = Edition::on_screen(&shown, plan, &names, language);
            why::letter::lines(edition, &explanation, arguments.names).join("\n") + "\n"
        }
        Format::Text => {
            let edition = Edition::on_screen(&shown, plan, &names, language);
            let page = Page { language, width: terminal.width() };
            page.text(why::sections(edition, &explanation, &telling))
        }
        Format::Json => format!("{:#}\n", why::data::data(&shown, &explanation, &telling)),
    })
}

/// The command once more, for one question alone.
fn repeated(domain: &Shown<'_>, explanation: &PersonExplanation, question: Question) -> String {
    let wish = match question {
        Question::Place => None,
        Question::Wish(position) => Some(&domain.ambassador(explanation.ambassador).wishes[position]),
    };
    let number: Vec<String> = wish.iter().map(|wish| format!("--wish {}", wish.number)).collect();
    in_one_line(&again("wish", None, &number))
}

/// What is asked of posts and days.
pub(super) enum Asking {
    /// Posts, and whether also why wishes for them did not come true.
    Posts(Vec<PostIx>, bool),
    /// Every session of a day.
    Day(NaiveDate),
}

/// What can be said of posts or of a day.
///
/// # Errors
/// How the run ends where nothing can be said; what is to be said of it has been told.
pub(super) fn answered(
    origin: &Origin,
    asking: Asking,
    task: &Task,
    terminal: Terminal,
) -> Result<Vec<PlaceExplanation>, Ending> {
    let Origin { loaded, plan, mended } = origin;
    let domain = &loaded.campaign.domain;
    let language = terminal.language(Some(domain.campaign.language));
    let clock = Clock::start(language, &task.deadline);
    let premises = Premises::of(domain, mended.as_ref());
    let trial = premises.trial(plan);
    let found = match asking {
        Asking::Posts(posts, with_wishes) => {
            posts.into_iter().map(|post| trial.post(post, with_wishes, &clock)).collect()
        }
        Asking::Day(date) => trial.day(date, &clock),
    };
    drop(clock);
    found.map_err(|defect| report(&defect, terminal, language))
}
