//! Campaigns in the shapes of public data sets, as YAML text made from a seed: courses, a camp, activities.
//!
//! Nothing in them is a real person's: names are numbers.

use super::draws::Draws;

/// Courses of 4 seats each, for students who tick two to six of them without an order and take two at most.
pub const COURSES: usize = 10;
/// Students of [`courses`].
pub const STUDENTS: usize = 26;
/// Activities of a [`camp`], each in three periods a day.
pub const CAMP_ACTIVITIES: usize = 12;
/// Campers, each at one activity a period and nowhere twice.
pub const CAMPERS: usize = 100;
/// Activities that begin with so many people or not at all.
pub const ACTIVITIES: usize = 21;
/// The least and the greatest number of people at an activity.
pub const ACTIVITY_SIZES: (usize, usize) = (10, 15);
/// People of [`activities`], each at one of them.
pub const PEOPLE: usize = 282;

/// 26 students on ten courses, the same for the same seed.
pub fn courses(seed: u64) -> String {
    let mut draws = Draws::from_seed(seed);
    let mut lines = header("选课", "2019-09-02..2019-09-06", seed, "days: {max: 2}");
    for course in 0..COURSES {
        let day = 2 + course / 2;
        let hours = ["09:00-11:00", "14:00-16:00"][course % 2];
        lines.push(format!(
            "  - {{id: p{course}, unit: place, title: 课程{course}, dates: 2019-09-0{day}, hours: {hours}, seats: 4, need: 4}}"
        ));
    }
    lines.push("ambassadors:".into());
    for student in 1..=STUDENTS {
        let count = draws.between(2, 6);
        let ticks = wishes(&mut draws, COURSES, count);
        lines.push(format!("  - {{id: a{student}, name: 学生{student}, wishes: [[{ticks}]]}}"));
    }
    text(&lines)
}

/// 100 campers on a day of three periods, the same for the same seed.
pub fn camp(seed: u64) -> String {
    let mut draws = Draws::from_seed(seed);
    let mut lines = header("夏令营", "2019-07-15..2019-07-15", seed, "days: {max: 3}");
    for activity in 0..CAMP_ACTIVITIES {
        lines.push(format!(
            "  - {{id: p{activity}, unit: place, title: 项目{activity}, dates: 2019-07-15, \
             hours: [09:00-10:15, 10:30-11:45, 14:00-15:15], seats: 9, need: {{each: 8}}}}"
        ));
    }
    lines.push("ambassadors:".into());
    for camper in 1..=CAMPERS {
        let wishes = wishes(&mut draws, CAMP_ACTIVITIES, 5);
        lines.push(format!("  - {{id: a{camper}, name: 营员{camper}, wishes: [{wishes}]}}"));
    }
    text(&lines)
}

/// 282 people on 21 activities with least sizes, the same for the same seed.
pub fn activities(seed: u64) -> String {
    let mut draws = Draws::from_seed(seed);
    let mut lines = header("活动", "2019-10-12..2019-10-12", seed, "days: {max: 1}");
    let (min, max) = ACTIVITY_SIZES;
    for activity in 0..ACTIVITIES {
        lines.push(format!(
            "  - {{id: p{activity}, unit: place, title: 活动{activity}, dates: 2019-10-12, \
             seats: {{min: {min}, max: {max}}}, need: 0}}"
        ));
    }
    lines.push("ambassadors:".into());
    for person in 1..=PEOPLE {
        let wishes = wishes(&mut draws, ACTIVITIES, 4);
        lines.push(format!("  - {{id: a{person}, name: 参加者{person}, wishes: [{wishes}]}}"));
    }
    text(&lines)
}

/// What stands before the posts, and their key.
fn header(name: &str, season: &str, seed: u64, rules: &str) -> Vec<String> {
    vec![
        "# Invented from a seed; no person is real.".into(),
        format!("campaign: {{name: {name}, season: {season}, seed: \"{seed}\"}}"),
        "units: [{id: place, name: 活动中心}]".into(),
        format!("rules: {{{rules}}}"),
        "posts:".into(),
    ]
}

/// So many of the posts in random order, as a list; the earlier a post stands the oftener it is wished for.
fn wishes(draws: &mut Draws, posts: usize, count: usize) -> String {
    let mut wished: Vec<usize> = Vec::new();
    while wished.len() < count {
        let post = draws.below(posts).min(draws.below(posts));
        if !wished.contains(&post) {
            wished.push(post);
        }
    }
    wished.into_iter().map(|post| format!("p{post}")).collect::<Vec<String>>().join(", ")
}

fn text(lines: &[String]) -> String {
    lines.join("\n") + "\n"
}
