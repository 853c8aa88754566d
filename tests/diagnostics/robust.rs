//! Whatever the bytes are, reading ends with diagnostics, never with a panic.

use crate::{diagnostics::problems, fuzz::mutation::WORDS};
use chuxin::{domain::Language, render, source::Sources};
use std::path::Path;

fn read(bytes: &[u8]) {
    let mut sources = Sources::default();
    let Ok(file) = sources.add_bytes("any.yaml", bytes) else { return };
    let problems = problems(&mut sources, file);
    for language in [Language::Zh, Language::En] {
        render::diagnostic::text(&problems, &sources, language, true, 80);
    }
    render::diagnostic::records(&problems, &sources, Language::En);
    for place in problems.iter().filter_map(|problem| problem.place) {
        assert!(sources.text(place.file).get(place.start..place.end).is_some(), "{problems:?}");
    }
}

#[test]
fn survives_any_bytes() {
    arbtest::arbtest(|source| {
        read(source.arbitrary::<Vec<u8>>()?.as_slice());
        Ok(())
    })
    .budget_ms(2_000);
}

#[test]
fn survives_any_damage_to_a_campaign() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/every-field.yaml");
    let sound = std::fs::read(path).unwrap();
    arbtest::arbtest(|source| {
        let mut bytes = sound.clone();
        for _ in 0..source.int_in_range(1..=6)? {
            let at = source.int_in_range(0..=bytes.len() - 1)?;
            let end = (at + source.int_in_range(0..=12)?).min(bytes.len());
            let mark = source.choose(&WORDS)?;
            bytes.splice(at..end, mark.bytes());
        }
        read(&bytes);
        Ok(())
    })
    .budget_ms(5_000);
}
