//! The long pictures, looked into dot by dot.

use super::{Printed, chuxin, nasty, scenario};
use flate2::read::ZlibDecoder;
use std::{fs, io::Read, path::Path};

/// A picture as rows of dots, red, green and blue.
struct Picture {
    width: usize,
    rows: Vec<Vec<u8>>,
}

impl Picture {
    /// Reads what a browser writes (PNG, section 9.2): eight bits, three colours or four channels, no interlacing.
    fn read(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap();
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        let (width, height) = (number(16), number(20));
        assert_eq!((bytes[24], bytes[28]), (8, 0));
        let channels = if bytes[25] == 2 { 3 } else { 4 };
        let (mut data, mut at) = (Vec::new(), 8);
        while at < bytes.len() {
            let length = number(at);
            if &bytes[at + 4..at + 8] == b"IDAT" {
                data.extend(&bytes[at + 8..at + 8 + length]);
            }
            at += 12 + length;
        }
        let mut plain = Vec::new();
        ZlibDecoder::new(&*data).read_to_end(&mut plain).unwrap();
        let mut rows: Vec<Vec<u8>> = Vec::new();
        for line in plain.chunks(1 + width * channels) {
            let above = rows.last().cloned().unwrap_or_else(|| vec![0; width * channels]);
            rows.push(unfiltered(line[0], &line[1..], &above, channels));
        }
        assert_eq!(rows.len(), height);
        Self { width, rows }
    }

    /// Whether nothing stands in a row, or a part of it.
    fn is_blank(row: &[u8]) -> bool {
        row.iter().all(|one| *one == 255)
    }
}

fn unfiltered(filter: u8, line: &[u8], above: &[u8], channels: usize) -> Vec<u8> {
    let mut row: Vec<u8> = Vec::new();
    for (at, &byte) in line.iter().enumerate() {
        let before = |row: &[u8]| at.checked_sub(channels).map_or(0, |at| row[at]);
        let (left, up, corner) = (before(&row), above[at], before(above));
        let guess = match filter {
            0 => 0,
            1 => left,
            2 => up,
            3 => u8::midpoint(left, up),
            _ => {
                let [a, b, c] = [left, up, corner].map(i32::from);
                let near = |one: i32| (a + b - c - one).abs();
                if near(a) <= near(b) && near(a) <= near(c) {
                    left
                } else if near(b) <= near(c) {
                    up
                } else {
                    corner
                }
            }
        };
        row.push(byte.wrapping_add(guess));
    }
    row
}

#[test]
#[ignore = "needs Chromium, Chrome or Edge"]
fn poster_and_year_are_one_picture_each_without_a_cut_or_a_blank_end() {
    for (campaign, count) in [(scenario("linfen-2019.yaml"), 2), (nasty(), 2)] {
        let printed = Printed::of(&campaign, &["--to", "png"]);
        let pictures = printed.files("png");
        assert_eq!(pictures.len(), count, "{pictures:?}");
        assert!(printed.files("html").is_empty());
        for path in pictures {
            let Picture { width, rows } = Picture::read(&path);
            assert_eq!(width, 1240, "{path:?}");
            assert!(rows.len() > 1000, "{path:?}: {}", rows.len());
            let end = rows.iter().rev().take_while(|row| Picture::is_blank(row)).count();
            assert!((20..120).contains(&end), "{path:?}: {end} blank rows at the end");
            let right = |row: &Vec<u8>| Picture::is_blank(&row[row.len() - 120..]);
            assert!(rows.iter().all(right), "{path:?}: something stands at the right edge");
        }
    }
}

#[test]
fn where_there_is_no_browser_the_document_of_the_picture_stays() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let campaign = scenario("linfen-2018.yaml");
    let arguments = ["print", campaign.to_str().unwrap(), "-o", out.to_str().unwrap()];
    let output = chuxin(&arguments, &["--to", "png", "--browser", "no-such-browser"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("没有生成 PNG 图片") && said.contains("截长图"), "{said}");
    let document = fs::read_to_string(out.join("岗位安排公告-长图.html")).unwrap();
    assert!(document.contains("林晓") && !document.contains("<script"), "{document}");
}

#[test]
fn a_poster_of_many_is_several_pictures_each_with_its_head_and_day() {
    let folder = tempfile::tempdir().unwrap();
    let (campaign, out) = (folder.path().join("campaign.yaml"), folder.path().join("out"));
    let people: Vec<String> = (1..=50).map(|at| format!("  - {{id: a{at}, name: 大使{at}号}}")).collect();
    let people = people.join("\n");
    let text = format!(
        "# Invented.\ncampaign: {{name: 人多的活动, season: 2026-10-19..2026-10-23}}\nunits: [{{id: u, name: 会展中心}}]\n\
         posts:\n  - {{id: p, unit: u, title: 引导员, dates: 2026-10-20, seats: 30}}\n  \
         - {{id: q, unit: u, title: 检票员, dates: 2026-10-20, seats: 20}}\nambassadors:\n{people}\n"
    );
    fs::write(&campaign, text).unwrap();
    let arguments = ["print", campaign.to_str().unwrap(), "-o", out.to_str().unwrap()];
    chuxin(&arguments, &["--to", "png", "--browser", "no-such-browser"]);
    let parts = [1, 2].map(|part| {
        let document = fs::read_to_string(out.join(format!("岗位安排公告-长图-{part}.html"))).unwrap();
        assert!(document.contains("人多的活动") && document.contains("10月20日"), "{document}");
        document
    });
    assert!(!out.join("岗位安排公告-长图-3.html").exists());
    for at in 1..=50 {
        let name = format!("大使{at}号");
        assert_eq!(parts.iter().filter(|part| part.contains(&name)).count(), 1, "{name}");
    }
}

#[test]
fn says_of_which_sheets_there_are_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let campaign = scenario("linfen-2018.yaml");
    let arguments = ["print", campaign.to_str().unwrap(), "-o", out.to_str().unwrap()];
    let output = chuxin(&arguments, &["--to", "png", "--sheet", "cards"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("只有公告（poster）和周四行动全年安排（year）"), "{said}");
}
