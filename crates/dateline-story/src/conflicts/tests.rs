//! Conflicts of small stories.
