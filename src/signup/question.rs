//! What a column of a sign-up sheet asks: the closed list, and the word by which each is named.

/// What a column asks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// An id of the organizer's own.
    Id,
    /// The name.
    Name,
    /// The first part of a name: 姓.
    FamilyName,
    /// The second part of a name: 名.
    GivenName,
    /// A telephone number.
    Phone,
    /// Branch, club, firm.
    Organization,
    /// The employer, which may be one of the units.
    Employer,
    /// The n-th wish.
    Wish(usize),
    /// Several wishes in a cell.
    Wishes {
        /// Whether they were ticked, and none comes before another.
        ticked: bool,
    },
    /// When somebody can come, in free text.
    Available,
    /// Whether somebody can come at these days and hours, the words of the heading.
    AvailableAt(String),
    /// Whether any other post will do.
    Unwished,
    /// Whether somebody holds this.
    Certificate(String),
    /// What somebody holds, several in a cell.
    Qualifications,
    /// 党员, 群众 …: a qualification where a post asks for it.
    Party,
    /// 男, 女: a qualification where a post asks for it.
    Sex,
    /// When somebody was born.
    Born,
    /// How old somebody is.
    Age,
    /// Where somebody lives.
    Home,
    /// With whom somebody would like to go.
    Company,
    /// A remark.
    Note,
    /// When the form was sent.
    SignedUp,
    /// Nothing that is used.
    Unused,
    /// A column that the questionnaire itself adds.
    System,
}

/// Every question that has a word of its own, the field that it fills first.
const WORDS: [(&str, Question); 22] = [
    ("id", Question::Id),
    ("name", Question::Name),
    ("family_name", Question::FamilyName),
    ("given_name", Question::GivenName),
    ("phone", Question::Phone),
    ("organization", Question::Organization),
    ("unit", Question::Employer),
    ("wishes", Question::Wishes { ticked: false }),
    ("wishes (ticks)", Question::Wishes { ticked: true }),
    ("available", Question::Available),
    ("unwished", Question::Unwished),
    ("qualifications", Question::Qualifications),
    ("party", Question::Party),
    ("sex", Question::Sex),
    ("born", Question::Born),
    ("age", Question::Age),
    ("home", Question::Home),
    ("company", Question::Company),
    ("note", Question::Note),
    ("signed_up", Question::SignedUp),
    ("unused", Question::Unused),
    ("system", Question::System),
];

impl Question {
    /// The word by which `--map` and the answers file name it: the field, `wishes 2`, `qualifications 健康证`,
    /// `available 周二上午`.
    pub fn word(&self) -> String {
        match self {
            Self::Wish(number) => format!("wishes {number}"),
            Self::Certificate(name) => format!("qualifications {name}"),
            Self::AvailableAt(when) => format!("available {when}"),
            _ => WORDS.iter().find(|(_, question)| question == self).map_or("", |(word, _)| word).to_owned(),
        }
    }

    /// The question that a word names.
    pub fn named(word: &str) -> Option<Self> {
        let word = word.trim();
        if let Some((_, question)) = WORDS.iter().find(|(known, _)| *known == word) {
            return Some(question.clone());
        }
        let (field, rest) = word.split_once(char::is_whitespace)?;
        let rest = rest.trim().to_owned();
        match field {
            "wishes" => rest.parse().ok().filter(|number| (1..=MOST_WISHES).contains(number)).map(Self::Wish),
            "qualifications" => Some(Self::Certificate(rest)),
            "available" => Some(Self::AvailableAt(rest)),
            _ => None,
        }
    }

    /// Whether a sheet has it once at most.
    pub fn is_single(&self) -> bool {
        !matches!(
            self,
            Self::Wishes { .. }
                | Self::Certificate(_)
                | Self::Qualifications
                | Self::AvailableAt(_)
                | Self::Company
                | Self::Note
                | Self::Unused
                | Self::System
        )
    }

    /// Whether what stands in its column counts for anything.
    pub fn is_used(&self) -> bool {
        !matches!(self, Self::Unused | Self::System)
    }
}

/// A ninth wish is the last that anybody asks for.
pub const MOST_WISHES: usize = 9;

#[cfg(test)]
mod tests {
    use super::{Question, WORDS};

    #[test]
    fn every_question_is_named_by_its_word() {
        let others = [
            Question::Wish(2),
            Question::Certificate("健康证".into()),
            Question::AvailableAt("周二 上午".into()),
        ];
        for question in WORDS.iter().map(|(_, question)| question).chain(&others) {
            assert_eq!(Question::named(&question.word()).as_ref(), Some(question), "{question:?}");
        }
        for word in ["", "wishes 0", "wishes 10", "wishes x", "nothing of it"] {
            assert_eq!(Question::named(word), None, "{word}");
        }
    }
}
