//! The report of a small campaign with everything that a report may hold.

use crate::{
    domain::{
        Contact, Domain, Language, Lecture,
        geography::Coordinates,
        people::AmbassadorIx,
        places::{Need, PostIx, UnitIx},
        requests::Bond,
        rules::Priority,
        sample::{date, group, hours, sample, wishes},
    },
    experience::{
        level::Level,
        reason::{Reason, Shortage, Unfulfilled, Unplaced},
        roster::{Placement, Roster},
        rule::Rule,
    },
    lp::{LevelResult, Sense},
    plan::{ExperiencePlan, Plan, sample::campaign_and_plan},
    render::{
        detail::{Detail, Order},
        edition::shown::Shown,
        report,
        terminal::{Page, wrap::width},
    },
};

fn campaign() -> Domain {
    let mut domain = sample();
    let contact = |name: &str, phone: &str| Contact { name: Some(name.into()), phone: Some(phone.into()) };
    domain.campaign.name = "初心体验 2018".into();
    domain.campaign.organizer = Some("临汾路街道社区党建服务中心".into());
    domain.campaign.contact = Some(contact("党建服务中心", "021-0000 0000"));
    domain.campaign.lecture = Some(Lecture {
        title: Some("陪他们走好最后一程".into()),
        date: Some(date(31)),
        hours: Some(hours(14, 16)),
        place: Some("文化活动中心二楼".into()),
        speaker: Some("张老师".into()),
        unit: Some(UnitIx(0)),
        note: None,
    });
    for (unit, name) in domain.units.iter_mut().zip(["临汾路街道社区卫生服务中心", "阳曲路消防站"])
    {
        unit.name = name.into();
        unit.location = Some(Coordinates { latitude: 31.3052, longitude: 121.4563 });
        unit.contact = Some(contact("陈主任", "138 0000 0101"));
    }
    domain.units[0].note = Some("请从东门进".into());
    for (post, title) in domain.posts.iter_mut().zip(["安宁疗护病房护士", "预防接种引导员", "消防值守员"])
    {
        post.title = title.into();
    }
    domain.posts[0].meet = Some("三楼护士站".into());
    domain.posts[0].need = Need::InAll(2);
    domain.posts[0].requires = vec!["健康证".into()];
    domain.mentors[0].phone = Some("138 0000 0201".into());
    for (person, name) in domain.ambassadors.iter_mut().zip(["林晓", "欧阳\u{1b}[31m雨桐", "林晓"]) {
        person.name = name.into();
        person.phone = Some("138 0000 0001".into());
    }
    domain.ambassadors[0].origin = Some(Coordinates { latitude: 31.3101, longitude: 121.4489 });
    domain.ambassadors[0].employer = Some(UnitIx(1));
    domain.ambassadors[0].wishes = wishes(&[1, 0]);
    domain.ambassadors[1].wishes = wishes(&[0, 1]);
    domain.longest_wishes = 2;
    domain.groups = vec![group(Bond::TogetherTry, &[0, 1])];
    domain
}

fn plan() -> ExperiencePlan {
    let placed = |ambassador, post, day| Placement {
        date: date(day),
        post: PostIx(post),
        hours: hours(9, 17),
        ambassador: AmbassadorIx(ambassador),
    };
    let level = |level, value, bound, proven| LevelResult {
        level: Level::Priority(level),
        sense: if level == Priority::Days { Sense::Max } else { Sense::Min },
        value,
        bound,
        proven,
    };
    ExperiencePlan {
        levels: vec![
            level(Priority::Coverage, 1, 1, true),
            level(Priority::Days, 2, 3, false),
            level(Priority::Wishes, 3, 3, false),
        ],
        roster: Roster { placements: vec![placed(0, 0, 23), placed(1, 2, 24)] },
        unplaced: vec![Unplaced {
            ambassador: AmbassadorIx(2),
            reason: Reason::Barred(vec![(Rule::Qualified, 3), (Rule::Available, 6)]),
        }],
        shortages: vec![
            Shortage {
                post: PostIx(0),
                session: None,
                need: 2,
                placed: 1,
                reason: Reason::Outweighed(Some(vec![(Rule::Seats, 2), (Rule::Apart, 1)])),
            },
            Shortage {
                post: PostIx(1),
                session: None,
                need: 1,
                placed: 0,
                reason: Reason::Barred(vec![(Rule::Available, 9)]),
            },
        ],
        unfulfilled: vec![
            Unfulfilled {
                ambassador: AmbassadorIx(1),
                post: PostIx(0),
                reason: Reason::Barred(vec![(Rule::Qualified, 3), (Rule::Available, 1)]),
            },
            Unfulfilled {
                ambassador: AmbassadorIx(1),
                post: PostIx(1),
                reason: Reason::Outweighed(Some(vec![(Rule::Seats, 2)])),
            },
        ],
        claims: None,
    }
}

fn printed(language: Language, width: usize, contacts: bool, orders: &'static [Order]) -> String {
    printed_of(&campaign(), language, width, contacts, orders)
}

fn printed_of(
    domain: &Domain,
    language: Language,
    width: usize,
    contacts: bool,
    orders: &'static [Order],
) -> String {
    let plan = Plan { experience: plan(), ..campaign_and_plan().1 };
    let text = report(
        &Shown::of(domain, contacts),
        &plan,
        Detail { orders, everything: true, ..Detail::USUAL },
        Page { language, width },
    );
    text.replace("\u{1b}[1m", "").replace("\u{1b}[0m", "")
}

#[test]
fn prints_every_view_in_chinese_on_a_wide_page() {
    insta::assert_snapshot!(printed(Language::Zh, 120, false, &Order::ALL));
}

#[test]
fn prints_telephone_numbers_on_a_narrow_page_only_where_asked() {
    let text = printed(Language::Zh, 80, true, &[Order::Unit]);
    insta::assert_snapshot!(text);
    let without = printed(Language::Zh, 80, false, &Order::ALL);
    assert!(text.contains("138 0000 0201") && !without.contains("138 0000"));
    assert!(without.contains("021-0000 0000"));
}

#[test]
fn prints_in_english() {
    insta::assert_snapshot!(printed(Language::En, 100, false, &[Order::Date]));
}

#[test]
fn fits_every_page() {
    for room in 40..140 {
        for language in [Language::Zh, Language::En] {
            for line in printed(language, room, true, &Order::ALL).lines() {
                assert!(width(line) <= room, "{room}: {line}");
                let begins = line.trim_start().chars().next();
                assert!(begins.is_none_or(|mark| !"，、。；：）".contains(mark)), "{room}: {line}");
                assert!(!line.contains(['\u{1b}', '\u{fffd}']), "{room}: {line}");
            }
        }
    }
}

#[test]
fn calls_no_more_seats_free_than_the_post_may_still_fill() {
    let mut domain = campaign();
    let mut free = |limit| {
        domain.posts[2].limit = Some(limit);
        let text = printed_of(&domain, Language::En, 100, false, &[Order::Date]);
        text.lines().filter(|line| line.contains(" free")).map(str::to_owned).collect::<Vec<String>>()
    };
    let (all, one, none) = (free(9), free(2), free(1));
    assert!(all.iter().any(|line| line.ends_with(": 2 free.")), "{all:?}");
    assert!(one.iter().any(|line| line.ends_with(": 1 free.")), "{one:?}");
    assert_eq!(none.len() + 1, one.len(), "{none:?}");
}
