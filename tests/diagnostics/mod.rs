//! Campaign files read and validated: what is sound becomes a domain, what is not is said.

mod sound;
