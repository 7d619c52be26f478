//! The few Python expressions in which the feedparser cases state what they expect, read into a tree.

/// One step of a path such as `entries[0]['title']`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A name or key.
    Key(String),
    /// A position.
    At(usize),
}

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A string.
    Words(String),
    /// A whole number.
    Number(i64),
    /// `None`.
    Nothing,
    /// Several values in brackets of any kind.
    Several(Vec<Expression>),
    /// A path into the result.
    Path(Vec<Step>),
    /// A call: `len(…)`, `ord(…)`, and methods with the path they are called on first.
    Call(String, Vec<Expression>),
    /// `not`.
    Not(Box<Expression>),
    /// All hold.
    And(Vec<Expression>),
    /// One holds.
    Or(Vec<Expression>),
    /// All are equal.
    Equal(Vec<Expression>),
    /// Any other operator between two.
    Other(Vec<Expression>),
}

use Expression::{And, Call, Equal, Not, Nothing, Number, Or, Other, Path, Several, Words};

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String),
    Words(String),
    Number(i64),
    Sign(char),
    Equal,
    Unequal,
}

/// Reads an expression; `None` where it has forms that are not known here.
pub fn read(written: &str) -> Option<Expression> {
    let mut reader = Reader { tokens: tokens(written)?, at: 0 };
    let expression = reader.or()?;
    (reader.at == reader.tokens.len()).then_some(expression)
}

fn tokens(written: &str) -> Option<Vec<Token>> {
    let characters: Vec<char> = written.chars().collect();
    let (mut at, mut tokens) = (0, Vec::new());
    while let Some(&character) = characters.get(at) {
        let next = characters.get(at + 1).copied();
        if character.is_whitespace() {
            at += 1;
        } else if matches!(character, '"' | '\'') || (character == 'u' && matches!(next, Some('"' | '\''))) {
            let (words, end) = string(&characters, at + usize::from(character == 'u'))?;
            tokens.push(Token::Words(words));
            at = end;
        } else if character.is_alphabetic() || character == '_' {
            let end = run(&characters, at, |c| c.is_alphanumeric() || c == '_');
            tokens.push(Token::Name(characters[at..end].iter().collect()));
            at = end;
        } else if character.is_ascii_digit() {
            let end = run(&characters, at, |c| c.is_ascii_digit());
            let digits: String = characters[at..end].iter().collect();
            tokens.push(Token::Number(digits.parse().ok()?));
            at = end;
        } else if character == '=' && next == Some('=') {
            tokens.push(Token::Equal);
            at += 2;
        } else if character == '!' && next == Some('=') {
            tokens.push(Token::Unequal);
            at += 2;
        } else {
            tokens.push(Token::Sign(character));
            at += 1;
        }
    }
    Some(tokens)
}

fn run(characters: &[char], from: usize, holds: impl Fn(char) -> bool) -> usize {
    characters[from..].iter().position(|&character| !holds(character)).map_or(characters.len(), |length| from + length)
}

