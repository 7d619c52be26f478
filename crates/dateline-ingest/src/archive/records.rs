//! The records of an archive, one after the other: payloads as captures, damage told and passed over.

use std::io;

use dateline_model::{Capture, Problem};

use super::answer::Answer;
use super::counted::{Passed, PassedOver};
use super::head::{self, Head, opens_record};
use super::tape::Tape;
use super::unpacked::{Place, Unpacked};

/// A payload may be this long when decoded, and a block that much longer for the head of its answer.
const LONGEST: usize = 64 << 20;
const ANSWER_HEAD: usize = 64 * 1024;
/// Memory that was needed for one large record is given back when it was larger than this.
const KEPT: usize = 4 << 20;

/// A record that may hold reports.
#[derive(Debug)]
pub struct Record {
    /// Where it begins in the file.
    pub place: Place,
    /// Its payload, with the address and time that the record states.
    pub capture: Capture,
}

/// What is met in an archive.
#[derive(Debug)]
pub enum Found {
    /// A record to read.
    Record(Record),
    /// Damage; the rest is read.
    Problem(Problem),
}

/// Reads an archive of any length in bounded memory.
pub struct Records<'a> {
    tape: Tape<'a>,
    block: Vec<u8>,
    passed: Passed,
    /// Told after the record they belong to.
    waiting: Option<Problem>,
    /// Met behind a sound record, with its place.
    failure: Option<(Place, io::Error)>,
    ended: bool,
}

/// What a step came to.
enum Step {
    Found(Found),
    Passed,
    End,
}

impl<'a> Records<'a> {
    /// The records of `unpacked`, which begins with one.
    #[must_use]
    pub fn new(unpacked: Unpacked<'a>) -> Records<'a> {
        let (tape, passed) = (Tape::new(unpacked), Passed::default());
        Records { tape, block: Vec::new(), passed, waiting: None, failure: None, ended: false }
    }

    /// What was passed over so far.
    #[must_use]
    pub fn passed(&self) -> &Passed {
        &self.passed
    }

    fn step(&mut self) -> Step {
        if let Some((place, error)) = self.failure.take() {
            return self.broken(place, &error);
        }
        let mut place = self.tape.place();
        let step = self.record(&mut place);
        if self.block.capacity() > KEPT {
            self.block = Vec::new();
        }
        step.unwrap_or_else(|error| self.broken(place, &error))
    }

    /// The file broke at `place`: goes on with the next member that can be read.
    fn broken(&mut self, place: Place, error: &io::Error) -> Step {
        let more = self.tape.recover().unwrap_or(false);
        self.ended = !more;
        let kept = if more { REST_READ } else { "what came before was read" };
        let what = match error.kind() {
            io::ErrorKind::UnexpectedEof if !more => {
                format!("the archive ends in the middle of its compressed data; the record at {place} is cut short")
            }
            _ => format!("the record at {place} cannot be unpacked ({error})"),
        };
        Step::Found(Found::Problem(Problem::new(what, kept)))
    }

    fn record(&mut self, place: &mut Place) -> io::Result<Step> {
        if !self.tape.begin()? {
            return Ok(Step::End);
        }
        *place = self.tape.place();
        let head = match head::read(&mut self.tape)? {
            Ok(head) => head,
            Err(wrong) => return self.damaged(*place, &wrong),
        };
        self.block.clear();
        let block_place = self.tape.place();
        let most = LONGEST + ANSWER_HEAD;
        let long = head.length > most as u64;
        let kept = if long { ANSWER_HEAD } else { most };
        let taken = self.tape.block(head.length, kept, &mut self.block)?;
        if taken < head.length {
            self.tape.begin_within()?;
            let wrong = format!("it states {} bytes, of which {taken} are there", head.length);
            return self.wrong_length(*place, block_place, &wrong);
        }
        let follows = self.tape.begin_within().and_then(|()| self.tape.at_record());
        let sound = match follows {
            Ok(sound) => sound,
            Err(error) => {
                let next = self.tape.place();
                // What breaks off behind the record leaves it whole; what is damaged in its own member may be it.
                if next.byte == place.byte && next.inside.is_some() && error.kind() != io::ErrorKind::UnexpectedEof {
                    return Err(error);
                }
                self.failure = Some((next, error));
                true
            }
        };
        if !sound {
            let wrong = format!("no record follows the {} bytes that it states", head.length);
            return self.wrong_length(*place, block_place, &wrong);
        }
        self.decide(*place, head, long)
    }

    fn decide(&mut self, place: Place, head: Head, long: bool) -> io::Result<Step> {
        let answer = Answer::of(&head, &self.block);
        if let Some(reason) = head.passed.or(answer.passed()) {
            self.passed.count(reason);
            return Ok(Step::Passed);
        }
        let plain = if long { None } else { Some(answer.payload(LONGEST)) };
        let content_type = answer.content_type();
        let Some(plain) = plain.filter(|plain| !plain.too_long) else {
            let what = format!("the record at {place} is longer than {} MB", LONGEST >> 20);
            return Ok(Step::Found(Found::Problem(Problem::new(what, REST_READ))));
        };
        if plain.bytes.len() > self.block.len() {
            self.tape.charge((plain.bytes.len() - self.block.len()) as u64)?;
        }
        if plain.damaged {
            let what = format!("the page of the record at {place} breaks off");
            self.waiting = Some(Problem::new(what, "what came before was read"));
        }
        let capture = Capture { url: head.url, captured: head.captured, content_type, bytes: plain.bytes };
        Ok(Step::Found(Found::Record(Record { place, capture })))
    }

    /// The length that a record states is not that of its block. Where the block holds the beginning of another record,
    /// reading goes on there; else at the next record that follows.
    fn wrong_length(&mut self, place: Place, block_place: Place, wrong: &str) -> io::Result<Step> {
        let swallowed = line_starts(&self.block).find(|&start| opens_record(&self.block[start..]));
        if let Some(start) = swallowed
            && self.tape.put_back(&self.block[start..], block_place.ahead(start as u64))
        {
            let what = format!("the record at {place} is damaged: {wrong}");
            return Ok(Step::Found(Found::Problem(Problem::new(what, REST_READ))));
        }
        self.damaged(place, wrong)
    }

    fn damaged(&mut self, place: Place, wrong: &str) -> io::Result<Step> {
        let what = format!("the record at {place} is damaged: {wrong}");
        let more = self.tape.at_record()? || self.tape.seek_record()?;
        let more = more && self.tape.begin()?;
        self.ended = !more;
        let kept = if more { REST_READ } else { "it was left out; what came before was read" };
        Ok(Step::Found(Found::Problem(Problem::new(what, kept))))
    }

    /// Counts a record that was handed out and turned out to hold nothing that is read.
    pub fn pass(&mut self, reason: PassedOver) {
        self.passed.count(reason);
    }
}

const REST_READ: &str = "it was left out, the rest is read";

impl Iterator for Records<'_> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        if let Some(problem) = self.waiting.take() {
            return Some(Found::Problem(problem));
        }
        while !self.ended {
            match self.step() {
                Step::Found(found) => return Some(found),
                Step::Passed => {}
                Step::End => self.ended = true,
            }
        }
        None
    }
}

/// Where the lines of `block` begin.
fn line_starts(block: &[u8]) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(memchr::memchr_iter(b'\n', block).map(|end| end + 1)).filter(|&start| start < block.len())
}
