//! The command line as typed.

use crate::{
    cli::{compare::Compare, diff::Diff, print::arguments::Print, variations::Variations},
    domain::Language,
    render::experience::roster::View,
};
use chrono::NaiveDate;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use std::{path::PathBuf, time::Duration};

/// Plans the Original Heart Experience (初心体验): who spends which day at which post, proven best
#[derive(Debug, Parser)]
#[command(
    name = "chuxin",
    bin_name = "chuxin",
    version,
    disable_help_flag = true,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    after_help = "Examples:
  chuxin new my-campaign                        write a commented starter campaign
  chuxin check my-campaign/campaign.yaml        find every problem in it
  chuxin plan my-campaign/campaign.yaml         solve it and print the roster (岗位安排表)
  chuxin print my-campaign/campaign.yaml        write it for the wall, the spreadsheet and the phone

A file that is called - is the standard input.
Exit codes: 0 done, 1 something left unfilled with --strict, 2 campaign or command line wrong,
3 no plan, 70 a defect of this program."
)]
pub struct Arguments {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Copy, Args)]
pub struct Global {
    /// Colour and bold on the terminal.
    #[arg(
        help = "Colour and bold on the terminal; NO_COLOR is heeded too",
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value = "auto",
        help_heading = "Everywhere"
    )]
    pub color: Color,
    /// Language of what is printed; left out: the campaign's own
    #[arg(long, global = true, value_name = "LANGUAGE", value_enum, help_heading = "Everywhere")]
    pub lang: Option<Tongue>,
    /// Print help
    #[arg(short, long, global = true, action = ArgAction::HelpShort, help_heading = "Everywhere")]
    pub help: Option<bool>,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Also into files and pipes.
    Always,
    /// Not at all.
    Never,
}

/// The language of what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tongue {
    /// 中文.
    Zh,
    /// English.
    En,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Zh => Self::Zh,
            Tongue::En => Self::En,
        }
    }
}

/// One file per command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a commented starter campaign that checks and plans as it is
    #[command(after_help = "Examples:
  chuxin new my-campaign            writes my-campaign/campaign.yaml, commented in Chinese")]
    New(New),
    /// Find every problem in campaign files: line, word, what is wrong, what to do
    #[command(after_help = "Examples:
  chuxin check campaign.yaml
  chuxin check --format json *.yaml    the same as data, for editors and scripts
  chuxin check campaign.yaml --set rules.max_distance_km=2 --without unit:bank")]
    Check(Check),
    /// Solve a campaign, check the plan a second time, and print who goes where (岗位安排表)
    #[command(after_help = "Examples:
  chuxin plan campaign.yaml                    the roster by date (按日期)
  chuxin plan campaign.yaml --by all           by date, by unit and by ambassador (按日期、按单位、按大使)
  chuxin plan campaign.yaml -o plan.json       saves the plan (安排方案) too
  chuxin plan campaign.yaml --contacts         with personal telephone numbers
  chuxin plan campaign.yaml --set posts.patrol.seats=2 --without ambassador:a03    what if (比选)

A plan of a varied campaign is verified with the same --set and --without.
What cannot hold together (固定安排, 结伴 …) is named at its lines, with exit code 3.
Ctrl-C stops with the best plan and the reserves so far, a second one at once.")]
    Plan(Plan),
    /// Write what is pinned to walls, opened in a spreadsheet and sent around (打印与发送)
    #[command(after_help = "Examples:
  chuxin print campaign.yaml                   solves it and writes everything into campaign-print
  chuxin print plan.json -o out                from a saved plan (安排方案), into the folder out
  chuxin print plan.json --to json -o out      only some of the formats
  chuxin print plan.json -o office --contacts  the organizer's own copy, with telephone numbers (含电话)

All files are written or none. A plan that no longer keeps the rules of its campaign is not printed.")]
    Print(Print),
    /// Solve campaigns side by side: figures, who gains and who loses, what each changes (方案比选)
    Compare(Compare),
    /// Tell what differs between two saved plans: by person, by post, by date (方案差异)
    Diff(Diff),
    /// Check a saved plan by the rules alone, also one that was edited by hand (核对方案)
    #[command(after_help = "Examples:
  chuxin verify campaign.yaml plan.json
  chuxin verify campaign.yaml plan.json --format json    the same as data

Each broken rule is named with the people and its line in the plan.
Exit code 0 where every rule is kept, 2 where one is broken.")]
    Verify(Verify),
    /// Mend a plan after a change with the fewest placements gone, and say whom to tell what (调整通知)
    #[command(after_help = "Examples:
  chuxin repair campaign.yaml --plan plan.json                 the campaign file was edited by hand
  chuxin repair campaign.yaml --plan plan.json --absent a03@2018-10-23 -o plan-2.json
  chuxin repair --plan plan-2.json --close hospice-nurse@2018-10-25 -o plan-3.json

