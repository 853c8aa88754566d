//! `chuxin verify FILE PLAN`: the independent check of a saved plan.

use crate::{
    cli::{
        arguments::{Format, Verify},
        campaign::{load_varied, tell},
        ending::Ending,
        terminal::Terminal,
    },
    domain::Domain,
    pipeline::second_reading::{SecondReading, read_plan},
    render::{thursday, verdict::Reading},
    source::Sources,
};
use std::io;

/// Reads the plan against the rules and says what it breaks; ends well only where it breaks nothing.
///
/// # Errors
/// Those of standard output.
pub fn run(arguments: &Verify, terminal: Terminal) -> io::Result<Ending> {
    let Some(mut loaded) = load_varied(&arguments.file, &arguments.variations, terminal) else {
        return Ok(Ending::Refused);
    };
    let domain = &loaded.sound.domain;
    let language = terminal.language(Some(domain.campaign.language));
    let read = match read_plan(&mut loaded.sources, &loaded.sound, &arguments.plan) {
        Ok(read) => read,
        Err(diagnostics) => {
            tell(&loaded.sources, &diagnostics, terminal, language);
            return Ok(Ending::Refused);
        }
    };
    let reading = verdict(&loaded.sources, domain, &read);
    terminal.print(&match arguments.format {
        Format::Text => reading.text(language),
        Format::Json => reading.json(language)?,
    })?;
    Ok(if reading.holds() { Ending::Done } else { Ending::Refused })
}

/// What is to be said of a plan that was read a second time.
pub fn verdict<'a>(sources: &'a Sources, domain: &'a Domain, read: &'a SecondReading) -> Reading<'a> {
    let resolved = read.resolved.thursday_action.as_ref();
    let thursday = domain.thursday.as_ref().zip(resolved).zip(read.thursday.as_ref());
    let thursday = thursday.map(|((action, resolved), read)| thursday::verdict::Reading {
        domain,
        action,
        resolved,
        pairings: &read.pairings,
        timetable: &read.timetable,
        recounted: &read.recounted,
    });
    Reading {
        sources,
        domain,
        resolved: &read.resolved,
        violations: &read.violations,
        recounted: &read.recounted,
        other_campaign: read.other_campaign,
        thursday,
        unread_thursday: read.has_thursday_action && domain.thursday.is_none(),
        missing_thursday: domain.thursday.is_some() && !read.has_thursday_action,
    }
}
