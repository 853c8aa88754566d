//! A plan as JSON text: the file that `chuxin plan -o` writes.
//!
//! In: [`Plan`] and the campaign that has the ids. Out: text, byte for byte the same for the same plan.

use crate::{
    domain::Domain,
    plan::{
        Mends, Only, Plan, Provenance, experience, history,
        layout::{self, Json},
        thursday,
    },
};

/// The version of the format; plans of version 1, which know one shift a day, are read too.
pub const VERSION: u32 = 2;

/// The plan as JSON text that ends with a line feed.
pub fn text(domain: &Domain, plan: &Plan) -> String {
    layout::text(&data(domain, plan))
}

/// The same as data, to stand within other JSON.
pub fn data(domain: &Domain, plan: &Plan) -> Json {
    let Provenance { name, file, digest, variations } = &plan.campaign;
    let variations = (!variations.is_empty()).then(|| variations.iter().collect::<Json>());
    let mends = plan.mends.as_ref().map(|Mends { file, digest, terms, only, waiting }| {
        let (keep_until, touch_least) = (terms.keep_until, terms.touch_least);
        let begun_by = terms.begun_by.map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60));
        let ids = |ids: &Vec<String>| ids.iter().collect::<Json>();
        let some =
            |of: fn(&Only) -> &Vec<String>| only.as_ref().map(of).filter(|some| !some.is_empty()).map(ids);
        map! {"file": file, "digest": digest, "keep_until": keep_until, "touch_least": touch_least}
            .with("begun_by", begun_by)
            .with("only", only.as_ref().map(|only| ids(&only.people)))
            .with("late", some(|only| &only.late))
            .with("displaced", some(|only| &only.displaced))
            .with("waiting", (!waiting.is_empty()).then(|| ids(waiting)))
    });
    let action = plan.thursday_action.as_ref().map(|action| thursday::written(domain, action));
    map! {
        "version": VERSION,
        "tool": concat!("chuxin ", env!("CARGO_PKG_VERSION")),
        "backend": &plan.backend,
        "campaign": map! {"name": name, "file": file, "digest": digest}.with("variations", variations),
    }
    .with("mends", mends)
    .with("experience", Some(experience::written(domain, &plan.experience)))
    .with("thursday_action", action)
    .with("history", Some(history::json::written(&plan.history)))
}

#[cfg(test)]
mod tests {
    use super::{Json, data, text};
    use crate::plan::{
        entries::{EXPERIENCE, LEVELS},
        sample::campaign_and_plan,
    };

    #[test]
    fn writes_each_entry_with_the_keys_of_its_kind() {
        let (domain, plan) = campaign_and_plan();
        let written = data(&domain, &plan);
        let lists = EXPERIENCE.iter().chain([&LEVELS]).filter_map(|kind| {
            let Json::List(entries) = written.entry("experience")?.entry(kind.list)? else { return None };
            Some(entries.iter().map(move |entry| (kind, entry)))
        });
        let entries: Vec<_> = lists.flatten().collect();
        assert_eq!(entries.len(), 5);
        for (kind, entry) in entries {
            let keys = [kind.keys, kind.others].concat().into_iter();
            // The posts of the sample have one shift, which needs no hours; its need is of no one session.
            let keys = keys.filter(|key| *key != "hours" && (kind.list, *key) != ("shortages", "date"));
            let Json::Map(fields) = entry else { panic!("{}: {entry:?}", kind.list) };
            assert!(fields.iter().map(|(key, _)| *key).eq(keys), "{}: {fields:?}", kind.list);
        }
    }

    #[test]
    fn writes_one_line_for_each_level_placement_and_reason_in_their_order() {
        let (domain, plan) = campaign_and_plan();
        insta::assert_snapshot!(text(&domain, &plan), @r#"
        {
          "version": 2,
          "tool": "chuxin 0.1.0",
          "backend": "simplex",
          "campaign": {
            "name": "样例",
            "file": "sample.yaml",
            "digest": "sha256:00"
          },
          "experience": {
            "levels": [
              {"id": "coverage", "sense": "min", "value": 1, "bound": 0, "proven": false}
            ],
            "placements": [
              {"ambassador": "a0", "post": "p0", "date": "2018-10-23", "wish": null, "metres": null},
              {"ambassador": "a1", "post": "p1", "date": "2018-10-24", "wish": 2, "metres": 111195}
            ],
            "unplaced": [
              {"ambassador": "a2", "reason": {"kind": "outweighed"}}
            ],
            "shortages": [
              {"post": "p2", "need": 1, "placed": 0, "reason": {"kind": "barred", "rules": [{"id": "qualified", "sessions": 6}, {"id": "available", "sessions": 1}]}}
            ]
          },
          "history": {
            "key": "5290f22e8d080564",
            "revision": 0,
            "posts": [
              {"post": "p0", "unit": "u0", "hours": "09:00-17:00"},
              {"post": "p1", "unit": "u0", "hours": "09:00-17:00"}
            ]
          }
        }
        "#);
    }
}
