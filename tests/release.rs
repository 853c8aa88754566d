//! The archives of a release are where `cargo binstall` looks for them.

const MANIFEST: &str = include_str!("../Cargo.toml");
const WORKFLOW: &str = include_str!("../.github/workflows/release.yml");

/// The word behind `name: ` in a line of the workflow's matrix.
fn field<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    line.split_once(&format!("{name}: "))?.1.split([',', '}']).next()
}

/// What the section of the manifest says of a key.
fn said<'a>(section: &'a str, key: &str) -> Option<&'a str> {
    section.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
}

#[test]
fn every_archive_has_the_name_that_the_manifest_tells() {
    let built: Vec<(&str, &str)> = WORKFLOW
        .lines()
        .filter(|line| line.trim_start().starts_with("- {target"))
        .map(|line| (field(line, "target").unwrap(), field(line, "archive").unwrap()))
        .collect();
    assert_eq!(built.len(), 4, "{built:?}");
    assert!(WORKFLOW.contains("folder=\"chuxin-${GITHUB_REF_NAME#v}-$TARGET\""));
    assert!(WORKFLOW.contains("tar -czf \"$folder.$ARCHIVE\" \"$folder\""));

    let section = |head: &str| {
        let (_, behind) = MANIFEST.split_once(&format!("[package.metadata.binstall{head}]\n"))?;
        behind.split("\n[").next()
    };
    let usual = section("").unwrap();
    assert_eq!(said(usual, "bin-dir"), Some("\"chuxin-{ version }-{ target }/{ bin }{ binary-ext }\""));
    for (target, archive) in built {
        let section = section(&format!(".overrides.{target}")).unwrap_or(usual);
        let name = format!("chuxin-{{ version }}-{{ target }}.{archive}");
        let wanted = format!("\"{{ repo }}/releases/download/v{{ version }}/{name}\"");
        assert_eq!(said(section, "pkg-url"), Some(wanted.as_str()), "{target}");
        let format = if archive == "zip" { "\"zip\"" } else { "\"tgz\"" };
        assert_eq!(said(section, "pkg-fmt"), Some(format), "{target}");
    }
}
