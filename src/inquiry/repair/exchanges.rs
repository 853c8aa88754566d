//! Who steps in for whom, who changes places with whom, and who came late.
//!
//! In: words such as `冯丽@2018-10-23=施雯` and what the earlier plan had. Out: what leaves and what comes, in [`Edits`], or
//! what speaks against the words.

use crate::{
    diagnostic::reference::Kind,
    domain::{people::AmbassadorIx, periods::Period},
    inquiry::repair::{
        edits::Edits,
        objection::Objection,
        words::{DATED, Newcomer, Setting, dated, named, open_days, within},
    },
    pipeline::mending::Giving,
    plan::earlier::Held,
};

/// Whom and when a side of an exchange names.
struct Side<'a> {
    word: &'a str,
    /// The part of that which names the person.
    name: &'a str,
    person: AmbassadorIx,
    /// The days that were said.
    days: Option<Period>,
    /// The sessions then.
    sessions: Vec<Held>,
}

impl Side<'_> {
    /// Refuses what was given to somebody already.
    fn refuse_twice(&self, edits: &Edits) -> Result<(), Objection> {
        let is_given = self.sessions.iter().any(|one| edits.leaving.contains(one));
        if is_given { Err(Objection::HandedTwice(self.word.to_owned())) } else { Ok(()) }
    }
}

/// Somebody steps in for somebody else, who cannot come then: `WHO[@DATE]=WHO`.
pub(super) fn replace(word: &str, setting: Setting<'_>, edits: &mut Edits) -> Result<(), Objection> {
    let domain = setting.domain;
    let (one, other) = halves(word, ['=', '＝'], setting)
        .ok_or_else(|| Objection::NotTwo { word: word.to_owned(), replaces: true })?;
    let leaving = side(one, setting)?;
    let (other, person) = (other, whole(other, setting)?);
    if leaving.person == person {
        return Err(Objection::SamePerson(one.to_owned()));
    }
    if leaving.sessions.is_empty() {
        let has = setting.told(&setting.open(leaving.person));
        return Err(Objection::NothingToMove { word: one.to_owned(), has });
    }
    Taking { word: other, person, takes: &leaving.sessions, gives: &[] }.refused(setting, edits)?;
    leaving.refuse_twice(edits)?;
    let period = leaving.days.map_or_else(|| open_days(domain, setting.terms), Ok)?;
    let away = setting.left(leaving.person, period, one)?;
    edits.away.entry(leaving.person).or_default().periods.extend(away);
    let option = Giving::Replace { words: word.to_owned(), giver: leaving.name.to_owned() };
    edits.hand_over(&leaving.sessions, person, &option);
    Ok(())
}

/// What keeps somebody from sessions: others that he or she has at the same time and does not give away.
struct Taking<'a> {
    word: &'a str,
    person: AmbassadorIx,
    takes: &'a [Held],
    gives: &'a [Held],
}

impl Taking<'_> {
    fn refused(&self, setting: Setting<'_>, edits: &Edits) -> Result<(), Objection> {
        let meets =
            |own: &&Held| self.takes.iter().any(|one| one.session.stretch().overlaps(own.session.stretch()));
        let is_given = |own: &Held| edits.leaving.contains(own) || self.gives.contains(own);
        let own = setting.stands.iter().filter(|own| own.ambassador == self.person && !is_given(own));
        let engaged: Vec<Held> = own.filter(meets).copied().collect();
        if engaged.is_empty() {
            return Ok(());
        }
        let is_same = |own: &Held| self.takes.iter().any(|one| one.session == own.session);
        if engaged.iter().all(is_same) {
            return Err(Objection::ThereAlready { word: self.word.to_owned(), has: setting.told(&engaged) });
        }
        Err(Objection::Engaged { word: self.word.to_owned(), has: setting.told(&engaged) })
    }
}

