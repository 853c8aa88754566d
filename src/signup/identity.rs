//! Who everybody is: the id of each form, as people of one name need one, and as the campaign and the former import have it.
//!
//! In: the forms that count, the campaign's people, and those of the former import. Out: an id for each form, or none where
//! the name will do.

use crate::{
    diagnostic::naming::folded,
    document::{Node, Value},
    domain::{Domain, people::AmbassadorIx},
    signup::{
        asking::{Asking, Subject, one_or_two},
        doubt::{Said, Why},
        rows::{Counted, Submission},
        values::telephone,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who is known already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The id.
    pub id: String,
    /// The name as it stands.
    written: String,
    /// The name as it is compared.
    name: String,
    digits: Option<String>,
    organization: Option<String>,
}

impl Known {
    fn of(id: &str, name: &str, phone: Option<&str>, organization: Option<&str>) -> Self {
        let digits = phone.and_then(telephone).map(|phone| phone.digits).filter(|digits| !digits.is_empty());
        let organization = organization.map(folded).filter(|words| !words.is_empty());
        Self { id: id.to_owned(), written: name.to_owned(), name: folded(name), digits, organization }
    }

    /// The people of a campaign.
    pub fn in_campaign(domain: &Domain) -> Vec<Self> {
        let people = domain.ambassadors.iter().enumerate();
        let known = people.map(|(at, one)| {
            let organization = domain.organization(AmbassadorIx(at));
            Self::of(&one.id, &one.name, one.phone.as_deref(), organization)
        });
        known.collect()
    }

    /// The people of a former import, as its file has them.
    pub fn in_scenario(root: &Node) -> Vec<Self> {
        let Some(Node { value: Value::List(items), .. }) = root.entry("ambassadors") else {
            return Vec::new();
        };
        let known = items.iter().filter_map(|item| {
            let text = |key| item.entry(key).and_then(Node::text);
            let name = text("name").or_else(|| text("id"))?;
            Some(Self::of(text("id").unwrap_or(name), name, text("phone"), text("organization")))
        });
        known.collect()
    }

    /// Whether a form of this name is this person's: the telephone number is the same, or the organization where no number
    /// speaks against it.
    fn is(&self, sent: &Submission<'_>) -> bool {
        match (self.digits.as_deref(), digits(sent)) {
            (Some(own), Some(other)) => own == other,
            _ => self.organization.is_some() && self.organization == organization(sent),
        }
    }

    /// Whether nothing speaks against a form of this name being this person's.
    fn may_be(&self, sent: &Submission<'_>) -> bool {
        let differ =
            |one: Option<&str>, other: Option<&str>| one.is_some() && other.is_some() && one != other;
        let elsewhere = differ(self.organization.as_deref(), organization(sent).as_deref());
        let has_another = self.organization.is_none() && differ(self.digits.as_deref(), digits(sent));
        !(elsewhere || has_another)
    }
}

/// People by their names.
struct Bearers<'k>(BTreeMap<&'k str, Vec<&'k Known>>);

impl<'k> Bearers<'k> {
    fn of(people: &'k [Known]) -> Self {
        let mut names: BTreeMap<&str, Vec<&Known>> = BTreeMap::new();
        for known in people {
            names.entry(&known.name).or_default().push(known);
        }
        Self(names)
    }

    fn of_name(&self, name: &str) -> impl Iterator<Item = &'k Known> {
        self.0.get(folded(name).as_str()).into_iter().flatten().copied()
    }
}

fn digits<'s>(sent: &'s Submission<'_>) -> Option<&'s str> {
    sent.phone.as_ref().map(|phone| phone.digits.as_str())
}

fn organization(sent: &Submission<'_>) -> Option<String> {
    sent.organization.as_deref().map(folded)
}

