import type { ReadNotes } from './reader.ts';

/** What readers said, as plain data. */
export interface NotesData {
  /** Records passed over, by what they are. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Fields of the map that some row has. */
  readonly fields: readonly string[];
}

/** Gathers what readers say. */
export interface Notes extends ReadNotes {
  /** Adds what another gatherer has. */
  add(data: NotesData): void;
  data(): NotesData;
}

/** Makes an empty gatherer. */
export function createNotes(): Notes {
  const skipped = new Map<string, number>();
  const fields = new Set<string>();
  const count = (what: string, by: number): void => {
    skipped.set(what, (skipped.get(what) ?? 0) + by);
  };
  return {
    skipped: (what) => count(what, 1),
    hasField: (name) => void fields.add(name),
    add(data) {
      for (const [what, by] of Object.entries(data.skipped)) count(what, by);
      for (const name of data.fields) fields.add(name);
    },
    data: () => ({
      skipped: Object.fromEntries([...skipped].sort(([a], [b]) => (a < b ? -1 : 1))),
      fields: [...fields].sort(),
    }),
  };
}
