//! Who is placed otherwise in one plan than in another, and whether that is better for the person.
//!
//! In: everybody's sessions in two campaigns, by id. Out: a [`Move`] for each whose are others.

use crate::plan::outline::{Attendance, Attendances};
use std::cmp::{Ordering, Reverse};

/// What it is for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoveKind {
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
    /// The ambassador's id.
    pub id: String,
    /// What it is for the person.
    pub kind: MoveKind,
    /// The sessions in the first campaign, where it has the person.
    pub before: Option<Vec<Attendance>>,
    /// Those in the second.
    pub after: Option<Vec<Attendance>>,
}

/// Everybody who is placed otherwise in the second plan, those who gain first, by id.
pub fn moves(before: &Attendances, after: &Attendances) -> Vec<Move> {
    let mut ids: Vec<&String> = before.keys().chain(after.keys()).collect();
    ids.sort_unstable();
    ids.dedup();
    let moves = ids.into_iter().filter_map(|id| {
        let (before, after) = (before.get(id), after.get(id));
        let kind = kind(before, after)?;
        Some(Move { id: id.clone(), kind, before: before.cloned(), after: after.cloned() })
    });
    let mut moves: Vec<Move> = moves.collect();
    moves.sort_by_key(|one| one.kind);
    moves
}

fn kind(before: Option<&Vec<Attendance>>, after: Option<&Vec<Attendance>>) -> Option<MoveKind> {
    let (one, other) = match (before, after) {
        (Some(one), Some(other)) => (one, other),
        (None, Some(_)) => return Some(MoveKind::Joins),
        (Some(_), None) => return Some(MoveKind::Leaves),
        (None, None) => return None,
    };
    let at = |session: &Attendance| (session.date, session.post.clone(), session.hours);
    let same = one.iter().map(at).eq(other.iter().map(at));
    match standing(other).cmp(&standing(one)) {
        Ordering::Less => Some(MoveKind::Gains),
        Ordering::Greater => Some(MoveKind::Loses),
        Ordering::Equal => (!same).then_some(MoveKind::Moves),
    }
}

/// How well somebody stands: less is better. First the number of sessions, then the wishes, the worst first.
fn standing(sessions: &[Attendance]) -> (Reverse<usize>, Vec<u32>) {
    let mut wishes: Vec<u32> = sessions.iter().map(|session| session.wish.unwrap_or(u32::MAX)).collect();
    wishes.sort_unstable_by_key(|wish| Reverse(*wish));
    (Reverse(sessions.len()), wishes)
}

#[cfg(test)]
mod tests {
    use super::{MoveKind, moves};
    use crate::{
        domain::time::Hours,
        plan::outline::{Attendance, Attendances},
    };
    use chrono::NaiveDate;

    /// Somebody's sessions: the number of the wish, which is the post too, and a day of October.
    fn sessions(id: &str, sessions: &[(u32, u32)]) -> Attendances {
        let sessions = sessions.iter().map(|&(wish, day)| Attendance {
            date: NaiveDate::from_ymd_opt(2018, 10, day).unwrap(),
            post: format!("p{wish}"),
            hours: None,
            wish: Some(wish),
            metres: None,
        });
        Attendances::from([(id.to_owned(), sessions.collect())])
    }

    #[test]
    fn tells_gain_loss_and_mere_move_apart() {
        let kind = |before: &[(u32, u32)], after: &[(u32, u32)]| {
            moves(&sessions("a", before), &sessions("a", after)).first().map(|found| found.kind)
        };
        assert_eq!(kind(&[(2, 22)], &[(1, 22)]), Some(MoveKind::Gains));
        assert_eq!(kind(&[(1, 22)], &[(2, 22)]), Some(MoveKind::Loses));
        assert_eq!(kind(&[(1, 22)], &[(1, 23)]), Some(MoveKind::Moves));
        assert_eq!(kind(&[(1, 22)], &[(1, 22)]), None);
        assert_eq!(kind(&[], &[(2, 22)]), Some(MoveKind::Gains));
        assert_eq!(kind(&[(1, 22), (2, 24)], &[(1, 22)]), Some(MoveKind::Loses));
    }

    #[test]
    fn tells_of_another_shift_of_the_same_post_and_day() {
        let mut evening = sessions("a", &[(1, 22)]);
        evening.get_mut("a").unwrap()[0].hours = Hours::new(1080, 1200);
        let kinds: Vec<MoveKind> =
            moves(&sessions("a", &[(1, 22)]), &evening).iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [MoveKind::Moves]);
    }

    #[test]
    fn knows_people_by_their_ids() {
        let both = |one: Attendances, other: Attendances| one.into_iter().chain(other).collect();
        let before = both(sessions("a", &[]), sessions("b", &[(1, 22)]));
        let after = both(sessions("b", &[(1, 22)]), sessions("c", &[]));
        let kinds: Vec<MoveKind> = moves(&before, &after).iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [MoveKind::Joins, MoveKind::Leaves]);
    }
}
