//! What people, posts and units are called on paper.
//!
//! Two ambassadors of one name carry their employer or their organization, or their id where that does not tell them apart.

use crate::{
    domain::{
        Contact, Language,
        people::AmbassadorIx,
        places::{MentorIx, PostIx, UnitIx},
    },
    render::{
        edition::{discretion::Discretion, shown::Shown},
        wording::bracketed,
    },
};
use std::collections::BTreeMap;

/// The names of one campaign as one copy has them, told apart.
#[derive(Debug, Clone)]
pub struct Names {
    ambassadors: Vec<String>,
    /// How many bytes of each are the name alone; behind it stands what tells people of one name apart.
    alone: Vec<usize>,
    units: Vec<String>,
    posts: Vec<String>,
    mentors: Vec<String>,
}

impl Names {
    /// The names in a campaign.
    pub fn of(domain: &Shown<'_>, language: Language) -> Self {
        let plain: Vec<String> = domain.ambassadors.iter().map(|person| person.name.clone()).collect();
        let names = occurrences(plain.iter().cloned());
        let origins = [employer, organization].map(|of| {
            let words: Vec<String> = (0..plain.len()).map(|at| of(domain, AmbassadorIx(at))).collect();
            let pairs = occurrences(plain.iter().cloned().zip(words.iter().cloned()));
            (words, pairs)
        });
        let alone = plain.iter().map(String::len).collect();
        let ambassadors = (0..plain.len()).map(|at| {
            let name = &plain[at];
            let told_apart = origins.iter().find(|(words, pairs)| {
                !words[at].is_empty() && pairs[&(name.clone(), words[at].clone())] == 1
            });
            match (names[name], told_apart) {
                (1, _) => name.clone(),
                (_, Some((words, _))) => bracketed(language, name, &words[at]),
                (_, None) => bracketed(language, name, &domain.mark(AmbassadorIx(at))),
            }
        });
        Self {
            ambassadors: ambassadors.collect(),
            alone,
            units: units(domain, language),
            posts: domain.posts.iter().map(|post| post.title.clone()).collect(),
            mentors: domain.mentors.iter().map(|mentor| mentor.name.clone()).collect(),
        }
    }

    /// The same with other names for people.
    pub(in crate::render) fn masked(self, ambassadors: Vec<String>, mentor: impl Fn(&str) -> String) -> Self {
        let mentors = self.mentors.iter().map(|name| mentor(name)).collect();
        // What is masked tells people apart by itself.
        let alone = ambassadors.iter().map(String::len).collect();
        Self { ambassadors, alone, mentors, ..self }
    }

    /// An ambassador's name.
    pub fn ambassador(&self, ambassador: AmbassadorIx) -> &str {
        &self.ambassadors[ambassador.0]
    }

    /// The same, and apart from it what tells the person from others of that name; nothing for most.
    pub fn told_apart(&self, ambassador: AmbassadorIx) -> (&str, &str) {
        self.ambassadors[ambassador.0].split_at(self.alone[ambassador.0])
    }

    /// A unit's name.
    pub fn unit(&self, unit: UnitIx) -> &str {
        &self.units[unit.0]
    }

    /// A post's title.
    pub fn post(&self, post: PostIx) -> &str {
        &self.posts[post.0]
    }

    /// A mentor's name.
    pub fn mentor(&self, mentor: MentorIx) -> &str {
        &self.mentors[mentor.0]
    }
}

