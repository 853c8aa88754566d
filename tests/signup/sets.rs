//! Fifteen sets of headings, after real ones: which column is which field, and what their rows say.

use super::{data, tables};
use chuxin::{
    Sources, read_text,
    signup::{
        self, SignUp, Terms,
        answers::Answers,
        dates::Free,
        doubt::{Said, Why},
        form::NoForm,
        person::Person,
    },
};

const CAMPAIGN: &str = "
campaign: {name: 初心体验, season: 2026-10-19..2026-10-30}
units: [{id: clinic, name: 卫生服务中心}]
neighbourhoods: [{id: dongli, name: 东里居民区}]
posts:
  - {id: guide, unit: clinic, title: 门诊导医, dates: 2026-10-20, leader: 急救员}
  - {id: books, unit: clinic, title: 图书整理员, dates: 2026-10-20}
  - {id: kitchen, unit: clinic, title: 食堂帮厨, dates: 2026-10-20, requires: 健康证}
";

/// What is understood of a table in text.
fn understood(table: &str, answers: &Answers) -> Result<SignUp, NoForm> {
    let mut sources = Sources::default();
    let file = sources.add("campaign.yaml", CAMPAIGN);
    let domain = read_text(&mut sources, file, &[]).campaign.unwrap().domain;
    let file = sources.add_table("报名.csv", table.as_bytes()).unwrap();
    let terms = Terms { sheet: None, answers, former: &[] };
    signup::read(&sources, sources.grid(file).unwrap(), &domain, terms)
}

/// The heading, the field and the rows of each column of a set.
fn set(number: usize) -> Vec<Vec<String>> {
    let page = String::from_utf8(data("headings.md")).unwrap();
    let begin = page.find(&format!("\n## {number}. ")).unwrap();
    let section = page[begin + 1..].split("\n## ").next().unwrap();
    let columns = tables(section).into_iter().skip(1);
    columns.map(|row| row.into_iter().map(|cell| cell.trim_matches('`').to_owned()).collect()).collect()
}

/// The set as a table in text.
fn table(columns: &[Vec<String>]) -> String {
    let rows = columns.iter().map(Vec::len).max().unwrap();
    let cell = |column: &Vec<String>, at: usize| {
        format!("\"{}\"", column.get(at).map_or("", String::as_str).replace('⏎', "\n"))
    };
    let row = |at| columns.iter().map(|column| cell(column, at)).collect::<Vec<String>>().join(",");
    std::iter::once(0).chain(2..rows).map(row).collect::<Vec<String>>().join("\n") + "\n"
}

fn import(number: usize) -> SignUp {
    understood(&table(&set(number)), &Answers::default()).unwrap()
}

fn wishes(person: &Person) -> Vec<Vec<usize>> {
    person.wishes.iter().map(|rank| rank.iter().map(|post| post.0).collect()).collect()
}

/// Posts by id.
const BOOKS: usize = 0;
const GUIDE: usize = 1;
const KITCHEN: usize = 2;

#[test]
fn every_heading_is_recognised_as_its_table_says() {
    let mut columns = 0;
    for number in 1..=15 {
        let set = set(number);
        let found = import(number);
        assert_eq!(found.headings.len(), set.len(), "{number}");
        for (heading, column) in found.headings.iter().zip(&set) {
            let (word, field) = (heading.question.word(), column[1].as_str());
            let expected = match field {
                "— system" => "system",
                field if field.starts_with('—') => "unused",
                field if field.contains("first part") => "family_name",
                field if field.contains("second part") => "given_name",
                field if field.contains("[健康证]") => "qualifications 健康证",
                field if field.starts_with("wishes` (ticks)") => "wishes",
                field if field.starts_with("available at") => "available",
                field => field.split('`').next().unwrap(),
            };
            let found = if field.starts_with("wishes` (") || field.starts_with("available at") {
                word.split(' ').next().unwrap()
            } else {
                word.as_str()
            };
            assert_eq!(found, expected, "{number}: {}", heading.words);
            columns += 1;
        }
    }
    assert_eq!(columns, 117);
}

#[test]
fn two_people_in_one_cell_are_asked_and_not_imported() {
    let found = import(1);
    assert_eq!(found.people.len(), 1);
    assert_eq!(wishes(&found.people[0]), [[GUIDE], [BOOKS]]);
    assert!(
        matches!(&found.doubts[..], [one] if one.why == Why::SeveralNames && one.cell == "茅如兰，邬连城")
    );
}

#[test]
fn the_organizers_own_try_is_left_out_where_that_is_said() {
    let with = import(2);
    assert_eq!((with.people.len(), with.doubts.len()), (2, 0));
    let answers = Answers { skip: vec!["测试".into()], ..Answers::default() };
    let without = understood(&table(&set(2)), &answers).unwrap();
    assert_eq!(without.people.len(), 1);
    assert!(without.said.contains(&Said::Skipped { row: 2, person: "测试".into() }));
}

