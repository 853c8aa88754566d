//! What an import takes for a post: the same word however it is spaced and widened, and a part that no other title has. Every
//! other edit is asked about, never guessed.

use crate::support::draws::Draws;
use chuxin::{
    Sources,
    domain::Domain,
    read_text,
    signup::{self, SignUp, Terms, answers::Answers, doubt::Why},
};

/// Titles that hold parts of each other, and letters of every width.
const TITLES: [&str; 8] =
    ["门诊导医", "大堂引导员", "窗口引导员", "A区引导员2", "图书整理员", "图书馆", "食堂帮厨", "Café 帮工"];

fn domain() -> Domain {
    let post = |(at, title): (usize, &str)| {
        format!("  - {{id: p-{at}, unit: u, title: {title}, dates: 2026-10-20}}\n")
    };
    let posts = TITLES.into_iter().enumerate().map(post).collect::<Vec<String>>().concat();
    let text = format!(
        "campaign: {{name: 初心体验, season: 2026-10-19..2026-10-30}}\nunits: [{{id: u, name: 街道}}]\nposts:\n{posts}"
    );
    let mut sources = Sources::default();
    let file = sources.add("campaign.yaml", text);
    read_text(&mut sources, file, &[]).campaign.unwrap().domain
}

/// A word with one kind of edit or several.
fn edited(draws: &mut Draws) -> String {
    let mut letters: Vec<char> = draws.one(&TITLES).chars().collect();
    for _ in 0..draws.between(0, 2) {
        let at = draws.below(letters.len());
        match draws.below(7) {
            0 => letters.insert(at, *draws.one(&[' ', '\u{3000}', '\u{a0}'])),
            1 => letters.iter_mut().for_each(|letter| *letter = wide(*letter)),
            2 => {
                let from = draws.below(letters.len());
                letters = letters[from..draws.between(from, letters.len())].to_vec();
            }
            3 => letters[at] = *draws.one(&['员', '医', 'x', '引']),
            4 => letters.insert(at, *draws.one(&['员', '小', '2', '-'])),
            5 => {
                let next = (at + 1) % letters.len();
                letters.swap(at, next);
            }
            _ => letters = draws.one(&TITLES).chars().chain(letters).collect(),
        }
        if letters.is_empty() {
            letters.push('员');
        }
    }
    letters.into_iter().collect()
}

fn wide(letter: char) -> char {
    match letter {
        '!'..='~' => char::from_u32(u32::from(letter) + 0xfee0).unwrap(),
        letter => letter,
    }
}

/// The same word for everybody: narrow, small, without blanks.
fn plain(words: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap(),
        letter => letter,
    };
    words.chars().map(narrow).filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The only title that may be meant; nothing where none is, or several are.
fn meant(words: &str) -> Option<&'static str> {
    let words = plain(words);
    let is_one = |titles: Vec<&'static str>| if let [one] = titles[..] { Some(one) } else { None };
    let equal: Vec<&str> = TITLES.into_iter().filter(|title| plain(title) == words).collect();
    let holding =
        TITLES.into_iter().filter(|title| words.chars().count() >= 2 && plain(title).contains(&words));
    is_one(equal).or_else(|| is_one(holding.collect()))
}

fn imported(domain: &Domain, cell: &str) -> SignUp {
    let mut sources = Sources::default();
    let table = format!("姓名,第一志愿,第二志愿\n林晓,\"{cell}\",食堂帮厨\n");
    let file = sources.add_table("报名.csv", table.as_bytes()).unwrap();
    let answers = Answers::default();
    let terms = Terms { sheet: None, answers: &answers, former: &[] };
    signup::read(&sources, sources.grid(file).unwrap(), domain, terms).unwrap()
}

#[test]
fn an_import_never_guesses_a_post() {
    let domain = domain();
    let (mut understood, mut asked) = (0, 0);
    for seed in 0..4000 {
        let cell = edited(&mut Draws::from_seed(seed));
        // Blanks and a stroke alone are no answer.
        if ["", "-"].contains(&plain(&cell).as_str()) {
            continue;
        }
        let found = imported(&domain, &cell);
        let titles: Vec<&str> =
            found.people[0].wishes.iter().map(|rank| domain.post(rank[0]).title.as_str()).collect();
        if let Some(title) = meant(&cell) {
            let expected = if title == "食堂帮厨" { vec![title] } else { vec![title, "食堂帮厨"] };
            assert_eq!((&titles, &found.doubts), (&expected, &vec![]), "seed {seed}: {cell}");
            understood += 1;
        } else {
            assert_eq!(titles, ["食堂帮厨"], "seed {seed}: {cell}");
            let [doubt] = &found.doubts[..] else { panic!("seed {seed}: {cell}: {:?}", found.doubts) };
            let is_of_posts = matches!(doubt.why, Why::UnknownPost { .. } | Why::SeveralPosts { .. });
            assert!(is_of_posts && doubt.cell == cell.trim(), "seed {seed}: {cell}: {doubt:?}");
            asked += 1;
        }
    }
    assert!(understood > 1000 && asked > 1000, "{understood} understood, {asked} asked");
}
