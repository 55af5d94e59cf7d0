import { createRequire } from 'node:module';
import type * as Iconv from 'iconv-lite';
import { once } from '../../assets/once.ts';

/** iconv-lite, loaded when it is first needed: hardly any input is in a legacy charset. */
export const iconv = once(() => createRequire(import.meta.url)('iconv-lite') as typeof Iconv);
