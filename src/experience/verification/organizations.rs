//! How many an organization may send: `organization-limit`.

use super::{Reading, Violation, count, counted};
use crate::{domain::organizations::Organizations, experience::rule::Rule};

/// Sessions at which an organization has more people than it may, then organizations that have more sessions in all.
pub(super) fn too_many_of_one(reading: &Reading<'_>) -> Vec<Violation> {
    let limits = reading.domain.rules.organization_limit;
    let organizations = Organizations::of(reading.domain);
    let mut violations = Vec::new();
    if let Some(limit) = limits.session.map(count) {
        let together = reading.grouped(|placement| {
            let organization = organizations.of_ambassador(placement.ambassador)?;
            Some((placement.session(), organization))
        });
        let crowds = together.into_values().filter(|people| people.len() > limit);
        violations.extend(crowds.map(|people| counted(Rule::OrganizationLimit, people, limit)));
    }
    if let Some(limit) = limits.total.map(count) {
        let all = reading.grouped(|placement| organizations.of_ambassador(placement.ambassador));
        let crowds = all.into_values().filter(|people| people.len() > limit);
        violations.extend(crowds.map(|people| counted(Rule::OrganizationLimit, people, limit)));
    }
    violations
}

#[cfg(test)]
mod tests {
    use crate::{
        domain::{Domain, places::UnitIx, rules::OrganizationLimit, sample::sample},
        experience::{
            rule::Rule,
            verification::{
                Subject,
                sample::{broken, placed},
            },
        },
    };

    const TWO: Subject = Subject::Count { found: 2, limit: 1 };

    /// Two people with such words for their organization, of which one may come to a session.
    fn of(words: [&str; 2]) -> Domain {
        let mut domain = sample();
        for (person, words) in domain.ambassadors.iter_mut().zip(words) {
            person.organization = Some(words.to_owned());
        }
        domain.rules.organization_limit = OrganizationLimit { session: Some(1), total: None };
        domain
    }

    fn is_one(domain: &Domain) -> bool {
        let together = broken(domain, &[placed(0, 0, 23), placed(1, 0, 23), placed(2, 0, 23)]);
        assert!(together.is_empty() || together == [(Rule::OrganizationLimit, vec![0, 1], TWO)]);
        !together.is_empty()
    }

    #[test]
    fn counts_who_comes_to_a_session_from_one_organization() {
        let mut domain = of(["第一党支部"; 2]);
        assert!(is_one(&domain));
        assert_eq!(broken(&domain, &[placed(0, 0, 23), placed(1, 0, 24)]), vec![]);
        domain.rules.organization_limit.session = Some(2);
        assert!(!is_one(&domain));
    }

    #[test]
    fn counts_the_sessions_of_an_organization_over_the_campaign() {
        let mut domain = of(["第一党支部"; 2]);
        domain.rules.organization_limit = OrganizationLimit { session: None, total: Some(1) };
        assert_eq!(
            broken(&domain, &[placed(0, 0, 22), placed(1, 2, 24), placed(2, 1, 23)]),
            vec![(Rule::OrganizationLimit, vec![0, 1], TWO)]
        );
    }

    #[test]
    fn knows_an_organization_however_its_words_are_written() {
        assert!(is_one(&of(["ICBC 支行", "ｉｃｂｃ支行"])));
        assert!(!is_one(&of(["第一党支部", "第二党支部"])));
        assert!(!is_one(&of([" ", ""])));
    }

    #[test]
    fn takes_the_unit_that_the_words_name_and_else_the_employer() {
        let mut domain = of(["单位 0", "u0"]);
        assert!(is_one(&domain));
        domain.rules.own_unit = crate::domain::rules::Permission::Allow;
        domain.ambassadors[1].organization = None;
        assert!(!is_one(&domain));
        domain.ambassadors[1].employer = Some(UnitIx(0));
        assert!(is_one(&domain));
        domain.ambassadors[1].organization = Some("单位1".into());
        assert!(!is_one(&domain));
    }
}
