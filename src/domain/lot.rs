//! The lot that breaks ties: fair, and drawn the same way on every computer.

use sha2::{Digest, Sha256};

/// The first 20 bits of SHA-256 (FIPS 180-4) over the words joined by newlines, as a number below 2²⁰.
pub fn lot(words: &[&str]) -> i64 {
    let digest = Sha256::digest(words.join("\n").as_bytes());
    (i64::from(digest[0]) << 12) | (i64::from(digest[1]) << 4) | (i64::from(digest[2]) >> 4)
}

#[cfg(test)]
mod tests {
    use super::lot;

    #[test]
    fn takes_the_first_twenty_bits_of_the_digest() {
        // SHA-256("abc") = ba7816bf… and SHA-256("") = e3b0c442… (FIPS 180-4, appendix B).
        assert_eq!(lot(&["abc"]), 0xba781);
        assert_eq!(lot(&[]), 0xe3b0c);
        assert_ne!(lot(&["a", "bc"]), lot(&["ab", "c"]));
    }
}
