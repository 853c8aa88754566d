//! A reason in words.
//!
//! In: why somebody is not placed or a need not met. Out: sentences. That the whole is better as it is, is said only of a
//! plan of which every level is proven.

use crate::{
    domain::{people::AmbassadorIx, places::Session},
    experience::{
        level::Level,
        reason::{Reason, Shortage, Unfulfilled, Unplaced},
        roster::Placement,
        rule::Rule,
    },
    render::{
        edition::Edition,
        experience::rule::{Barred, InTheWay},
        wording::{Phrase, count, joined, list, measure, quoted},
    },
};

/// Why somebody is not placed.
pub(super) fn of_person(edition: Edition<'_>, unplaced: &Unplaced) -> Vec<String> {
    let mut because = why_not_there(edition, &unplaced.reason, |because| since(edition, because));
    let stays = matches!(unplaced.reason, Reason::Settled | Reason::Outweighed(_));
    if stays && is_held_back(edition, unplaced.ambassador) {
        because.retain(|because| *because != Because::BetterSo);
        because.push(Because::NobodyMoves);
    }
    because.into_iter().map(|because| edition.say(because)).collect()
}

/// Why none of somebody's wishes came true: a sentence for each, and behind them what holds for all.
pub(super) fn of_wishes(edition: Edition<'_>, wishes: &[Unfulfilled]) -> Vec<String> {
    let language = edition.language;
    let is_ordered =
        |one: &Unfulfilled| one.reason == Reason::Settled && is_as_agreed(edition, one.ambassador);
    let mut is_better_so = false;
    let said = wishes.iter().map(|one| {
        let why = if let Reason::Barred(rules) = &one.reason
            && !rules.is_empty()
        {
            bars(edition, rules)
        } else {
            let mut because = match &one.reason {
                _ if is_ordered(one) => vec![Because::AsAgreed],
                // Days that are past count for wishes as they did before.
                reason => why_not_there(edition, reason, |because| because),
            };
            is_better_so |= because.contains(&Because::BetterSo);
            because.retain(|because| *because != Because::BetterSo);
            let why: Vec<String> = because.iter().map(|because| because.say(language)).collect();
            joined(language, &why)
        };
        let wishes = &edition.domain.ambassador(one.ambassador).wishes;
        let number = wishes.iter().find(|wish| wish.post == one.post).map_or(0, |wish| wish.number);
        let (wish, post) = (measure::wish(language, number), edition.names.post(one.post).to_owned());
        Because::OfWish { wish, post, why }.say(language)
    });
    let said: Vec<String> = said.collect();
    said.into_iter().chain(is_better_so.then(|| Because::BetterSo.say(language))).collect()
}

/// Whether nobody moves for somebody: only what was named could change, or he or she waits since a time when that was so.
fn is_held_back(edition: Edition<'_>, ambassador: AmbassadorIx) -> bool {
    let id = &edition.domain.ambassador(ambassador).id;
    let mends = edition.plan.mends.as_ref();
    mends.is_some_and(|mends| mends.only.is_some() || mends.waiting.contains(id))
}

/// Whether all that somebody has is as pins say.
fn is_as_agreed(edition: Edition<'_>, ambassador: AmbassadorIx) -> bool {
    let all = &edition.plan.experience.roster.placements;
    let mut own = all.iter().filter(|one| one.ambassador == ambassador);
    own.all(|one| edition.domain.is_agreed(ambassador, &one.session()))
}

/// `when` says of which days a tally is.
fn why_not_there(edition: Edition<'_>, reason: &Reason, when: impl Fn(Because) -> Because) -> Vec<Because> {
    let seat = |free: Placement| Because::SeatFree(session(edition, free.session()));
    match reason {
        Reason::Barred(rules) if rules.is_empty() => vec![Because::NoSession],
        Reason::Barred(rules) => vec![when(Because::NowhereToGo(bars(edition, rules)))],
        Reason::FreeSeat { placement, against } => free(edition, seat(*placement), *against),
        Reason::Outweighed(rules) => {
            outweighed(edition, rules.as_deref(), Because::MayGo, Because::MayGoBut, when)
        }
        // Of a person the other kinds are never said.
        Reason::Settled | Reason::NobodyLeft { .. } | Reason::Full => vec![Because::MayGoOnSettledDays],
    }
}

