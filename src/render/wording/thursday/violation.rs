//! What a Thursday Action breaks, in words: one sentence for each rule, without a full stop.

use crate::{
    domain::Language,
    pairing::rule::Rule as PairingRule,
    render::wording::{Phrase, measure},
    timetable::rule::Rule as TimetableRule,
};
use chrono::{Datelike, NaiveDate};

/// A rule of the pairing that is broken, with the names that it is about; empty where a rule has no use for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenPairing {
    /// The rule.
    pub rule: PairingRule,
    /// The unit.
    pub unit: String,
    /// The neighbourhood.
    pub neighbourhood: String,
    /// Whether this very pairing is listed `found` times.
    pub is_repeated: bool,
    /// How far apart they are, where that is known.
    pub metres: Option<i64>,
    /// How many there are.
    pub found: usize,
    /// How many there may be.
    pub limit: usize,
}

/// A rule of the timetable that is broken, with the names that it is about; empty where a rule has no use for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenTimetable {
    /// The rule.
    pub rule: TimetableRule,
    /// The day of the first event.
    pub date: NaiveDate,
    /// The unit.
    pub unit: String,
    /// The neighbourhood.
    pub neighbourhood: String,
    /// The theme.
    pub theme: String,
    /// How many there are.
    pub found: usize,
    /// How many there may be.
    pub limit: usize,
}

impl Phrase for BrokenPairing {
    fn zh(&self) -> String {
        let Self { unit, neighbourhood, found, limit, .. } = self;
        match (self.rule, self.metres) {
            (PairingRule::Forbidden, _) => format!("写明{unit}不与{neighbourhood}结对"),
            (PairingRule::PairingDistance, Some(metres)) => {
                format!("{unit}与{neighbourhood}相距{metres}米，超过上限")
            }
            (PairingRule::PairingDistance, None) => {
                format!("{unit}与{neighbourhood}的位置不全，只有事先约定才能结对")
            }
            (PairingRule::NeighbourhoodsPerUnit, _) if self.is_repeated => {
                format!("{unit}与{neighbourhood}的结对写了{found}次")
            }
            (PairingRule::NeighbourhoodsPerUnit, _) => {
                format!("{unit}与{found}个居民区结对，最多{limit}个")
            }
            (PairingRule::UnitsPerNeighbourhood, _) => {
                format!("{neighbourhood}与{found}家单位结对，最多{limit}家")
            }
            (PairingRule::Fixed, _) => format!("约定的结对没有落实：{unit}应与{neighbourhood}结对"),
        }
    }

    fn en(&self) -> String {
        let Self { unit, neighbourhood, found, limit, .. } = self;
        match (self.rule, self.metres) {
            (PairingRule::Forbidden, _) => format!("{unit} must not be paired with {neighbourhood}"),
            (PairingRule::PairingDistance, Some(metres)) => {
                format!("{unit} and {neighbourhood} are {metres} m apart, beyond the limit")
            }
            (PairingRule::PairingDistance, None) => {
                format!("{unit} or {neighbourhood} has no location; only an agreed pairing may be")
            }
            (PairingRule::NeighbourhoodsPerUnit, _) if self.is_repeated => {
                format!("the pairing of {unit} and {neighbourhood} is listed {found} times")
            }
            (PairingRule::NeighbourhoodsPerUnit, _) => {
                format!("{unit} has {found} neighbourhoods, at most {limit}")
            }
            (PairingRule::UnitsPerNeighbourhood, _) => {
                format!("{neighbourhood} has {found} units, at most {limit}")
            }
            (PairingRule::Fixed, _) => {
                format!("an agreed pairing is not kept: {unit} with {neighbourhood}")
            }
        }
    }
}

impl Phrase for BrokenTimetable {
    fn zh(&self) -> String {
        let Self { unit, neighbourhood, theme, found, limit, .. } = self;
        let date = measure::full_date(Language::Zh, self.date);
        match self.rule {
            TimetableRule::PairedOnly => format!("{date}{unit}到{neighbourhood}，但双方没有结对"),
            TimetableRule::OnAThursday => format!("{date}不是本期的周四"),
            TimetableRule::NoHoliday => format!("{date}是法定节假日"),
            TimetableRule::NotSkipped => format!("{date}写明不安排活动"),
            TimetableRule::UnitClosed => format!("{date}{unit}不接待，不能到{neighbourhood}"),
            TimetableRule::NeighbourhoodClosed => format!("{date}{neighbourhood}不方便，不安排活动"),
            TimetableRule::ThemeOffered => format!("{unit}不提供主题“{theme}”"),
            TimetableRule::ThemeMonths => {
                format!("主题“{theme}”不安排在{}月", self.date.month())
            }
            TimetableRule::OneEventAMonth => {
                let month = self.date.month();
                format!("{unit}与{neighbourhood}在{month}月安排了{found}场，每月最多{limit}场")
            }
            TimetableRule::UnitOnePlace => format!("{unit}在{date}安排了{found}处，同一天只去一处"),
            TimetableRule::EventsPerDay => {
                format!("{neighbourhood}在{date}安排了{found}场，一天最多{limit}场")
            }
        }
    }

    fn en(&self) -> String {
        let Self { unit, neighbourhood, theme, found, limit, .. } = self;
        let date = measure::full_date(Language::En, self.date);
        match self.rule {
            TimetableRule::PairedOnly => {
                format!("{unit} comes to {neighbourhood} on {date}, but they are not paired")
            }
            TimetableRule::OnAThursday => format!("{date} is no Thursday of the period"),
            TimetableRule::NoHoliday => format!("{date} is a public holiday"),
            TimetableRule::NotSkipped => format!("{date} is to be skipped"),
            TimetableRule::NeighbourhoodClosed => {
                format!("nothing can be held at {neighbourhood} on {date}")
            }
            TimetableRule::UnitClosed => {
                format!("{unit} is closed on {date}, when it would be at {neighbourhood}")
            }
            TimetableRule::ThemeOffered => format!("{unit} does not offer “{theme}”"),
            TimetableRule::ThemeMonths => format!("“{theme}” may not stand in the month of {date}"),
            TimetableRule::OneEventAMonth => format!(
                "{unit} and {neighbourhood} hold {found} events in the month of {date}, at most {limit}"
            ),
            TimetableRule::UnitOnePlace => format!("{unit} is at {found} places on {date}, at most one"),
            TimetableRule::EventsPerDay => {
                format!("{neighbourhood} has {found} events on {date}, at most {limit}")
            }
        }
    }
}
