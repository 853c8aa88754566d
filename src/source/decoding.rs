//! Bytes of a file as text: UTF-8, UTF-16 with its mark, or GBK as Windows saves it.

use crate::source::Fault;

/// How the bytes of a file were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16 in either order of bytes, told by its mark.
    Utf16,
    /// GBK or its superset GB 18030: nothing in the file says so, it was recognised.
    Gbk,
}

/// The text of `bytes` without a byte order mark, and how it was encoded.
///
/// # Errors
/// [`Fault::NotText`] with the line of the first byte that no encoding explains.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), Fault> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, faulty) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let known = if encoding == encoding_rs::UTF_8 { Encoding::Utf8 } else { Encoding::Utf16 };
        return if faulty { Err(not_text(bytes)) } else { Ok((text.into_owned(), known)) };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
        Err(_) => decode_gbk(bytes).map(|text| (text, Encoding::Gbk)).ok_or_else(|| not_text(bytes)),
    }
}

fn not_text(bytes: &[u8]) -> Fault {
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or(""),
    };
    Fault::NotText { line: 1 + valid.matches('\n').count() }
}

fn decode_gbk(bytes: &[u8]) -> Option<String> {
    // Chinese in UTF-8 is also valid GBK, read as other Chinese: a UTF-8 file with one broken byte must not
    // turn into that. In true GBK hardly any two bytes happen to form a character of UTF-8.
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.chars().filter(|&character| character == char::REPLACEMENT_CHARACTER).count();
    let whole = lossy.chars().filter(|character| !character.is_ascii()).count() - broken;
    if whole >= broken {
        return None;
    }
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    let foreign = text.chars().filter(|character| !character.is_ascii());
    let (chinese, other) = foreign.fold((0_usize, 0_usize), |(chinese, other), character| {
        if is_chinese(character) { (chinese + 1, other) } else { (chinese, other + 1) }
    });
    (chinese > 4 * other && !text.contains('\0')).then(|| text.into_owned())
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

#[cfg(test)]
mod tests {
    use super::{Encoding, decode};
    use crate::source::Fault;

    #[test]
    fn takes_the_mark_that_windows_editors_write() {
        assert_eq!(decode(b"\xef\xbb\xbfa: \xe5\x88\x9d"), Ok(("a: 初".into(), Encoding::Utf8)));
        assert_eq!(decode(b"\xff\xfea\0:\0 \0\x1d\x52"), Ok(("a: 初".into(), Encoding::Utf16)));
        assert_eq!(decode(b"\xfe\xff\0a\0:\0 \x52\x1d"), Ok(("a: 初".into(), Encoding::Utf16)));
    }

    #[test]
    fn recognises_gbk() {
        let (bytes, _, _) = encoding_rs::GBK.encode("name: 临汾路街道社区卫生服务中心\n");
        assert_eq!(decode(&bytes), Ok(("name: 临汾路街道社区卫生服务中心\n".into(), Encoding::Gbk)));
    }

    #[test]
    fn refuses_what_is_no_text_and_says_the_line() {
        let mut broken = "名称: 初心\n单位: 临汾\n".as_bytes().to_vec();
        broken.extend(b"a: \xe5\x88\n");
        assert_eq!(decode(&broken), Err(Fault::NotText { line: 3 }));
        assert_eq!(decode(b"caf\xe9"), Err(Fault::NotText { line: 1 }));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\xff"), Err(Fault::NotText { line: 1 }));
    }
}
