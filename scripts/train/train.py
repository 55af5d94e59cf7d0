"""Fits the label stage's models on what export.mjs wrote; once without each fold of sites, and once on all.
usage: train.py labels|words|blocks|page|finish FORMAT OUT [FOLDS, e.g. 0,1,2,3,4,all]
Deterministic: one thread, fixed seeds, fixed order."""
import base64
import json
import os
import sys

import lightgbm as lgb
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

# What a name of an element counts, where words count one over the square root of their number.
NAMES_SCALE = 0.2
# Weights are squares of numbers up to this: scripts/train/packed.mjs.
MOST_ROOT = 7
# Sizes of the forests, by cross-validation. Of texts there are three times as many lines to learn from.
TREES = {'html': 200, 'text': 240}
RATE = {'html': 0.07, 'text': 0.08}
MAX_BIN = {'html': 127, 'text': 63}
LEAVES = {'html': 63, 'text': 95}
# Of the blocks that lie far from any of the article's, the share that is learnt from.
FAR_SHARE = {'html': 0.25, 'text': 0.2}
# Of so many documents the forest does not see what the words speak for, so that it does not lean on words alone; in
# plain text there is little else to lean on.
WORDLESS = {'html': 0.3, 'text': 0}
# What a page of the fixtures counts.
OWN_WEIGHT = {'html': 8, 'text': 6}
# What a row counts that is made of another by leaving out what surrounds the article: most texts that people have are
# such. Its lines are known to the words' weights already, so that these do not see it.
MADE_WEIGHT = {'clean': 4, 'cutclean': 3, 'light': 4, 'cutlight': 3, 'teaser': 3, 'noblank': 1, 'oneline': 1}
HOLDS_FEW = ('light', 'cutlight', 'teaser')
# What a row counts that is a scraped text, labelled by hand: people's texts are such, and there are few.
SCRAPED_WEIGHT = 6
# What a line to remove counts in a row with few of them.
FEW_WEIGHT = 3
# What a page without an article counts, and one of which it is not known, beside one with an article; and the trees that
# tell them apart. By cross-validation: log loss fell from .156 to .146 (mean of three seeds, at a weight of 10), and half
# as many articles are missed.
NO_ARTICLE_WEIGHT = 12.0
UNKNOWN_WEIGHT = 0.5
PAGE_TREES = 350
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


def write_labels(fmt, out):
    """The gold label, size, page and fold of each block."""
    import labels

    y, w, page, fold, own, times, made = [], [], [], [], [], [], []
    for k, line in enumerate(open(f'{out}/{fmt}.rows.jsonl', encoding='utf-8')):
        row = json.loads(line)
        y += labels.of_row(row)
        w += labels.sizes(row)
        page += [k] * row['n']
        fold += [row['fold']] * row['n']
        own += [row.get('variant') == 'own'] * row['n']
        made += [variant_of(row) in MADE_WEIGHT] * row['n']
        times += times_of(row, y[-row['n'] :] if row['n'] else [])
    np.savez(f'{out}/{fmt}.prep.npz', y=np.array(y, np.int8), w=np.array(w, np.int32), page=np.array(page, np.int32), fold=np.array(fold, np.int8), own=np.array(own), times=np.array(times, np.float32), made=np.array(made))


def times_of(row, y):
    """How often each block of a row counts."""
    variant = variant_of(row)
    few = FEW_WEIGHT if variant in HOLDS_FEW else 1
    times = SCRAPED_WEIGHT if variant == 'scraped' else MADE_WEIGHT.get(variant, 1)
    return [times * (few if one == 0 else 1) for one in y]


def variant_of(row):
    return (row.get('variant') or '').rstrip('0123456789')


# words and names

def buckets_of(fmt, out, name):
    which = ('words', 'names').index(name)
    count = json.load(open(f'{out}/{fmt}.buckets.json'))[name]
    ends = np.fromfile(f'{out}/{fmt}.counts.i32', np.int32).reshape(-1, 2)[:, which].astype(np.int64)
    pages = np.load(f'{out}/{fmt}.prep.npz')['page']
    indices = np.fromfile(f'{out}/{fmt}.{name}.i32', np.int32)
    # The counts run within a page.
    starts = np.concatenate([[0], ends[:-1]])
    starts[np.concatenate([[True], pages[1:] != pages[:-1]])] = 0
    indptr = np.concatenate([[0], np.cumsum(ends - starts)])
    lengths = np.diff(indptr)
    scale = 1 / np.sqrt(np.maximum(1, lengths)) if name == 'words' else np.full(len(lengths), NAMES_SCALE)
    values = np.repeat(scale, lengths).astype(np.float32)
    return csr_matrix((values, indices, indptr), shape=(len(lengths), count))


