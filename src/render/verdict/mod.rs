//! The second reading of a saved plan, as text and as JSON.
//!
//! In: the plan beside its campaign, what it breaks, and the levels counted again. Out: one line per violation, each
//! with its place in the plan, and a sentence that sums up.

pub mod action;
pub mod reasons;
pub mod untrue;
pub mod words;

use crate::{
    diagnostic::Diagnostic,
    domain::Language,
    experience::{
        level::Level,
        verification::{Subject, Violation},
    },
    plan::{layout::Json, resolved::Resolved, untrue::Untrue},
    render::{
        diagnostic::{Record, records, written_at},
        edition::shown::Shown,
        experience::broken::Broken,
        terminal::clean::visible,
        verdict::{reasons::Reasons, words::Verdict},
        wording::Phrase,
    },
    source::{Place, Sources},
};
use serde::Serialize;

/// A campaign or plan that could not be read, as JSON that ends with a line feed: nothing is known of the plan.
///
/// # Errors
/// Those of `serde_json`, which a verdict gives no reason for.
pub fn unread(problems: &[Diagnostic], sources: &Sources, language: Language) -> serde_json::Result<String> {
    let written = WrittenUnread { holds: None, problems: records(problems, sources, language) };
    Ok(serde_json::to_string_pretty(&written)? + "\n")
}

/// A plan that was read a second time.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The texts in which campaign and plan stand.
    pub sources: &'a Sources,
    /// The campaign.
    pub domain: &'a Shown<'a>,
    /// The plan.
    pub resolved: &'a Resolved,
    /// What it breaks.
    pub violations: &'a [Violation],
    /// What it says and is not so.
    pub untrue: &'a [Untrue],
    /// What became of its reasons, where they were solved again.
    pub reasons: Reasons<'a>,
    /// Its levels, counted again.
    pub recounted: &'a [(Level, i64)],
    /// What is to be said of the campaign's own file.
    pub problems: &'a [Diagnostic],
    /// Whether the campaign is not the one for which the plan was made.
    pub other_campaign: bool,
    /// The plan that it mends, where that is gone or was changed: its changes were not counted again.
    pub lost_earlier: Option<&'a str>,
    /// The Thursday Action, where plan and campaign have one.
    pub thursday: Option<action::ActionReading<'a>>,
    /// Whether the plan has a Thursday Action and the campaign has none.
    pub unread_thursday: bool,
    /// Whether the campaign has a Thursday Action and the plan has none.
    pub missing_thursday: bool,
}

/// One broken rule, or one thing that is not so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id; of what a plan says, the keys that lead to it.
    pub rule: String,
    /// Where it is broken, first in the plan; a missing pairing stands in the campaign.
    pub places: Vec<Place>,
    /// What is wrong.
    pub sentence: String,
}

