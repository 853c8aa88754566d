//! Files that are missing, folders, of other encodings, or no text.

use crate::diagnostics::{codes, problems};
use chuxin::{
    diagnostic::Diagnostic,
    domain::Language,
    render,
    source::{Fault, Sources, grid::Damage},
};
use std::fs;

const SOUND: &str = "campaign: {name: 初心体验, season: 2018-10-22..2018-11-02}\n";

#[test]
fn refuses_a_missing_file_and_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let mut sources = Sources::default();
    assert_eq!(sources.open(&folder.path().join("none.yaml")), Err(Fault::Missing));
    assert_eq!(sources.open(folder.path()), Err(Fault::Folder));
}

#[test]
fn refuses_a_file_that_is_no_text() {
    let mut sources = Sources::default();
    let fault = sources.add_bytes("photo.yaml", b"\x89PNG\r\n\x1a\n\0\0\0\xff").unwrap_err();
    let text = render::diagnostic::text(
        &[Diagnostic::unread("photo.yaml", fault)],
        &sources,
        Language::En,
        false,
        80,
    );
    assert!(text.starts_with("error[not-text]: photo.yaml: line 1 is not text"), "{text}");
}

#[test]
fn says_each_reason_why_a_file_is_not_read() {
    let reasons = [
        (Fault::Missing, "missing-file", "找不到文件 a.yaml"),
        (Fault::Folder, "folder", "a.yaml 是文件夹，不是文件"),
        (Fault::TooLong, "file-too-long", "文件 a.yaml 太大"),
        (Fault::NotText { line: 7 }, "not-text", "a.yaml 第 7 行有认不出的字符"),
        (Fault::Workbook(Damage::Locked), "locked-workbook", "加了打开密码"),
        (Fault::Workbook(Damage::NoWorkbook), "no-workbook", "不是表格，也不是文本"),
        (Fault::Workbook(Damage::TooLarge), "workbook-too-large", "内容太多"),
        (Fault::Workbook(Damage::OpenQuotation), "open-quotation", "双引号没有成对"),
        (Fault::Workbook(Damage::Broken("x".into())), "broken-workbook", "已损坏或不完整：x"),
        (Fault::Unreadable("denied".into()), "unreadable-file", "读不了文件 a.yaml：denied"),
    ];
    for (fault, code, words) in reasons {
        let diagnostic = Diagnostic::unread("a.yaml", fault);
        let text = render::diagnostic::text(&[diagnostic], &Sources::default(), Language::Zh, false, 80);
        assert!(text.contains(words) && text.contains(&format!("[{code}]")), "{text}");
    }
}

#[test]
fn reads_files_as_windows_saves_them() {
    let utf16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(SOUND.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let bom = [b"\xef\xbb\xbf", SOUND.as_bytes()].concat();
    let (gbk, _, _) = encoding_rs::GBK.encode(SOUND);
    let lines = SOUND.replace('\n', "\r\n");
    let cases: [(&[u8], &[&str]); 4] =
        [(&utf16, &[]), (&bom, &[]), (&gbk, &["saved-in-gbk"]), (lines.as_bytes(), &[])];
    for (bytes, expected) in cases {
        let mut sources = Sources::default();
        let file = sources.add_bytes("campaign.yaml", bytes).unwrap();
        assert_eq!(codes(&problems(&mut sources, file)), expected);
    }
}

#[test]
fn refuses_a_file_of_nothing() {
    for text in ["", "\n\n", "# a word\n", "---\n", "~\n"] {
        let mut sources = Sources::default();
        let file = sources.add("campaign.yaml", text);
        assert_eq!(codes(&problems(&mut sources, file)), ["empty-file"], "{text:?}");
    }
}

#[test]
fn names_what_windows_saved_in_gbk() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("活动.yaml");
    fs::write(&path, encoding_rs::GBK.encode(SOUND).0).unwrap();
    let mut sources = Sources::default();
    let file = sources.open(&path).unwrap();
    assert_eq!(sources.text(file), SOUND);
}
