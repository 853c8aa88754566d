//! Who is placed otherwise in one plan than in another, and whether that is better for the person.
//!
//! In: two campaigns with their plans; a person is the same where the id is. Out: a [`Move`] for each.

use crate::{
    domain::{Domain, people::AmbassadorIx, places::PostIx},
    experience::roster::Placement,
    plan::Plan,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A campaign and its plan.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    /// The campaign.
    pub domain: &'a Domain,
    /// The plan.
    pub plan: &'a Plan,
}

/// A session of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendance {
    /// When.
    pub date: NaiveDate,
    /// Where.
    pub post: PostIx,
    /// The number of the wish that it is; `None` where it was not wished for.
    pub wish: Option<u32>,
    /// How far, rounded; `None` where a place is unknown.
    pub metres: Option<i64>,
}

/// A person in one of the two campaigns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub ambassador: AmbassadorIx,
    /// The sessions, by date.
    pub sessions: Vec<Attendance>,
}

/// What it is for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// More sessions, or as many at better wishes.
    Gains,
    /// Fewer, or as many at worse ones.
    Loses,
    /// Elsewhere or on another day, neither better nor worse by number and wishes.
    Moves,
    /// The person is only in the second campaign.
    Joins,
    /// The person is only in the first.
    Leaves,
}

/// A person who is placed otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// What it is for the person.
    pub kind: Kind,
    /// In the first campaign.
    pub before: Option<Person>,
    /// In the second.
    pub after: Option<Person>,
}

/// Everybody who is placed otherwise in the second plan, those who gain first, by id.
pub fn moves(before: Planned<'_>, after: Planned<'_>) -> Vec<Move> {
    let (mut first, mut second) = (people(before), people(after));
    let mut ids: Vec<&str> = first.keys().chain(second.keys()).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let mut moves: Vec<Move> = ids
        .into_iter()
        .filter_map(|id| {
            let (one, other) = (first.remove(id), second.remove(id));
            let kind = kind(
                one.as_ref().map(|person| (before, person)),
                other.as_ref().map(|person| (after, person)),
            )?;
            Some(Move { kind, before: one, after: other })
        })
        .collect();
    moves.sort_by_key(|one| one.kind);
    moves
}

/// Everybody of a campaign by id, with the sessions of the plan.
fn people(planned: Planned<'_>) -> BTreeMap<&str, Person> {
    let Planned { domain, plan } = planned;
    let mut sessions: Vec<Vec<Attendance>> = vec![Vec::new(); domain.ambassadors.len()];
    for placement in &plan.experience.roster.placements {
        let Placement { date, post, ambassador } = *placement;
        let wish = domain.ambassador(ambassador).wish_number(post);
        sessions[ambassador.0].push(Attendance { date, post, wish, metres: domain.metres(ambassador, post) });
    }
    let people = domain.ambassadors.iter().zip(sessions).enumerate();
    people
        .map(|(at, (person, sessions))| {
            (person.id.as_str(), Person { ambassador: AmbassadorIx(at), sessions })
        })
        .collect()
}

fn kind(before: Option<(Planned<'_>, &Person)>, after: Option<(Planned<'_>, &Person)>) -> Option<Kind> {
    let ((first, one), (second, other)) = match (before, after) {
        (Some(before), Some(after)) => (before, after),
        (None, Some(_)) => return Some(Kind::Joins),
        (Some(_), None) => return Some(Kind::Leaves),
        (None, None) => return None,
    };
    let sessions = |planned: Planned<'_>, person: &Person| -> Vec<(NaiveDate, String)> {
        person
            .sessions
            .iter()
            .map(|session| (session.date, planned.domain.post(session.post).id.clone()))
            .collect()
    };
    let same = sessions(first, one) == sessions(second, other);
    let (old, new) = (standing(one), standing(other));
    if same && old == new {
        return None;
    }
    Some(match new.cmp(&old) {
        std::cmp::Ordering::Less => Kind::Gains,
        std::cmp::Ordering::Greater => Kind::Loses,
        std::cmp::Ordering::Equal => Kind::Moves,
    })
}