def linear(rows, name, y, weight):
    """Weights with a sign, each rounded to the square of a whole number up to 7: so that four bits hold one. Of a line's
    words the score orders body and boilerplate as well as weights of eight bits do (area under the curve .9059, .9063)."""
    model = SGDClassifier(loss='log_loss', alpha={'words': 3e-6, 'names': 1e-5}[name], average=True, max_iter=6, tol=None, random_state=0)
    model.fit(rows, y, sample_weight=weight)
    coef = model.coef_[0] * {'words': 1, 'names': NAMES_SCALE}[name]
    most = float(np.quantile(np.abs(coef), 0.9995))
    root = np.minimum(MOST_ROOT, np.round(np.sqrt(np.abs(coef) / most) * MOST_ROOT))
    whole = (np.sign(coef) * root * root).astype(np.int8)
    return {'unit': most / MOST_ROOT**2, 'data': base64.b64encode(whole.tobytes()).decode()}


def fit_words(fmt, out, folds):
    data = load(fmt, out)
    weight = 0.3 + np.log1p(data['w'])
    for name in ('words', 'names') if fmt == 'html' else ('words',):
        rows = buckets_of(fmt, out, name)
        for fold in folds:
            take = np.flatnonzero(without(data, fold) & ~data['made'])
            save(fmt, out, fold, **{name: linear(rows[take], name, data['y'][take], weight[take])})
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


def weights_of(data, fmt):
    """What a block counts: its words, as a share of its page's, so that each page counts about the same; of texts, its line too."""
    y, w, page = data['y'], data['w'].astype(float), data['page']
    gold = np.bincount(page, w * (y == 1), minlength=page.max() + 1)
    every = np.bincount(page, w, minlength=page.max() + 1)
    size = np.where(gold > 0, np.maximum(gold, 60), np.maximum(every, 60))
    share = np.minimum(w, 120) / size[page]
    if fmt == 'text':
        lines = np.bincount(page, y == 1, minlength=page.max() + 1)
        weight = share + 1.5 / np.maximum(lines, 4)[page]
    else:
        weight = 0.15 / np.sqrt(np.bincount(page)[page]) + share * 3
    weight = weight * np.where(data['own'], OWN_WEIGHT[fmt], 1) * data['times']
    return weight / weight.mean()


def sample(data, take, share, seed):
    """Of the blocks that lie far from any of the article's, the share, counted so often more."""
    y, page = data['y'], data['page']
    n = len(y)
    at = np.arange(n)
    last = np.where(y == 1, at, -10**9)
    near = np.minimum(at - np.maximum.accumulate(last), (np.minimum.accumulate(np.where(y == 1, at, 10**9)[::-1])[::-1] - at))
    far = (near > 12) & (y == 0)
    keep = ~far | (np.random.RandomState(seed).rand(n) < share)
    return take & keep, np.where(far, 1 / share, 1.0)


def wordless(matrix, columns, page, share):
    dropped = (np.random.RandomState(3).rand(page.max() + 1) < share)[page]
    for k, name in enumerate(columns):
        if name.startswith('words:text'):
            matrix[dropped, k] = 0
    return matrix


def fit_blocks(fmt, out, folds):
    data = load(fmt, out)
    columns = json.load(open(f'{out}/{fmt}.blocks.columns.json'))
    matrix = np.memmap(f'{out}/{fmt}.blocks.f32', np.float32, 'r').reshape(-1, len(columns))
    weight = weights_of(data, fmt)
    p = np.full(len(matrix), np.nan, np.float32)
    take, times = sample(data, data['y'] != 2, FAR_SHARE[fmt], 1)
    rows = np.flatnonzero(take)
    whole = lgb.Dataset(wordless(matrix[rows], columns, data['page'][rows], WORDLESS[fmt]), data['y'][rows], weight=(weight * times)[rows], feature_name=[f'f{i}' for i in range(len(columns))],
                        params={'max_bin': MAX_BIN[fmt], 'verbose': -1, 'feature_pre_filter': False}).construct()
    params = dict(objective='binary', num_leaves=LEAVES[fmt], learning_rate=RATE[fmt], feature_fraction=0.3, bagging_fraction=0.5, bagging_freq=1, lambda_l2=5, min_data_in_leaf=40,
                  min_sum_hessian_in_leaf=1e-3, max_bin=MAX_BIN[fmt], verbose=-1, num_threads=THREADS, deterministic=True, force_row_wise=True, seed=1)
    for fold in folds:
        seen = np.flatnonzero(data['fold'][rows] != (-1 if fold == 'all' else int(fold)))
        booster = lgb.train(params, whole.subset(seen), TREES[fmt])
        save(fmt, out, fold, blocks=pack(booster, columns))
        if fold != 'all':
            test = np.flatnonzero(data['fold'] == int(fold))
            p[test] = booster.predict(matrix[test], num_threads=THREADS)
            known = test[data['y'][test] != 2]
            print(fmt, 'blocks', fold, 'rows', len(seen), 'weighted error', round(float(np.average((p[known] > 0.5) != data['y'][known], weights=weight[known])), 4), flush=True)
    np.save(f'{out}/{fmt}.blocks.p.npy', p)


