//! Every kind of entry with its fields: the format of the campaign file in one place.
//!
//! A field is written as `key: type` or, where it may not be left out, `key: type = required`.

use crate::{
    campaign::{
        fields::{self, Entry, Field, Fields, Keys, KnownKey},
        written::{Location, OneOrMore, Ranked, Text, Texts},
    },
    diagnostic::{
        Diagnostic,
        shape::{Home, Wanted},
    },
    document::Node,
    source::Place,
};

macro_rules! entries {
    ($( $(#[$doc:meta])* $name:ident { $( $field:ident : $type:ty $(= $required:ident)? ),* $(,)? } )*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            /// Where the entry stands.
            pub at: Place,
            $(
                #[doc = concat!("`", stringify!($field), "` as written.")]
                pub $field: Option<$type>,
            )*
        }

        impl Entry for $name {
            const KEYS: Keys = Keys {
                home: Home::$name,
                known: &[ $( KnownKey {
                    key: stringify!($field),
                    required: entries!(@ $($required)?),
                    wanted: <$type as Field>::WANTED,
                    within: <$type as Field>::WITHIN,
                } ),* ],
            };

            fn of(at: Place, fields: &mut Fields<'_>) -> Self {
                Self { at, $( $field: fields.take(stringify!($field)) ),* }
            }
        }
    )*
        /// The keys of every kind of entry.
        pub const ENTRIES: &[Keys] = &[$( $name::KEYS ),*];
    };
    (@ required) => { true };
    (@) => { false };
}

