//! Parts of speech and relations between words.

/// Makes an enum of a list, with the names that the training data has for it.
macro_rules! labels {
    ($(#[$about:meta])* $name:ident: $first:ident = $first_label:literal, $($variant:ident = $label:literal),* $(,)?) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum $name {
            #[doc = concat!("`", $first_label, "`")]
            #[default]
            $first,
            $(#[doc = concat!("`", $label, "`")] $variant,)*
        }

        impl $name {
            /// All, in the order of their numbers.
            pub const ALL: &[$name] = &[$name::$first, $($name::$variant),*];

            /// The label of the training data.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self {
                    $name::$first => $first_label,
                    $($name::$variant => $label,)*
                }
            }
        }
    };
}

labels! {
    /// A part of speech, after the Penn Treebank, with what no step needs apart put together.
    Tag: Other = "X", Noun = "NN", Nouns = "NNS", Name = "NNP", Verb = "VB", VerbPast = "VBD", VerbIng = "VBG",
    VerbDone = "VBN", VerbPresent = "VBP", VerbSays = "VBZ", Modal = "MD", Adjective = "JJ", Comparative = "JJR",
    Superlative = "JJS", Adverb = "RB", Particle = "RP", Preposition = "IN", To = "TO", Determiner = "DT", Number = "CD",
    Pronoun = "PRP", Possessive = "PRP$", WhDeterminer = "WDT", WhPronoun = "WP", WhAdverb = "WRB", There = "EX",
    And = "CC", PossessiveEnding = "POS", Symbol = "SYM", Comma = ",", Mark = ".",
}

labels! {
    /// How a word hangs on its head, after the labels of ClearNLP, with what no step needs apart put together.
    Relation: Root = "ROOT", Clause = "acl", AdverbClause = "advcl", AdverbModifier = "advmod", Agent = "agent",
    AdjectiveModifier = "amod", Apposition = "appos", Attribute = "attr", Auxiliary = "aux", Case = "case",
    Coordinator = "cc", Complement = "ccomp", Compound = "compound", Conjunct = "conj", Unclear = "dep",
    Determiner = "det", Object = "dobj", Marker = "mark", Negation = "neg", Subject = "nsubj",
    PassiveSubject = "nsubjpass", NumberModifier = "nummod", Parataxis = "parataxis", PrepositionObject = "pobj",
    Possessor = "poss", Preposition = "prep", Particle = "prt", Punctuation = "punct", RelativeClause = "relcl",
    OpenComplement = "xcomp",
}
