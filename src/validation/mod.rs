//! From the campaign as written to the domain as meant, or every problem at once.
//!
//! In: [`Campaign`]. Out: [`Validated`]: the diagnostics, and a [`Domain`] where none of them is an error.
//! First every entry by itself, with stand-ins where something was reported; what several entries say together is
//! looked at only where nothing was wrong, for there it could be the mere consequence of what was.
//! What needs a planning problem's rules (a pin that breaks one, somebody eligible nowhere) is that problem's review.

pub mod ages;
pub mod characters;
mod check;
mod coordinates;
pub mod dates;
mod doubles;
mod groups;
mod header;
mod holidays;
mod ids;
mod nights;
mod papers;
mod people;
mod places;
mod posts;
mod private;
mod requests;
mod rules;
pub mod signing_up;
mod sums;
mod thursday;
mod thursday_action;
mod thursday_bounds;
mod times;
mod values;

use crate::{
    campaign::{Campaign, schema::File},
    diagnostic::{Diagnostic, Severity, reference::Kind},
    domain::Domain,
};
use check::Check;
use ids::Ids;
use people::Known;

/// What came of a campaign.
#[derive(Debug, Clone)]
pub struct Validated {
    /// The campaign as meant; `None` where a diagnostic is an error, be it of the form or of the values.
    pub domain: Option<Domain>,
    /// Every error, warning and note, those of the form included, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Everything that is named by id.
struct Names {
    units: Ids,
    posts: Ids,
    ambassadors: Ids,
    neighbourhoods: Ids,
    themes: Ids,
}

/// The campaign as meant, or every problem at once.
pub fn validate(campaign: &Campaign) -> Validated {
    let mut check = Check::after(&campaign.diagnostics);
    let domain = domain(campaign, &mut check).filter(|_| check.is_sound());
    if let Some(domain) = &domain {
        sums::refuse_large_levels(domain, &mut check);
        posts::warn_of_namesakes(&domain.mentors, &mut check);
        posts::tell_of_nothing_to_bring(&campaign.file, &mut check);
        posts::tell_of_need_over_the_campaign(domain, &campaign.file, &mut check);
        rules::tell_of_new_levels(domain, &campaign.file, &mut check);
        private::warn(domain, &campaign.file, &mut check);
        doubles::warn(domain, &campaign.file, &mut check);
        nights::tell(domain, &campaign.file, &mut check);
        holidays::warn(domain, &campaign.file, &mut check);
        papers::warn(domain, &campaign.file, &mut check);
        thursday::warn(domain, campaign.file.thursday_action.as_ref(), &mut check);
    }
    let sound = check.is_sound();
    let mut diagnostics = check.diagnostics;
    if !sound {
        // A note is worth reading of a campaign in order.
        diagnostics.retain(|found| found.problem.severity() != Severity::Note);
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.place);
    Validated { domain: domain.filter(|_| sound), diagnostics }
}

/// The domain, with stand-ins where something was reported; `None` where even the season is missing.
fn domain(campaign: &Campaign, check: &mut Check) -> Option<Domain> {
    let file = &campaign.file;
    let mut names = names(file, check);
    let header = header::header(file.campaign.as_ref(), &mut names, check);
    check.period = thursday_action::around(file.thursday_action.as_ref(), check.season);
    let units = places::units(list(file.units.as_ref()), &mut names, check);
    let neighbourhoods = places::neighbourhoods(list(file.neighbourhoods.as_ref()), &mut names, check);
    let themes = thursday::themes(list(file.themes.as_ref()), &names, check);
    let rules = rules::rules(file.rules.as_ref(), check);
    let season = header.as_ref().map(|header| header.season);
    let hours = header.as_ref().map_or(header::USUAL_HOURS, |header| header.hours);
    let places = posts::posts(list(file.posts.as_ref()), &mut names, season, hours, check);
    let homes: Vec<_> = neighbourhoods.iter().map(|neighbourhood| neighbourhood.location).collect();
    let (ambassadors, longest_wishes) =
        people::ambassadors(campaign, &mut names, &Known { homes: &homes, units: &units }, &rules, check);
    let pins = requests::pins(list(file.pins.as_ref()), &mut names, season, &places, check);
    let bans = requests::bans(list(file.bans.as_ref()), &mut names, &places, check);
    let groups = groups::groups(list(file.groups.as_ref()), &mut names, check);
    let settings = file.thursday_action.as_ref();
    let thursday = thursday_action::settings(settings, &mut names, check);
    if let Some(thursday) = &thursday {
        thursday::refuse_nowhere(file, thursday, &units, &neighbourhoods, check);
    }
    Some(Domain {
        campaign: header?,
        units,
        mentors: places.mentors,
        posts: places.posts,
        sessions: places.sessions,
        ambassadors,
        rules: rules.rules,
        pins,
        bans,
        groups,
        neighbourhoods,
        themes,
        thursday,
        longest_wishes,
    })
}

fn list<T>(entries: Option<&Vec<T>>) -> &[T] {
    entries.map_or(&[], Vec::as_slice)
}

fn names(file: &File, check: &mut Check) -> Names {
    let (units, posts) = (list(file.units.as_ref()), list(file.posts.as_ref()));
    let (people, homes) = (list(file.ambassadors.as_ref()), list(file.neighbourhoods.as_ref()));
    let themes = list(file.themes.as_ref());
    let units = units.iter().map(|unit| (unit.id.as_ref(), unit.name.as_ref(), unit.at));
    let posts = posts.iter().map(|post| (post.id.as_ref(), post.title.as_ref(), post.at));
    let people = people.iter().map(|person| (person.id.as_ref(), person.name.as_ref(), person.at));
    let homes = homes.iter().map(|home| (home.id.as_ref(), home.name.as_ref(), home.at));
    let themes = themes.iter().map(|theme| (theme.id.as_ref(), theme.name.as_ref(), theme.at));
    Names {
        units: Ids::of(Kind::Unit, units, check),
        posts: Ids::of(Kind::Post, posts, check),
        ambassadors: Ids::of(Kind::Ambassador, people, check),
        neighbourhoods: Ids::of(Kind::Neighbourhood, homes, check),
        themes: Ids::of(Kind::Theme, themes, check),
    }
}
