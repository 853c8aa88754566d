//! `chuxin diff A B`: what differs between two saved plans.

use crate::{
    cli::{campaign::tell, ending::Ending, options::Format, terminal::Terminal},
    diagnostic::Diagnostic,
    domain::Domain,
    inquiry::difference::Difference,
    pipeline::past::campaign,
    plan::{
        outline::Outline,
        saved::{self, PlanFile, SavedPlan},
    },
    render::{
        difference,
        edition::{discretion::Discretion, names::NamesById, shown::Shown},
        terminal::Page,
        wording::inquiry::Inquiry,
    },
    source::Sources,
};
use clap::Args;
use std::{
    io,
    path::{Path, PathBuf},
};

/// `chuxin diff`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  chuxin diff plan-a.json plan-b.json
  chuxin diff plan-a.json plan-b.json --format json

Names are those of the plans' campaigns, where these are found; else ids stand for them.
Exit code 0 where the plans are the same, 1 where they differ, 2 where one cannot be read.")]
pub struct DiffArguments {
    /// One saved plan
    #[arg(value_name = "A")]
    pub one: PathBuf,
    /// The other
    #[arg(value_name = "B")]
    pub other: PathBuf,
    /// Print personal telephone numbers that stand in names too
    #[arg(long)]
    pub contacts: bool,
    /// Sentences, or JSON
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: Format,
}

/// Compares the plans.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &DiffArguments, terminal: Terminal) -> io::Result<Ending> {
    let mut sources = Sources::default();
    let read = [&arguments.one, &arguments.other].map(|path| read(&mut sources, path));
    let [Ok((one, first, domain)), Ok((other, second, other_domain))] = read else {
        let diagnostics: Vec<Diagnostic> = read.into_iter().filter_map(Result::err).flatten().collect();
        tell(&sources, &diagnostics, terminal, terminal.language(None));
        return Ok(Ending::Refused);
    };
    // Names are a courtesy: where the campaign is not found, ids stand for them.
    let domains: Vec<Domain> = [domain, other_domain].into_iter().flatten().collect();
    let language = terminal.language(domains.first().map(|domain| domain.campaign.language));
    if one.campaign.digest != other.campaign.digest {
        terminal.hint(language, &Inquiry::OtherCampaigns);
    }
    let difference = Difference::between(&first, &second);
    let shown: Vec<Shown<'_>> = domains.iter().map(|domain| Shown::of(domain, arguments.contacts)).collect();
    let called = NamesById::of(&shown, Discretion::of(&domains, arguments.contacts), language);
    let page = Page { language, width: terminal.width() };
    terminal.print(&match arguments.format {
        Format::Text => page.text(difference::sections(&difference, &called, language)),
        Format::Json => serde_json::to_string_pretty(&difference::data(&difference))? + "\n",
    })?;
    Ok(if difference.is_empty() { Ending::Done } else { Ending::Different })
}

/// A plan, what it says in ids, and its campaign where that is found.
fn read(sources: &mut Sources, path: &Path) -> Result<(SavedPlan, Outline, Option<Domain>), Vec<Diagnostic>> {
    let file = saved::open(sources, path)?;
    let domain = campaign(path, &file.saved);
    let saved = domain.iter().fold(file, PlanFile::in_ids).saved;
    let outline = saved.outline()?;
    Ok((saved, outline, domain))
}
