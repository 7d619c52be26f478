//! The one setting for all texts.
use std::cell::Cell;
/// What weighs how much, and what is close enough.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub terms: usize,
    pub title: f32,
    pub name: f32,
    pub pair: f32,
    pub number: f32,
    pub lead: f32,
    pub tf_power: f32,
    pub idf_power: f32,
    pub background: f32,
    pub join: f32,
    pub max_share: f32,
    pub top: usize,
    pub merge: f32,
    pub decay: f32,
    pub beta: f32,
    pub x1: f32,
    pub x2: f32,
    pub x3: f32,
}
pub const FIXED: Settings = Settings {
        terms: 128, title: 2.0, name: 1.5, pair: 1.0, number: 2.0, lead: 400.0, tf_power: 0.5, idf_power: 1.0, background: 300.0,
        join: 0.23, max_share: 0.5, top: 4, merge: 0.25, decay: 20.0, beta: 0.0, x1: 0.0, x2: 0.0, x3: 0.0,
    };
thread_local!(pub static S: Cell<Settings> = const { Cell::new(FIXED) });
pub fn current() -> Settings { S.get() }
pub fn set(s: Settings) { S.set(s) }
