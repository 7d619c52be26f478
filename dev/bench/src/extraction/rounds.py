"""Reads the pages of a folder with trafilatura, a round for each line (`default` or `fast`) on standard input."""

import gzip
import logging
import platform
import sys
import time
from pathlib import Path

import lxml.etree
import trafilatura

logging.disable(logging.CRITICAL)
paths = sorted(Path(sys.argv[1]).iterdir())
pages = [gzip.decompress(path.read_bytes()).decode("utf-8", "replace") for path in paths]
lxml_version = ".".join(map(str, lxml.etree.LXML_VERSION[:3]))
print(
    len(pages),
    f"trafilatura {trafilatura.__version__} on Python {platform.python_version()} with lxml {lxml_version}",
    flush=True,
)
for line in sys.stdin:
    options = {"fast": True} if line.strip() == "fast" else {}
    found = 0
    begun = time.perf_counter()
    for page in pages:
        if trafilatura.extract(page, **options):
            found += 1
    print(time.perf_counter() - begun, found, flush=True)
