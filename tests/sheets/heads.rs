//! Every page by itself, torn from the others: it says what it is for, is counted within its sheet, and no page holds a
//! title or a closing alone. In Chromium, of four campaigns: of 17, 35, 56 and 200 people.

use super::{Printed, scenario};
use crate::support::{
    synthetic::{self, Size},
    tools,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A sheet as it is printed, with the names of its file and the text of each page without blanks.
struct Sheet {
    name: String,
    pages: Vec<String>,
    /// The pages that it was told off to before a browser laid it out.
    told_off: usize,
}

fn joined(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect()
}

fn weekends() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets/weekends.yaml")
}

/// A campaign of 200 people, in a folder.
fn large(folder: &Path) -> PathBuf {
    let path = folder.join("large.yaml");
    fs::write(&path, synthetic::campaign(Size::PLANNED, 1)).unwrap();
    path
}

fn sheets(campaign: &Path, sheets: &str) -> Vec<Sheet> {
    let options = ["--to", "html,pdf", "--sheet", sheets, "--time-limit", "20", "--issued", "2018-10-09"];
    let printed = Printed::of(campaign, &options);
    let read = |pdf: PathBuf| {
        let text = tools::said("pdftotext", ["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()]);
        let mut pages: Vec<String> = text.split('\u{c}').map(joined).collect();
        pages.pop();
        let html = fs::read_to_string(pdf.with_extension("html")).unwrap();
        Sheet {
            name: pdf.file_stem().unwrap().to_string_lossy().into_owned(),
            told_off: html.matches("<section class=\"page\"").count()
                + html.matches("<div class=\"page\"").count(),
            pages,
        }
    };
    printed.files("pdf").into_iter().map(read).collect()
}

/// The only sheet of a kind.
fn sheet(campaign: &Path, kind: &str) -> Sheet {
    let mut found = sheets(campaign, kind);
    assert_eq!(found.len(), 1, "{kind}");
    found.remove(0)
}

/// The day that a page names first, as in `10月23日`.
fn day(page: &str) -> Option<&str> {
    let end = page.match_indices('日').map(|(at, _)| at).find(|&at| {
        let before = page[..at].trim_end_matches(|letter: char| letter.is_ascii_digit());
        before.len() < at && before.ends_with('月')
    })?;
    let month = page[..end].rfind('月')?;
    let start = page[..month].trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    Some(&page[start..end + '日'.len_utf8()])
}

fn assert_each(sheet: &Sheet, words: &[&str]) {
    for (at, page) in sheet.pages.iter().enumerate() {
        for expected in words {
            assert!(page.contains(expected), "{}, page {} lacks {expected}: {page}", sheet.name, at + 1);
        }
    }
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn each_page_of_a_poster_names_the_campaign_and_a_day_and_has_rows() {
    let folder = tempfile::tempdir().unwrap();
    let name = "poster-first-page-with-the-title-alone.yaml";
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    let campaigns = [
        (scenario("linfen-2019.yaml"), "初心体验2019", 2),
        (weekends(), "青禾街道“初心体验”活动（2019年秋）", 3),
        (large(folder.path()), "合成活动", 22),
        (case, "样例", 2),
    ];
    for (campaign, name, most) in campaigns {
        let poster = sheet(&campaign, "poster");
        assert!(poster.pages.len() <= most, "{name}: {} pages", poster.pages.len());
        assert_each(&poster, &[name, "岗位安排公告"]);
        for page in &poster.pages {
            let rows = page.matches(":00—").count() + page.matches(":30—").count();
            assert!(rows > 0 && day(page).is_some(), "{name}: {page}");
        }
    }
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn each_page_of_a_letter_names_the_unit_and_the_last_has_more_than_the_closing() {
    let folder = tempfile::tempdir().unwrap();
    for (campaign, name) in [
        (scenario("linfen-2019.yaml"), "初心体验2019"),
        (weekends(), "初心体验"),
        (large(folder.path()), "合成活动"),
    ] {
        let letters = sheets(&campaign, "letters");
        assert!(letters.len() > 10, "{name}");
        for letter in &letters {
            assert_each(letter, &[&joined(&letter.name), name, "函"]);
            let of = letter.pages.len();
            for (at, page) in letter.pages.iter().enumerate() {
                assert!(page.contains(&format!("第{}页，共{of}页", at + 1)), "{}: {page}", letter.name);
            }
            let last = letter.pages.last().unwrap();
            let before = last.split_once("如有变动").expect("the closing stands on the last page").0;
            let head = format!("{name}·接待函");
            let before = before.rsplit_once(&head).map_or(before, |(_, rest)| rest);
            assert!(before.chars().count() > 8, "{}: {before}", letter.name);
            assert!(last.contains("2018年10月9日"), "{}: {last}", letter.name);
        }
    }
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn each_page_to_sign_on_is_for_one_unit_and_day_and_counted_within_them() {
    let folder = tempfile::tempdir().unwrap();
    let case =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/sign-in-sheet-second-page-without-date.yaml");
    let campaigns = [
        (scenario("linfen-2019.yaml"), "初心体验2019", "sign-in"),
        (weekends(), "青禾街道“初心体验”活动（2019年秋）", "sign-in"),
        (scenario("ningmeng-2019.yaml"), "柠檬志愿服务队2019夏秋", "weekly-sign-in"),
        (large(folder.path()), "合成活动", "sign-in"),
        (case, "样例", "sign-in"),
    ];
    for (campaign, name, kind) in campaigns {
        let signed = sheet(&campaign, kind);
        assert_each(&signed, &[name, "签到表", "到达", "签退", "应到", "备注"]);
        assert_eq!(signed.pages.len(), signed.told_off, "{name}: rows run over");
        let mut expected = (1, 1);
        for page in &signed.pages {
            assert!(day(page).is_some(), "{name}: {page}");
            let (_, count) = page.rsplit_once('第').unwrap();
            let numbers: Vec<usize> = count
                .split(|letter: char| !letter.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .take(2)
                .collect();
            let [at, of] = numbers[..] else { panic!("{name}: {page}") };
            if expected.0 == 1 {
                expected.1 = of;
            }
            assert_eq!((at, of), expected, "{name}: {page}");
            expected.0 = if at == of { 1 } else { at + 1 };
        }
        assert_eq!(expected.0, 1, "{name}: pages are missing");
    }
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn eight_cards_stand_on_a_page_whatever_is_written_on_them() {
    let folder = tempfile::tempdir().unwrap();
    let campaigns =
        [scenario("linfen-2019.yaml"), weekends(), scenario("ningmeng-2019.yaml"), large(folder.path())];
    for campaign in campaigns {
        let cards = sheet(&campaign, "cards");
        assert_eq!(cards.pages.len(), cards.told_off, "{}: cards run over", campaign.display());
        for (at, page) in cards.pages.iter().enumerate() {
            let on_it = page.matches("初心体验大使").count();
            let is_last = at + 1 == cards.pages.len();
            assert!(on_it == 8 || is_last, "{}, page {}: {on_it} cards", campaign.display(), at + 1);
        }
    }
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn each_page_of_the_thursday_action_names_its_months() {
    let campaign = scenario("linfen-2019.yaml");
    let months = sheet(&campaign, "months");
    assert_eq!(months.pages.len(), 12);
    for (at, page) in months.pages.iter().enumerate() {
        let month = format!("2019年{}月", at + 1);
        assert!(page.contains(&month) && page.contains("14:00—16:00"), "{month}: {page}");
    }
    assert_each(&months, &["初心体验2019", "周四行动", "021-00000000"]);
    assert!(months.pages[1].contains("改期") && months.pages[1].contains("2月7日（周四）春节放假"));
    assert_each(&sheet(&campaign, "year"), &["初心体验2019", "周四行动全年安排", "2019年1月至12月", "改期"]);
    let pairings = sheet(&campaign, "pairings");
    assert_each(&pairings, &["初心体验2019", "周四行动结对图", "2019年1月至12月"]);
    assert!(pairings.pages[0].contains("没有结对的居民区（6个）"), "{}", pairings.pages[0]);
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge, and poppler"]
fn each_page_of_a_summary_and_of_a_duty_roster_says_which_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for (campaign, name) in
        [(scenario("linfen-2019.yaml"), "初心体验2019"), (weekends(), "青禾街道“初心体验”活动（2019年秋）")]
    {
        let summary = sheet(&campaign, "summary");
        assert_each(&summary, &[name, "安排小结"]);
        for word in ["签号", "抽签", "摘要", "sha256", "重新数过", "coverage"] {
            assert!(!summary.pages.iter().any(|page| page.contains(word)), "{name}: {word}");
        }
    }
    for (campaign, name) in
        [(scenario("ningmeng-2019.yaml"), "柠檬志愿服务队2019夏秋"), (large(folder.path()), "合成活动")]
    {
        let duty = sheet(&campaign, "duty");
        assert_each(&duty, &[name, "值班表", "周"]);
        assert!(duty.pages.iter().all(|page| day(page).is_some()), "{name}");
    }
}