/// Why a need is not met.
pub(super) fn of_post(edition: Edition<'_>, shortage: &Shortage) -> Vec<String> {
    let seat = |free: Placement| Because::SeatFreeFor {
        name: edition.names.ambassador(free.ambassador).to_owned(),
        session: session(edition, free.session()),
    };
    match &shortage.reason {
        Reason::Barred(rules) if rules.is_empty() => vec![Because::NoSession],
        Reason::Barred(rules) => vec![since(edition, Because::NobodyCanCome(bars(edition, rules)))],
        Reason::Settled => vec![Because::MayComeOnSettledDays],
        Reason::NobodyLeft { people: 0, .. } => vec![Because::NobodySignedUp],
        Reason::NobodyLeft { people, barred } => {
            let others = (!barred.is_empty()).then(|| Because::OthersBarred(bars(edition, barred)));
            std::iter::once(since(edition, Because::NobodyLeft(*people))).chain(others).collect()
        }
        Reason::Full => vec![since(edition, Because::AllFull)],
        Reason::FreeSeat { placement, against } => free(edition, seat(*placement), *against),
        Reason::Outweighed(rules) => {
            let when = |because| since(edition, because);
            outweighed(edition, rules.as_deref(), Because::MayCome, Because::MayComeBut, when)
        }
    }
    .into_iter()
    .map(|because| edition.say(because))
    .collect()
}

/// What holds of the days that a repair could change.
fn since(edition: Edition<'_>, because: Because) -> Because {
    let language = edition.language;
    match edition.kept_before() {
        Some(day) => Because::Since { day: measure::date(language, day), because: because.say(language) },
        None => because,
    }
}

fn free(edition: Edition<'_>, seat: Because, against: Option<Level>) -> Vec<Because> {
    let cost = |level: Level| Because::WouldCost(edition.say(level));
    vec![seat, against.map_or(Because::WouldGain, cost)]
}

fn outweighed(
    edition: Edition<'_>,
    rules: Option<&[(Rule, usize)]>,
    bare: Because,
    hindered: impl Fn(String) -> Because,
    when: impl Fn(Because) -> Because,
) -> Vec<Because> {
    let levels = &edition.plan.experience.levels;
    let is_proven = !levels.is_empty() && levels.iter().all(|level| level.proven);
    // Where only what was named could change, that is all that is proven.
    let is_best = is_proven && edition.plan.mends.as_ref().is_none_or(|mends| mends.only.is_none());
    let stands = |rule, pairs| Because::StandsInTheWay { rule, pairs };
    let first = rules.map_or(bare, |rules| hindered(tallied(edition, rules, stands)));
    std::iter::once(when(first)).chain(is_best.then_some(Because::BetterSo)).collect()
}

/// What bars how many sessions, the most first.
pub(super) fn bars(edition: Edition<'_>, rules: &[(Rule, usize)]) -> String {
    tallied(edition, rules, |rule, pairs| Because::Bars { rule, pairs })
}

/// What a tally counts, the most first.
fn tallied(edition: Edition<'_>, rules: &[(Rule, usize)], one: impl Fn(Rule, usize) -> Because) -> String {
    let mut rules = rules.to_vec();
    rules.sort_by_key(|&(rule, pairs)| (std::cmp::Reverse(pairs), rule));
    let language = edition.language;
    let words: Vec<String> = rules.into_iter().map(|(rule, pairs)| one(rule, pairs).say(language)).collect();
    list(language, &words)
}

/// A post on a day, at one of its shifts.
pub(super) fn session(edition: Edition<'_>, Session { post, date, hours }: Session) -> String {
    let date = measure::session(edition.language, date, edition.domain.post(post).told(hours));
    Because::OnDay { post: edition.names.post(post).to_owned(), date }.say(edition.language)
}