/// A string and where it ends, its escapes resolved.
fn string(characters: &[char], from: usize) -> Option<(String, usize)> {
    let quote = characters[from];
    let triple = characters.get(from + 1) == Some(&quote) && characters.get(from + 2) == Some(&quote);
    let length = if triple { 3 } else { 1 };
    let (mut at, mut words) = (from + length, String::new());
    loop {
        let character = *characters.get(at)?;
        if character == quote && (!triple || characters.get(at..at + 3).is_some_and(|end| end == [quote; 3])) {
            return Some((words, at + length));
        }
        at += 1;
        if character != '\\' {
            words.push(character);
            continue;
        }
        let escape = *characters.get(at)?;
        at += 1;
        let digits = match escape {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        if digits > 0 {
            let code: String = characters.get(at..at + digits)?.iter().collect();
            words.push(char::from_u32(u32::from_str_radix(&code, 16).ok()?)?);
            at += digits;
        } else {
            match escape {
                'n' => words.push('\n'),
                't' => words.push('\t'),
                'r' => words.push('\r'),
                '\\' | '"' | '\'' => words.push(escape),
                other => words.extend(['\\', other]),
            }
        }
    }
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
}

impl Reader {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn takes(&mut self, token: &Token) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn takes_name(&mut self, name: &str) -> bool {
        self.takes(&Token::Name(name.to_owned()))
    }

    fn or(&mut self) -> Option<Expression> {
        let mut parts = vec![self.and()?];
        while self.takes_name("or") {
            parts.push(self.and()?);
        }
        Some(if parts.len() == 1 { parts.remove(0) } else { Or(parts) })
    }

    fn and(&mut self) -> Option<Expression> {
        let mut parts = vec![self.not()?];
        while self.takes_name("and") {
            parts.push(self.not()?);
        }
        Some(if parts.len() == 1 { parts.remove(0) } else { And(parts) })
    }

    fn not(&mut self) -> Option<Expression> {
        if self.takes_name("not") { Some(Not(Box::new(self.not()?))) } else { self.compared() }
    }

    fn compared(&mut self) -> Option<Expression> {
        let mut sides = vec![self.sum()?];
        if self.takes(&Token::Unequal) {
            sides.push(self.sum()?);
            return Some(Not(Box::new(Equal(sides))));
        }
        while self.takes(&Token::Equal) {
            sides.push(self.sum()?);
        }
        if sides.len() > 1 {
            return Some(Equal(sides));
        }
        let negated = self.takes_name("not");
        if self.takes_name("in") {
            sides.push(self.value()?);
            let inside = Other(sides);
            return Some(if negated { Not(Box::new(inside)) } else { inside });
        }
        Some(sides.remove(0))
    }

    /// A value, or strings put together.
    fn sum(&mut self) -> Option<Expression> {
        let mut sum = self.value()?;
        while self.takes(&Token::Sign('+')) {
            match (&mut sum, self.value()?) {
                (Words(words), Words(more)) => words.push_str(&more),
                _ => return None,
            }
        }
        Some(sum)
    }

    /// Values up to a closing sign, parted by commas or colons.
    fn several(&mut self, close: char) -> Option<Vec<Expression>> {
        let mut values = Vec::new();
        while !self.takes(&Token::Sign(close)) {
            values.push(self.or()?);
            if !(self.takes(&Token::Sign(','))
                || self.takes(&Token::Sign(':'))
                || self.peek() == Some(&Token::Sign(close)))
            {
                return None;
            }
        }
        Some(values)
    }

    fn value(&mut self) -> Option<Expression> {
        let token = self.peek()?.clone();
        self.at += 1;
        match token {
            Token::Words(words) => Some(Words(words)),
            Token::Number(number) => Some(Number(number)),
            Token::Sign('-') => match self.value()? {
                Number(number) => Some(Number(-number)),
                _ => None,
            },
            Token::Sign('(') => {
                let mut values = self.several(')')?;
                let one = values.len() == 1;
                Some(if one { values.remove(0) } else { Several(values) })
            }
            Token::Sign('[') => self.several(']').map(Several),
            Token::Sign('{') => self.several('}').map(Several),
            Token::Name(name) if name == "None" => Some(Nothing),
            Token::Name(name) => self.path(name),
            _ => None,
        }
    }

    fn path(&mut self, name: String) -> Option<Expression> {
        let mut steps = vec![Step::Key(name)];
        loop {
            if self.takes(&Token::Sign('[')) {
                match self.several(']')?.as_slice() {
                    [Words(key)] => steps.push(Step::Key(key.clone())),
                    [Number(at)] => steps.push(Step::At(usize::try_from(*at).ok()?)),
                    _ => return None,
                }
            } else if self.takes(&Token::Sign('.')) {
                let Some(Token::Name(name)) = self.peek().cloned() else { return None };
                self.at += 1;
                steps.push(Step::Key(name));
            } else if self.takes(&Token::Sign('(')) {
                let Some(Step::Key(name)) = steps.pop() else { return None };
                let on = (!steps.is_empty()).then(|| Path(std::mem::take(&mut steps)));
                let arguments = on.into_iter().chain(self.several(')')?).collect();
                return Some(Call(name, arguments));
            } else {
                return Some(Path(steps));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expectations_are_read() {
        let key = |name: &str| Step::Key(name.to_owned());
        let title = Path(vec![key("entries"), Step::At(0), key("title")]);
        assert_eq!(
            read("not bozo and entries[0]['title'] == u'caf\\xe9'"),
            Some(And(vec![Not(Box::new(Path(vec![key("bozo")]))), Equal(vec![title, Words("café".to_owned())])]))
        );
        assert_eq!(
            read("len(feed.links) == 1"),
            Some(Equal(vec![Call("len".to_owned(), vec![Path(vec![key("feed"), key("links")])]), Number(1)]))
        );
        assert_eq!(
            read("not feed.has_key('language')"),
            Some(Not(Box::new(Call(
                "has_key".to_owned(),
                vec![Path(vec![key("feed")]), Words("language".to_owned())]
            ))))
        );
        assert_eq!(read("x == (1, -2)"), Some(Equal(vec![Path(vec![key("x")]), Several(vec![Number(1), Number(-2)])])));
        let sum = Equal(vec![Path(vec![key("x")]), Words("<b>".to_owned())]);
        assert_eq!(read("x != '<' + \"b>\""), Some(Not(Box::new(sum))));
        assert_eq!(read("x + 1"), None);
    }
}
