//! Propositions of small stories.
