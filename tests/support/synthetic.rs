//! Large invented campaigns of the plain kind.

pub use chuxin::invention::volunteers::Size;
use chuxin::invention::volunteers::{self, Demand};

/// A campaign of this size, the same for the same seed.
pub fn campaign(size: Size, seed: u64) -> String {
    volunteers::campaign(size, Demand::PLAIN, seed)
}

/// Where the solver is timed by hand: `target/tmp/synthetic.yaml`, written by this test.
#[test]
fn writes_the_synthetic_campaign_the_same_every_time() {
    let text = campaign(Size::PLANNED, 1);
    assert_eq!(text, campaign(Size::PLANNED, 1));
    assert_ne!(text, campaign(Size::PLANNED, 2));
    assert_eq!(text.matches("\n    phone: ").count(), 200);
    assert_eq!(text.matches("\n    title: ").count(), 39);
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("synthetic.yaml");
    std::fs::write(&path, text).expect("the folder for temporary files of tests");
}

#[test]
fn makes_the_campaign_that_is_only_read_about_ten_megabytes_long() {
    let length = campaign(Size::READ, 1).len();
    assert!((9_000_000..12_000_000).contains(&length), "{length} bytes");
}
