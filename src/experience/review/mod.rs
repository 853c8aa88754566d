//! What the rules say of a campaign before it is planned.
//!
//! In: `Domain`. Out: diagnostics: errors for pins that no plan can keep, warnings for people and posts that can have
//! nothing, wishes in vain, and more places than people.

mod demand;
mod pins;
mod vain;

use crate::{
    diagnostic::{Diagnostic, experience::Experience, size::Size},
    domain::{
        Domain,
        places::{PostIx, SessionIx},
        requests::{Bond, Group},
    },
    experience::{
        eligibility::{Eligible, Refusals},
        formulation::capacity::{capacities, idle, turnouts},
        rule::Rule,
        size,
    },
    planning::rules::Rulebook,
    solver::size::MUCH,
};

/// What is to be said of the experience: pins first, then people, posts and groups.
pub fn review(domain: &Domain) -> Vec<Diagnostic> {
    let (eligible, size) = match size::measure(domain) {
        Ok(measured) => measured,
        Err(too_large) => return at_first_post(domain, Size::TooLarge(too_large)).into_iter().collect(),
    };
    let mut found = pins::breaking(domain, &eligible);
    found.extend(vain::eligible_nowhere(domain, &eligible));
    found.extend(nobody_eligible(domain, &eligible));
    found.extend(never_running(domain, &eligible));
    found.extend(never_led(domain, &eligible));
    found.extend(nowhere_together(domain, &eligible));
    found.extend(demand::beyond_reach(domain, &eligible));
    found.extend(vain::wishes(domain, &eligible));
    let bytes = size.bytes();
    if bytes >= MUCH {
        found.extend(at_first_post(domain, Size::Memory { bytes, pairs: eligible.pairs.len() }));
    }
    found
}

fn at_first_post(domain: &Domain, size: Size) -> Option<Diagnostic> {
    let first = domain.posts.iter().min_by_key(|post| post.position)?;
    Some(Diagnostic::at(first.place, size.into()))
}

/// The rule that bars most, the first of several.
fn barring_most(tally: &[(Rule, usize)]) -> Option<(Rule, usize)> {
    let most = tally.iter().map(|&(_, count)| count).max()?;
    tally.iter().copied().find(|&(_, count)| count == most)
}

/// Posts to which nobody may go.
fn nobody_eligible(domain: &Domain, eligible: &Eligible) -> Vec<Diagnostic> {
    let mut open_to_somebody = vec![false; domain.posts.len()];
    for &(_, session) in &eligible.pairs {
        open_to_somebody[domain.session(session).post.0] = true;
    }
    let refusals = Refusals::of(domain, Rulebook::ALL);
    let posts = domain.posts.iter().enumerate();
    posts
        .filter(|&(index, _)| !open_to_somebody[index])
        .filter_map(|(index, post)| {
            let (rule, pairs) = barring_most(&refusals.at_post(PostIx(index)))?;
            let (title, rule) = (post.title.clone(), rule.id());
            Some(Diagnostic::at(post.place, Experience::NobodyEligible { title, rule, pairs }.into()))
        })
        .collect()
}

/// Posts with sessions to which too few can come for their quorum.
fn never_running(domain: &Domain, eligible: &Eligible) -> Vec<Diagnostic> {
    let most = turnouts(domain, eligible, Rulebook::ALL);
    let posts = domain.posts.iter().enumerate();
    posts
        .filter_map(|(index, post)| {
            let short = |session: &SessionIx| (1..i64::from(post.seats_min)).contains(&most[session.0]);
            let sessions: Vec<SessionIx> = domain.sessions_of(PostIx(index)).filter(short).collect();
            let first = *sessions.first()?;
            let problem = Experience::NeverRuns {
                title: post.title.clone(),
                date: domain.session(first).date,
                sessions: sessions.len(),
                quorum: post.seats_min,
                most: most[first.0],
            };
            Some(Diagnostic::at(post.place, problem.into()))
        })
        .collect()
}

/// Posts with sessions to which somebody may come, but nobody who can lead them.
fn never_led(domain: &Domain, eligible: &Eligible) -> Vec<Diagnostic> {
    let idle = idle(domain, eligible, Rulebook::ALL);
    let mut is_open = vec![false; domain.sessions.len()];
    for (_, session) in &eligible.pairs {
        is_open[session.0] = true;
    }
    let posts = domain.posts.iter().enumerate();
    posts
        .filter_map(|(index, post)| {
            let leader = post.leader.clone()?;
            let is_unled = |one: &SessionIx| is_open[one.0] && idle[one.0] == Some(Rule::Led);
            let sessions: Vec<SessionIx> = domain.sessions_of(PostIx(index)).filter(is_unled).collect();
            let date = domain.session(*sessions.first()?).date;
            let (title, sessions) = (post.title.clone(), sessions.len());
            let problem = Experience::NeverLed { title, leader, date, sessions };
            Some(Diagnostic::at(post.place, problem.into()))
        })
        .collect()
}

