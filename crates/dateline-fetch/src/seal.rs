//! A seal that only its maker can set under words, and tells from any other.

use ring::hmac;

use crate::{hexadecimal, unguessable};

/// A secret to seal with.
pub struct Seal(hmac::Key);

impl Seal {
    /// The seal of `secret`, such as [`unguessable`] makes.
    #[must_use]
    pub fn of(secret: &str) -> Seal {
        Seal(hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()))
    }

    /// A seal that nobody else has; `None` where the system has no randomness to give.
    #[must_use]
    pub fn new() -> Option<Seal> {
        unguessable().map(|secret| Seal::of(&secret))
    }

    /// The seal under `words`, in hexadecimal (HMAC-SHA-256, RFC 2104).
    #[must_use]
    pub fn under(&self, words: &str) -> String {
        hexadecimal::digits(hmac::sign(&self.0, words.as_bytes()).as_ref())
    }

    /// True where `given` is the seal under `words`. Takes the same time wherever a wrong one differs.
    #[must_use]
    pub fn is_under(&self, words: &str, given: &str) -> bool {
        let given = hexadecimal::bytes(given);
        given.is_some_and(|given| hmac::verify(&self.0, words.as_bytes(), &given).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_seal_is_taken() {
        let (seal, other) = (Seal::of("secret"), Seal::new().unwrap());
        let set = seal.under("https://quay.example/a.png");
        assert!(set.len() == 64 && seal.is_under("https://quay.example/a.png", &set));
        assert!(!seal.is_under("https://quay.example/b.png", &set));
        assert!(!other.is_under("https://quay.example/a.png", &set));
        for wrong in ["", "0", &set[..62], &format!("{set}00"), "zz"] {
            assert!(!seal.is_under("https://quay.example/a.png", wrong), "{wrong}");
        }
    }
}
