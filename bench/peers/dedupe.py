# Clusters of rows {id, title, text} by other tools, for bench/dedupe.mjs: near-duplicate pairs, then their components.
# usage: python dedupe.py TOOL ROWS.ndjson THRESHOLD > clusters.tsv    (id<TAB>cluster; the last line of stderr: CPU-seconds, MB)
# needs: pip install datasketch rensa gaoya rapidfuzz scikit-learn
import json
import re
import resource
import sys

tool, file, threshold = sys.argv[1], sys.argv[2], float(sys.argv[3])
field = 'title' if tool == 'rapidfuzz' else 'text'
rows = [json.loads(line) for line in open(file, encoding='utf8')]
ids = [str(row['id']) for row in rows]
texts = [row.get(field) or '' for row in rows]
WORD = re.compile(r'\w+')
parents = list(range(len(rows)))


def root(i):
    while parents[i] != i:
        parents[i] = parents[parents[i]]
        i = parents[i]
    return i


def join(a, b):
    parents[root(a)] = root(b)


def shingles(text, size=3):
    words = WORD.findall(text.lower())
    return {' '.join(words[i:i + size]) for i in range(max(1, len(words) - size + 1))}


if tool == 'datasketch':
    from datasketch import MinHash, MinHashLSH
    lsh = MinHashLSH(threshold=threshold, num_perm=128)
    for i, text in enumerate(texts):
        signature = MinHash(num_perm=128)
        signature.update_batch([s.encode() for s in shingles(text)])
        for other in lsh.query(signature):
            join(i, int(other))
        lsh.insert(str(i), signature)
elif tool == 'ensemble':
    from datasketch import MinHash, MinHashLSHEnsemble
    lsh = MinHashLSHEnsemble(threshold=threshold, num_perm=128, num_part=16)
    signed = []
    for i, text in enumerate(texts):
        grams = shingles(text)
        signature = MinHash(num_perm=128)
        signature.update_batch([s.encode() for s in grams])
        signed.append((i, signature, len(grams)))
    lsh.index(signed)
    for i, signature, size in signed:
        for other in lsh.query(signature, size):
            join(i, other)
elif tool == 'rensa':
    from rensa import RMinHash, RMinHashLSH
    lsh = RMinHashLSH(threshold=threshold, num_perm=128, num_bands=32)
    signed = []
    for i, text in enumerate(texts):
        signature = RMinHash(num_perm=128, seed=42)
        signature.update(list(shingles(text)))
        for other in lsh.query(signature):
            if signature.jaccard(signed[other]) >= threshold:
                join(i, other)
        lsh.insert(i, signature)
        signed.append(signature)
elif tool == 'gaoya':
    from gaoya.minhash import MinHashStringIndex
    index = MinHashStringIndex(hash_size=32, jaccard_threshold=threshold, num_bands=42, band_size=3,
                               analyzer='word', lowercase=True, ngram_range=(3, 3))
    for i, text in enumerate(texts):
        for other in index.query(text):
            join(i, other)
        index.insert_document(i, text)
elif tool == 'tfidf':
    from sklearn.feature_extraction.text import TfidfVectorizer
    matrix = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit_transform(texts)
    for start in range(0, len(rows), 500):
        product = matrix[start:start + 500] @ matrix.T
        product.data[product.data < threshold] = 0
        product.eliminate_zeros()
        product = product.tocoo()
        for a, b in zip(product.row, product.col):
            join(start + int(a), int(b))
elif tool == 'rapidfuzz':
    from rapidfuzz import fuzz, process, utils
    clean = [utils.default_process(text) for text in texts]
    for start in range(0, len(rows), 500):
        scores = process.cdist(clean[start:start + 500], clean, scorer=fuzz.token_set_ratio, score_cutoff=threshold)
        for a, b in zip(*scores.nonzero()):
            join(start + int(a), int(b))
else:
    sys.exit(f'expected a known tool, found {tool}')

for i, name in enumerate(ids):
    print(f'{name}\t{ids[root(i)]}')
usage = resource.getrusage(resource.RUSAGE_SELF)
print(f'{usage.ru_utime + usage.ru_stime:.2f} {usage.ru_maxrss / 1024:.0f}', file=sys.stderr)
