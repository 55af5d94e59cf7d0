/** A plain text whose unsure lines at its end are decided by what is favoured. */
export const FERRY = `Harbour town votes to keep its last ferry

By Jane Roe

The town of Marrow voted on Sunday to keep its last ferry, which has crossed the bay since 1931, by a margin of forty votes.

The council had planned to sell the boat and to build a footbridge instead, which would have cost four million over ten years.

“My father worked on this boat, and so did his,” said Ada Quill, who has sold tickets on the pier for thirty years.

The result binds the council for five years. The mayor said that she would respect it, though she had favoured the bridge.

We asked our readers what they thought about it

The ferry carries some two hundred people a day in summer, and in winter about thirty, most of them schoolchildren.

A study by the county found in March that the boat could run for another twenty years if its engine were replaced.

The pier has to be mended as well, which is to cost another half a million and to be done before the spring.

The paper has moved to the old customs house

Visit us on the pier of the old town, except on Mondays

More than just news

Leave a comment
`;

/** Number of the line, from 1, that begins so. */
export function ferryLine(start: string): number {
  return FERRY.split('\n').findIndex((line) => line.startsWith(start)) + 1;
}
