import { parseByline } from '../../../recognize/byline/index.ts';
import { words } from '../../../recognize/words.ts';
import { phraseKey } from '../../../text/phrase-key.ts';

/** UTF-16 units of `By` and the like, and of names: longer lines are something else. Set by hand. */
const MAX_PREFIX = 30;
const MAX_NAMES = 80;

/** Whether two lines are a byline that was torn at a link: `By` and a name. */
export function isTornByline(above: string, below: string): boolean {
  if (above.length > MAX_PREFIX || below.length > MAX_NAMES) return false;
  if (!words('byline-prefix').has(phraseKey(above))) return false;
  return parseByline(`${above} ${below}`)?.confident === true;
}