/// One reason, or one sentence around reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// A rule bars so many sessions of an ambassador, or so many pairs of a post.
    Bars {
        /// The rule.
        rule: Rule,
        /// How many.
        pairs: usize,
    },
    /// Nothing is left for an ambassador; what bars how much.
    NowhereToGo(String),
    /// A wish that did not come true.
    OfWish {
        /// Which.
        wish: String,
        /// The post.
        post: String,
        /// Why.
        why: String,
    },
    /// Nobody is left for a post; what bars how much.
    NobodyCanCome(String),
    /// There is no session at all.
    NoSession,
    /// As the roster is, a rule stands in the way of so many sessions of an ambassador, or pairs of a post.
    StandsInTheWay {
        /// The rule.
        rule: Rule,
        /// How many.
        pairs: usize,
    },
    /// An ambassador could go somewhere.
    MayGo,
    /// An ambassador could go somewhere; what stands in the way.
    MayGoBut(String),
    /// Where an ambassador could go, nothing changes any more.
    MayGoOnSettledDays,
    /// Somebody came late, and nobody moves for it.
    NobodyMoves,
    /// Where somebody goes was settled by the organizer.
    AsAgreed,
    /// A post could have people.
    MayCome,
    /// A post could have people; what stands in the way.
    MayComeBut(String),
    /// When a post could have people, nothing changes any more.
    MayComeOnSettledDays,
    /// There are no ambassadors.
    NobodySignedUp,
    /// Whoever may come to a post's sessions with room, so many, is placed already.
    NobodyLeft(usize),
    /// What bars the others from a post.
    OthersBarred(String),
    /// No session to which anybody may come has room.
    AllFull,
    /// What holds from a day on.
    Since {
        /// The day.
        day: String,
        /// What holds.
        because: String,
    },
    /// A session at which an ambassador without one could take a seat.
    SeatFree(String),
    /// A session at which somebody could take a seat.
    SeatFreeFor {
        /// Who.
        name: String,
        /// Post and date.
        session: String,
    },
    /// One more placement would make the plan better.
    WouldGain,
    /// The level that one more placement would make worse.
    WouldCost(String),
    /// Proved: the whole is best as it is.
    BetterSo,
    /// A post wants so many and has so many.
    Short {
        /// Wanted.
        need: u32,
        /// Placed.
        placed: u32,
    },
    /// Sessions want so many each and have so many.
    ShortAt {
        /// Wanted.
        need: u32,
        /// Placed.
        placed: u32,
        /// How many sessions.
        sessions: usize,
        /// The first of them.
        told: String,
        /// Whether these are all.
        is_all: bool,
    },
    /// So many other sessions lack somebody.
    MoreShort(usize),
    /// Free seats of a session.
    FreeSeats(u32),
    /// Where somebody goes while the other does not.
    GoesAlone {
        /// Who.
        name: String,
        /// Post and date.
        session: String,
    },
    /// A post on a day.
    OnDay {
        /// The post.
        post: String,
        /// The day.
        date: String,
    },
}

fn there_zh(placed: u32) -> String {
    if placed == 0 { "没有排到人".into() } else { format!("只安排了 {placed} 人") }
}

