//! `chuxin import SIGNUPS --into CAMPAIGN`: a sign-up sheet becomes a scenario.

use crate::{
    cli::{
        campaign::{load, tell},
        ending::Ending,
        files::{Existing, in_the_way, obstacle, refuse, relative_to, shown},
        folder::write_one,
        terminal::Terminal,
    },
    diagnostic::Diagnostic,
    document::{Node, reading, writing},
    domain::Language,
    pipeline::ValidCampaign,
    render::{
        signup::{
            over_pair, over_person, over_question, sections,
            words::{Import, Remark},
        },
        terminal::Page,
        wording::{Phrase, run::Saving},
    },
    signup::{
        self, SignUp, Terms,
        answers::{Answers, Entry},
        doubt::Doubt,
        form::{Mapping, NoForm},
        identity::Known,
        person::Campaign,
        scenario::scenario,
    },
    source::{
        Fault, FileId, Place, Sources, file_name,
        grid::{is_named_table, is_named_workbook},
        reading::same,
    },
};
use clap::Args;
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// `chuxin import`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin import 报名表.xlsx --into campaign.yaml                  show what is understood, write nothing
  chuxin import 报名表.xlsx --into campaign.yaml -o signups.yaml --answers answers.yaml
  chuxin import 报名表.csv --into campaign.yaml -o signups.yaml --map F=第一志愿 --skip 测试 --force

What is not clear is asked, never guessed: the exit code is then 1.")]
pub struct ImportArguments {
    /// The sign-up sheet: xlsx, xls, ods, or text with commas or tabs
    #[arg(value_name = "SIGNUPS")]
    pub file: PathBuf,
    /// The campaign into which it is taken
    #[arg(long, value_name = "CAMPAIGN")]
    pub into: PathBuf,
    /// Write a scenario that extends the campaign; left out: nothing is written
    #[arg(short, long, value_name = "SCENARIO")]
    pub output: Option<PathBuf>,
    /// Your decisions: read where the file is there, and written with whatever is open
    #[arg(long, value_name = "ANSWERS")]
    pub answers: Option<PathBuf>,
    /// What a column asks: its heading or letter, and a field (姓名, 第一志愿, 不用)
    #[arg(long = "map", value_name = "COLUMN=FIELD")]
    pub mappings: Vec<String>,
    /// Leave out the rows of this name
    #[arg(long, value_name = "NAME")]
    pub skip: Vec<String>,
    /// The sheet of a workbook that has several
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Replace the scenario where it exists; ids of an earlier import are kept
    #[arg(long)]
    pub force: bool,
}

/// Takes a sign-up sheet into a campaign, as far as it is clear.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &ImportArguments, terminal: Terminal) -> io::Result<Ending> {
    let Some(loaded) = load(&arguments.into, terminal) else {
        terminal.hint(terminal.language(None), &Import::CampaignFirst);
        return Ok(Ending::Refused);
    };
    let campaign = loaded.campaign;
    let language = terminal.language(Some(campaign.domain.campaign.language));
    if let Some(problem) = obstacles(arguments) {
        return Ok(refuse(&problem, terminal, language));
    }
    let mut sources = loaded.sources;
    let file = match sources.open_table(&arguments.file) {
        Ok(file) => file,
        Err(fault) => {
            let unread = Diagnostic::unread(arguments.file.display().to_string(), fault);
            tell(&sources, &[unread], terminal, language);
            return Ok(Ending::Refused);
        }
    };
    // The sheet has been read by now: nothing is written over it.
    if let Some(problem) = obstacles(arguments) {
        return Ok(refuse(&problem, terminal, language));
    }
    let mut answers = match answers(arguments, &mut sources) {
        Ok(answers) => answers,
        Err(found) => {
            tell(&sources, &found, terminal, language);
            return Ok(Ending::Refused);
        }
    };
    if let Err(problem) = tell_answers(&mut answers, arguments) {
        terminal.complain(language, &problem, Some(&Import::UseMap));
        return Ok(Ending::Refused);
    }
    let former = match former(arguments, &mut sources) {
        Ok(former) => former,
        Err(found) => {
            tell(&sources, &found, terminal, language);
            return Ok(Ending::Refused);
        }
    };
    let terms = Terms { sheet: arguments.sheet.as_deref(), answers: &answers, former: &former };
    let Some(grid) = sources.grid(file) else { return Ok(Ending::Refused) };
    let signup = match signup::read(&sources, grid, &campaign.domain, terms) {
        Ok(signup) => signup,
        Err(why) => {
            let hint = !matches!(why, NoForm::NoSheet { .. } | NoForm::Empty);
            let hint = hint.then_some(&Import::UseMap as &dyn Phrase);
            terminal.complain(language, &Import::NoForm(why), hint);
            return Ok(Ending::Refused);
        }
    };
    let page = Page { language, width: terminal.width() };
    terminal.print(&page.text(sections(&signup, language)))?;
    let written = Written { arguments, signup: &signup, file, terminal, language };
    if let Err(problem) = written.scenario(&campaign).and_then(|()| written.questions(&mut answers)) {
        return Ok(refuse(&problem, terminal, language));
    }
    written.next();
    Ok(if signup.doubts.is_empty() { Ending::Done } else { Ending::Open })
}

/// What speaks against writing the files that were named.
fn obstacles(arguments: &ImportArguments) -> Option<Saving> {
    let ImportArguments { output, answers, force, .. } = arguments;
    let is_one = |one: &Path, other: &Path| {
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        absolute(one) == absolute(other) || same(one, other)
    };
    if let (Some(output), Some(answers)) = (output, answers)
        && is_one(output, answers)
    {
        return Some(Saving::OverRead { path: shown(output), read: shown(answers) });
    }
    if let Some(table) =
        [output, answers].into_iter().flatten().find(|path| is_named_workbook(path) || is_named_table(path))
    {
        return Some(Saving::NoTable(shown(table)));
    }
    let output = output.as_ref().and_then(|path| obstacle(path, Existing::forced(*force)));
    output.or_else(|| answers.as_ref().and_then(|path| obstacle(path, Existing::Replace)))
}

