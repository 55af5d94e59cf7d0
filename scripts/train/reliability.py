"""How often blocks are what the label stage says, by certainty in ten bins, cross-validated.
usage: reliability.py FORMAT WORK FOLDS"""
import json
import sys

import numpy as np


def main(fmt, work, folds):
    gold = np.load(f'{work}/{fmt}.prep.npz')
    rows = [json.loads(line) for line in open(f'{work}/{fmt}.rows.jsonl', encoding='utf-8')]
    ends = np.cumsum([row['n'] for row in rows])
    counts = np.zeros((2, 10, 2), int)
    for fold in folds:
        shown = np.fromfile(f'{work}/{fmt}.{fold}.certainty.f32', np.float32)
        known = [gold['y'][end - row['n'] : end] for row, end in zip(rows, ends) if row['fold'] == int(fold) and row['measured']]
        y = np.concatenate(known)
        for side, sign in enumerate((1, -1)):
            take = (shown * sign > 0) & (y != 2)
            bins = np.minimum(9, (np.abs(shown[take]) * 10 + 1e-4).astype(int))
            np.add.at(counts[side], (bins, (y[take] == 1 - side).astype(int)), 1)
    for name, table in (('body', counts[0]), ('removed', counts[1]), ('both', counts.sum(0))):
        print(fmt, name, ', '.join(f'{k / 10:.1f}: {right / max(1, right + wrong):.3f} of {right + wrong}' for k, (wrong, right) in enumerate(table)))


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2], sys.argv[3].split(','))
