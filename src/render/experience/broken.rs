//! What a plan breaks: the facts of which the sentence of each rule is made, without a full stop.

use crate::{
    domain::{
        Language,
        people::AmbassadorIx,
        places::{Ages, PostIx},
        time::Hours,
    },
    experience::{
        roster::{Placement, Roster},
        rule::Rule,
        verification::{Subject, Violation},
    },
    render::{
        edition::shown::Shown,
        experience::rule::{Facts, broken_en, broken_zh},
        wording::{Phrase, bracketed, list, measure},
    },
};
use chrono::NaiveDate;

/// A violation beside the campaign and the roster that it speaks of.
#[derive(Debug, Clone, Copy)]
pub struct Broken<'a> {
    /// The campaign.
    pub domain: &'a Shown<'a>,
    /// The roster.
    pub roster: &'a Roster,
    /// What it breaks.
    pub violation: &'a Violation,
}

impl Phrase for Broken<'_> {
    fn zh(&self) -> String {
        broken_zh(self.violation.rule, self.facts(Language::Zh))
    }

    fn en(&self) -> String {
        broken_en(self.violation.rule, self.facts(Language::En))
    }
}

impl Broken<'_> {
    fn facts(&self, language: Language) -> Facts {
        let involved: Vec<Placement> =
            self.violation.entries.iter().map(|&position| self.roster.placements[position]).collect();
        let mut facts = Facts::default();
        if let Some(&first) = involved.first() {
            self.describe(&mut facts, first, language);
        }
        match self.violation.subject {
            Subject::Placement => {}
            Subject::Count { found, limit } => {
                facts.found = found.to_string();
                facts.limit = limit.to_string();
            }
            Subject::Pair(one, other) => {
                facts.one = self.person(one, language);
                facts.other = self.person(other, language);
            }
            Subject::Pin(position) => {
                let pin = &self.domain.pins[position];
                facts.who = self.person(pin.ambassador, language);
                facts.post = self.post(pin.post);
                facts.on_date = match (pin.date, language) {
                    (None, _) => String::new(),
                    (Some(date), Language::Zh) => {
                        format!("于{}", measure::session(language, date, pin.hours))
                    }
                    (Some(date), Language::En) => {
                        format!(" on {}", measure::session(language, date, pin.hours))
                    }
                };
            }
        }
        let is_at_once = |other: &Placement| (other.date, other.post) == (involved[0].date, involved[0].post);
        if self.violation.rule == Rule::OrganizationLimit && !involved.iter().all(is_at_once) {
            facts.date.clear();
        }
        let rest = match self.violation.rule {
            Rule::RestDays => Some(self.domain.rules.rest_days),
            Rule::RestHours => Some(self.domain.rules.rest_hours),
            _ => None,
        };
        if let Some(rest) = rest {
            facts.limit = rest.to_string();
            facts.dates = moments(&involved, self.violation.rule, language);
        }
        facts
    }

    /// What the first of the placements tells.
    fn describe(&self, facts: &mut Facts, placement: Placement, language: Language) {
        let post = self.domain.post(placement.post);
        facts.who = self.person(placement.ambassador, language);
        facts.post = self.post(placement.post);
        facts.unit.clone_from(&self.domain.unit(post.unit).name);
        facts.date = measure::session(language, placement.date, post.told(placement.hours));
        match self.violation.rule {
            Rule::Qualified => {
                let person = self.domain.written().ambassador(placement.ambassador);
                let required = self.domain.written().post(placement.post).requires.iter();
                let is_missing = |required: &String| !person.holds(required, placement.date);
                let missing = required.zip(&post.requires).filter(|(required, _)| is_missing(required));
                let missing: Vec<String> = missing.map(|(_, said)| said.clone()).collect();
                facts.detail = list(language, &missing);
            }
            Rule::OfAge => {
                let is_known = self.domain.ambassador(placement.ambassador).born.is_some();
                facts.detail = age(language, is_known).into();
                facts.limit = post.ages.map(|ages| years(language, ages)).unwrap_or_default();
            }
            Rule::Led => facts.detail = post.leader.clone().unwrap_or_default(),
            Rule::WithinDistance => {
                let metres = self.domain.metres(placement.ambassador, placement.post);
                facts.found = metres.unwrap_or_default().to_string();
                facts.limit = self.domain.rules.max_metres.unwrap_or_default().to_string();
            }
            Rule::MentorLimit => {
                let mentor = post.mentor.map(|mentor| self.domain.mentor(mentor).name.clone());
                facts.detail = mentor.unwrap_or_default();
            }
            Rule::OrganizationLimit => {
                let words = self.domain.organization(placement.ambassador);
                words.unwrap_or_default().clone_into(&mut facts.detail);
            }
            _ => {}
        }
    }

    /// The name with the id, by which the plan knows the person.
    fn person(&self, ambassador: AmbassadorIx, language: Language) -> String {
        let (person, id) = (self.domain.ambassador(ambassador), self.domain.mark(ambassador));
        if person.name == id { id } else { bracketed(language, &person.name, &id) }
    }

    fn post(&self, post: PostIx) -> String {
        format!("“{}”", self.domain.post(post).title)
    }
}

