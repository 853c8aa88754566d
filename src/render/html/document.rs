//! The frame around every sheet: title, style, and what stands in the margins of each page.
//!
//! In: the body of a sheet. Out: a whole document that loads nothing and runs nothing.

use crate::{
    domain::Language,
    render::{
        edition::{Edition, names::contact},
        facts::words::Edge,
        html::{Sheet, words::Label},
    },
};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The one style sheet of all sheets.
const STYLE: &str = include_str!("print.css");

/// Nothing is fetched and nothing is run, whatever the campaign says.
pub const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// What stands around a sheet.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The language of the sheet.
    pub language: Language,
    /// The class by which the style knows the sheet.
    pub class: &'static str,
    /// What the sheet is called.
    pub title: String,
    /// The campaign, at the lower left of each page.
    pub name: String,
    /// What stands at the lower right.
    pub right: String,
    /// What stands above every page but the first, whose head says it large.
    pub running: Option<String>,
    /// What a copy with personal telephone numbers says of itself.
    pub warning: Option<String>,
}

impl Frame {
    /// The frame of a copy: below it whom to call, or to whom it belongs.
    pub fn of(edition: Edition<'_>, sheet: Sheet) -> Self {
        let office = || contact(edition.domain.campaign.contact.as_ref()).unwrap_or_default();
        let contacts = edition.copy.contacts;
        Self {
            language: edition.language,
            // `months` is the class of a grid on other sheets.
            class: match sheet {
                Sheet::Months => "by-month",
                Sheet::Changes => "letters",
                _ => sheet.id(),
            },
            title: edition.say(sheet),
            running: sheet.running(edition),
            name: edition.domain.campaign.name.clone(),
            right: if contacts { edition.say(Label::OwnersOnly) } else { office() },
            warning: contacts.then(|| edition.say(Edge::with_contacts(edition.copy))),
        }
    }
}

/// A sheet as a document.
pub fn document(frame: &Frame, body: &Markup) -> String {
    let language = match frame.language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    };
    let page = html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width";
                title { (frame.name) " · " (frame.title) }
                style { (PreEscaped(STYLE)) (PreEscaped(margins(frame))) }
            }
            body class=(frame.class) {
                @if let Some(warning) = &frame.warning { p.warning { (warning) } }
                (body)
            }
        }
    };
    page.into_string()
}

/// What stands below every page: the campaign, the number of the page, and what the frame says at the right.
fn margins(frame: &Frame) -> String {
    let [before, between, after] = match frame.language {
        Language::Zh => ["第 ", " 页，共 ", " 页"],
        Language::En => ["Page ", " of ", ""],
    };
    let running = frame.running.as_deref().map(running).unwrap_or_default();
    format!(
        "{running}@page{{@bottom-left{{content:{}}}@bottom-center{{content:\"{before}\" counter(page) \"{between}\" \
         counter(pages) \"{after}\"}}@bottom-right{{content:{}}}}}",
        quoted(&shortened(&frame.name)),
        quoted(&reversed(&shortened(&reversed(&frame.right)))),
    )
}

/// The campaign and the sheet again on the pages behind the first.
fn running(head: &str) -> String {
    format!("@page{{@top-center{{content:{}}}}}@page:first{{@top-center{{content:none}}}}", quoted(head))
}

/// What fits beside the number of the page. The right corner is shortened at its beginning: a number ends it.
fn shortened(text: &str) -> String {
    const WIDEST: usize = 44;
    if text.width() <= WIDEST {
        return text.to_owned();
    }
    let mut taken = 0;
    let fits = |letter: &char| {
        taken += letter.width().unwrap_or_default();
        taken < WIDEST - 1
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

fn reversed(text: &str) -> String {
    text.chars().rev().collect()
}

/// A string of CSS (CSS Syntax 3, section 4.3.7): everything that could end the string, the rule or the element is
/// written as its number.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|letter| {
        if letter.is_alphanumeric() || letter == ' ' {
            letter.to_string()
        } else {
            format!("\\{:x} ", u32::from(letter))
        }
    });
    format!("\"{}\"", escaped.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::{quoted, reversed, shortened};

    #[test]
    fn shortens_only_what_does_not_fit_beside_the_number_of_the_page() {
        for fits in ["Personal numbers: not for the wall", "临汾路街道社区党建服务中心 021-0000 0000"]
        {
            assert_eq!(shortened(fits), fits);
        }
        let office = format!("{} 021-0000 0000", "党建服务中心".repeat(5));
        let right = reversed(&shortened(&reversed(&office)));
        assert!(right.starts_with('…') && right.ends_with("中心 021-0000 0000"), "{right}");
    }

    #[test]
    fn lets_no_name_end_the_style() {
        assert_eq!(quoted("初心 2018"), "\"初心 2018\"");
        assert_eq!(quoted("\"}</style>"), "\"\\22 \\7d \\3c \\2f style\\3e \"");
        assert_eq!(quoted("021-0000\\"), "\"021\\2d 0000\\5c \"");
    }
}