#[test]
fn a_questionnaire_joins_ticks_and_parts_names_from_numbers() {
    let found = import(3);
    let [person] = &found.people[..] else { panic!("{:?}", found.people) };
    assert_eq!((person.name.as_str(), person.phone.as_deref()), ("竺慕青", Some("138 0000 0004")));
    assert_eq!(wishes(person), [[GUIDE, BOOKS]]);
    assert_eq!(person.free, Free::At(vec!["周二、周四".into()]));
    assert_eq!(found.doubts, []);
}

#[test]
fn no_answer_is_none() {
    let found = import(4);
    let notes: Vec<&[String]> = found.people.iter().map(|person| person.notes.as_slice()).collect();
    assert_eq!(notes, [&["膝盖不好".to_owned()][..], &[]]);
    assert_eq!((&found.people[1].free, found.doubts.len()), (&Free::Always, 0));
}

#[test]
fn papers_births_ages_and_homes_are_read() {
    let person = |number| import(number).people.remove(0);
    let held = |names: &[&str]| names.iter().map(|name| ((*name).to_owned(), None)).collect::<Vec<_>>();
    assert_eq!((person(5).born.as_deref(), person(5).papers), (Some("1988-05"), held(&["健康证"])));
    assert_eq!(person(6).free, Free::At(vec!["10月20号周二  18:00-20:00、10月22日周四  13:00-17:00".into()]));
    assert_eq!(person(7).papers, held(&["健康证", "急救员"]));
    assert_eq!(
        (person(9).born.as_deref(), person(9).notes),
        (Some("1975年6月"), vec!["样例路20弄3号".to_owned()])
    );
    let tenth = person(10);
    assert_eq!((tenth.age.as_deref(), tenth.neighbourhood.as_deref()), (Some("41"), Some("dongli")));
    assert_eq!(
        (tenth.phone.as_deref(), wishes(&tenth)),
        (Some("138 0000 0013"), vec![vec![GUIDE, KITCHEN, BOOKS]])
    );
    for number in [5, 6, 7, 9, 10] {
        assert_eq!(import(number).doubts, [], "{number}");
    }
}

#[test]
fn whoever_was_asked_neither_for_wishes_nor_for_days_takes_anything() {
    let found = import(8);
    assert_eq!((found.people[0].free.clone(), wishes(&found.people[0]).len()), (Free::Unsaid, 0));
    assert_eq!(found.said, [Said::NoWishes, Said::NoDates]);
}

#[test]
fn whether_any_other_post_will_do_is_asked_in_nine_ways() {
    let page = String::from_utf8(data("headings.md")).unwrap();
    let line = page.lines().find(|line| line.starts_with("The same for `是否服从调剂`")).unwrap();
    let ways: Vec<&str> = line.split('`').skip(1).step_by(2).take(8).chain(["是否服从分配"]).collect();
    for heading in &ways {
        let says = |word: &str| {
            let table = format!("姓名,手机,第一志愿,{heading}\n逄家和,13800000014,门诊导医,{word}\n");
            let found = understood(&table, &Answers::default()).unwrap();
            (found.people[0].takes_any, found.doubts.len())
        };
        for word in ["否", "不服从", "不", "不愿意"] {
            assert_eq!(says(word), (Some(false), 0), "{heading}: {word}");
        }
        for word in ["是", "服从", "愿意", ""] {
            assert_eq!(says(word), (Some(true), 0), "{heading}: {word}");
        }
        assert_eq!(says("再说"), (None, 1), "{heading}");
    }
    assert_eq!(ways.len(), 9);
}

#[test]
fn a_post_named_again_counts_once() {
    let english = import(12);
    assert_eq!(
        (wishes(&english.people[0]), wishes(&english.people[1])),
        (vec![vec![GUIDE], vec![BOOKS]], vec![vec![BOOKS], vec![GUIDE]])
    );
    assert_eq!(english.people[0].id, "v01");
    let eight = import(13);
    assert_eq!(wishes(&eight.people[0]), [[GUIDE], [BOOKS], [KITCHEN]]);
    for (found, row) in [(english, 3), (eight, 2)] {
        assert!(
            found.said.iter().any(|said| matches!(said, Said::WishedTwice { row: own, .. } if *own == row))
        );
    }
}

#[test]
fn hours_without_a_day_are_asked() {
    let found = import(14);
    assert_eq!(found.people[0].name, "褚雁回");
    assert!(
        matches!(&found.doubts[..], [one] if matches!(one.why, Why::Dates(_)) && one.cell == "9时；10时；11时")
    );
    assert_eq!(found.people[0].free, Free::Never);
}

#[test]
fn a_column_for_each_shift_is_a_list_of_shifts() {
    let found = import(15);
    let at = |words: &[&str]| Free::At(words.iter().map(|words| (*words).to_owned()).collect());
    assert_eq!(found.people[0].free, at(&["周二 上午 8:00-9:50", "周二 上午10:20 -12:10"]));
    assert_eq!(
        found.people[1].free,
        at(&["周二 上午 8:00-9:50", "周四 下午 13:00 - 15:00", "10月23日 晚上"])
    );
    assert!(found.said.contains(&Said::BetterIsYes(vec![2])));
    assert_eq!(found.doubts, []);
}
