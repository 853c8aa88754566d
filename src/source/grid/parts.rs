//! The parts of a zipped workbook: which kind it is, how large it becomes, and what no reader of cells tells.

use crate::source::grid::{Damage, extent};
use quick_xml::{XmlVersion, events::Event};
use std::{
    collections::BTreeMap,
    io::{BufReader, Cursor, Read, copy, sink},
};
use zip::ZipArchive;

/// The most bytes of all parts together, unpacked.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// The most parts: a workbook has some dozens.
const MOST_PARTS: usize = 10_000;

/// Which kind of workbook an archive is.
pub(super) enum Archive {
    /// xlsx, xlsm.
    Xlsx,
    /// ods.
    Ods,
}

/// Tells the kind, and refuses what would fill the memory: the sizes that an archive states of itself are not believed.
pub(super) fn kind(bytes: &[u8]) -> Result<Archive, Damage> {
    let broken = |error: &dyn std::fmt::Display| Damage::Broken(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let kind = match ["xl/workbook.xml", "content.xml"].map(|part| archive.index_for_name(part).is_some()) {
        [true, _] => Archive::Xlsx,
        [_, true] => Archive::Ods,
        [false, false] => return Err(Damage::NoWorkbook),
    };
    if archive.len() > MOST_PARTS {
        return Err(Damage::TooLarge);
    }
    let mut left = MOST_BYTES;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                Damage::Locked
            }
            error => broken(&error),
        })?;
        let name = part.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
        let mut part = part.take(left + 1);
        if name == "content.xml" {
            let mut text = String::new();
            part.read_to_string(&mut text).map_err(|error| broken(&error))?;
            close_every_element(text.as_bytes())?;
            extent::look(&text)?;
        } else if matches!(name.rsplit('.').next(), Some("xml" | "rels")) {
            close_every_element(&mut part)?;
        }
        copy(&mut part, &mut sink()).map_err(|error| broken(&error))?;
        left = part.limit().checked_sub(1).ok_or(Damage::TooLarge)?;
    }
    Ok(kind)
}

/// Reads a part to its end, or says why that is none: a reader of cells may look for the end of an element for ever.
fn close_every_element(part: impl Read) -> Result<(), Damage> {
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(part));
    let (mut open, mut buffer) = (0_usize, Vec::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(_)) => open += 1,
            Ok(Event::End(_)) => open = open.saturating_sub(1),
            Ok(Event::Eof) if open == 0 => return Ok(()),
            Ok(Event::Eof) => return Err(Damage::Broken("an element is not closed".to_owned())),
            Ok(_) => {}
            Err(error) => return Err(Damage::Broken(error.to_string())),
        }
    }
}

/// The numbers of the rows that are not shown, by the name of their sheet. What cannot be read here is read by nobody:
/// the reader of cells says why.
pub(super) fn hidden_rows(bytes: &[u8]) -> BTreeMap<String, Vec<usize>> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return BTreeMap::new() };
    let mut part = |name: &str| {
        let mut text = String::new();
        let read = archive.by_name(name).map(|mut part| part.read_to_string(&mut text));
        if matches!(read, Ok(Ok(_))) { text } else { String::new() }
    };
    let targets: BTreeMap<String, String> = elements(&part("xl/_rels/workbook.xml.rels"), "Relationship")
        .filter_map(|mut relation| Some((relation.remove("Id")?, relation.remove("Target")?)))
        .collect();
    let sheets: Vec<_> = elements(&part("xl/workbook.xml"), "sheet").collect();
    let rows = |mut sheet: BTreeMap<String, String>| {
        let target = targets.get(sheet.get("id")?)?;
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let is_hidden = |row: &BTreeMap<String, String>| {
            row.get("hidden").is_some_and(|hidden| matches!(hidden.as_str(), "1" | "true"))
        };
        let text = part(&path);
        let hidden = elements(&text, "row").filter(is_hidden).filter_map(|row| row.get("r")?.parse().ok());
        let hidden = hidden.collect();
        Some((sheet.remove("name")?, hidden))
    };
    sheets.into_iter().filter_map(rows).collect()
}

/// The attributes of every element of a name, both names without what stands before a colon.
fn elements(xml: &str, name: &'static str) -> impl Iterator<Item = BTreeMap<String, String>> {
    let mut reader = quick_xml::Reader::from_str(xml);
    std::iter::from_fn(move || {
        loop {
            match reader.read_event() {
                Ok(Event::Start(element) | Event::Empty(element))
                    if element.local_name().as_ref() == name =>
                {
                    let attributes = element.attributes().filter_map(Result::ok).filter_map(|attribute| {
                        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
                        Some((attribute.key.local_name().as_ref().to_owned(), value))
                    });
                    return Some(attributes.collect());
                }
                Ok(Event::Eof) | Err(_) => return None,
                Ok(_) => {}
            }
        }
    })
}
