//! The sheet of 40 rows: exactly what its page says is understood, asked and said.

use super::{data, forty, import, tables, text};
use chrono::Datelike;
use chuxin::{
    Sources,
    domain::{Domain, people::Ambassador},
    read,
    signup::{
        self, SignUp, Terms,
        answers::Answers,
        doubt::{Said, Why},
    },
};

fn page() -> Vec<Vec<String>> {
    tables(&String::from_utf8(data("signup-40.md")).unwrap())
}

fn read_sheet(sheet: &str) -> SignUp {
    let stage = forty(sheet);
    let mut sources = Sources::default();
    let campaign = read(&mut sources, &stage.path().join("signup-40-campaign.yaml")).campaign.unwrap();
    let file = sources.open_table(&stage.path().join(sheet)).unwrap();
    let answers = Answers::default();
    let terms = Terms { sheet: None, answers: &answers, former: &[] };
    signup::read(&sources, sources.grid(file).unwrap(), &campaign.domain, terms).unwrap()
}

#[test]
fn asks_exactly_what_cannot_be_known() {
    for sheet in ["signup-40.xlsx", "signup-40.csv", "signup-40-gbk.csv"] {
        let found = read_sheet(sheet);
        let asked: Vec<[String; 4]> = found
            .doubts
            .iter()
            .map(|doubt| {
                let rows = doubt.rows.iter().map(ToString::to_string).collect::<Vec<String>>().join(", ");
                let cell = match doubt.why {
                    Why::OneOrTwo => "another number".to_owned(),
                    _ => doubt.cell.clone(),
                };
                [rows, doubt.label.clone(), doubt.column.replace("（必填）", ""), cell]
            })
            .collect();
        let mut expected: Vec<[String; 4]> = page()
            .into_iter()
            .filter(|row| row.len() == 5 && row[0] != "row")
            .map(|row| [0, 1, 2, 3].map(|at| row[at].clone()))
            .collect();
        expected.sort_by_key(|[rows, ..]| rows.rsplit(", ").next().unwrap().parse::<usize>().unwrap());
        assert_eq!((asked.len(), asked), (11, expected), "{sheet}");
    }
    let nearest: Vec<Vec<String>> = read_sheet("signup-40.xlsx")
        .doubts
        .into_iter()
        .filter_map(|doubt| match doubt.why {
            Why::UnknownPost { nearest } => Some(nearest),
            Why::SeveralPosts { posts } => Some(posts),
            _ => None,
        })
        .collect();
    assert_eq!(
        nearest,
        [
            vec!["消防演练员"],
            vec!["图书整理员"],
            vec!["大堂引导员", "窗口引导员"],
            vec!["大堂引导员", "窗口引导员"]
        ]
    );
}

#[test]
fn says_six_things_without_a_question() {
    let said = read_sheet("signup-40.csv").said;
    let again = |row, counts, person: &str| Said::SentAgain { row, counts, person: person.into() };
    let expected = [
        Said::BlankRows(vec![23]),
        again(2, 22, "佘松岩"),
        again(9, 29, "瞿映雪"),
        again(12, 42, "麻小满"),
        Said::Namesakes { name: "阮禾生".into(), rows: vec![10, 27] },
        Said::WishedTwice { row: 4, person: "邬连城".into(), post: "门诊导医".into() },
    ];
    assert_eq!(said, expected);
}

#[test]
fn the_three_files_are_one_sheet() {
    let mut written = ["signup-40.xlsx", "signup-40.csv", "signup-40-gbk.csv"].into_iter().map(|sheet| {
        let stage = forty(sheet);
        assert_eq!(import(&stage, sheet, "").status.code(), Some(1));
        // Row 33 has a date in the workbook, and the same as text in the tables.
        text(&stage, "signups.yaml").replace(sheet, "the sheet").replace("2026-10-28", "2026/10/28")
    });
    let first = written.next().unwrap();
    assert!(written.all(|other| other == first));
}

/// When somebody is free, as the page writes it: each day of October with its hours.
fn free(person: &Ambassador, domain: &Domain) -> Vec<(u32, String)> {
    let season = domain.campaign.season;
    let Some(available) = &person.available else {
        return season.days().map(|day| (day.day(), String::new())).collect();
    };
    let mut days: Vec<(u32, String)> = available
        .periods
        .iter()
        .flat_map(|period| {
            let hours = period.part.map(|part| part.hours.to_string()).unwrap_or_default();
            period.days.days().map(move |day| (day.day(), hours.clone()))
        })
        .collect();
    days.sort_unstable();
    days
}

