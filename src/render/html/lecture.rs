//! The lecture (初心讲堂) as it stands on the poster.

use crate::render::{
    edition::Edition,
    experience::words::Heading,
    html::{
        section::{dashed, spaced},
        words::Label,
    },
    wording::{Phrase, measure},
};
use maud::{Markup, html};

/// What, when, where, who; `None` where there is no lecture.
pub fn lecture(edition: Edition<'_>) -> Option<Markup> {
    let lecture = edition.domain.campaign.lecture.as_ref()?;
    let language = edition.language;
    let date = lecture.date.map(|date| measure::full_date(language, date));
    let when = spaced([date, lecture.hours.map(dashed)]);
    let unit = lecture.unit.map(|unit| edition.names.unit(unit).to_owned());
    let facts = [
        (Label::When, Some(when)),
        (Label::Where, lecture.place.clone()),
        (Label::Speaker, lecture.speaker.clone()),
        (Label::Employer, unit),
        (Label::Note, lecture.note.clone()),
    ];
    let said = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let title = lecture.title.clone().unwrap_or_else(|| Heading::Lecture.say(language));
    Some(html! {
        h2 { (title) }
        dl {
            @for (label, text) in facts {
                @if let Some(text) = said(&text) { div { dt { (label.say(language)) } dd { (text) } } }
            }
        }
    })
}
