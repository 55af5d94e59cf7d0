// Writes rows {id, title, text, date} in which it is known what is one: stories of Zipf-sized clusters in the variants that outlets
// print, and templates that are filled in anew. Words come from the fixtures' articles, each by what follows it there;
// names and numbers are made up. The same seed gives the same rows.
// usage: node bench/dedupe-corpus.mjs COUNT [SEED] > rows.ndjson     the cluster stands in the id, before its dash
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { randomOf } from '../scripts/random.mjs';

const SPACE = /\s+/;
const SYLLABLES = 'ba de fi go lu ma ne pi ro su ta ve xi yo zu kra plo shi tre vun'.split(' ');
const LEFTOVERS = [
  'Share this article',
  'Advertisement',
  'Subscribe to our newsletter',
  'Read more: What you need to know today',
  'Comments are moderated and will not appear until approved.',
];
const AGENCIES = ['Reuters', 'AP', 'AFP', 'dpa', 'EFE'];
/** Exponent of the sizes of clusters, and the largest. */
const ZIPF = 2.2;
const LARGEST = 2000;
/** Share of templates among the stories. */
const TEMPLATES = 0.02;
const DAYS = 28;

/** Words of the fixtures' articles in Latin script, and for each the words that follow it. */
function chainOf() {
  const root = new URL('../fixtures/', import.meta.url);
  const words = [];
  const numbers = new Map();
  const next = [];
  for (const name of readdirSync(root, { recursive: true }).sort()) {
    if (!name.startsWith('en/') || !name.endsWith('.json')) continue;
    const { body = [] } = JSON.parse(readFileSync(new URL(name, root), 'utf8'));
    const text = body.map((block) => block.text).join(' ');
    let last = -1;
    for (const word of text.split(SPACE)) {
      if (!numbers.has(word)) {
        numbers.set(word, words.length);
        words.push(word);
        next.push([]);
      }
      const number = numbers.get(word);
      if (last >= 0) next[last].push(number);
      last = number;
    }
  }
  return { words, next };
}

/** Rows, as many as asked for. */
export function* rowsOf(count, seed = 1) {
  const random = randomOf(seed);
  const { words, next } = chainOf();
  const pick = (list) => list[Math.floor(random() * list.length)];
  const name = () => {
    const length = 2 + Math.floor(random() * 3);
    let made = '';
    for (let i = 0; i < length; i++) made += pick(SYLLABLES);
    return made[0].toUpperCase() + made.slice(1);
  };
  const number = () => String(1 + Math.floor(random() ** 3 * 100_000));
  const sentence = (names) => {
    const made = [];
    let at = Math.floor(random() * words.length);
    const length = 9 + Math.floor(random() * 18);
    for (let i = 0; i < length; i++) {
      const chance = random();
      // Every sixth word is the story's own, and every tenth leaves the chain: fixtures are few, stories many.
      if (chance < 0.12) made.push(pick(names));
      else if (chance < 0.17) made.push(number());
      else made.push(words[at]);
      at =
        chance > 0.85 || next[at].length === 0
          ? Math.floor(random() * words.length)
          : pick(next[at]);
    }
    const text = made.join(' ');
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  const story = () => {
    const names = Array.from({ length: 6 }, name);
    const paragraphs = Array.from({ length: 4 + Math.floor(random() * 6) }, () =>
      Array.from({ length: 1 + Math.floor(random() * 2) }, () => sentence(names)).join(' '),
    );
    return { title: sentence(names).split(' ').slice(0, 9).join(' '), paragraphs };
  };
  const edited = (text, share) =>
    text
      .split(' ')
      .flatMap((word) => {
        if (random() >= share) return [word];
        return random() < 0.4 ? [] : [pick(words)];
      })
      .join(' ');
  const changed = (paragraphs) => {
    let own = [...paragraphs];
    if (random() < 0.3)
      own = own.slice(0, Math.max(3, Math.ceil(own.length * (0.55 + random() * 0.4))));
    if (random() < 0.5) own = own.map((text) => edited(text, 0.04));
    if (random() < 0.1) own.splice(1, 0, own.splice(2, 1)[0]);
    if (random() < 0.3) own.splice(Math.floor(random() * own.length), 0, pick(LEFTOVERS));
    if (random() < 0.15) own.push(story().paragraphs[0]);
    return own;
  };
  const variant = ({ title, paragraphs }, isFirst) => {
    const own = isFirst ? [...paragraphs] : changed(paragraphs);
    if (random() < 0.5) {
      const day = 1 + Math.floor(random() * DAYS);
      own[0] = `${name().toUpperCase()}, May ${day} (${pick(AGENCIES)}) — ${own[0]}`;
    }
    return { title: random() < 0.3 ? `UPDATE 1-${title}` : title, text: own.join('\n\n') };
  };
  const template = () => {
    const [a, b] = [name(), name()];
    const score = [60 + Math.floor(random() * 60), 50 + Math.floor(random() * 50)];
    return {
      title: `${a} beats ${b} ${score.join('-')}`,
      text: `${name()} ${name()} had ${10 + Math.floor(random() * 30)} points to lead ${a} to a ${score.join('-')} win over ${b} on Saturday night.\n\n${name()} ${name()} added ${8 + Math.floor(random() * 20)} points and ${2 + Math.floor(random() * 14)} rebounds for ${a} (${Math.floor(random() * 9)}-${Math.floor(random() * 9)}).\n\n${b} shot ${30 + Math.floor(random() * 25)} percent from the field and committed ${6 + Math.floor(random() * 18)} turnovers. ${a} led ${20 + Math.floor(random() * 30)}-${15 + Math.floor(random() * 30)} at halftime. The next game of both teams is at home, and tickets are on sale at the box office.`,
    };
  };
  // Stories are open for a while, so that variants of one stand apart in the file.
  const open = [];
  let clusters = 0;
  for (let made = 0; made < count; made++) {
    const day = `2024-05-${String(1 + (Math.floor((made / count) * DAYS) % DAYS)).padStart(2, '0')}`;
    if (random() < TEMPLATES) {
      yield { id: `t${made}-0`, date: day, ...template() };
      continue;
    }
    if (open.length < 64 || random() < 0.35) {
      const size = Math.min(LARGEST, Math.floor(random() ** (-1 / (ZIPF - 1))));
      open.push({ cluster: `s${clusters++}`, left: size, made: 0, story: story() });
    }
    const at = Math.floor(random() * open.length);
    const chosen = open[at];
    yield {
      id: `${chosen.cluster}-${chosen.made}`,
      date: day,
      ...variant(chosen.story, chosen.made === 0),
    };
    chosen.made += 1;
    chosen.left -= 1;
    if (chosen.left === 0) {
      open[at] = open.at(-1);
      open.pop();
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [count, seed] = process.argv.slice(2).map(Number);
  let lines = [];
  const write = () =>
    new Promise((resolve) => {
      const text = lines.join('');
      lines = [];
      process.stdout.write(text, resolve);
    });
  for (const row of rowsOf(count, seed || 1)) {
    lines.push(`${JSON.stringify(row)}\n`);
    if (lines.length === 500) await write();
  }
  await write();
}
