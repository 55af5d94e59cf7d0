"""Fits the label stage's models on what export.mjs wrote; once without each fold of sites, and once on all.
usage: train.py words|first|second FORMAT OUT [FOLDS, e.g. 0,1,2,3,4,all]
Deterministic: one thread, fixed seeds, fixed order."""
import base64
import json
import os
import sys

import lightgbm as lgb
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

BUCKETS = 1 << 15
TREES = {'html': (150, 31), 'text': (100, 31)}
THREADS = int(os.environ.get('THREADS', '2'))


def load(fmt, out):
    data = np.load(f'{out}/{fmt}.prep.npz')
    return {name: data[name] for name in data.files}


def save(fmt, out, fold, **parts):
    path = f'{out}/{fmt}.{fold}.json'
    old = json.load(open(path)) if os.path.exists(path) else {}
    json.dump({**old, **parts}, open(path, 'w'))


def without(data, fold):
    known = data['y'] != 2
    return known if fold == 'all' else known & (data['fold'] != int(fold))


# words and names

def buckets_of(fmt, out, which):
    ends = np.fromfile(f'{out}/{fmt}.counts.i32', np.int32).reshape(-1, 2)[:, which].astype(np.int64)
    pages = np.load(f'{out}/{fmt}.prep.npz')['page']
    indices = np.fromfile(f'{out}/{fmt}.{("words", "names")[which]}.i32', np.int32)
    # The counts run within a page.
    starts = np.concatenate([[0], ends[:-1]])
    starts[np.concatenate([[True], pages[1:] != pages[:-1]])] = 0
    indptr = np.concatenate([[0], np.cumsum(ends - starts)])
    lengths = np.diff(indptr)
    scale = 1 / np.sqrt(np.maximum(1, lengths)) if which == 0 else np.full(len(lengths), 0.2)
    values = np.repeat(scale, lengths).astype(np.float32)
    return csr_matrix((values, indices, indptr), shape=(len(lengths), BUCKETS)), which


def linear(rows, which, y, weight):
    model = SGDClassifier(loss='log_loss', alpha=(3e-6, 1e-5)[which], average=True, max_iter=6, tol=None, random_state=0)
    model.fit(rows, y, sample_weight=weight)
    coef = model.coef_[0] * (1 if which == 0 else 0.2)
    unit = float(np.quantile(np.abs(coef), 0.9995) / 127)
    whole = np.clip(np.round(coef / unit), -127, 127).astype(np.int8)
    return {'unit': unit, 'data': base64.b64encode(whole.tobytes()).decode()}


def fit_words(fmt, out, folds):
    data = load(fmt, out)
    weight = 0.3 + np.log1p(data['w'])
    for which in (0, 1) if fmt == 'html' else (0,):
        rows, _ = buckets_of(fmt, out, which)
        for fold in folds:
            take = np.flatnonzero(without(data, fold))
            save(fmt, out, fold, **{('words', 'names')[which]: linear(rows[take], which, data['y'][take], weight[take])})
    if fmt == 'text':
        for fold in folds:
            save(fmt, out, fold, names=None)


# forests

def pack(booster, columns):
    """Flat arrays as src/stages/label/model/forest.ts reads them."""
    roots, branch, threshold, leaf, feature = [], [], [], [], []
    used = {}

    def leaf_of(node):
        leaf.append(node['leaf_value'])
        return ~(len(leaf) - 1)

    def walk(node):
        if 'leaf_value' in node and 'split_feature' not in node:
            return leaf_of(node)
        at = len(threshold)
        feature.append(used.setdefault(node['split_feature'], len(used)))
        threshold.append(node['threshold'])
        branch.extend([0, 0])
        branch[at * 2] = walk(node['left_child'])
        branch[at * 2 + 1] = walk(node['right_child'])
        return at

    for tree in booster.dump_model()['tree_info']:
        roots.append(walk(tree['tree_structure']))
    data = b''.join([np.array(roots, '<i4').tobytes(), np.array(branch, '<i4').tobytes(), np.array(threshold, '<f4').tobytes(),
                     np.array(leaf, '<f4').tobytes(), np.array(feature, '<u2').tobytes()])
    return {'columns': [columns[i] for i in used], 'trees': len(roots), 'nodes': len(threshold), 'leaves': len(leaf),
            'data': base64.b64encode(data).decode()}


def weights_of(data):
    """What a block counts: its words, as a share of its page's, so that each page counts about the same."""
    y, w, page = data['y'], data['w'].astype(float), data['page']
    gold = np.bincount(page, w * (y == 1), minlength=page.max() + 1)
    every = np.bincount(page, w, minlength=page.max() + 1)
    size = np.where(gold > 0, np.maximum(gold, 60), np.maximum(every, 60))
    share = np.minimum(w, 120) / size[page]
    weight = 0.15 / np.sqrt(np.bincount(page)[page]) + share * 3
    return weight / weight.mean()


def sample(data, take, seed):
    """Of the blocks that lie far from any of the article's, one in four, counted four times."""
    y, page = data['y'], data['page']
    n = len(y)
    at = np.arange(n)
    last = np.where(y == 1, at, -10**9)
    near = np.minimum(at - np.maximum.accumulate(last), (np.minimum.accumulate(np.where(y == 1, at, 10**9)[::-1])[::-1] - at))
    far = (near > 12) & (y == 0)
    keep = ~far | (np.random.RandomState(seed).rand(n) < 0.25)
    return take & keep, np.where(far, 4.0, 1.0)


def fit_forest(step, fmt, out, folds):
    data = load(fmt, out)
    columns = json.load(open(f'{out}/{fmt}.{step}.columns.json'))
    matrix = np.memmap(f'{out}/{fmt}.{step}.f32', np.float32, 'r').reshape(-1, len(columns))
    trees, leaves = TREES[fmt]
    weight = weights_of(data)
    p = np.full(len(matrix), np.nan, np.float32)
    for fold in folds:
        take, times = sample(data, without(data, fold), 1)
        rows = np.flatnonzero(take)
        train = lgb.Dataset(matrix[rows], data['y'][rows], weight=(weight * times)[rows], feature_name=[f'f{i}' for i in range(len(columns))],
                            params={'max_bin': 127, 'verbose': -1, 'feature_pre_filter': False})
        params = dict(objective='binary', num_leaves=leaves, learning_rate=0.09, feature_fraction=0.3, lambda_l2=5, min_data_in_leaf=40,
                      min_sum_hessian_in_leaf=1e-3, max_bin=127, verbose=-1, num_threads=THREADS, deterministic=True, force_row_wise=True, seed=1)
        booster = lgb.train(params, train, trees)
        save(fmt, out, fold, **{step: pack(booster, columns)})
        if fold != 'all':
            test = np.flatnonzero(data['fold'] == int(fold))
            p[test] = booster.predict(matrix[test], num_threads=THREADS)
            known = test[data['y'][test] != 2]
            print(fmt, step, fold, 'rows', len(rows), 'weighted error', round(float(np.average((p[known] > 0.5) != data['y'][known], weights=weight[known])), 4), flush=True)
    np.save(f'{out}/{fmt}.{step}.p.npy', p)


if __name__ == '__main__':
    step, fmt, out = sys.argv[1:4]
    folds = (sys.argv[4] if len(sys.argv) > 4 else '0,1,2,3,4,all').split(',')
    if step == 'words':
        fit_words(fmt, out, folds)
    else:
        fit_forest(step, fmt, out, folds)
