//! UTF-32, which browsers have given up and old feeds still come in: by its mark, or by how XML begins (XML 1.0, F).

/// The text, and whether units of it were no characters; `None` where the bytes are not UTF-32.
pub(super) fn utf32(bytes: &[u8]) -> Option<(String, bool)> {
    let (mark, read): (usize, fn([u8; 4]) -> u32) = match bytes.get(..4)? {
        [0, 0, 0xfe, 0xff] => (4, u32::from_be_bytes),
        [0xff, 0xfe, 0, 0] => (4, u32::from_le_bytes),
        [0, 0, 0, b'<'] => (0, u32::from_be_bytes),
        [b'<', 0, 0, 0] => (0, u32::from_le_bytes),
        _ => return None,
    };
    let (units, rest) = bytes[mark..].as_chunks::<4>();
    let mut broken = !rest.is_empty();
    let text = units.iter().map(|&unit| {
        char::from_u32(read(unit)).unwrap_or_else(|| {
            broken = true;
            char::REPLACEMENT_CHARACTER
        })
    });
    Some((text.collect(), broken))
}
