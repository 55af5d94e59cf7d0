import type { Document } from '../../document/document.ts';

/** What reading a text or a page gives: its linear text with the blocks in it, and what its markup states. */
export type Content = Pick<Document, 'text' | 'positions' | 'blocks' | 'facts' | 'warnings'>;
