/** What readers say besides entries; counts of several splits can be added up (`createNotes`). */
export interface ReadNotes {
  /** Passed over a record that holds no article. @param what in the plural: `request records` */
  skipped(what: string): void;
  /** A row has this field of the map (the name that the row has for it). */
  hasField(name: string): void;
}

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
  /** What was gathered since this was asked last. */
  take(): NotesData;
}

/** Makes an empty gatherer. */
export function createNotes(): Notes {
  const skipped = new Map<string, number>();
  const fields = new Set<string>();
  const count = (what: string, by: number): void => {
    skipped.set(what, (skipped.get(what) ?? 0) + by);
  };
  const data = (): NotesData => ({
    skipped: Object.fromEntries([...skipped].sort(([a], [b]) => (a < b ? -1 : 1))),
    fields: [...fields].sort(),
  });
  return {
    skipped: (what) => count(what, 1),
    hasField: (name) => void fields.add(name),
    add(other) {
      for (const [what, by] of Object.entries(other.skipped)) count(what, by);
      for (const name of other.fields) fields.add(name);
    },
    data,
    take() {
      const taken = data();
      skipped.clear();
      fields.clear();
      return taken;
    },
  };
}
