import { InsertionMode } from 'parse5';

const APART: ReadonlySet<InsertionMode> = new Set([
  InsertionMode.IN_COLUMN_GROUP,
  InsertionMode.IN_FRAMESET,
  InsertionMode.AFTER_FRAMESET,
  InsertionMode.AFTER_AFTER_FRAMESET,
]);

/** Whether the parser, in this mode, may keep white space and drop other text (HTML Standard, 13.2.6.4). */
export function keepsSpaceApart(mode: InsertionMode): boolean {
  return APART.has(mode);
}
