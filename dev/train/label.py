"""Labels sentences with a spaCy model: `label.py MODEL < words.jsonl > labelled.jsonl`."""

import json
import sys

import spacy
from spacy.tokens import Doc


def main():
    model = spacy.load(sys.argv[1])
    lines = (json.loads(line) for line in sys.stdin)
    pairs = ((Doc(model.vocab, words=line["words"], spaces=line["spaces"]), line) for line in lines if line["words"])
    for doc, line in model.pipe(pairs, as_tuples=True, batch_size=256):
        line["tags"] = [token.tag_ for token in doc]
        line["heads"] = [token.head.i for token in doc]
        line["relations"] = [token.dep_ for token in doc]
        line["names"] = [token.ent_iob_ + "-" + token.ent_type_ if token.ent_type_ else "O" for token in doc]
        print(json.dumps(line, ensure_ascii=False))


main()