/// What is wrong with an age; which it is, is never said.
fn age(language: Language, is_known: bool) -> &'static str {
    match (language, is_known) {
        (Language::Zh, true) => "的年龄不合要求",
        (Language::Zh, false) => "的年龄没有写明",
        (Language::En, true) => "is not of the age asked for",
        (Language::En, false) => "is of unknown age",
    }
}

fn years(language: Language, Ages { least, most }: Ages) -> String {
    match (language, least, most) {
        (Language::Zh, Some(least), Some(most)) => format!("{least}至{most}岁"),
        (Language::Zh, Some(least), None) => format!("满{least}岁"),
        (Language::Zh, None, most) => format!("{}岁以下", most.unwrap_or_default()),
        (Language::En, Some(least), Some(most)) => format!("{least} to {most} years"),
        (Language::En, Some(least), None) => format!("{least} years or more"),
        (Language::En, None, most) => format!("{} years at most", most.unwrap_or_default()),
    }
}

/// When the placements are, a date that several share once; with their hours where these matter: `10月22日（周一）和10月23日（周二）`,
/// `10月22日（周一）08:00-11:00和13:00-15:00`.
fn moments(placements: &[Placement], rule: Rule, language: Language) -> String {
    let mut moments: Vec<(NaiveDate, Hours)> = placements.iter().map(|one| (one.date, one.hours)).collect();
    moments.sort_unstable();
    let with_hours = rule == Rule::RestHours || moments.windows(2).any(|pair| pair[0].0 == pair[1].0);
    let mut told = None;
    let moments = moments.into_iter().map(|(date, hours)| match (with_hours, told.replace(date)) {
        (false, _) => measure::date(language, date),
        (true, Some(before)) if before == date => measure::hours(language, hours),
        (true, _) => measure::session(language, date, Some(hours)),
    });
    moments.collect::<Vec<String>>().join(if language == Language::Zh { "和" } else { " and " })
}

#[cfg(test)]
mod tests {
    use super::Broken;
    use crate::{
        domain::{
            people::AmbassadorIx,
            places::{PostIx, UnitIx},
            requests::{Bond, Pin},
            sample::{date, days, group, hours, place, sample},
        },
        experience::{
            roster::{Placement, Roster},
            rule::Rule,
            verification::violations,
        },
        render::{edition::shown::Shown, wording::Phrase},
    };

