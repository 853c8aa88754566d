//! Which rules are in force: all of them, but where a question leaves some out to see what they forbid.
//!
//! In: a problem's closed list of rules. Out: [`Rulebook`], a set of them.

use std::marker::PhantomData;

/// A rule of a closed list.
pub trait Listed: Copy {
    /// Its position in the list, below 32.
    fn position(self) -> u32;
}

/// A set of a problem's rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rulebook<R> {
    left_out: u32,
    rules: PhantomData<R>,
}

impl<R: Listed> Rulebook<R> {
    /// Every rule.
    pub const ALL: Self = Self { left_out: 0, rules: PhantomData };

    /// Whether a rule is in force.
    pub fn has(self, rule: R) -> bool {
        self.left_out & 1 << rule.position() == 0
    }

    /// One rule and no other.
    pub fn only(rule: R) -> Self {
        Self { left_out: !(1 << rule.position()), rules: PhantomData }
    }

    /// No rule at all.
    pub fn none() -> Self {
        Self { left_out: u32::MAX, rules: PhantomData }
    }

    /// The same rules but one.
    #[must_use]
    pub fn without(self, rule: R) -> Self {
        Self { left_out: self.left_out | 1 << rule.position(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::{Listed, Rulebook};

    impl Listed for u32 {
        fn position(self) -> u32 {
            self
        }
    }

    #[test]
    fn leaves_out_the_rule_named_and_no_other() {
        for left_out in 0..32_u32 {
            let rulebook = Rulebook::ALL.without(left_out);
            for rule in 0..32 {
                assert_eq!(rulebook.has(rule), rule != left_out, "{rule} without {left_out}");
                assert_eq!(Rulebook::only(left_out).has(rule), rule == left_out, "{rule} of {left_out}");
                assert!(!Rulebook::none().has(rule));
            }
        }
    }
}
