//! Problems of single values: hours, numbers, choices, coordinates.

use crate::diagnostic::{Severity, nearest::nearest};

/// A fault of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing where words are needed.
    EmptyText,
    /// A character that no id or name may have.
    RefusedCharacter {
        /// The character.
        found: char,
    },
    /// No hours of the form 09:00-17:00.
    BadHours,
    /// Hours that end before they begin, or when they begin.
    EndBeforeStart,
    /// No whole number.
    BadNumber,
    /// A need in words, which a number over the campaign may not be what is meant by.
    BadNeed,
    /// No ages of the form 18..65.
    BadAges,
    /// No day, month or year on which somebody was born before the season.
    BadBirth,
    /// Both the age and the day of birth.
    AgeAndBirth,
    /// No number of kilometres.
    BadDistance,
    /// A number below what makes sense.
    NumberTooSmall {
        /// The least.
        least: u32,
    },
    /// A limit of 0.
    LimitTooSmall,
    /// A number above what makes sense.
    NumberTooLarge {
        /// The most.
        most: u32,
    },
    /// `min` above `max`.
    MinAboveMax {
        /// The lower bound in force.
        min: u32,
        /// The upper bound in force.
        max: u32,
    },
    /// A word that is none of those allowed.
    BadChoice {
        /// Those allowed.
        choices: Vec<&'static str>,
        /// The nearest of them.
        similar: Option<&'static str>,
    },
    /// No two coordinates.
    BadLocation,
    /// Coordinates that are nowhere on Earth.
    LocationOutOfRange,
    /// Which is latitude and which longitude cannot be told.
    LocationAmbiguous,
    /// A personal number within a name or a title.
    NumberInName {
        /// The key where it belongs; empty where none is for it.
        belongs: &'static str,
    },
    /// A personal number within an id.
    NumberInId,
    /// A level of the preferences could grow beyond what is counted exactly.
    LevelTooLarge {
        /// The level.
        level: &'static str,
    },
}

/// What a word stands for, one of a few.
///
/// # Errors
/// [`Value::BadChoice`] where it is none of them.
pub fn chosen<T: Copy>(word: &str, choices: &[(&'static str, T)]) -> Result<T, Value> {
    let words = || choices.iter().map(|(word, _)| *word);
    let found = choices.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning);
    found.ok_or_else(|| Value::BadChoice { choices: words().collect(), similar: nearest(word, words()) })
}

impl Value {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::EmptyText => "empty-text",
            Self::RefusedCharacter { .. } => "refused-character",
            Self::BadHours => "bad-hours",
            Self::EndBeforeStart => "end-before-start",
            Self::BadNumber | Self::BadNeed => "bad-number",
            Self::BadAges => "bad-ages",
            Self::BadBirth => "bad-birth",
            Self::AgeAndBirth => "age-and-birth",
            Self::BadDistance => "bad-distance",
            Self::NumberTooSmall { .. } => "number-too-small",
            Self::LimitTooSmall => "limit-too-small",
            Self::NumberTooLarge { .. } => "number-too-large",
            Self::MinAboveMax { .. } => "min-above-max",
            Self::BadChoice { .. } => "bad-choice",
            Self::BadLocation => "bad-location",
            Self::LocationOutOfRange => "location-out-of-range",
            Self::LocationAmbiguous => "location-ambiguous",
            Self::NumberInName { .. } => "number-in-name",
            Self::NumberInId => "number-in-id",
            Self::LevelTooLarge { .. } => "level-too-large",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::NumberInName { .. } | Self::NumberInId => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, chosen};

    #[test]
    fn suggests_the_nearest_choice() {
        let choices = [("forbid", false), ("allow", true)];
        assert_eq!(chosen("allow", &choices), Ok(true));
        let expected = Value::BadChoice { choices: vec!["forbid", "allow"], similar: Some("forbid") };
        assert_eq!(chosen("Forbit", &choices), Err(expected));
    }
}