impl Reading<'_> {
    /// The verdict as lines of text; notes come last.
    pub fn text(&self, language: Language) -> String {
        let (broken, untrue) = (self.broken_rules(language), self.untrue(true, language));
        let mut lines: Vec<String> = broken.iter().chain(&untrue).map(|finding| self.line(finding)).collect();
        lines.push(if lines.is_empty() {
            let placements = self.resolved.plan.experience.roster.placements.len();
            let thursday = self.thursday.map(|thursday| {
                let plan = thursday.plan;
                (plan.pairings.pairings.len(), plan.timetable.events.len())
            });
            Verdict::Holds { placements, thursday }.say(language)
        } else {
            Verdict::Fails { violations: broken.len(), untrue: untrue.len() }.say(language)
        });
        if self.reasons != Reasons::NotAsked {
            lines.push(self.reasons.say(language));
        }
        if self.other_campaign {
            lines.push(Verdict::OtherCampaign.say(language));
        }
        // Of a plan of this very campaign it is a fault and has its line.
        let is_noted = self.untrue.iter().all(|one| one.path != "thursday_action");
        if let Some(file) = self.lost_earlier {
            lines.push(Verdict::EarlierLost(file.to_owned()).say(language));
        }
        if self.unread_thursday && is_noted {
            lines.push(Verdict::ThursdayUnread.say(language));
        }
        if self.missing_thursday && is_noted {
            lines.push(Verdict::ThursdayMissing.say(language));
        }
        let notes = self.untrue(false, language);
        lines.extend(notes.iter().map(|finding| Verdict::Note(self.line(finding)).say(language)));
        lines.join("\n") + "\n"
    }

    /// The verdict as JSON that ends with a line feed.
    ///
    /// # Errors
    /// Those of `serde_json`, which a verdict gives no reason for.
    pub fn json(&self, language: Language) -> serde_json::Result<String> {
        let written = WrittenVerdict {
            holds: self.holds(),
            other_campaign: self.other_campaign,
            unread: if self.unread_thursday { &["thursday_action"] } else { &[] },
            violations: self.written_violations(language),
            notes: self.untrue(false, language).into_iter().map(|note| self.written_note(note)).collect(),
            levels: self.levels(),
            reasons: self.reasons.data(self.domain, &self.resolved.plan),
            problems: records(self.problems, self.sources, language),
        };
        Ok(serde_json::to_string_pretty(&written)? + "\n")
    }

    /// Whether every rule is kept, all that the plan says is so, and no reason was found to be wrong.
    pub fn holds(&self) -> bool {
        self.keeps_rules() && !self.reasons.are_refuted() && !self.untrue.iter().any(|one| self.is_fault(one))
    }

    /// Whether every rule is kept.
    pub fn keeps_rules(&self) -> bool {
        let kept = |thursday: &action::ActionReading<'_>| {
            thursday.pairings.is_empty() && thursday.timetable.is_empty()
        };
        self.violations.is_empty() && self.thursday.as_ref().is_none_or(kept)
    }

    /// Whether something that is not so is a fault of the plan, rather than a change of the campaign since.
    fn is_fault(&self, untrue: &Untrue) -> bool {
        !self.other_campaign || untrue.in_any_campaign
    }

    /// What the plan says and is not so: its faults, or what merely follows from a change of the campaign.
    fn untrue(&self, faults: bool, language: Language) -> Vec<Finding> {
        let asked = self.untrue.iter().filter(|one| self.is_fault(one) == faults);
        asked.map(|one| untrue::finding(self.domain, one, language)).collect()
    }

    /// What is broken, that of the experience first.
    fn broken_rules(&self, language: Language) -> Vec<Finding> {
        let experience = self.violations.iter().map(|violation| Finding {
            rule: violation.rule.id().to_owned(),
            places: self.places(violation),
            sentence: self.broken(violation).say(language),
        });
        let thursday = self.thursday.iter().flat_map(|thursday| thursday.findings(language));
        experience.chain(thursday).collect()
    }

    /// The first place with the sentence; further places on lines of their own.
    fn line(&self, finding: &Finding) -> String {
        let mut places = finding.places.iter().map(|place| self.position(*place));
        let first = places.next().unwrap_or_default();
        let further: String = places.map(|place| format!("\n    {place}")).collect::<Vec<_>>().concat();
        format!("{first}: [{}] {}{further}", finding.rule, finding.sentence)
    }

    fn broken<'b>(&'b self, violation: &'b Violation) -> Broken<'b> {
        Broken { domain: self.domain, roster: &self.resolved.plan.experience.roster, violation }
    }

    /// Where the placements stand in the plan; for a pin that is not kept, where it stands in the campaign.
    fn places(&self, violation: &Violation) -> Vec<Place> {
        match violation.subject {
            Subject::Pin(position) => vec![self.domain.pins[position].place],
            _ => {
                violation.entries.iter().map(|&position| self.resolved.places.placements[position]).collect()
            }
        }
    }

    /// Such as `plan.json:2:3`, or `campaign.xlsx · 岗位 · F7`.
    fn position(&self, place: Place) -> String {
        let (line, column) = self.sources.line_column(place);
        let file = visible(&written_at(place, self.sources));
        if self.sources.spot(place).is_some() { file } else { format!("{file}:{line}:{column}") }
    }

    fn written(&self, level: Level) -> Option<i64> {
        let levels = &self.resolved.plan.experience.levels;
        levels.iter().find(|result| result.level == level).map(|result| result.value)
    }

    fn levels(&self) -> Vec<WrittenLevel> {
        let experience = self.recounted.iter().map(|&(level, value)| WrittenLevel {
            id: level.to_string(),
            written: self.written(level),
            recounted: value,
        });
        let thursday = self.thursday.iter().flat_map(action::ActionReading::values);
        let thursday = thursday.map(|(level, written, recounted)| WrittenLevel {
            id: level.to_string(),
            written,
            recounted,
        });
        experience.chain(thursday).collect()
    }

    fn written_violations(&self, language: Language) -> Vec<WrittenViolation> {
        let placements = self.violations.iter().map(|violation| self.placements(violation));
        let findings = self.broken_rules(language).into_iter().chain(self.untrue(true, language));
        let placements = placements.chain(std::iter::repeat_with(Vec::new));
        let written = findings.zip(placements).map(|(finding, placements)| {
            let WrittenNote { rule, message, places } = self.written_note(finding);
            WrittenViolation { rule, message, places, placements }
        });
        written.collect()
    }

    fn written_note(&self, finding: Finding) -> WrittenNote {
        let places = finding.places.into_iter().map(|place| self.written_place(place)).collect();
        WrittenNote { rule: finding.rule, message: finding.sentence, places }
    }

    fn written_place(&self, place: Place) -> WrittenPlace {
        let (line, column) = self.sources.line_column(place);
        WrittenPlace { file: self.sources.name(place.file).to_owned(), line, column }
    }

    fn placements(&self, violation: &Violation) -> Vec<WrittenPlacement> {
        let placements = &self.resolved.plan.experience.roster.placements;
        let involved = violation.entries.iter().map(|&position| placements[position]);
        let written = involved.map(|placement| WrittenPlacement {
            ambassador: self.domain.ambassador(placement.ambassador).id.clone(),
            post: self.domain.post(placement.post).id.clone(),
            date: placement.date.format("%Y-%m-%d").to_string(),
            hours: self.domain.post(placement.post).told(placement.hours).map(|hours| hours.to_string()),
        });
        written.collect()
    }
}

