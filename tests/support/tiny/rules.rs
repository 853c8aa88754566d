//! The rules of a tiny campaign: drawn, as text, and what they mean.

use super::{Draws, field, number, parts, perhaps, small, span};
use chuxin::domain::rules::{self, OrganizationLimit, Permission, Priority, WishPolicy};

/// What is left out stands for the default.
#[derive(Debug, Clone)]
pub struct Rules {
    pub own_unit_allowed: bool,
    pub repeat_allowed: bool,
    /// Whether whoever has wishes is sent nowhere else.
    pub unwished_forbidden: bool,
    /// Metres, a multiple of 100.
    pub max_metres: Option<u32>,
    pub mentor_limit: Option<u32>,
    pub rest_days: u32,
    pub rest_hours: u32,
    pub days: Option<(u32, u32)>,
    pub week_limit: Option<u32>,
    /// At a session, and in all.
    pub organization_limit: (Option<u32>, Option<u32>),
    pub wishes: WishPolicy,
    pub priorities: Option<Vec<Priority>>,
}

impl Rules {
    pub(super) fn drawn(draws: &mut Draws) -> Self {
        Self {
            own_unit_allowed: draws.chance(25),
            repeat_allowed: draws.chance(35),
            unwished_forbidden: false,
            max_metres: perhaps(draws, 30, |draws| *draws.one(&[700, 1200, 2000])),
            mentor_limit: perhaps(draws, 35, |draws| small(draws.between(1, 2))),
            rest_hours: 0,
            rest_days: if draws.chance(40) { small(draws.between(1, 2)) } else { 0 },
            days: perhaps(draws, 70, |draws| span(draws, 0, 3)),
            week_limit: None,
            organization_limit: (None, None),
            wishes: *draws.one(&[WishPolicy::Total, WishPolicy::Greedy, WishPolicy::Generous]),
            priorities: perhaps(draws, 60, priorities),
        }
    }

    /// Perhaps a limit of a week, and of an organization.
    pub(super) fn draw_limits(&mut self, draws: &mut Draws) {
        self.week_limit = perhaps(draws, 60, |draws| small(draws.between(1, 2)));
        let at_once = perhaps(draws, 30, |draws| small(draws.between(1, 2)));
        self.organization_limit = (at_once, perhaps(draws, 25, |draws| small(draws.between(1, 3))));
    }

    /// Perhaps hours of rest, instead of days mostly.
    pub(super) fn draw_rest(&mut self, draws: &mut Draws) {
        if draws.chance(25) {
            self.rest_hours = *draws.one(&[1, 2, 11, 17, 36]);
            self.rest_days = if draws.chance(80) { 0 } else { self.rest_days };
        }
    }

    pub(super) fn text(&self) -> String {
        let policy = match self.wishes {
            WishPolicy::Total => "total",
            WishPolicy::Greedy => "greedy",
            WishPolicy::Generous => "generous",
        };
        let ids =
            |levels: &Vec<Priority>| levels.iter().map(|level| level.id()).collect::<Vec<_>>().join(", ");
        format!("wishes: {policy}")
            + if self.own_unit_allowed { ", own_unit: allow" } else { "" }
            + if self.repeat_allowed { ", repeat_post: allow" } else { "" }
            + if self.unwished_forbidden { ", unwished: forbid" } else { "" }
            + &field("max_distance_km", self.max_metres, |metres| {
                format!("{}.{}", metres / 1000, metres / 100 % 10)
            })
            + &field("mentor_limit", self.mentor_limit, number)
            + &field("rest_days", (self.rest_days > 0).then_some(self.rest_days), number)
            + &field("rest_hours", (self.rest_hours > 0).then_some(self.rest_hours), number)
            + &parts(
                "days",
                [
                    ("min", self.days.map(|days| days.0)),
                    ("max", self.days.map(|days| days.1)),
                    ("week", self.week_limit),
                ],
            )
            + &parts(
                "organization_limit",
                [("session", self.organization_limit.0), ("total", self.organization_limit.1)],
            )
            + &field("priorities", self.priorities.as_ref(), |levels| format!("[{}]", ids(levels)))
    }

    pub(super) fn meaning(&self) -> rules::Rules {
        let permission = |allowed| if allowed { Permission::Allow } else { Permission::Forbid };
        rules::Rules {
            own_unit: permission(self.own_unit_allowed),
            repeat_post: permission(self.repeat_allowed),
            max_metres: self.max_metres.map(i64::from),
            mentor_limit: self.mentor_limit,
            organization_limit: OrganizationLimit {
                session: self.organization_limit.0,
                total: self.organization_limit.1,
            },
            rest_days: self.rest_days,
            rest_hours: self.rest_hours,
            wishes: self.wishes,
            priorities: self.priorities.clone().unwrap_or_else(Priority::usual),
        }
    }
}

/// The levels in an order in which what is a cost stands after `days`; sometimes some are left out.
fn priorities(draws: &mut Draws) -> Vec<Priority> {
    let first = [
        Priority::Coverage,
        Priority::Everyone,
        Priority::Enough,
        Priority::Days,
        Priority::Groups,
        Priority::Represented,
    ];
    let count = draws.between(2, first.len());
    let mut order = draws.some(&first, count);
    for later in [Priority::Even, Priority::Wishes, Priority::Travel, Priority::First] {
        if let Some(days) = order.iter().position(|&level| level == Priority::Days)
            && draws.chance(90)
        {
            let position = draws.between(days + 1, order.len());
            order.insert(position, later);
        }
    }
    order
}
