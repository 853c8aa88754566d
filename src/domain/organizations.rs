//! The organizations that send ambassadors.
//!
//! In: the campaign's people and units. Out: [`Organizations`]: which people are of one organization.

use crate::domain::{Domain, people::AmbassadorIx, places::UnitIx};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Index of an organization, in the order in which its first ambassador stands by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganizationIx(pub usize);

/// Which people are of one organization.
///
/// An organization is known by the words that an ambassador gives, whatever their width, blanks and case; words that are
/// the id or name of a unit are that unit. Without words it is the employer, and without an employer there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Organizations {
    /// By ambassador.
    of: Vec<Option<OrganizationIx>>,
    /// By organization, its first ambassador.
    first: Vec<AmbassadorIx>,
}

/// What an organization is known by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    Unit(UnitIx),
    Words(String),
}

impl Organizations {
    /// The organizations of everybody who signed up.
    pub fn of(domain: &Domain) -> Self {
        let mut units: BTreeMap<String, UnitIx> = BTreeMap::new();
        let ids = domain.units.iter().map(|unit| &unit.id).enumerate();
        for (unit, words) in ids.chain(domain.units.iter().map(|unit| &unit.name).enumerate()) {
            units.entry(folded(words)).or_insert(UnitIx(unit));
        }
        let mut met: BTreeMap<Known, OrganizationIx> = BTreeMap::new();
        let mut organizations = Self::default();
        for (ambassador, person) in domain.ambassadors.iter().enumerate() {
            let words = person.organization.as_deref().map(folded).filter(|words| !words.is_empty());
            let known = match words {
                Some(words) => Some(units.get(&words).map_or(Known::Words(words), |&unit| Known::Unit(unit))),
                None => person.employer.map(Known::Unit),
            };
            let organization = known.map(|known| {
                *met.entry(known).or_insert_with(|| {
                    organizations.first.push(AmbassadorIx(ambassador));
                    OrganizationIx(organizations.first.len() - 1)
                })
            });
            organizations.of.push(organization);
        }
        organizations
    }

    /// The organization of somebody.
    pub fn of_ambassador(&self, ambassador: AmbassadorIx) -> Option<OrganizationIx> {
        self.of[ambassador.0]
    }

    /// Every organization.
    pub fn all(&self) -> impl Iterator<Item = OrganizationIx> + use<> {
        (0..self.first.len()).map(OrganizationIx)
    }

    /// The first ambassador of an organization by id, by whom it can be named.
    pub fn first_of(&self, organization: OrganizationIx) -> AmbassadorIx {
        self.first[organization.0]
    }
}

/// Words without blanks, full-width letters as plain ones, large letters as small ones.
fn folded(words: &str) -> String {
    words.nfkc().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}
