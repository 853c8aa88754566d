//! What a row says in words, for the comment above it; ids as they stand in the campaign.

use crate::{
    domain::{
        Domain,
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
        Family::Rule(Rule::Seats) if has_quorum(domain, subject.about) => {
            format!("{about}: {}, and nobody unless it runs", Rule::Seats.words())
        }
        Family::Rule(rule) => format!("{about}: {}", rule.words()),
        Family::Level(level) => format!("{about}: {}", level_words(level)),
    }
}

fn has_quorum(domain: &Domain, about: About) -> bool {
    matches!(about, About::Session(session) if domain.post(domain.session(session).post).seats_min > 1)
}

fn level_words(level: Priority) -> &'static str {
    match level {
        Priority::Coverage => "what is missing to the need",
        Priority::Everyone => "reached only with a session",
        Priority::Enough => "what is missing to the days wanted at least",
        Priority::Even => "every session after the first is one more",
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
        About::Visits(ambassador, post) => {
            format!("{} at {}", person(ambassador), domain.post(post).id)
        }
        About::Post(post) => domain.post(post).id.clone(),
        About::Unit(unit) => domain.unit(unit).id.clone(),
        About::UnitDay(unit, date) => format!("{} on {date}", domain.unit(unit).id),
        About::Guidance(mentor, date, minute) => {
            format!("{} on {date} at {}", mentor_words(domain, mentor), clock(minute))
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

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
