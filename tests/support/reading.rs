//! From the text of a campaign to what it means.

use chuxin::{campaign, domain::Domain, source::Sources, validation::validate};

/// What a campaign without problems means.
pub fn domain_of(text: &str) -> Domain {
    let mut sources = Sources::default();
    let file = sources.add("campaign.yaml", text);
    let campaign = campaign::read(&mut sources, file).expect("a campaign");
    assert_eq!(campaign.diagnostics, vec![], "{text}");
    let validated = validate(&campaign);
    validated.domain.unwrap_or_else(|| panic!("{:?}\n{text}", validated.diagnostics))
}