# pages without an article, and certainty

def fit_page(fmt, out, folds):
    """A small forest over a page's features; row order is that of rows.jsonl. Pages of which neither text nor kind is known
    stand for articles: they were gathered for extractors of dates and texts."""
    columns = json.load(open(f'{out}/{fmt}.page.columns.json'))
    matrix = np.fromfile(f'{out}/{fmt}.page.f32', np.float32).reshape(-1, len(columns))
    rows = [json.loads(line) for line in open(f'{out}/{fmt}.rows.jsonl', encoding='utf-8')]
    y = np.array([0 if row['page_type'] not in (None, 'article') else 1 if row['expected_text'] else 2 for row in rows])
    fold_of = np.array([row['fold'] for row in rows])
    weight = np.choose(y, [NO_ARTICLE_WEIGHT, 1, UNKNOWN_WEIGHT])
    p = np.full(len(y), np.nan)
    for fold in folds:
        take = fold_of != (-1 if fold == 'all' else int(fold))
        train = lgb.Dataset(matrix[take], y[take] > 0, weight=weight[take], params={'max_bin': 63, 'verbose': -1})
        params = dict(objective='binary', num_leaves=5, learning_rate=0.03, feature_fraction=0.15, lambda_l2=3, min_data_in_leaf=20,
                      verbose=-1, num_threads=1, deterministic=True, force_row_wise=True, seed=1)
        booster = lgb.train(params, train, PAGE_TREES)
        save(fmt, out, fold, page=pack(booster, columns))
        if fold != 'all':
            p[fold_of == int(fold)] = booster.predict(matrix[fold_of == int(fold)])
    lite = np.array([row['lite'] for row in rows])
    for limit in (0.3, 0.4, 0.45, 0.5, 0.6):
        print('no article under', limit, 'found', round(float((p[y == 0] < limit).mean()), 3), 'wrongly', round(float((p[(y == 1) & lite] < limit).mean()), 4),
              'of all', round(float((p[y == 1] < limit).mean()), 4))


def calibrate(fmt, out, folds):
    """The share of body among blocks by score, in twentieths, from the scores of models that had not seen the site."""
    data = load(fmt, out)
    p = np.load(f'{out}/{fmt}.blocks.p.npy')
    known = (data['y'] != 2) & ~np.isnan(p)
    for fold in folds:
        take = known & (True if fold == 'all' else data['fold'] != int(fold))
        table = []
        for k in range(21):
            near = take & (np.abs(p - k / 20) <= 0.025)
            table.append((float(data['y'][near].sum()) + k / 20) / (float(near.sum()) + 1))
        table = np.maximum.accumulate(table)
        save(fmt, out, fold, calibration=[round(float(one), 4) for one in table])
    show_reliability(fmt, data, p, known)
    print(fmt, 'calibration', [round(float(one), 3) for one in table])


def show_reliability(fmt, data, p, known):
    """Certainty of each decision (body, or not) in ten bins, each fold calibrated on the others."""
    shown = np.full(len(p), np.nan)
    centres = np.arange(21) / 20
    for fold in range(5):
        take = known & (data['fold'] != fold)
        counts = np.array([[data['y'][m].sum() + c, m.sum() + 1] for c in centres for m in [take & (np.abs(p - c) <= 0.025)]])
        mine = data['fold'] == fold
        shown[mine] = np.interp(p[mine], centres, np.maximum.accumulate(counts[:, 0] / counts[:, 1]))
    for side, certainty, right in (('body', shown, data['y'] == 1), ('not body', 1 - shown, data['y'] == 0)):
        bins = np.minimum(9, (np.nan_to_num(certainty) * 10).astype(int))
        print(fmt, side, [(k, int((known & (bins == k)).sum()), round(float(right[known & (bins == k)].mean()), 3)) for k in range(5, 10)])


if __name__ == '__main__':
    step, fmt, out = sys.argv[1:4]
    folds = (sys.argv[4] if len(sys.argv) > 4 else '0,1,2,3,4,all').split(',')
    if step == 'labels':
        write_labels(fmt, out)
    elif step == 'words':
        fit_words(fmt, out, folds)
    elif step == 'page':
        fit_page(fmt, out, folds)
    elif step == 'finish':
        calibrate(fmt, out, folds)
    else:
        fit_blocks(fmt, out, folds)
