//! Units and neighbourhoods of a tiny campaign: drawn, as text, and what they mean.

use super::{DAYS, Draws, coordinates, day, field, location, number, perhaps, periods, place, small, spot};
use chuxin::domain::{periods::Periods, places};

#[derive(Debug, Clone)]
pub struct Neighbourhood {
    pub number: usize,
    pub spot: Option<usize>,
}

impl Neighbourhood {
    pub(super) fn drawn(draws: &mut Draws, number: usize) -> Self {
        Self { number, spot: spot(draws) }
    }

    pub(super) fn text(&self) -> String {
        format!("id: n{0}, name: 居民区{0}{1}", self.number, location(self.spot))
    }

    pub(super) fn meaning(&self) -> places::Neighbourhood {
        places::Neighbourhood {
            id: format!("n{}", self.number),
            name: format!("居民区{}", self.number),
            address: None,
            venue: None,
            location: coordinates(self.spot),
            needs: Vec::new(),
            closed: Periods::default(),
            contact: None,
            note: None,
            position: self.number,
            place: place(),
        }
    }
}

#[derive(Debug, Clone)]
pub struct Unit {
    pub number: usize,
    pub spot: Option<usize>,
    pub closed: Option<usize>,
    pub limit: Option<u32>,
    pub daily_limit: Option<u32>,
}

impl Unit {
    pub(super) fn drawn(draws: &mut Draws, number: usize) -> Self {
        Self {
            number,
            spot: spot(draws),
            closed: perhaps(draws, 25, |draws| draws.below(DAYS)),
            limit: None,
            daily_limit: perhaps(draws, 35, |draws| small(draws.between(1, 3))),
        }
    }

    /// Perhaps the most who may come over the campaign, be it too few for a session to run.
    pub(super) fn draw_limit(&mut self, draws: &mut Draws) {
        self.limit = perhaps(draws, 25, |draws| small(draws.between(1, 4)));
    }

    pub(super) fn text(&self) -> String {
        format!("id: u{0}, name: 单位{0}", self.number)
            + &location(self.spot)
            + &field("closed", self.closed, day)
            + &field("limit", self.limit, number)
            + &field("daily_limit", self.daily_limit, number)
    }

    pub(super) fn meaning(&self) -> places::Unit {
        places::Unit {
            id: format!("u{}", self.number),
            name: format!("单位{}", self.number),
            sector: None,
            committee: None,
            address: None,
            location: coordinates(self.spot),
            contact: None,
            closed: periods(self.closed, None),
            limit: self.limit,
            daily_limit: self.daily_limit,
            offers: Vec::new(),
            note: None,
            position: self.number,
            place: place(),
        }
    }
}
