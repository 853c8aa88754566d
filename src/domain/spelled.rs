//! Words as `--set` and campaign files take them, with as few quotation marks as can be: no two shells of Windows read double ones
//! within a word alike.

/// A word as an item of a list in brackets; in single quotes where it would be read as something else without.
pub fn item(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    // What has a letter of another script is no number, and no `yes` or `null`.
    let is_word = word.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    if is_word && !word.starts_with('-') && word.chars().all(is_plain) {
        return word.to_owned();
    }
    if word.chars().any(char::is_control) {
        return serde_json::Value::from(word).to_string();
    }
    format!("'{}'", word.replace('\'', "''"))
}
