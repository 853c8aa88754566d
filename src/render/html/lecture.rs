//! The lecture (初心讲堂) as it stands on the poster.

use crate::render::{
    html::session::{dashed, spaced},
    paper::Paper,
    wording::{Phrase, heading::Heading, measure, sheet::label::Label},
};
use maud::{Markup, html};

/// What, when, where, who; `None` where there is no lecture.
pub fn lecture(paper: Paper<'_>) -> Option<Markup> {
    let lecture = paper.domain.campaign.lecture.as_ref()?;
    let language = paper.language;
    let date = lecture.date.map(|date| measure::full_date(language, date));
    let when = spaced([date, lecture.hours.map(|hours| dashed(&hours.to_string()))]);
    let unit = lecture.unit.map(|unit| paper.names.unit(unit).to_owned());
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