/// Two people exchange a session each: `WHO[@DATE],WHO[@DATE]`.
pub(super) fn swap(word: &str, setting: Setting<'_>, edits: &mut Edits) -> Result<(), Objection> {
    let (one, other) = halves(word, [',', '，'], setting)
        .ok_or_else(|| Objection::NotTwo { word: word.to_owned(), replaces: false })?;
    let sides = [side(one, setting)?, side(other, setting)?];
    if sides[0].person == sides[1].person {
        return Err(Objection::SamePerson(one.to_owned()));
    }
    for side in &sides {
        let has = || setting.told(&setting.open(side.person));
        match side.sessions.as_slice() {
            [_] => {}
            [] => return Err(Objection::NothingToMove { word: side.word.to_owned(), has: has() }),
            several => {
                let has = setting.told(several);
                return Err(Objection::WhichSession { word: side.word.to_owned(), has });
            }
        }
    }
    let [one, other] = &sides;
    if one.sessions[0].session == other.sessions[0].session {
        return Err(Objection::SameSession(word.to_owned()));
    }
    for (taker, giver) in [(other, one), (one, other)] {
        giver.refuse_twice(edits)?;
        let Side { word, person, sessions, .. } = taker;
        Taking { word, person: *person, takes: &giver.sessions, gives: sessions }.refused(setting, edits)?;
    }
    let option = Giving::Swap(word.to_owned());
    edits.hand_over(&one.sessions, other.person, &option);
    edits.hand_over(&other.sessions, one.person, &option);
    Ok(())
}

/// Somebody came late: of the campaign and without a place, or new.
pub(super) fn late(word: &str, setting: Setting<'_>, edits: &mut Edits) -> Result<(), Objection> {
    let domain = setting.domain;
    if let Some((person, days)) = dated(word, domain) {
        return Err(Objection::LateDay { word: person.to_owned(), days: days.to_owned() });
    }
    let person = whole(word, setting)?;
    let own: Vec<Held> = setting.stands.iter().filter(|one| one.ambassador == person).copied().collect();
    if !own.is_empty() {
        let most = domain.ambassador(person).days_max;
        return Err(Objection::PlacedAlready { word: word.to_owned(), has: setting.told(&own), most });
    }
    let newcomer = setting.newcomers.iter().find(|one| one.id == word);
    if let Some(Newcomer { similar, .. }) = newcomer.filter(|one| !one.similar.is_empty()) {
        return Err(Objection::NewOrMisspelt { word: word.to_owned(), similar: similar.clone() });
    }
    edits.late.insert(person);
    edits.joining.extend(newcomer.map(Newcomer::joining));
    Ok(())
}

/// The words on both sides of a mark: of several marks the first at which both sides name somebody, since a name may hold
/// one.
fn halves<'a>(word: &'a str, marks: [char; 2], setting: Setting<'_>) -> Option<(&'a str, &'a str)> {
    let split = |(at, mark): (usize, &str)| (word[..at].trim(), word[at + mark.len()..].trim());
    let both: Vec<(&str, &str)> = word.match_indices(marks).map(split).collect();
    let names = |half: &str| named(half, Kind::Ambassador, setting.domain).is_ok();
    let named = both.iter().find(|(one, other)| names(one) && names(other));
    let found = named.or(both.first()).copied();
    found.filter(|(one, other)| !one.is_empty() && !other.is_empty())
}

/// Somebody with the sessions that are meant: those of the days that were said, or all that may still change.
fn side<'a>(word: &'a str, setting: Setting<'_>) -> Result<Side<'a>, Objection> {
    let (person, days) = named(word, Kind::Ambassador, setting.domain)?;
    let person = AmbassadorIx(person);
    let name = word.rsplit_once(DATED).filter(|_| days.is_some()).map_or(word, |(name, _)| name.trim());
    let days = days.map(|days| within(days, setting.domain, setting.terms)).transpose()?;
    let mut sessions = setting.open(person);
    sessions.retain(|one| days.is_none_or(|days| days.bars(one.session.date, one.session.hours)));
    Ok(Side { word, name, person, days, sessions })
}

/// Somebody of whom no day is said.
fn whole(word: &str, setting: Setting<'_>) -> Result<AmbassadorIx, Objection> {
    match named(word, Kind::Ambassador, setting.domain)? {
        (person, None) => Ok(AmbassadorIx(person)),
        (_, Some(_)) => Err(Objection::NotTwo { word: word.to_owned(), replaces: true }),
    }
}