/// Groups that must go together and find no session in which all of them may sit.
fn nowhere_together(domain: &Domain, eligible: &Eligible) -> Vec<Diagnostic> {
    let capacity = capacities(domain, eligible, Rulebook::ALL);
    let has_room = |group: &Group, session: SessionIx| {
        let people = group.members.len();
        usize::try_from(capacity[session.0]).is_ok_and(|seats| seats >= people)
            && group.members.iter().all(|&member| eligible.position(member, session).is_some())
    };
    let groups = domain.groups.iter().filter(|group| group.bond == Bond::TogetherMust);
    groups
        .filter(|group| {
            let sessions = group.members.first().into_iter().flat_map(|&first| eligible.sessions_of(first));
            !sessions.into_iter().any(|session| has_room(group, session))
        })
        .map(|group| {
            let people = group.members.len();
            Diagnostic::at(group.place, Experience::NowhereTogether { people }.into())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::review;
    use crate::{
        diagnostic::{
            experience::{Across, Experience, InVain},
            problem::Problem,
        },
        domain::{
            Domain,
            dates::DateSpan,
            people::AmbassadorIx,
            periods::{Part, Period, Periods},
            places::{Need, PostIx},
            requests::{Ban, Bond},
            rules::Permission,
            sample::{date, days, group, held, pin, place, sample, wishes},
            time::Hours,
        },
        experience::rule::Rule,
    };

    fn found(domain: &Domain) -> Vec<Experience> {
        let problems = review(domain).into_iter().map(|diagnostic| diagnostic.problem);
        problems
            .map(|problem| match problem {
                Problem::Experience(problem) => problem,
                other => panic!("{other:?}"),
            })
            .collect()
    }

    fn broken(rules: &[Rule]) -> Vec<Experience> {
        rules.iter().map(|rule| Experience::PinBreaksRule { rule: rule.id() }).collect()
    }

    #[test]
    fn has_nothing_to_say_of_a_campaign_in_order() {
        let mut domain = sample();
        domain.pins = vec![pin(0, 0, Some(22)), pin(0, 1, None), pin(1, 2, Some(22))];
        assert_eq!(found(&domain), []);
    }

    #[test]
    fn names_the_rule_that_refuses_a_pin_on_each_of_its_dates() {
        let mut domain = sample();
        domain.units[1].closed = days(&[23, 24]);
        domain.ambassadors[0].away = days(&[22]);
        domain.pins = vec![pin(0, 2, None), pin(0, 0, Some(22)), pin(0, 0, Some(23))];
        assert_eq!(found(&domain), broken(&[Rule::UnitOpen, Rule::Available]));
    }

    #[test]
    fn leaves_pins_that_only_contradict_each_other_to_the_solver() {
        let mut domain = sample();
        domain.posts[0].seats_max = 1;
        domain.ambassadors[2].days_max = 3;
        domain.pins = vec![
            pin(0, 0, Some(22)),
            pin(1, 0, Some(22)),
            pin(2, 1, Some(23)),
            pin(2, 2, Some(23)),
            pin(2, 2, Some(24)),
        ];
        assert_eq!(found(&domain), []);
    }

    #[test]
    fn takes_a_pin_with_one_date_left_as_if_it_named_that_date() {
        let mut domain = sample();
        domain.units[1].closed = days(&[22, 23]);
        domain.ambassadors[1].away = days(&[24]);
        domain.groups = vec![group(Bond::TogetherMust, &[0, 1])];
        domain.pins = vec![pin(0, 2, None), pin(0, 0, Some(23))];
        assert_eq!(found(&domain)[..1], broken(&[Rule::Together]));
    }

    #[test]
    fn names_the_quorum_that_a_pin_can_never_reach() {
        let mut domain = sample();
        domain.posts[2].seats_min = 3;
        domain.ambassadors[1].away = days(&[24]);
        domain.pins = vec![pin(0, 2, Some(24)), pin(0, 2, Some(23))];
        domain.rules.repeat_post = crate::domain::rules::Permission::Allow;
        let never =
            Experience::NeverRuns {
                title: "岗位2".into(), date: date(24), sessions: 1, quorum: 3, most: 2
            };
        assert_eq!(found(&domain), [broken(&[Rule::Quorum]), vec![never]].concat());
    }

    #[test]
    fn warns_of_people_and_posts_that_can_have_nothing() {
        let mut domain = sample();
        domain.ambassadors[1].away = days(&[22, 23, 24]);
        domain.posts[2].requires = vec!["health-certificate".into()];
        assert_eq!(
            found(&domain),
            [
                Experience::EligibleNowhere {
                    name: "大使1".into(),
                    rule: "available",
                    sessions: 6,
                    across: None
                },
                Experience::NobodyEligible { title: "岗位2".into(), rule: "qualified", pairs: 9 },
            ]
        );
    }

    #[test]
    fn warns_of_more_wanted_at_each_session_than_it_has_seats() {
        let mut domain = sample();
        domain.rules.repeat_post = Permission::Allow;
        domain.posts.iter_mut().for_each(|post| post.need = Need::InAll(0));
        domain.posts[1].need = Need::AtEach(2);
        assert_eq!(found(&domain), []);
        domain.posts[1].seats_max = 1;
        let beyond = Experience::EachBeyondSeats { title: "岗位1".into(), each: 2, seats: 1 };
        assert_eq!(found(&domain), [beyond]);
    }

    #[test]
    fn warns_of_wishes_that_every_session_refuses() {
        let mut domain = sample();
        domain.ambassadors[1].wishes = wishes(&[2, 0]);
        domain.posts[2].requires = vec!["health-certificate".into()];
        domain.ambassadors[0].qualifications = held(&["health-certificate"]);
        let in_vain = InVain {
            name: "大使1".into(),
            title: "岗位2".into(),
            rule: "qualified",
            elsewhere: vec!["岗位0".into(), "岗位1".into()],
            across: None,
        };
        assert_eq!(found(&domain), [Experience::WishInVain(Box::new(in_vain))]);
        domain.ambassadors[1].available = Some(days(&[31]));
        let nowhere = Experience::EligibleNowhere {
            name: "大使1".into(),
            rule: "available",
            sessions: 6,
            across: None,
        };
        assert_eq!(found(&domain), [nowhere]);
    }

    #[test]
    fn names_the_shift_that_lies_across_the_hours_given() {
        let mut domain = sample();
        let evening = Part { hours: Hours::new(12 * 60, 18 * 60).unwrap(), is_open: false };
        let period = Period { days: DateSpan::day(date(22)), part: Some(evening) };
        domain.ambassadors[1].available = Some(Periods { periods: vec![period] });
        let shift = domain.sessions[0].hours.to_string();
        let across = Some(Box::new(Across { shift, given: "12:00-18:00".into() }));
        let (name, rule) = ("大使1".to_owned(), "available");
        let nowhere = Experience::EligibleNowhere { name, rule, sessions: 9, across };
        assert_eq!(found(&domain), std::slice::from_ref(&nowhere));
        domain.ambassadors[1].away = days(&[22]);
        assert_ne!(found(&domain), [nowhere], "free hours that were wider would not help");
    }

    #[test]
    fn warns_where_more_is_wanted_than_people_or_seats_can_fill() {
        let mut domain = sample();
        domain.posts[0].need = Need::InAll(9);
        let more = |wanted, people, days| Experience::MoreWanted { wanted, people, days };
        let beyond = |title: &str, need, people, days| Experience::NeedBeyondPeople {
            title: title.into(),
            need,
            people,
            days,
        };
        assert_eq!(found(&domain), [more(11, 3, 6)]);
        domain.posts[0].need = Need::InAll(4);
        assert_eq!(found(&domain), [beyond("岗位0", 4, 3, 3)]);
        domain.rules.repeat_post = Permission::Allow;
        assert_eq!(found(&domain), []);
        domain.posts[0].seats_max = 1;
        let seats = Experience::NeedBeyondSeats { title: "岗位0".into(), need: 4, seats: 3 };
        assert_eq!(found(&domain), [seats]);
        domain.posts[0].seats_max = 2;
        domain.ambassadors[0].days_max = 1;
        domain.ambassadors[1].away = days(&[22, 23]);
        domain.ambassadors[1].days_max = 3;
        domain.ambassadors[2].away = days(&[22, 23, 24]);
        assert_eq!(found(&domain)[1..], [more(6, 2, 4)]);
        domain.posts[0].need = Need::InAll(3);
        domain.posts[1].need = Need::InAll(0);
        domain.posts[2].need = Need::InAll(0);
        assert_eq!(found(&domain)[1..], [beyond("岗位0", 3, 2, 2)]);
        domain.ambassadors.clear();
        assert_eq!(found(&domain), []);
    }

    #[test]
    fn warns_of_people_who_must_go_together_and_never_can() {
        let mut domain = sample();
        domain.groups = vec![group(Bond::TogetherMust, &[0, 1]), group(Bond::TogetherTry, &[0, 2])];
        domain.ambassadors[0].away = days(&[22, 23]);
        domain.ambassadors[1].away = days(&[24]);
        assert_eq!(found(&domain), [Experience::NowhereTogether { people: 2 }]);
        domain.ambassadors[0].away = days(&[]);
        domain.posts[0].seats_max = 1;
        domain.posts[1].seats_max = 1;
        assert_eq!(found(&domain), []);
        let dates = None;
        domain.bans =
            vec![Ban { ambassador: AmbassadorIx(0), post: PostIx(2), dates, hours: None, place: place() }];
        assert_eq!(found(&domain), [Experience::NowhereTogether { people: 2 }]);
    }
}
