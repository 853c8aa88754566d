//! What a repair is asked for: which campaign, with which changes, and where what comes of it goes.

use crate::{
    cli::{
        belonging::{Belonging, own_campaign, still_to_do},
        campaign::{Loaded, tell},
        ending::Ending,
        options::{Format, Levels, Reasons, WrittenMoment, at_least_one, moment, seconds},
        terminal::Terminal,
        variations::Variations,
    },
    diagnostic::problem::Problem,
    domain::Domain,
    inquiry::repair::{self, PlanToMend, options::RepairOptions, withdrawal::Leaving},
    plan::earlier::EarlierPlan,
    planning::earlier::RepairTerms,
    render::{
        detail::Detail,
        wording::{print::Print, repair::Repair},
    },
    source::Sources,
};
use clap::Args;
use std::{collections::BTreeSet, path::PathBuf, time::Duration};

/// `chuxin repair`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin repair campaign.yaml --plan plan.json                 the campaign file was edited by hand
  chuxin repair campaign.yaml --plan plan.json --absent a03@2018-10-23 -o plan-2.json
  chuxin repair --plan plan-2.json --close hospice-nurse@2018-10-25 -o plan-3.json
  chuxin repair --plan plan-3.json --replace 冯丽@2018-10-23=施雯 -o plan-4.json
  chuxin repair --plan plan-4.json --late 施雯 --set ambassadors.施雯.wishes=[patrol] -o plan-5.json
  chuxin repair --plan plan-5.json --without unit:bank@2018-10-25 -o plan-6.json   it leaves that day; what is past stays

With -o the new plan is saved, and beside it what was said here as a scenario (比选方案) of the same name, to which the plan belongs: plan-2.yaml with plan-2.json. Both are written or none. A plan says which campaign it belongs to.
Exit code 3 where what must stay contradicts the change.")]
pub struct RepairArguments {
    /// The campaign file, as it is now; left out: the plan's own
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The plan that is to be mended
    #[arg(long, value_name = "PLAN")]
    pub plan: PathBuf,
    /// Somebody cannot come, or several with commas between: on a day, at hours of it, from a day..to a day, or at all; a unit or neighbourhood takes nobody on
    /// days or in a month: unit:ID@2019-03, neighbourhood:ID@2019-03-07
    #[arg(long, value_name = "WHO[@DATE]")]
    pub absent: Vec<String>,
    /// A post is not offered on a day, at hours of it, or from a day..to a day
    #[arg(long, value_name = "POST@DATE")]
    pub close: Vec<String>,
    /// A post has one seat more at each session
    #[arg(long, value_name = "POST")]
    pub add_seat: Vec<String>,
    /// Somebody who cannot come, and who steps in at the same sessions; nobody else moves
    #[arg(long, value_name = "WHO[@DATE]=WHO")]
    pub replace: Vec<String>,
    /// Two people exchange a session each; nobody else moves
    #[arg(long, value_name = "WHO[@DATE],WHO[@DATE]")]
    pub swap: Vec<String>,
    /// Somebody who came late, of the campaign or new, gets a free place; nobody who has one moves
    #[arg(long, value_name = "WHO")]
    pub late: Vec<String>,
    /// Everything before this day stays as it is, with a time also what begins on it before that; left out: now, while the
    /// campaign is under way, and the first day that the change names (WHO@DATE), or that of the plan that is mended
    #[arg(long, value_name = "DATE[ TIME]", value_parser = moment)]
    pub keep_until: Option<WrittenMoment>,
    /// Leave people where they are rather than place more of them: only the needs (岗位落实) count more
    #[arg(long)]
    pub touch_least: bool,
    /// What else is changed.
    #[command(flatten)]
    pub variations: Variations,
    /// Name up to so many people a session who could step in (候补), the least cost first
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub reserves: Option<usize>,
    /// Whether reasons are proved.
    #[command(flatten)]
    pub reasons: Reasons,
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
    /// How much is told.
    #[command(flatten)]
    pub telling: Telling,
    /// The notice and what is left open, or the notice and the whole plan as JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
}

/// How much of a mended plan is told.
#[derive(Debug, Clone, Copy, Args)]
pub struct Telling {
    /// Whether levels are told.
    #[command(flatten)]
    pub levels: Levels,
    /// Print every reason of --explain, not the first few alone, and the levels
    #[arg(short, long)]
    pub verbose: bool,
}

