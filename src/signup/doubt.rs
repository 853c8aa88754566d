//! What is open after an import, and what is said without a question.

use crate::{signup::dates, source::Place};

/// Something that only the organizer can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The rows of the sheet that it is about, the one that counts last.
    pub rows: Vec<usize>,
    /// Whose it is: the name, or the words of the cell where no name could be read.
    pub person: String,
    /// The same for people of one name: the id.
    pub label: String,
    /// The telephone number, by which the person is known beside the name.
    pub phone: Option<String>,
    /// When the form was sent, by which the person is known where no number is.
    pub signed_up: Option<String>,
    /// The heading of the column.
    pub column: String,
    /// The words of the cell.
    pub cell: String,
    /// Where they stand.
    pub place: Place,
    /// What is not clear.
    pub why: Why,
    /// An answer that was given and is not understood either.
    pub refused: Option<String>,
}

/// Why something must be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// No post is called so.
    UnknownPost {
        /// The nearest.
        nearest: Vec<String>,
    },
    /// Several posts are called so, or have it in their titles.
    SeveralPosts {
        /// The first of them.
        posts: Vec<String>,
    },
    /// It is not clear when somebody can come.
    Dates(dates::Unclear),
    /// A spreadsheet has rounded a telephone number.
    RoundedNumber,
    /// A mobile number with a digit too many or too few.
    MiscountedNumber,
    /// Neither yes nor no.
    NeitherYesNorNo,
    /// One name with two telephone numbers, or without any: one person or two.
    OneOrTwo,
    /// One telephone number under two names: one person or two.
    SharedNumber {
        /// The other name.
        other: String,
    },
    /// Somebody in the campaign has the name, and nothing tells whether it is the same person.
    InCampaign,
    /// No name.
    NoName,
    /// Several names in one cell.
    SeveralNames,
    /// Nobody of this name has signed up.
    Nobody {
        /// The nearest.
        nearest: Vec<String>,
    },
    /// Several people have the name.
    SeveralPeople {
        /// Their ids.
        people: Vec<String>,
    },
    /// No birthday, month or year.
    BadBirth,
    /// No age.
    BadAge,
    /// 预备党员, where a post asks for 党员.
    Probationary,
    /// No last day of a paper.
    BadLastDay,
    /// A formula that came to nothing.
    FormulaError,
}

/// Something that was done and is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// People of the import before who are not in the sheet any more.
    Gone(Vec<String>),
    /// The same person again: the other row counts.
    SentAgain {
        /// The row that does not count.
        row: usize,
        /// The row that does.
        counts: usize,
        /// The name.
        person: String,
    },
    /// Nothing stands in these rows.
    BlankRows(Vec<usize>),
    /// Left out because the organizer said so.
    Skipped {
        /// The row.
        row: usize,
        /// The name.
        person: String,
    },
    /// People of one name, told apart by their ids.
    Namesakes {
        /// The name.
        name: String,
        /// Their rows.
        rows: Vec<usize>,
    },
    /// One post wished for again.
    WishedTwice {
        /// The row.
        row: usize,
        /// Who.
        person: String,
        /// The post.
        post: String,
    },
    /// Rows above the headings were passed over.
    Above(Vec<usize>),
    /// Rows that the spreadsheet does not show count all the same.
    Hidden(Vec<usize>),
    /// Other sheets were not read.
    OtherSheets(Vec<String>),
    /// No column asks for wishes: everybody takes anything.
    NoWishes,
    /// No column asks when people can come: everybody is free all season.
    NoDates,
    /// These rows say nothing of when somebody can come: free all season.
    FreeAllSeason(Vec<usize>),
    /// 最好 counts as yes, no better than 可以.
    BetterIsYes(Vec<usize>),
    /// When these were sent could not be read.
    NotMoments(Vec<usize>),
}
