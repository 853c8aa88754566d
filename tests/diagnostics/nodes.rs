//! What YAML and JSON texts become.

use chuxin::{
    campaign,
    document::{Node, Value, reading},
    source::Sources,
};

/// The node of a text without faults, written as one line: quoted scalars in quotation marks, null as `~`.
fn read(text: &str) -> String {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", text);
    let (node, diagnostics) = reading::read(&sources, file);
    assert_eq!(diagnostics, [], "{text}");
    shown(&node.unwrap())
}

fn shown(node: &Node) -> String {
    match &node.value {
        Value::Null => "~".into(),
        Value::Scalar { text, plain: true } => text.clone(),
        Value::Scalar { text, plain: false } => format!("{text:?}"),
        Value::List(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(" ")),
        Value::Map(entries) => {
            let entries = entries.iter().map(|(key, node)| format!("{}={}", key.text, shown(node)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(" "))
        }
    }
}

#[test]
fn keeps_scalars_as_they_stand() {
    assert_eq!(
        read("[001, 0x10, 1e3, yes, 2018-10-22, 12:30, ~, null, '~', \"\\u521d心\"]"),
        "[001 0x10 1e3 yes 2018-10-22 12:30 ~ ~ \"~\" \"初心\"]"
    );
    assert_eq!(read("a:\nb: |\n  one\n  two\n"), "{a=~ b=\"one\\ntwo\\n\"}");
}

#[test]
fn resolves_aliases_and_merge_keys() {
    assert_eq!(
        read("a: &x {m: 1, n: 2}\nb: {<<: *x, n: 3}\nc: *x\n"),
        "{a={m=1 n=2} b={n=3 m=1} c={m=1 n=2}}"
    );
    assert_eq!(
        read("a: &x {m: 1}\nb: &y {m: 2, n: 3}\nc: {<<: [*x, *y]}\n"),
        "{a={m=1} b={m=2 n=3} c={m=1 n=3}}"
    );
}

#[test]
fn reads_json() {
    assert_eq!(
        read("{\"a\": [1, \"x\", null, true],\n\t\"b\": {\"c\": {}}}"),
        "{a=[1 \"x\" ~ true] b={c={}}}"
    );
}

#[test]
fn every_place_slices_to_the_very_words() {
    let mut sources = Sources::default();
    let text = "\u{feff}单位:\r\n  - {名: '初 心', 😀: [a, \"b\"]}\r\n  - x: 体验 # 说明\r\n    y:\r\n      z: 1\r\n";
    let file = sources.add_bytes("a.yaml", text.as_bytes()).unwrap();
    let (node, _) = reading::read(&sources, file);
    let Value::Map(root) = node.unwrap().value else { panic!() };
    let Value::List(items) = &root[0].1.value else { panic!() };
    assert_eq!(sources.slice(root[0].0.place), "单位");
    assert_eq!(sources.slice(items[0].place), "{名: '初 心', 😀: [a, \"b\"]}");
    let Value::Map(first) = &items[0].value else { panic!() };
    assert_eq!(sources.slice(first[0].1.place), "'初 心'");
    assert_eq!(sources.slice(first[1].0.place), "😀");
    assert_eq!(sources.slice(first[1].1.place), "[a, \"b\"]");
    assert_eq!(sources.slice(items[1].place), "x: 体验 # 说明\r\n    y:\r\n      z: 1");
}

#[test]
fn a_digest_tells_what_decides_from_what_does_not() {
    let digest = |text: &str| {
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", text);
        campaign::read(&mut sources, file).unwrap().digest
    };
    let one = digest("campaign: {name: 一, season: 2018-10-22}\nunits: [{id: a, name: 甲, sector: x}]\n");
    let same = "# 说明\nunits:\n- sector: \"x\"\n  id: a\n  name: 乙\n  note: 备注\n  contact: {phone: 1}\ncampaign: {season: 2018-10-22, id: 二〇一八, name: 二, seed: ~}\n";
    assert_eq!(one, digest(same));
    assert!(one.starts_with("sha256:") && one.len() == 71);
    assert_ne!(
        one,
        digest("campaign: {name: 一, season: 2018-10-23}\nunits: [{id: a, name: 甲, sector: x}]\n")
    );
    let nameless = |name: &str| {
        digest(&format!("campaign: {{name: 一, season: 2018-10-22}}\nunits: [{{name: {name}}}]\n"))
    };
    assert_ne!(nameless("甲"), nameless("乙"), "a name that is the id decides");
}

#[test]
fn when_people_signed_up_is_in_the_digest_where_first_is_sought() {
    let digest = |day: u32, priorities: &str| {
        let person = format!("{{id: a, signed_up: 2018-09-{day}}}");
        let text =
            format!("campaign: {{season: 2018-10-22}}\nambassadors: [{person}]\nrules: {{{priorities}}}\n");
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", text);
        campaign::read(&mut sources, file).unwrap().digest
    };
    for elsewhere in ["", "priorities: [days, wishes]", "priorities: days"] {
        assert_eq!(digest(20, elsewhere), digest(21, elsewhere), "{elsewhere}");
    }
    for sought in ["priorities: [days, first]", "priorities: first"] {
        assert_ne!(digest(20, sought), digest(21, sought), "{sought}");
    }
}

#[test]
fn a_digest_is_the_same_for_a_name_as_for_the_id() {
    let digest = |[unit, post, person]: [&str; 3]| {
        let mut sources = Sources::default();
        let text = format!(
            "campaign: {{name: 一, season: 2018-10-22}}\nunits: [{{id: bank, name: 临汾支行}}]\nposts: [{{id: lobby, unit: \
             {unit}, title: 引导员, dates: 2018-10-22}}]\nambassadors: [{{id: a01, name: 佘松岩, wishes: [{post}], done: \
             [gone]}}]\npins: [{{ambassador: {person}, post: {post}}}]\n"
        );
        let file = sources.add("a.yaml", text);
        campaign::read(&mut sources, file).unwrap().digest
    };
    assert_eq!(digest(["bank", "lobby", "a01"]), digest(["临汾支行", "临汾支行·引导员", "佘 松岩"]));
    assert_ne!(digest(["bank", "lobby", "a01"]), digest(["bank", "lobby", "a1"]));
}