/// Name and number of somebody to call; `None` where neither is known.
pub fn contact(contact: Option<&Contact>) -> Option<String> {
    let Contact { name, phone } = contact?;
    let parts: Vec<String> = [name, phone].into_iter().flatten().cloned().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Units, those of one name with their address, or their id where that does not tell them apart.
fn units(domain: &Shown<'_>, language: Language) -> Vec<String> {
    let names = occurrences(domain.units.iter().map(|unit| &unit.name));
    let places = occurrences(domain.units.iter().map(|unit| (&unit.name, &unit.address)));
    let told_apart = domain.units.iter().map(|unit| match (names[&unit.name], &unit.address) {
        (1, _) => unit.name.clone(),
        (_, Some(address)) if places[&(&unit.name, &unit.address)] == 1 => {
            bracketed(language, &unit.name, address)
        }
        _ => bracketed(language, &unit.name, &unit.id),
    });
    told_apart.collect()
}

fn employer(domain: &Shown<'_>, ambassador: AmbassadorIx) -> String {
    let person = domain.ambassador(ambassador);
    match person.employer {
        Some(unit) => domain.unit(unit).name.clone(),
        None => person.organization.clone().unwrap_or_default(),
    }
}

fn organization(domain: &Shown<'_>, ambassador: AmbassadorIx) -> String {
    domain.ambassador(ambassador).organization.clone().unwrap_or_default()
}

fn occurrences<K: Ord>(keys: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut occurrences = BTreeMap::new();
    for key in keys {
        *occurrences.entry(key).or_insert(0) += 1;
    }
    occurrences
}

/// Names by id.
#[derive(Debug, Clone, Default)]
pub struct NamesById {
    ambassadors: BTreeMap<String, String>,
    posts: BTreeMap<String, String>,
    units: BTreeMap<String, String>,
    neighbourhoods: BTreeMap<String, String>,
    themes: BTreeMap<String, String>,
    discretion: Discretion,
}

impl NamesById {
    /// The names in campaigns, and with how much discretion ids are said.
    pub fn of<'a>(
        domains: impl IntoIterator<Item = &'a Shown<'a>>,
        discretion: Discretion,
        language: Language,
    ) -> Self {
        let mut names_by_id = Self { discretion, ..Self::default() };
        for domain in domains {
            let names = Names::of(domain, language);
            for (at, person) in domain.ambassadors.iter().enumerate() {
                keep(&mut names_by_id.ambassadors, &person.id, names.ambassador(AmbassadorIx(at)));
            }
            domain.posts.iter().for_each(|one| keep(&mut names_by_id.posts, &one.id, &one.title));
            for (at, unit) in domain.units.iter().enumerate() {
                keep(&mut names_by_id.units, &unit.id, names.unit(UnitIx(at)));
            }
            let homes = &mut names_by_id.neighbourhoods;
            domain.neighbourhoods.iter().for_each(|one| keep(homes, &one.id, &one.name));
            domain.themes.iter().for_each(|one| keep(&mut names_by_id.themes, &one.id, &one.name));
        }
        // Of two of one name one may be gone.
        let units = occurrences(names_by_id.units.values().cloned());
        for (id, name) in names_by_id.units.iter_mut().filter(|(_, name)| units[*name] > 1) {
            *name = bracketed(language, name, &names_by_id.discretion.said(id));
        }
        names_by_id
    }

    /// An ambassador.
    pub fn ambassador(&self, id: &str) -> String {
        self.find(&self.ambassadors, id)
    }

    /// A post.
    pub fn post(&self, id: &str) -> String {
        self.find(&self.posts, id)
    }

    /// A unit.
    pub fn unit(&self, id: &str) -> String {
        self.find(&self.units, id)
    }

    /// A neighbourhood.
    pub fn neighbourhood(&self, id: &str) -> String {
        self.find(&self.neighbourhoods, id)
    }

    /// A theme.
    pub fn theme(&self, id: &str) -> String {
        self.find(&self.themes, id)
    }

    fn find(&self, names: &BTreeMap<String, String>, id: &str) -> String {
        names.get(id).cloned().unwrap_or_else(|| self.discretion.said(id))
    }
}

fn keep(names: &mut BTreeMap<String, String>, id: &str, name: &str) {
    names.entry(id.to_owned()).or_insert_with(|| name.to_owned());
}

#[cfg(test)]
mod tests {
    use super::{Names, NamesById};
    use crate::{
        domain::{Language, people::AmbassadorIx, places::UnitIx, sample::sample},
        render::edition::{discretion::Discretion, shown::Shown},
    };

    fn names_of_three(change: impl Fn(&mut crate::domain::Domain)) -> Vec<String> {
        let mut domain = sample();
        change(&mut domain);
        let names = Names::of(&Shown::of(&domain, false), Language::Zh);
        (0..3).map(|at| names.ambassador(AmbassadorIx(at)).to_owned()).collect()
    }

    #[test]
    fn tells_two_of_one_name_apart_by_their_employer() {
        let names = names_of_three(|domain| {
            domain.ambassadors[0].name = "林晓".into();
            domain.ambassadors[1].name = "林\u{7}晓 ".into();
            domain.ambassadors[0].employer = Some(UnitIx(1));
            domain.ambassadors[1].organization = Some("第一党支部".into());
        });
        assert_eq!(names, ["林晓（单位1）", "林晓（第一党支部）", "大使2"]);
    }

    #[test]
    fn tells_units_of_one_name_apart_also_where_one_is_gone() {
        let mut domain = sample();
        for unit in &mut domain.units[..2] {
            unit.name = "银行".into();
        }
        domain.units[1].address = Some("东路8号".into());
        let shown = Shown::of(&domain, false);
        let names = Names::of(&shown, Language::Zh);
        assert_eq!(names.unit(UnitIx(0)), format!("银行（{}）", domain.units[0].id));
        assert_eq!(names.unit(UnitIx(1)), "银行（东路8号）");
        let mut later = domain.clone();
        later.units[1].name = "别处".into();
        let later = Shown::of(&later, false);
        let by_id = NamesById::of([&later, &shown], Discretion::default(), Language::Zh);
        assert_ne!(by_id.unit(&domain.units[0].id), by_id.unit(&domain.units[1].id));
    }

    #[test]
    fn tells_them_apart_by_their_id_where_the_employer_does_not() {
        let names = names_of_three(|domain| {
            for person in &mut domain.ambassadors {
                person.name = "林晓".into();
            }
            domain.ambassadors[0].employer = Some(UnitIx(1));
            domain.ambassadors[1].employer = Some(UnitIx(1));
        });
        assert_eq!(names, ["林晓（a0）", "林晓（a1）", "林晓（a2）"]);
    }
}
