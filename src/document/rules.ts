import type { RemovedLabel } from '../contract/labels.ts';

import { NAMED, type Rule } from './rule-table.ts';

/** Tags whose elements hold one kind of text, and how sure that is. */
export const TAGS = {
  nav: { label: 'navigation', certainty: 0.95 },
  menu: { label: 'navigation', certainty: 0.8 },
  footer: { label: 'footer', certainty: 0.8 },
  noscript: { label: 'noscript', certainty: 0.9 },
  button: { label: 'site-template', certainty: 0.85 },
  select: { label: 'site-template', certainty: 0.95 },
  option: { label: 'site-template', certainty: 0.95 },
  textarea: { label: 'comment-form', certainty: 0.7 },
  label: { label: 'site-template', certainty: 0.8 },
  form: { label: 'site-template', certainty: 0.7 },
  dialog: { label: 'site-template', certainty: 0.8 },
  aside: { label: 'related', certainty: 0.6 },
  figcaption: { label: 'caption', certainty: 0.95 },
  video: { label: 'player', certainty: 0.9 },
  audio: { label: 'player', certainty: 0.9 },
  object: { label: 'player', certainty: 0.8 },
  svg: { label: 'icon-name', certainty: 0.9 },
} as const satisfies Readonly<Record<string, { label: RemovedLabel; certainty: number }>>;

/** A tag whose element tells what its text is. */
export type TellingTag = keyof typeof TAGS;

/** Name of a rule, as it stands in the ledger. */
export type RuleName =
  | keyof typeof NAMED
  | `name:${RemovedLabel}`
  | `tag:${TellingTag}`
  | `user-rule: ${string}`
  | `option captions: ${string}`;

const TAG = 'tag:';
const NAME = 'name:';
const BY_NAME: Rule = {
  kind: 'markup',
  certainty: 0.8,
  says: 'stands in an element whose names are those of that label',
};
const BY_USER: Rule = { kind: 'user', certainty: 1, says: 'is what the configuration says' };

const rules = new Map<string, Rule>(Object.entries(NAMED));
for (const [tag, { certainty }] of Object.entries(TAGS)) {
  rules.set(TAG + tag, { kind: 'markup', certainty, says: `stands inside <${tag}>` });
}

/** The rule of a name. */
export function ruleNamed(name: RuleName): Rule {
  const known = rules.get(name);
  if (known !== undefined) return known;
  return name.startsWith(NAME) ? BY_NAME : BY_USER;
}