With -o the new plan is saved, and beside it what was said here as a scenario (比选方案) of the same name, to which
the plan belongs: plan-2.yaml with plan-2.json. Both are written or none. A plan says which campaign it belongs to.
Exit code 3 where what must stay contradicts the change.")]
    Repair(Repair),
}

/// `chuxin new`.
#[derive(Debug, Args)]
pub struct New {
    /// The folder, made where it is missing; one that holds a campaign.yaml is refused
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// `chuxin check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Campaign files
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// What the campaign is read with
    #[command(flatten)]
    pub variations: Variations,
    /// Text with the words underlined, or JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
}

/// `chuxin plan`.
#[derive(Debug, Args)]
pub struct Plan {
    /// The campaign file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// What the campaign is read with
    #[command(flatten)]
    pub variations: Variations,
    /// Save the plan (安排方案) as JSON
    #[arg(short, long, value_name = "PLAN")]
    pub output: Option<PathBuf>,
    /// Overwrite the file of -o
    #[arg(long)]
    pub force: bool,
    /// Order of the roster: day by day, unit by unit, person by person, or all three
    #[arg(long, value_name = "ORDER", value_enum, default_value = "date")]
    pub by: Order,
    /// Print personal telephone numbers too; the office's own always is
    #[arg(long)]
    pub contacts: bool,
    /// Stop seeking after so many seconds with the best plan so far, and the reserves so far, for which half of
    /// the time is left; reading and printing do not count; left out: until everything is proven
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// Name up to so many people a session who could step in (候补), the least cost first
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub reserves: Option<usize>,
    /// End with exit code 1 where an ambassador is not placed or a need is not met
    #[arg(long)]
    pub strict: bool,
    /// Tables, or the plan as JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
}

/// `chuxin verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// The campaign file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The saved plan
    #[arg(value_name = "PLAN")]
    pub plan: PathBuf,
    /// What the campaign is read with
    #[command(flatten)]
    pub variations: Variations,
    /// Sentences, or JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
}

/// `chuxin repair`.
#[derive(Debug, Args)]
pub struct Repair {
    /// The campaign file, as it is now; left out: the plan's own
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The plan that is to be mended
    #[arg(long, value_name = "PLAN")]
    pub plan: PathBuf,
    /// Somebody cannot come: on a day, from a day..to a day, or at all; unit:ID@2019-03 and
    /// neighbourhood:ID@2019-03-07 in the Thursday Action
    #[arg(long, value_name = "WHO[@DATE]")]
    pub absent: Vec<String>,
    /// A post is not offered on a day, or from a day..to a day
    #[arg(long, value_name = "POST@DATE")]
    pub close: Vec<String>,
    /// A post has one seat more at each session
    #[arg(long, value_name = "POST")]
    pub add_seat: Vec<String>,
    /// Everything before this day stays as it is; left out: today, while the campaign is under way
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub keep_until: Option<NaiveDate>,
    /// Leave people where they are rather than place more of them: only the needs (岗位落实) count more
    #[arg(long)]
    pub touch_least: bool,
    /// What else is changed.
    #[command(flatten)]
    pub variations: Variations,
    /// Name up to so many people a session who could step in (候补), the least cost first
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub reserves: Option<usize>,
    /// Save the new plan as JSON, and what was said here beside it
    #[arg(short, long, value_name = "PLAN")]
    pub output: Option<PathBuf>,
    /// Overwrite the files of -o
    #[arg(long)]
    pub force: bool,
    /// Print personal telephone numbers too, so that those who are to be told can be called
    #[arg(long)]
    pub contacts: bool,
    /// Stop seeking after so many seconds with the best plan so far, and the reserves so far, for which half of
    /// the time is left; reading and printing do not count; left out: until everything is proven
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// The notice and the levels, or the notice and the whole plan as JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
}

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Which views of the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// Day by day.
    Date,
    /// Unit by unit.
    Unit,
    /// Person by person.
    Ambassador,
    /// All three.
    All,
}

impl Order {
    /// The views to print.
    pub fn views(self) -> &'static [View] {
        match self {
            Self::Date => &[View::Date],
            Self::Unit => &[View::Unit],
            Self::Ambassador => &[View::Ambassador],
            Self::All => &View::ALL,
        }
    }
}

fn at_least_one(text: &str) -> Result<usize, String> {
    text.parse()
        .ok()
        .filter(|number| *number > 0)
        .ok_or_else(|| "a number of at least 1 is wanted".to_owned())
}

fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| "a day such as 2018-10-23 is wanted".into())
}

pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "a number of seconds is wanted".to_owned())?;
    match Duration::try_from_secs_f64(seconds) {
        Ok(limit) if limit > Duration::ZERO => Ok(limit),
        _ => Err("more than 0 seconds are wanted".into()),
    }
}