impl Phrase for Because {
    fn zh(&self) -> String {
        match self {
            Self::Bars { rule, pairs } => format!("{} {pairs} 场", Barred(*rule).zh()),
            Self::NowhereToGo(reasons) => format!("没有可参加的场次（{reasons}）"),
            Self::OfWish { wish, post, why } => format!("{wish}{post}，{why}"),
            Self::NobodyCanCome(reasons) => format!("没有合适人选（按人次统计：{reasons}）"),
            Self::NoSession => "没有任何场次".into(),
            Self::StandsInTheWay { rule, pairs } => format!("{} {pairs} 场", InTheWay(*rule).zh()),
            Self::MayGo => "有去得了的场次".into(),
            Self::MayGoBut(reasons) => format!("去得了的场次现在排不进：{reasons}"),
            Self::MayGoOnSettledDays => "去得了的场次都已过去，或者这次调整不动".into(),
            Self::AsAgreed => "按您的吩咐另有安排".into(),
            Self::NobodyMoves => "已经排好的人不为此调动".into(),
            Self::MayCome => "有人去得了".into(),
            Self::MayComeBut(reasons) => format!("有合适人选，但目前无法安排（按人次统计：{reasons}）"),
            Self::MayComeOnSettledDays => "有人去得了的场次都已过去，或者这次调整不动".into(),
            Self::NobodySignedUp => "没有人报名".into(),
            Self::NobodyLeft(people) => {
                format!("没有其他人选，尚有名额的场次，可参加的 {people} 人均已在该场次或次数已满")
            }
            Self::OthersBarred(reasons) => format!("其余人员不能参加（按人次统计：{reasons}）"),
            Self::AllFull => "有人去得了的场次，名额都满了".into(),
            Self::Since { day, because } => format!("{day}起，{because}"),
            Self::SeatFree(session) => format!("{session}还有空位"),
            Self::SeatFreeFor { name, session } => format!("{session}还有空位，{name}去得了"),
            Self::WouldGain => "补上会更好".into(),
            Self::WouldCost(level) => format!("但多排这一次，“{level}”一项就不如现在"),
            Self::BetterSo => "这样安排整体更好".into(),
            Self::Short { need, placed } => format!("需要 {need} 人次，安排了 {placed} 人次"),
            Self::ShortAt { need, placed, sessions: 1, told, .. } => {
                format!("{told}需要 {need} 人，{}", there_zh(*placed))
            }
            Self::ShortAt { need, placed, sessions, told, is_all } => {
                let told = if *is_all { told.clone() } else { format!("{told}等") };
                format!("每场需要 {need} 人，有 {sessions} 场{}（{told}）", there_zh(*placed))
            }
            Self::MoreShort(sessions) => format!("另有 {sessions} 场缺人，各场的原因写在方案里"),
            Self::FreeSeats(seats) => format!("空 {seats} 个"),
            Self::GoesAlone { name, session } => format!("{name}安排在{session}岗位"),
            Self::OnDay { post, date } => format!("{date}{}", quoted(post)),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Bars { rule, pairs } => {
                format!("{} ({})", Barred(*rule).en(), count(*pairs, "session", "sessions"))
            }
            Self::NowhereToGo(reasons) => format!("no session is left: {reasons}"),
            Self::OfWish { wish, post, why } => format!("{wish}, {post}: {why}"),
            Self::NobodyCanCome(reasons) => {
                format!("nobody can come, person by person and session by session: {reasons}")
            }
            Self::NoSession => "there is no session".into(),
            Self::StandsInTheWay { rule, pairs } => {
                format!("{} ({})", InTheWay(*rule).en(), count(*pairs, "session", "sessions"))
            }
            Self::MayGo => "could go somewhere".into(),
            Self::MayGoBut(reasons) => format!("could go somewhere, but not as things stand: {reasons}"),
            Self::MayGoOnSettledDays => {
                "could go only to sessions that are past, or that this repair leaves as they are".into()
            }
            Self::AsAgreed => "placed elsewhere as you ordered".into(),
            Self::NobodyMoves => "nobody who has a place moves for that".into(),
            Self::MayCome => "somebody could come".into(),
            Self::MayComeBut(reasons) => format!(
                "people could come, but not as things stand, person by person and session by session: {reasons}"
            ),
            Self::MayComeOnSettledDays => {
                "people could come only to sessions that are past, or that this repair leaves as they are"
                    .into()
            }
            Self::NobodySignedUp => "nobody has signed up".into(),
            Self::NobodyLeft(people) => format!(
                "nobody is left: where there is room, {} who may come has a place already",
                if *people == 1 { "the one person".into() } else { format!("each of the {people} people") }
            ),
            Self::OthersBarred(reasons) => {
                format!("the others cannot come, person by person and session by session: {reasons}")
            }
            Self::Since { day, because } => format!("from {day} on, {because}"),
            Self::AllFull => "every session to which anybody may come is full".into(),
            Self::SeatFree(session) => format!("a seat is free: {session}"),
            Self::SeatFreeFor { name, session } => format!("a seat is free for {name}: {session}"),
            Self::WouldGain => "taking it would be better".into(),
            Self::WouldCost(level) => format!("but one more placement would be worse for “{level}”"),
            Self::BetterSo => "the whole is better this way".into(),
            Self::Short { need, placed } => format!("{need} wanted, {placed} placed"),
            Self::ShortAt { need, placed, sessions: 1, told, .. } => {
                format!("{need} wanted, {placed} placed on {told}")
            }
            Self::ShortAt { need, placed, sessions, told, is_all } => {
                let told = if *is_all { told.clone() } else { format!("{told}, …") };
                format!("{need} wanted each time, {placed} placed at {sessions} sessions ({told})")
            }
            Self::MoreShort(sessions) => {
                let lack = if *sessions == 1 { "lacks" } else { "lack" };
                let sessions = count(*sessions, "session", "sessions");
                format!("{sessions} more {lack} somebody; the plan says why of each")
            }
            Self::FreeSeats(seats) => format!("{seats} free"),
            Self::GoesAlone { name, session } => format!("{name} goes to {session}"),
            Self::OnDay { post, date } => format!("{post} on {date}"),
        }
    }
}
