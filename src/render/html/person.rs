//! People as they stand on paper: the name, below it a telephone number where it may stand.

use crate::{
    domain::{people::AmbassadorIx, places::PostIx},
    render::edition::Edition,
};
use maud::{Markup, html};

impl Edition<'_> {
    /// Who guides at a post, below the name a telephone number where it may stand.
    pub(super) fn mentor(&self, post: PostIx) -> Markup {
        let Some(mentor) = self.domain.post(post).mentor else {
            return html! { "-" };
        };
        let phone = self.domain.mentor(mentor).phone.clone();
        html! { (self.names.mentor(mentor)) (below(phone)) }
    }

    /// An ambassador, below the name a telephone number where it may stand.
    pub(super) fn person(&self, ambassador: AmbassadorIx) -> Markup {
        let phone = self.domain.ambassador(ambassador).phone.clone();
        let (name, apart) = self.names.told_apart(ambassador);
        html! {
            (name)
            @if !apart.is_empty() { span.apart { (apart) } }
            (below(phone))
        }
    }
}

fn below(phone: Option<String>) -> Markup {
    html! { @if let Some(phone) = phone { span.phone { (phone) } } }
}
