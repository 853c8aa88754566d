//! Damaged workbooks: letters within their parts, and bytes of the whole.

use crate::{
    support::draws::Draws,
    workbooks::sheets::{SHEETS, bytes},
};
use chuxin::{domain::Language, pipeline, render, source::Sources};
use std::io::{Cursor, Read as _, Write as _};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Inputs of a usual run.
const USUAL: usize = 400;

/// The workbook with some letters of one part changed, packed anew so that nothing else tells of it.
fn with_damaged_part(sound: &[u8], draws: &mut Draws) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(sound)).unwrap();
    let chosen = draws.below(archive.len());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if index == chosen {
            damage(&mut content, draws);
        }
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Changes, doubles or takes out a few bytes.
fn damage(content: &mut Vec<u8>, draws: &mut Draws) {
    for _ in 0..=draws.below(4) {
        if content.is_empty() {
            return;
        }
        let at = draws.below(content.len());
        match draws.below(4) {
            0 => content[at] = u8::try_from(draws.below(256)).unwrap(),
            1 => content[at] = b"<>\"&/0919Az="[draws.below(12)],
            2 => drop(content.drain(at..(at + 1 + draws.below(40)).min(content.len()))),
            _ => {
                let stretch = content[at..(at + 1 + draws.below(40)).min(content.len())].to_vec();
                content.splice(at..at, stretch);
            }
        }
    }
}

#[test]
fn nothing_in_a_workbook_breaks_the_program() {
    let inputs = std::env::var("CHUXIN_FUZZ").map_or(USUAL, |count| count.parse::<usize>().unwrap() / 10);
    let xlsx = bytes(&SHEETS);
    let [ods, xls] = [
        &include_bytes!("../workbooks/samples/office.ods")[..],
        include_bytes!("../workbooks/samples/office.xls"),
    ];
    let (mut read, mut refused) = (0, 0);
    for seed in 0..inputs {
        let mut draws = Draws::from_seed(u64::try_from(seed).unwrap());
        let damaged = match draws.below(4) {
            0 => {
                let mut damaged = xls.to_vec();
                damage(&mut damaged, &mut draws);
                damaged
            }
            1 => with_damaged_part(ods, &mut draws),
            _ => with_damaged_part(&xlsx, &mut draws),
        };
        let mut sources = Sources::default();
        let Ok(file) = sources.add_bytes("damaged.xlsx", &damaged) else {
            refused += 1;
            continue;
        };
        let problems = pipeline::read_text(&mut sources, file, &[]).diagnostics;
        let said = render::diagnostic::text(&problems, &sources, Language::Zh, false, 80);
        assert_eq!(said.is_empty(), problems.is_empty(), "{seed}");
        read += 1;
    }
    assert!(read > inputs / 10 && refused > inputs / 10, "{read} read, {refused} refused");
}