#[derive(Serialize)]
struct WrittenVerdict {
    holds: bool,
    other_campaign: bool,
    unread: &'static [&'static str],
    violations: Vec<WrittenViolation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<WrittenNote>,
    levels: Vec<WrittenLevel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<Json>>,
    problems: Vec<Record>,
}

#[derive(Serialize)]
struct WrittenUnread {
    holds: Option<bool>,
    problems: Vec<Record>,
}

/// What follows from a change of the campaign.
#[derive(Serialize)]
struct WrittenNote {
    rule: String,
    message: String,
    places: Vec<WrittenPlace>,
}

#[derive(Serialize)]
struct WrittenViolation {
    rule: String,
    message: String,
    places: Vec<WrittenPlace>,
    placements: Vec<WrittenPlacement>,
}

#[derive(Serialize)]
struct WrittenPlace {
    file: String,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct WrittenPlacement {
    ambassador: String,
    post: String,
    date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<String>,
}

#[derive(Serialize)]
struct WrittenLevel {
    id: String,
    written: Option<i64>,
    recounted: i64,
}

#[cfg(test)]
mod tests {
    use super::{Reading, Reasons};
    use crate::{
        domain::{Language, rules::Priority},
        experience::{
            level::Level,
            rule::Rule,
            verification::{Subject, Violation},
        },
        plan::{
            resolved::{EntryPlaces, Resolved},
            sample::campaign_and_plan,
        },
        render::edition::shown::Shown,
        source::{Place, Sources},
    };

    /// What is said of the sample's plan, whose two placements stand on the lines of `text`.
    fn verdict(violations: &[Violation], coverage: i64, say: impl Fn(&Reading<'_>) -> String) -> String {
        let (domain, plan) = campaign_and_plan();
        let mut sources = Sources::default();
        let file = sources.add("plan.json", "[\n  {one},\n  {other}\n]\n");
        let placements = vec![Place { file, start: 4, end: 9 }, Place { file, start: 13, end: 20 }];
        let places = EntryPlaces { placements, ..EntryPlaces::default() };
        say(&Reading {
            sources: &sources,
            domain: &Shown::of(&domain, false),
            resolved: &Resolved { plan, places },
            violations,
            untrue: &[],
            reasons: Reasons::NotAsked,
            recounted: &[(Level::Priority(Priority::Coverage), coverage)],
            problems: &[],
            other_campaign: false,
            lost_earlier: None,
            thursday: None,
            unread_thursday: false,
            missing_thursday: false,
        })
    }

    fn doubled() -> [Violation; 1] {
        let subject = Subject::Count { found: 2, limit: 1 };
        [Violation { rule: Rule::OncePerPost, entries: vec![0, 1], subject }]
    }

    #[test]
    fn says_that_a_plan_holds() {
        let text = verdict(&[], 1, |reading| reading.text(Language::Zh));
        assert_eq!(text, "方案符合全部规则，共2人次。\n");
    }

    #[test]
    fn names_rule_line_and_people_of_each_violation() {
        insta::assert_snapshot!(verdict(&doubled(), 2, |reading| reading.text(Language::Zh)), @r"
        plan.json:2:3: [once-per-post] 大使1（a1）安排到“岗位1”共2次，同一岗位只去一次
            plan.json:3:3
        方案有1处不符合规则。
        ");
        insta::assert_snapshot!(verdict(&doubled(), 2, |reading| reading.text(Language::En)), @r"
        plan.json:2:3: [once-per-post] 大使1 (a1) is placed at “岗位1” 2 times, at most once
            plan.json:3:3
        The plan breaks rules in 1 place.
        ");
    }

    #[test]
    fn gives_the_same_as_data() {
        let json = verdict(&doubled(), 2, |reading| reading.json(Language::En).unwrap());
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["holds"], false);
        let violation = &value["violations"][0];
        assert_eq!(violation["rule"], "once-per-post");
        assert_eq!(
            violation["places"],
            serde_json::json!([
                {"file": "plan.json", "line": 2, "column": 3},
                {"file": "plan.json", "line": 3, "column": 3}
            ])
        );
        assert_eq!(violation["placements"][1]["date"], "2018-10-23");
        assert_eq!(value["levels"], serde_json::json!([{"id": "coverage", "written": 1, "recounted": 2}]));
    }
}
