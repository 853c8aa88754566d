//! Which pairings hang together: neighbourhoods that share no unit are planned apart.

use crate::domain::thursday::{Pairing, Pairings};
use std::collections::BTreeMap;

/// The pairings in groups that share no unit and no neighbourhood, each in order; the groups by first pairing.
pub fn components(roster: &Pairings) -> Vec<Vec<Pairing>> {
    let pairings = &roster.pairings;
    let mut leader: Vec<usize> = (0..pairings.len()).collect();
    let (mut of_unit, mut of_neighbourhood) = (BTreeMap::new(), BTreeMap::new());
    for (position, pairing) in pairings.iter().enumerate() {
        let first_of_unit = *of_unit.entry(pairing.unit).or_insert(position);
        let first_of_neighbourhood = *of_neighbourhood.entry(pairing.neighbourhood).or_insert(position);
        for other in [first_of_unit, first_of_neighbourhood] {
            let (one, other) = (root(&leader, position), root(&leader, other));
            leader[one.max(other)] = one.min(other);
        }
    }
    let mut groups: BTreeMap<usize, Vec<Pairing>> = BTreeMap::new();
    for (position, pairing) in pairings.iter().enumerate() {
        groups.entry(root(&leader, position)).or_default().push(*pairing);
    }
    groups.into_values().collect()
}

fn root(leader: &[usize], mut position: usize) -> usize {
    while leader[position] != position {
        position = leader[position];
    }
    position
}

#[cfg(test)]
mod tests {
    use super::components;
    use crate::domain::{
        places::{NeighbourhoodIx, UnitIx},
        thursday::{Pairing, Pairings},
    };

    fn pairing(unit: usize, neighbourhood: usize) -> Pairing {
        Pairing { unit: UnitIx(unit), neighbourhood: NeighbourhoodIx(neighbourhood) }
    }

    #[test]
    fn keeps_together_what_shares_a_unit_or_a_neighbourhood() {
        let pairings = vec![pairing(0, 0), pairing(1, 1), pairing(2, 0), pairing(3, 2), pairing(3, 1)];
        let together = components(&Pairings { pairings });
        assert_eq!(
            together,
            vec![vec![pairing(0, 0), pairing(2, 0)], vec![pairing(1, 1), pairing(3, 2), pairing(3, 1)]]
        );
    }
}
