//! `--set` and `--without`: variations of a campaign without a file.

use crate::{campaign::change::Change, source::Sources};
use clap::Args;

/// What the campaign is read with.
#[derive(Debug, Clone, Default, Args)]
pub struct Variations {
    /// Fields set otherwise.
    #[arg(
        help = "Read the campaign with a field set otherwise, such as rules.max_distance_km=2; may be repeated",
        long,
        value_name = "PATH=VALUE",
        help_heading = "Variations"
    )]
    pub set: Vec<String>,
    /// Read the campaign without an entry, such as unit:bank, by its id or name; may be repeated
    #[arg(long, value_name = "KIND:ID", help_heading = "Variations")]
    pub without: Vec<String>,
}

impl Variations {
    /// Whether nothing is varied.
    pub fn is_empty(&self) -> bool {
        self.set.is_empty() && self.without.is_empty()
    }

    /// The variations that a saved plan was made with.
    pub fn written(options: &[String]) -> Self {
        let of =
            |name: &str| options.iter().filter_map(|one| one.strip_prefix(name)).map(str::to_owned).collect();
        Self { set: of("--set "), without: of("--without ") }
    }

    /// The variations as a plan says them, such as `--set rules.rest_days=1`.
    pub fn said(&self) -> Vec<String> {
        let set = self.set.iter().map(|words| format!("--set {words}"));
        set.chain(self.without.iter().map(|words| format!("--without {words}"))).collect()
    }

    /// The changes, kept among the sources under the names of the options.
    pub fn changes(&self, sources: &mut Sources) -> Vec<Change> {
        let mut changes: Vec<Change> =
            self.set.iter().map(|words| Change::set(sources, "--set", words)).collect();
        changes.extend(self.without.iter().map(|words| Change::without(sources, "--without", words)));
        changes
    }
}
