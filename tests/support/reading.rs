//! From the text of a campaign to what it means.

use chuxin::{campaign, domain::Domain, source::Sources, validation::validate};

/// What a campaign without problems means.
pub fn domain_of(text: &str) -> Domain {
    let mut sources = Sources::default();
    let file = sources.add("campaign.yaml", text);
    let (campaign, faults) = campaign::read(&mut sources, file);
    assert_eq!(faults, vec![], "{text}");
    let validated = validate(&campaign.expect("a campaign without faults"));
    validated.domain.unwrap_or_else(|| panic!("{:?}\n{text}", validated.diagnostics))
}
