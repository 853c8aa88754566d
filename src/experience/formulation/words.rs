//! What a row says in words, for the comment above it; ids as they stand in the campaign.

use crate::{
    domain::{
        Domain,
        organizations::{OrganizationIx, Organizations},
        places::{MentorIx, SessionIx},
        rules::Priority,
    },
    experience::{
        formulation::subject::{About, Family, RowSubject},
        rule::Rule,
    },
};

/// A sentence such as `a01 is at one place at a time: 2018-10-23, 09:00`.
pub(super) fn sentence(domain: &Domain, subject: RowSubject) -> String {
    let about = about(domain, subject.about);
    match subject.family {
        Family::Rule(Rule::Seats) if opens(domain, subject.about) => {
            format!("{about}: {}, and nobody unless it runs", Rule::Seats.words())
        }
        Family::Rule(rule) => format!("{about}: {}", rule.words()),
        Family::Restored => format!("{about}: no more new sessions than were lost"),
        Family::Asked => format!("{about}: what would be if it were so"),
        Family::Level(level) => format!("{about}: {}", level_words(level)),
    }
}

/// Whether it is decided of a session that it runs.
fn opens(domain: &Domain, about: About) -> bool {
    let About::Session(session) = about else { return false };
    let post = domain.post(domain.session(session).post);
    post.seats_min > 1 || post.leader_among_others().is_some()
}

fn level_words(level: Priority) -> &'static str {
    match level {
        Priority::Coverage => "what is missing to the need",
        Priority::Everyone => "reached only with a session",
        Priority::Enough => "what is missing to the days wanted at least",
        Priority::Even => "every session after the first is one more",
        Priority::Represented => "absent unless somebody of it comes",
        Priority::Groups => "both only if the first comes",
        Priority::Days | Priority::Wishes | Priority::Travel | Priority::First => "counted",
    }
}

fn about(domain: &Domain, about: About) -> String {
    let person = |ambassador| &domain.ambassador(ambassador).id;
    match about {
        About::Session(session) => session_words(domain, session),
        About::Ambassador(ambassador) => person(ambassador).clone(),
        About::Moment(ambassador, date, minute) => {
            format!("{} on {date} at {}", person(ambassador), clock(minute))
        }
        About::Window(ambassador, date) => format!("{} from {date} on", person(ambassador)),
        About::Week(ambassador, monday) => format!("{} in the week from {monday}", person(ambassador)),
        About::Month(ambassador, year, month) => format!("{} in {year}-{month:02}", person(ambassador)),
        About::Visits(ambassador, post) => {
            format!("{} at {}", person(ambassador), domain.post(post).id)
        }
        About::Post(post) => domain.post(post).id.clone(),
        About::Unit(unit) => domain.unit(unit).id.clone(),
        About::UnitDay(unit, date) => format!("{} on {date}", domain.unit(unit).id),
        About::Guidance(mentor, date, minute) => {
            format!("{} on {date} at {}", mentor_words(domain, mentor), clock(minute))
        }
        About::Organization(organization) => organization_words(domain, organization),
        About::Delegation(organization, session) => {
            format!("{} at {}", organization_words(domain, organization), session_words(domain, session))
        }
        About::Pin(position) => {
            let pin = &domain.pins[position];
            let date = pin.date.map(|date| format!(" on {date}")).unwrap_or_default();
            let date = date + &pin.hours.map(|hours| format!(" {hours}")).unwrap_or_default();
            format!("{} at {}{date}", person(pin.ambassador), domain.post(pin.post).id)
        }
        About::Pair(one, other, session) => {
            format!("{} and {} at {}", person(one), person(other), session_words(domain, session))
        }
    }
}

fn session_words(domain: &Domain, session: SessionIx) -> String {
    let session = domain.session(session);
    format!("{} on {}", domain.post(session.post).id, session.date)
}

/// A mentor is known by the first of the posts that he or she guides: the name stays out of files for solvers.
fn mentor_words(domain: &Domain, mentor: MentorIx) -> String {
    let post = domain.posts.iter().find(|post| post.mentor == Some(mentor));
    post.map(|post| format!("the mentor of {}", post.id)).unwrap_or_default()
}

/// An organization is known by the first of those whom it sends: its words stay out of files for solvers.
fn organization_words(domain: &Domain, organization: OrganizationIx) -> String {
    let first = Organizations::of(domain).first_of(organization);
    format!("the organization of {}", domain.ambassador(first).id)
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
