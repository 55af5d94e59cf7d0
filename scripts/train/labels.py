"""Gold labels of blocks: 1 article, 0 not, 2 not known. Rows are those that export.mjs wrote."""
import re

from lab import TOK, label


def flat(text):
    return re.sub(r'\s+', ' ', text).strip()


def of_snippets(texts, wanted, unwanted):
    """A page of which only some snippets are known to be in the article or not."""
    wanted = [flat(w) for w in wanted or []]
    unwanted = [flat(w) for w in unwanted or []]
    out = []
    for text in map(flat, texts):
        if any(w in text or (len(text) > 30 and text in w) for w in wanted):
            out.append(1)
        elif any(w in text or (len(text) > 30 and text in w) for w in unwanted):
            out.append(0)
        else:
            out.append(2)
    return out


def of_lines(lines, labels):
    """A block of several lines is article when more of its lines are than are not; not known where lines are counted otherwise."""
    out = []
    if lines and lines[-1][1] > len(labels):
        return [2] * len(lines)
    for first, last in lines:
        part = labels[first - 1 : last]
        yes, no = part.count('1'), part.count('0')
        out.append(2 if yes == no == 0 else int(yes >= no))
    return out


def of_row(row):
    """The labels of a row's blocks."""
    if row['lines'] is not None:
        return of_lines(row['lines'], row['labels'])
    if row['expected_text']:
        return label(row['texts'], row['expected_text'], [row['title'] or ''])
    if row['with']:
        return of_snippets(row['texts'], row['with'], row['without'])
    return [0 if row['page_type'] not in (None, 'article') else 2] * row['n']


def sizes(row):
    """The number of words of each block, as the scorers count them."""
    return [len(TOK.findall(text)) for text in row['texts']]