/// How well somebody stands: less is better. First the number of sessions, then the wishes, the worst first.
fn standing(person: &Person) -> (std::cmp::Reverse<usize>, Vec<u32>) {
    let mut wishes: Vec<u32> =
        person.sessions.iter().map(|session| session.wish.unwrap_or(u32::MAX)).collect();
    wishes.sort_unstable_by(|one, other| other.cmp(one));
    (std::cmp::Reverse(person.sessions.len()), wishes)
}

#[cfg(test)]
mod tests {
    use super::{Kind, Planned, moves};
    use crate::{
        domain::{Domain, people::AmbassadorIx, places::PostIx},
        experience::roster::{Placement, Roster},
        pipeline,
        plan::{ExperiencePlan, Plan, Provenance, history::History},
        source::Sources,
    };
    use chrono::NaiveDate;

    fn campaign(people: &str) -> Domain {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("campaign.yaml");
        let text = format!(
            "campaign: {{name: 初心, season: 2018-10-22..2018-10-26}}\nunits: [{{name: 银行}}]\nposts:\n  - {{id: p0, \
             unit: 银行, title: 甲, dates: 2018-10-22..2018-10-26}}\n  - {{id: p1, unit: 银行, title: 乙, dates: \
             2018-10-22..2018-10-26}}\nrules: {{days: {{max: 2}}}}\nambassadors: [{people}]\n"
        );
        std::fs::write(&path, text).unwrap();
        pipeline::read(&mut Sources::default(), &path).campaign.unwrap().domain
    }

    /// A plan of ambassador, post and day of October.
    fn plan(placements: &[(usize, usize, u32)]) -> Plan {
        let placements = placements.iter().map(|&(ambassador, post, day)| Placement {
            date: NaiveDate::from_ymd_opt(2018, 10, day).unwrap(),
            post: PostIx(post),
            ambassador: AmbassadorIx(ambassador),
        });
        let roster = Roster { placements: placements.collect() };
        let experience = ExperiencePlan {
            levels: vec![],
            roster,
            unplaced: vec![],
            shortages: vec![],
            unfulfilled: vec![],
        };
        let (name, file, digest) = Default::default();
        let campaign = Provenance { name, file, digest, variations: vec![] };
        Plan {
            backend: String::new(),
            campaign,
            experience,
            thursday_action: None,
            mends: None,
            history: History::default(),
        }
    }

    #[test]
    fn tells_gain_loss_and_mere_move_apart() {
        let domain = campaign("{id: a, name: 林晓, wishes: [p0, p1]}");
        let kind = |before: &[(usize, usize, u32)], after: &[(usize, usize, u32)]| {
            let (one, other) = (plan(before), plan(after));
            let planned = |plan| Planned { domain: &domain, plan };
            moves(planned(&one), planned(&other)).first().map(|found| found.kind)
        };
        assert_eq!(kind(&[(0, 1, 22)], &[(0, 0, 22)]), Some(Kind::Gains));
        assert_eq!(kind(&[(0, 0, 22)], &[(0, 1, 22)]), Some(Kind::Loses));
        assert_eq!(kind(&[(0, 0, 22)], &[(0, 0, 23)]), Some(Kind::Moves));
        assert_eq!(kind(&[(0, 0, 22)], &[(0, 0, 22)]), None);
        assert_eq!(kind(&[], &[(0, 1, 22)]), Some(Kind::Gains));
        assert_eq!(kind(&[(0, 0, 22), (0, 1, 24)], &[(0, 0, 22)]), Some(Kind::Loses));
    }

    #[test]
    fn knows_people_by_their_ids() {
        let before = campaign("{id: a, name: 林晓}, {id: b, name: 云飞}");
        let after = campaign("{id: b, name: 云飞}, {id: c, name: 苏海}");
        let (one, other) = (plan(&[(1, 0, 22)]), plan(&[(0, 0, 22)]));
        let found = moves(Planned { domain: &before, plan: &one }, Planned { domain: &after, plan: &other });
        let kinds: Vec<Kind> = found.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [Kind::Joins, Kind::Leaves]);
    }
}