fn written_free(words: &str) -> Vec<(u32, String)> {
    match words {
        "**?**" => return vec![],
        "the season" => return (19..=30).map(|day| (day, String::new())).collect(),
        _ => {}
    }
    let (days, all) = words.split_once(" Oct").unwrap();
    let mut free = Vec::new();
    for item in days.split(", ") {
        let (days, hours) = item.split_once(' ').unwrap_or((item, all.trim()));
        let (first, last) = days.split_once('–').unwrap_or((days, days));
        let span = first.parse::<u32>().unwrap()..=last.parse::<u32>().unwrap();
        free.extend(span.map(|day| (day, hours.to_owned())));
    }
    free
}

#[test]
fn understands_every_row_as_the_page_says() {
    let stage = forty("signup-40.xlsx");
    import(&stage, "signup-40.xlsx", "");
    let mut sources = Sources::default();
    let domain = read(&mut sources, &stage.path().join("signups.yaml")).campaign.unwrap().domain;
    let rows: Vec<Vec<String>> =
        page().into_iter().filter(|row| row.len() == 10 && row[0] != "row").collect();
    let counted: Vec<&Vec<String>> =
        rows.iter().filter(|row| !row[5].contains("counts") && !row[1].contains("blank")).collect();
    assert_eq!((rows.len(), counted.len(), domain.ambassadors.len()), (41, 36, 36));
    for row in &counted {
        let [_, id, phone, organization, _, when, wishes, unwished, paper, _] = &row[..] else { panic!() };
        let person = domain.ambassadors.iter().find(|person| person.id == *id).unwrap();
        let known = |words: &String| Some(words.clone()).filter(|words| words != "**?**");
        assert_eq!((&person.phone, &person.organization), (&known(phone), &known(organization)), "{id}");
        assert_eq!(free(person, &domain), written_free(when), "{id}");
        let wished: Vec<&str> = person.wishes.iter().map(|wish| domain.post(wish.post).id.as_str()).collect();
        let expected: Vec<&str> = wishes.split(", ").filter(|wish| *wish != "**?**").collect();
        assert_eq!(wished, expected, "{id}");
        assert_eq!(format!("{:?}", person.unwished).to_lowercase(), *unwished, "{id}");
        assert_eq!(person.qualifications.len(), usize::from(paper == "yes"), "{id}");
    }
    let positions: Vec<&str> = {
        let mut people: Vec<&Ambassador> = domain.ambassadors.iter().collect();
        people.sort_by_key(|person| person.position);
        people.iter().map(|person| person.id.as_str()).collect()
    };
    assert_eq!(positions, counted.iter().map(|row| row[1].as_str()).collect::<Vec<&str>>());
    assert_eq!(domain.groups.len(), 1);
    let first = domain.ambassadors.iter().find(|person| person.name == "佘松岩").unwrap();
    assert_eq!(first.signed_up.unwrap().to_string(), "2026-09-01 09:00:00");
    let notes: Vec<&str> = domain.ambassadors.iter().filter_map(|person| person.note.as_deref()).collect();
    assert_eq!(notes.len(), 6, "{notes:?}");
}

#[test]
fn recognises_every_column_as_the_page_says() {
    let found = read_sheet("signup-40.xlsx");
    let rows = page().into_iter().filter(|row| row.len() == 2 && row[0] != "heading").take(14);
    let expected: Vec<(String, String)> = rows.map(|row| (row[0].clone(), row[1].clone())).collect();
    assert_eq!(found.headings.len(), 14);
    for (heading, (words, field)) in found.headings.iter().zip(&expected) {
        let word = heading.question.word();
        let expected = match field.as_str() {
            field if field.starts_with("— (passed") => "system",
            field if field.starts_with('—') => "unused",
            "wishes, 1st" => "wishes 1",
            "wishes, 2nd" => "wishes 2",
            "wishes, 3rd" => "wishes 3",
            "qualifications [健康证] where 有" => "qualifications 健康证",
            "groups: together, strength try" => "company",
            field => field.split(" (").next().unwrap(),
        };
        assert_eq!((&heading.words, word.as_str()), (words, expected));
    }
}