/// The answers that there are.
fn answers(arguments: &ImportArguments, sources: &mut Sources) -> Result<Answers, Vec<Diagnostic>> {
    let Some(path) = arguments.answers.as_ref().filter(|path| path.exists()) else {
        return Ok(Answers::default());
    };
    read_anew(path, sources).and_then(|root| Answers::read(&root))
}

/// The tree of a file that may be written anew afterwards.
fn read_anew(path: &Path, sources: &mut Sources) -> Result<Node, Vec<Diagnostic>> {
    let name = path.display().to_string();
    let bytes = fs::read(path)
        .map_err(|error| vec![Diagnostic::unread(&name, Fault::Unreadable(error.to_string()))])?;
    let file = sources.add_bytes(&name, &bytes).map_err(|fault| vec![Diagnostic::unread(&name, fault)])?;
    let (root, found) = reading::read(sources, file);
    root.filter(|_| !found.iter().any(Diagnostic::is_error)).ok_or(found)
}

/// Takes in what the command line says of columns and rows.
fn tell_answers(answers: &mut Answers, arguments: &ImportArguments) -> Result<(), Import> {
    for text in &arguments.mappings {
        let (column, question) = text.rsplit_once(['=', '＝']).ok_or_else(|| Import::BadMap(text.clone()))?;
        let mapping = Mapping { column: column.trim().to_owned(), question: question.trim().to_owned() };
        answers.columns.retain(|known| known.column != mapping.column);
        answers.columns.push(mapping);
    }
    for name in &arguments.skip {
        if !answers.skip.contains(name) {
            answers.skip.push(name.clone());
        }
    }
    Ok(())
}

/// The people of the import that is replaced; the problems of a file in which they cannot be found.
fn former(arguments: &ImportArguments, sources: &mut Sources) -> Result<Vec<Known>, Vec<Diagnostic>> {
    let there = arguments.output.as_ref().filter(|path| arguments.force && path.exists());
    let Some(path) = there else { return Ok(Vec::new()) };
    Ok(Known::in_scenario(&read_anew(path, sources)?))
}

/// What is written of a sign-up sheet.
struct Written<'a> {
    arguments: &'a ImportArguments,
    signup: &'a SignUp,
    file: FileId,
    terminal: Terminal,
    language: Language,
}

impl Written<'_> {
    fn top(&self) -> Place {
        Place { file: self.file, start: 0, end: 0 }
    }

    fn scenario(&self, campaign: &ValidCampaign) -> Result<(), Saving> {
        let Some(path) = &self.arguments.output else {
            self.terminal.note(self.language, &Import::NotWritten);
            return Ok(());
        };
        let SignUp { people, pairs, doubts, .. } = self.signup;
        let extends = relative_to(&self.arguments.into, Some(path));
        let spoken = Campaign::of(&campaign.domain);
        let tree = scenario(&spoken, (people, pairs), &extends, self.top());
        let kept = campaign.domain.groups.len();
        let body = writing::text_with(&tree, |section, at| match section {
            "ambassadors" => people.get(at).map(|person| over_person(person, doubts, self.language)),
            "groups" => at
                .checked_sub(kept)
                .and_then(|at| pairs.get(at))
                .map(|pair| over_pair(&people[pair.one], &people[pair.other], pair.is_mutual, self.language)),
            _ => None,
        });
        let sheet = file_name(&shown(&self.arguments.file)).to_owned();
        let head = Remark::Scenario { sheet }.say(self.language);
        let head: Vec<String> = head.lines().map(|line| format!("# {line}\n")).collect();
        let text = format!("{}{body}", head.concat());
        write_one(path, text.as_bytes(), Existing::forced(self.arguments.force))?;
        self.terminal.note(self.language, &Import::Written(shown(path)));
        Ok(())
    }

    /// Writes the answers file anew where something in it has changed.
    fn questions(&self, answers: &mut Answers) -> Result<(), Saving> {
        let Some(path) = &self.arguments.answers else { return Ok(()) };
        answers.ask(&self.signup.doubts);
        if *answers == Answers::default() {
            return Ok(());
        }
        let open: BTreeMap<Entry, &Doubt> =
            self.signup.doubts.iter().map(|doubt| (Entry::of(doubt), doubt)).collect();
        let comment =
            |entry: &Entry| open.get(&entry.unanswered()).map(|doubt| over_question(doubt, self.language));
        let text = answers.text(&Remark::Answers.say(self.language), self.top(), comment);
        if fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()) {
            return Ok(());
        }
        if let Some(problem) = in_the_way(path, Existing::Replace) {
            return Err(problem);
        }
        write_one(path, text.as_bytes(), Existing::Replace)?;
        self.terminal.note(self.language, &Import::Asked(shown(path)));
        Ok(())
    }

    /// Says how it went, and what to do next.
    fn next(&self) {
        let SignUp { rows, people, doubts, .. } = self.signup;
        let open = doubts.len();
        self.terminal.note(self.language, &Import::Read { rows: *rows, people: people.len(), open });
        if open > 0 {
            let answers = self.arguments.answers.as_deref().map(shown);
            self.terminal.hint(self.language, &Import::Answer { answers });
        } else if let Some(path) = &self.arguments.output {
            self.terminal.hint(self.language, &Import::Check(shown(path)));
        }
    }
}
