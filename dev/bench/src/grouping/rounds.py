"""Places articles among stored ones with datasketch and scikit-learn: a round for each line of standard input.

The file that the argument names holds a text a line, as JSON; its first line is the number of articles a round, whose
texts come first, round by round, before those that are stored. A request is `text` or `prepared` and the number of a round.
"""

import json
import platform
import sys
import time
from importlib.metadata import version

from datasketch import MinHash, MinHashLSH
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import linear_kernel

SHINGLE = 5
ROUNDS = 4


def sketch(text):
    words = text.lower().split()
    made = MinHash(num_perm=128)
    shingles = {" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}
    made.update_batch([shingle.encode() for shingle in shingles])
    return made


with open(sys.argv[1], encoding="utf-8") as lines:
    size = int(next(lines))
    texts = [json.loads(line) for line in lines]
probes, stored = texts[: size * ROUNDS], texts[size * ROUNDS :]
vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2)
matrix = vectorizer.fit_transform(stored)
index = MinHashLSH(threshold=0.5, num_perm=128)
for number, text in enumerate(stored):
    index.insert(number, sketch(text))
sketches = [sketch(text) for text in probes]
vectors = [vectorizer.transform([text]) for text in probes]
print(
    len(texts),
    f"datasketch {version('datasketch')} and scikit-learn {version('scikit-learn')} on Python {platform.python_version()}",
    flush=True,
)
for line in sys.stdin:
    mode, number = line.split()
    found = 0
    nearest = []
    inserted = []
    begun = time.process_time()
    for at in range(int(number) * size, (int(number) + 1) * size):
        prepared = mode == "prepared"
        made = sketches[at] if prepared else sketch(probes[at])
        vector = vectors[at] if prepared else vectorizer.transform([probes[at]])
        found += bool(index.query(made))
        nearest.append(linear_kernel(vector, matrix).argmax())
        inserted.append(f"{mode} {at}")
        index.insert(inserted[-1], made)
    spent = time.process_time() - begun
    for key in inserted:
        index.remove(key)
    print(spent, found, flush=True)
