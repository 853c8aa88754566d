//! Which rules are in force: all of them, but where a question leaves some out to see what they forbid.

use crate::experience::rule::Rule;

/// A set of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rulebook(u32);

impl Rulebook {
    /// Every rule.
    pub const ALL: Self = Self((1 << Rule::ALL.len()) - 1);

    /// Whether a rule is in force.
    pub fn has(self, rule: Rule) -> bool {
        self.0 & Self::bit(rule) != 0
    }

    /// The same rules but one.
    #[must_use]
    pub fn without(self, rule: Rule) -> Self {
        Self(self.0 & !Self::bit(rule))
    }

    fn bit(rule: Rule) -> u32 {
        1 << rule as u32
    }
}

impl Default for Rulebook {
    fn default() -> Self {
        Self::ALL
    }
}

#[cfg(test)]
mod tests {
    use super::Rulebook;
    use crate::experience::rule::Rule;

    #[test]
    fn leaves_out_the_rule_named_and_no_other() {
        for left_out in Rule::ALL {
            let rulebook = Rulebook::ALL.without(left_out);
            for rule in Rule::ALL {
                assert_eq!(rulebook.has(rule), rule != left_out, "{rule:?} without {left_out:?}");
            }
        }
    }
}