/// The id of each form; the names of those that are parted from others of their name are told.
pub fn ids(
    counted: &[Counted<'_>],
    [campaign, former]: [&[Known]; 2],
    asking: &mut Asking<'_>,
    said: &mut Vec<Said>,
) -> Vec<String> {
    let (campaign, former) = (Bearers::of(campaign), Bearers::of(former));
    let mut ids: Vec<Option<String>> = counted
        .iter()
        .map(|Counted { submission: sent, .. }| {
            let found = sent.id.clone().map_or_else(|| in_campaign(sent, &campaign, asking), InCampaign::Is);
            let earlier = |other: Option<&str>| {
                let mut own = former.of_name(&sent.name).filter(|known| Some(known.id.as_str()) != other);
                own.find(|known| known.is(sent)).map(|known| known.id.clone())
            };
            match found {
                InCampaign::Is(id) => Some(id),
                InCampaign::IsNot(other) => earlier(Some(&other)),
                InCampaign::Unknown => earlier(None),
            }
        })
        .collect();
    let mut bearers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, one) in counted.iter().enumerate() {
        bearers.entry(folded(&one.submission.name)).or_default().push(at);
    }
    for rows in bearers.values().filter(|rows| rows.len() > 1) {
        let name = counted[rows[0]].submission.name.clone();
        let rows = rows.iter().map(|&at| counted[at].submission.row.number).collect();
        said.push(Said::Namesakes { name, rows });
    }
    // An entry of a scenario changes whoever bears its id or, without one, its name.
    let others = campaign.0.values().flatten().flat_map(|known| [known.id.clone(), known.written.clone()]);
    let mut taken: BTreeSet<String> = ids.iter().flatten().cloned().chain(others).collect();
    for (at, id) in ids.iter_mut().enumerate().filter(|(_, id)| id.is_none()) {
        let sent = &counted[at].submission;
        let is_alone = bearers.get(&folded(&sent.name)).is_none_or(|rows| rows.len() == 1)
            && campaign.of_name(&sent.name).next().is_none();
        let parted = sent.organization.as_ref().map(|words| format!("{}（{words}）", sent.name));
        let wanted = if is_alone { sent.name.clone() } else { parted.unwrap_or_else(|| sent.name.clone()) };
        let numbered = (2..).map(|number| format!("{wanted}{number}"));
        let free = std::iter::once(wanted.clone()).chain(numbered).find(|id| !taken.contains(id));
        let free = free.unwrap_or(wanted);
        taken.insert(free.clone());
        *id = Some(free);
    }
    let ids: Vec<String> = ids.into_iter().map(Option::unwrap_or_default).collect();
    let given: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
    let gone = former.0.values().flatten().filter(|known| !given.contains(known.id.as_str()));
    let gone: Vec<String> = gone.map(|known| known.written.clone()).collect();
    if !gone.is_empty() {
        said.push(Said::Gone(gone));
    }
    ids
}

/// Whether a form is somebody's whom the campaign has already.
enum InCampaign {
    /// It is; the id.
    Is(String),
    /// The organizer says that it is another's than the one with this id.
    IsNot(String),
    /// Nobody there has the name, or whoever has it is somebody else.
    Unknown,
}

/// Looks for the sender in the campaign; where only the name speaks for somebody it is asked, and taken for so until then.
fn in_campaign(sent: &Submission<'_>, campaign: &Bearers<'_>, asking: &mut Asking<'_>) -> InCampaign {
    if let Some(known) = campaign.of_name(&sent.name).find(|known| known.is(sent)) {
        return InCampaign::Is(known.id.clone());
    }
    let Some(may_be) = campaign.of_name(&sent.name).find(|known| known.may_be(sent)) else {
        return InCampaign::Unknown;
    };
    let subject =
        Subject { column: String::new(), cell: sent.name.clone(), place: sent.place, is_post: false };
    let is_one = asking.decide(&sent.who(), subject, Why::InCampaign, one_or_two).unwrap_or(true);
    if is_one { InCampaign::Is(may_be.id.clone()) } else { InCampaign::IsNot(may_be.id.clone()) }
}
