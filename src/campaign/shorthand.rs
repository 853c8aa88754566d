//! Values that may be written shorter, made into what they stand for before anything is laid over or counted.
//!
//! In: the tree of one text. Out: the same with `seats: 2-4` as `{min: 2, max: 4}` and `days: 2` as `{max: 2}`.

use crate::{
    campaign::range::ends,
    document::{Key, Node, Value},
};

/// Where a range may stand in one word, and whether a number alone is its greater end there.
const RANGES: [(&[&str], &str, bool); 6] = [
    (&["posts"], "seats", false),
    (&["posts"], "need", false),
    (&["ambassadors"], "days", true),
    (&["rules"], "days", true),
    (&["thursday_action"], "neighbourhoods_per_unit", false),
    (&["thursday_action"], "units_per_neighbourhood", false),
];

/// Writes ranges out.
pub(super) fn write_out(root: &mut Node) {
    for (way, key, is_most) in RANGES {
        entries(root, way, &mut |entry| {
            let Value::Map(fields) = &mut entry.value else { return };
            let found = fields.iter_mut().filter(|(own, _)| own.text == key);
            found.for_each(|(key, node)| range(key, node, is_most));
        });
    }
}

/// Visits the entries to which a way leads, those of lists each.
fn entries(node: &mut Node, way: &[&str], visit: &mut impl FnMut(&mut Node)) {
    match (&mut node.value, way) {
        (Value::List(items), _) => items.iter_mut().for_each(|item| entries(item, way, visit)),
        (Value::Map(fields), [first, rest @ ..]) => {
            let inner = fields.iter_mut().filter(|(key, _)| key.text == *first);
            inner.for_each(|(_, node)| entries(node, rest, visit));
        }
        (_, []) => visit(node),
        _ => {}
    }
}

fn range(key: &Key, node: &mut Node, is_most: bool) {
    let Value::Scalar { text, plain } = &node.value else { return };
    let end = |name: &str, range: std::ops::Range<usize>| {
        let place = node.place.part(text, range.clone());
        let value = Value::Scalar { text: text[range].to_owned(), plain: *plain };
        (Key { text: name.to_owned(), place: key.place }, Node { place, value })
    };
    let fields = match ends(text) {
        Some((first, last)) => vec![end("min", first), end("max", last)],
        None if is_most => vec![end("max", 0..text.len())],
        None => return,
    };
    node.value = Value::Map(fields);
}