    #[test]
    fn names_a_day_once_on_which_two_sessions_are_too_close() {
        let mut domain = sample();
        domain.rules.rest_hours = 3;
        let placed = |post, day, start| Placement {
            date: date(day),
            post: PostIx(post),
            hours: hours(start, start + 2),
            ambassador: AmbassadorIx(0),
        };
        let shown = Shown::of(&domain, false);
        let said = |placements: [Placement; 2]| {
            let roster = Roster { placements: placements.to_vec() };
            let found =
                violations(&domain, &roster).into_iter().find(|one| one.rule == Rule::RestHours).unwrap();
            let broken = Broken { domain: &shown, roster: &roster, violation: &found };
            [broken.zh(), broken.en()]
        };
        insta::assert_snapshot!(
            [said([placed(0, 22, 9), placed(1, 22, 13)]), said([placed(0, 22, 22), placed(1, 23, 2)])]
                .concat()
                .join("\n")
        );
    }

    /// Breaks as many rules as go into one roster.
    #[test]
    fn says_in_both_languages_what_is_broken_by_whom_and_where() {
        let mut domain = sample();
        domain.ambassadors[0].employer = Some(UnitIx(0));
        domain.ambassadors[0].away = days(&[24]);
        domain.ambassadors[1].days_max = 1;
        domain.posts[0].requires = vec!["健康证".into()];
        domain.posts[1].seats_min = 2;
        domain.units[0].daily_limit = Some(1);
        domain.rules.rest_days = 1;
        domain.groups = vec![group(Bond::TogetherMust, &[1, 2])];
        let pin =
            |date| Pin { ambassador: AmbassadorIx(2), post: PostIx(2), date, hours: None, place: place() };
        domain.pins = vec![pin(None), pin(Some(date(23)))];
        let placed = |ambassador, post, day| Placement {
            date: date(day),
            post: PostIx(post),
            hours: hours(9, 17),
            ambassador: AmbassadorIx(ambassador),
        };
        let roster = Roster {
            placements: vec![placed(0, 0, 22), placed(1, 1, 22), placed(1, 2, 23), placed(0, 2, 24)],
        };
        let shown = Shown::of(&domain, false);
        let sentences: Vec<String> = violations(&domain, &roster)
            .iter()
            .map(|violation| Broken { domain: &shown, roster: &roster, violation })
            .flat_map(|broken| [broken.zh(), broken.en()])
            .collect();
        insta::assert_snapshot!(sentences.join("\n"), @r#"
        大使0（a0）就在单位0工作，不能安排到本单位的“岗位0”
        大使0 (a0) works for 单位0 and may not be placed there, at “岗位0”
        大使0（a0）缺少“岗位0”要求的证件：健康证
        大使0 (a0) lacks what “岗位0” requires: 健康证
        大使0（a0）10月24日（周三）不能参加，却安排在“岗位2”
        大使0 (a0) cannot come on Wed 24 Oct, but is placed at “岗位2”
        “岗位1”10月22日（周一）只安排了1人，满2人才能开展
        “岗位1” on Mon 22 Oct has 1 placed and runs with 2 or more
        大使1（a1）共安排2次，最多1次
        大使1 (a1) has 2 sessions, at most 1
        大使1（a1）在10月22日（周一）和10月23日（周二）两次体验之间休息不满1天
        大使1 (a1) rests fewer than 1 whole days between Mon 22 Oct and Tue 23 Oct
        单位0在10月22日（周一）要接待2人，每天最多1人
        单位0 has 2 visitors on Mon 22 Oct, at most 1 a day
        固定安排没有落实：大使2（a2）应去“岗位2”
        a pin is not kept: 大使2 (a2) at “岗位2”
        固定安排没有落实：大使2（a2）应于10月23日（周二）去“岗位2”
        a pin is not kept: 大使2 (a2) at “岗位2” on Tue 23 Oct
        大使1（a1）和大使2（a2）必须同去，10月22日（周一）的“岗位1”却只安排了大使1（a1）
        大使1 (a1) and 大使2 (a2) must go together, but only 大使1 (a1) is at “岗位1” on Mon 22 Oct
        大使1（a1）和大使2（a2）必须同去，10月23日（周二）的“岗位2”却只安排了大使1（a1）
        大使1 (a1) and 大使2 (a2) must go together, but only 大使1 (a1) is at “岗位2” on Tue 23 Oct
        "#);
    }
}
