//! A placement as a plan has it: read, named by ids, and found again in a campaign.

use crate::{
    domain::time::Hours,
    experience::roster::Placement,
    plan::{
        fields::{Fields, Walk, Word},
        lookup::{Lookup, SavedEntry},
        outline::Visit,
    },
    source::Place,
};
use chrono::NaiveDate;

/// One placement as written.
#[derive(Debug, Clone)]
pub(super) struct SavedPlacement {
    ambassador: Word,
    post: Word,
    date: NaiveDate,
    hours: Option<Hours>,
    place: Place,
}

impl SavedPlacement {
    pub(super) fn read(walk: &mut Walk, fields: Fields<'_>) -> Option<Self> {
        let (ambassador, post) = (walk.word(fields, "ambassador"), walk.word(fields, "post"));
        let (date, hours) =
            (walk.date(fields, "date"), fields.optional("hours").and_then(|_| walk.hours(fields, "hours")));
        Some(Self { ambassador: ambassador?, post: post?, date: date?, hours, place: fields.place })
    }

    /// The ids of ambassador and post.
    pub(super) fn named(&self) -> [&str; 2] {
        [&self.ambassador.text, &self.post.text]
    }
}

impl SavedEntry for SavedPlacement {
    type Ids = Visit;
    type Found = Placement;

    fn place(&self) -> Place {
        self.place
    }

    fn ids(&self) -> Option<Visit> {
        let (ambassador, post) = (self.ambassador.text.clone(), self.post.text.clone());
        Some(Visit { ambassador, date: self.date, post, hours: self.hours })
    }

    fn find(&self, lookup: &mut Lookup<'_>) -> Option<Placement> {
        let (ambassador, post) = (lookup.ambassador(&self.ambassador), lookup.post(&self.post)?);
        let session = lookup.session(post, self.date, self.hours, self.place);
        Some(Placement::at(session?, ambassador?))
    }
}