impl From<Telling> for Detail {
    fn from(telling: Telling) -> Self {
        Self { levels: telling.levels.levels, everything: telling.verbose, ..Self::USUAL }
    }
}

/// What was typed, and what the plan says where that was left out.
pub(super) struct Asked<'a> {
    pub(super) arguments: &'a RepairArguments,
    /// The campaign's file.
    pub(super) file: PathBuf,
    /// With what the campaign is varied: as typed, and where the plan's own campaign is taken, as that was.
    pub(super) variations: Variations,
}

/// What was said of the change, what leaves from a day on apart from what is taken out of the whole campaign.
pub(super) struct Said<'a> {
    pub(super) asked: &'a Asked<'a>,
    /// The changes in words of their own.
    pub(super) options: RepairOptions,
    /// All else with which the campaign is varied.
    pub(super) variations: Variations,
    /// What was wrong with the campaign before.
    pub(super) known: Vec<Problem>,
    /// Who came late by an earlier command, by id.
    pub(super) waited: BTreeSet<String>,
}

impl<'a> Asked<'a> {
    /// The campaign that was given, or else the plan's own.
    pub(super) fn of(arguments: &'a RepairArguments, terminal: Terminal) -> Result<Self, Ending> {
        let variations = arguments.variations.clone();
        if let Some(file) = arguments.file.clone() {
            return Ok(Self { arguments, file, variations });
        }
        let language = terminal.language(None);
        let mut sources = Sources::default();
        let written = repair::read(&mut sources, &arguments.plan).map_err(|problems| {
            tell(&sources, &problems, terminal, language);
            Ending::Refused
        })?;
        let provenance = &written.file.saved.campaign;
        let file = own_campaign(&arguments.plan, provenance);
        if !file.is_file() {
            terminal.complain(language, &Print::CampaignMissing(file.display().to_string()), None);
            terminal.hint(language, &Repair::NameCampaign);
            return Err(Ending::Refused);
        }
        let mut own = Variations::written(&still_to_do(&file, &provenance.variations));
        own.set.extend(variations.set);
        own.without.extend(variations.without);
        Ok(Self { arguments, file, variations: own })
    }

    /// The same as it is meant in a campaign, beside an earlier plan; `known` was wrong with it already.
    pub(super) fn said(
        &self,
        domain: &Domain,
        found: &EarlierPlan,
        terms: RepairTerms,
        known: Vec<Problem>,
    ) -> Said<'_> {
        let Leaving { withdrawn, removed } = Leaving::of(&self.variations.without, domain, found, terms);
        let variations = Variations { set: self.variations.set.clone(), without: removed };
        Said { asked: self, options: self.options(withdrawn), variations, known, waited: BTreeSet::new() }
    }

    /// The changes in words of their own, and what leaves from a day on.
    fn options(&self, withdrawn: Vec<String>) -> RepairOptions {
        RepairOptions {
            absent: self.arguments.absent.clone(),
            close: self.arguments.close.clone(),
            add_seat: self.arguments.add_seat.clone(),
            replace: self.arguments.replace.clone(),
            swap: self.arguments.swap.clone(),
            late: self.arguments.late.clone(),
            withdrawn,
        }
    }

    /// Whether the campaign is taken as it stands in its file.
    pub(super) fn says_nothing(&self) -> bool {
        self.options(Vec::new()).is_empty() && self.variations.is_empty()
    }

    /// Where the scenario goes: beside the new plan, under its name; nowhere where nothing is saved, or nothing said.
    pub(super) fn beside(&self) -> Option<PathBuf> {
        let output = self.arguments.output.as_ref().filter(|_| !self.says_nothing());
        output.map(|output| output.with_extension("yaml"))
    }

    /// Refuses to mend a plan for the campaign that its own one extends, or for what it was varied from.
    pub(super) fn refuse_another(
        &self,
        written: &PlanToMend,
        loaded: &Loaded,
        terminal: Terminal,
    ) -> Result<(), Ending> {
        let language = terminal.language(Some(loaded.campaign.domain.campaign.language));
        let belonging = Belonging {
            plan: &self.arguments.plan,
            provenance: &written.file.saved.campaign,
            file: &self.file,
            sources: &loaded.sources,
            digest: &loaded.campaign.digest,
            variations: &self.variations,
            argument: "file",
            may_be_left_out: false,
        };
        belonging.tell(terminal, language)
    }
}
