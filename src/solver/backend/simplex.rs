//! Our own simplex method, which starts from the basis before; where its numbers fail, it starts again from nothing, and
//! then microlp answers instead.

use crate::solver::{
    BackendError, Halt, Progress, Watch,
    backend::{Backend, microlp::Microlp},
    relaxation::{Basis, Relaxation, Restricted},
    simplex::{self, Unsolved},
};
use std::{
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::Duration,
};

/// How often it is looked whether the time is up while microlp works.
const LOOK: Duration = Duration::from_millis(50);

/// The default backend.
#[derive(Debug, Clone, Copy, Default)]
pub struct Simplex;

impl Backend for Simplex {
    fn name(&self) -> &'static str {
        "simplex"
    }

    fn relax(&self, program: &Restricted, basis: &mut Basis, watch: &dyn Watch) -> Result<Relaxation, Halt> {
        let again = |unsolved: Unsolved, basis: &mut Basis| match unsolved {
            Unsolved::Unstable => {
                *basis = Basis::default();
                simplex::minimise(program, basis, watch)
            }
            Unsolved::Stopped => Err(Unsolved::Stopped),
        };
        simplex::minimise(program, basis, watch).or_else(|unsolved| again(unsolved, basis)).or_else(
            |unsolved| match unsolved {
                Unsolved::Unstable => by_microlp(program, watch),
                Unsolved::Stopped => Err(Halt::Stopped),
            },
        )
    }
}

/// What microlp says. It hears nothing while it works, so it does so aside, and is left alone where the time is up.
fn by_microlp(program: &Restricted, watch: &dyn Watch) -> Result<Relaxation, Halt> {
    let (said, answer) = channel();
    let (program, left) = (program.clone(), Left(watch.time_left()));
    thread::spawn(move || said.send(Microlp.relax(&program, &mut Basis::default(), &left)));
    loop {
        match answer.recv_timeout(LOOK) {
            Ok(answer) => return answer,
            Err(RecvTimeoutError::Timeout) if watch.is_out_of_time() => return Err(Halt::Stopped),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                return Err(BackendError("microlp broke off".into()).into());
            }
        }
    }
}

/// The time that there was when a solve began.
struct Left(Option<Duration>);

impl Watch for Left {
    fn time_left(&self) -> Option<Duration> {
        self.0
    }

    fn report(&self, _: &Progress<'_>) {}
}

#[cfg(test)]
mod tests {
    use super::by_microlp;
    use crate::{
        lp::Relation,
        solver::{
            Unwatched,
            relaxation::{Relaxation, Restricted, RestrictedRow},
        },
    };

    #[test]
    fn hears_what_microlp_says_aside() {
        let rows =
            vec![RestrictedRow { terms: vec![(0, 1.0), (1, 1.0)], relation: Relation::AtLeast, right: 1.0 }];
        let program = Restricted { bounds: vec![(0.0, 1.0); 2], costs: vec![3.0, 2.0], rows };
        let Ok(Relaxation::Optimal(priced)) = by_microlp(&program, &Unwatched) else { panic!("a vertex") };
        assert_eq!((priced.point, priced.prices), (vec![0.0, 1.0], vec![2.0]));
    }
}
