//! Whether pages show images, and where from: never from where they are, so that a reader's browser asks nobody else.

use std::fmt;
use std::sync::Arc;

/// Makes the address that an image is shown from out of the one where it is.
type Address = Arc<dyn Fn(&str) -> String + Send + Sync>;

/// Where images are shown from; by default none are.
#[derive(Clone, Default)]
pub struct Images(Option<Address>);

impl Images {
    /// Shows images from what `address` makes of where they are.
    pub fn from(address: impl Fn(&str) -> String + Send + Sync + 'static) -> Images {
        Images(Some(Arc::new(address)))
    }

    /// Where the image at `url` is shown from; empty where it is not.
    #[must_use]
    pub fn address(&self, url: &str) -> String {
        self.0.as_ref().map(|address| address(url)).unwrap_or_default()
    }
}

impl fmt::Debug for Images {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0.is_some() { "Images shown" } else { "no images" })
    }
}