entries! {
    /// The whole file.
    File {
        campaign: Header = required,
        units: Vec<Unit>,
        posts: Vec<Post>,
        ambassadors: Vec<Ambassador>,
        rules: Rules,
        pins: Vec<Pin>,
        bans: Vec<Ban>,
        groups: Vec<Group>,
        neighbourhoods: Vec<Neighbourhood>,
        themes: Vec<Theme>,
        thursday_action: ThursdayAction,
    }

    /// What makes a scenario of a file, beside the entries of a campaign.
    Scenario { extends: Text, remove: Removals }

    /// Entries of the base that are taken out, by id.
    Removals { units: Texts, posts: Texts, ambassadors: Texts, neighbourhoods: Texts, themes: Texts }

    /// What the campaign says of itself.
    Header {
        id: Text,
        name: Text = required,
        organizer: Text,
        contact: Contact,
        season: Text = required,
        hours: Text,
        language: Text,
        seed: Text,
        lecture: Lecture,
        meet: Text,
        bring: Texts,
        note: Text,
    }

    /// Whom to call.
    Contact { name: Text, phone: Text, note: Text }

    /// The lecture afterwards.
    Lecture { title: Text, date: Text, hours: Text, place: Text, speaker: Text, unit: Text, note: Text }

    /// A host unit.
    Unit {
        id: Text,
        name: Text = required,
        sector: Text,
        committee: Text,
        address: Text,
        location: Location,
        contact: Contact,
        closed: OneOrMore,
        limit: Text,
        daily_limit: Text,
        offers: Texts,
        note: Text,
    }

    /// An experience post.
    Post {
        id: Text,
        unit: Text = required,
        title: Text = required,
        mentor: Text,
        mentor_phone: Text,
        meet: Text,
        dates: OneOrMore = required,
        closed: OneOrMore,
        hours: OneOrMore,
        seats: NumberOr<Range>,
        need: NumberOr<Need>,
        priority: Text,
        requires: Texts,
        bring: Texts,
        host_note: Text,
        leader: Text,
        ages: Text,
        note: Text,
    }

    /// A wish: a post, perhaps on certain days.
    Wish { post: Text = required, date: OneOrMore, hours: Text }

    /// A volunteer.
    Ambassador {
        id: Text,
        name: Text = required,
        phone: Text,
        unit: Text,
        organization: Text,
        neighbourhood: Text,
        location: Location,
        start: Text,
        available: OneOrMore,
        away: OneOrMore,
        qualifications: Qualifications,
        born: Text,
        age: Text,
        unwished: Text,
        wishes: Ranked<Wish>,
        done: Texts,
        missed: Text,
        served: Text,
        signed_up: Text,
        days: Days,
        host_note: Text,
        note: Text,
    }

    /// Something that somebody holds.
    Qualification { name: Text = required, until: Text }

    /// How many a post wants, and takes at most, over the campaign; or how many it wants at each session.
    Need { min: Text, max: Text, each: Text }

    /// A lower and an upper number.
    Range { min: Text, max: Text }

    /// How many sessions somebody wants, and takes.
    Days { min: Text, max: Text, week: Text, month: Text }

    /// How many an organization may send.
    OrganizationLimit { session: Text, total: Text }

    /// Limits and preferences.
    Rules {
        days: Days,
        own_unit: Text,
        repeat_post: Text,
        unwished: Text,
        max_distance_km: Text,
        mentor_limit: Text,
        organization_limit: OrganizationLimit,
        rest_days: Text,
        rest_hours: Text,
        wishes: Text,
        priorities: Texts,
        note: Text,
    }

    /// An agreed placement.
    Pin { ambassador: Text = required, post: Text = required, date: Text, hours: Text, note: Text }

    /// A placement that must not be.
    Ban { ambassador: Text = required, post: Text = required, date: OneOrMore, hours: Text, note: Text }

    /// People who go together or apart.
    Group { together: Texts, apart: Texts, strength: Text, note: Text }

    /// A residential neighbourhood.
    Neighbourhood {
        id: Text,
        name: Text,
        address: Text,
        place: Text,
        location: Location,
        needs: Texts,
        closed: OneOrMore,
        contact: Contact,
        note: Text,
    }

    /// What a Thursday is about.
    Theme { id: Text, name: Text, months: Texts, note: Text }

    /// The Thursday Action.
    ThursdayAction {
        months: Text = required,
        thursday: Text,
        hours: Text,
        holidays: Text,
        skip: OneOrMore,
        neighbourhoods_per_unit: Range,
        units_per_neighbourhood: Range,
        max_distance_km: Text,
        repeat_theme_after: Text,
        events_per_day: Text,
        fixed: Vec<Pairing>,
        forbidden: Vec<Pairing>,
        note: Text,
    }

    /// A unit and a neighbourhood.
    Pairing { unit: Text = required, neighbourhood: Text = required, note: Text }
}

impl From<Text> for Wish {
    fn from(post: Text) -> Self {
        Self { at: post.place, post: Some(post), date: None, hours: None }
    }
}

/// A number, or an entry that says more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberOr<E> {
    /// One number.
    Number(Text),
    /// The entry.
    Entry(E),
}

impl<E: Entry> Field for NumberOr<E> {
    const WANTED: Wanted = match E::KEYS.home {
        Home::Need => Wanted::NumberOrNeed,
        _ => Wanted::NumberOrRange,
    };
    const WITHIN: Option<&'static Keys> = Some(&E::KEYS);

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        match Text::read(node, diagnostics) {
            Ok(text) => Ok(Self::Number(text)),
            Err(node) => fields::entry::<E>(node, diagnostics).map(Self::Entry),
        }
    }
}

/// What somebody holds: words, or maps of a word and its last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qualifications(pub Vec<Qualification>);

impl Field for Qualifications {
    const WANTED: Wanted = Wanted::Qualifications;
    const WITHIN: Option<&'static Keys> = Some(&Qualification::KEYS);

    fn read(node: Node, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Node> {
        let word = |name: Text| Qualification { at: name.place, name: Some(name), until: None };
        fields::one_or_more(node, diagnostics, |item, diagnostics| match Text::read(item, diagnostics) {
            Ok(text) => Ok(word(text)),
            Err(item) => fields::entry(item, diagnostics),
        })
        .map(|held| Self(held.value))
    }
}
