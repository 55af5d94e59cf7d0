// Invented articles, in variants as outlets print them.

/** A wire story. */
export const BRIDGE = `The council of Halverstad voted on Tuesday to close the Morrow bridge for 14 months, after divers found cracks in two of its nine piers.

"We cannot ask people to cross a bridge that we would not cross ourselves," said the mayor, Ingrid Tollefsen, who had promised a decision before the summer.

The bridge, built in 1931, carries some 22,000 cars a day between the old harbour and the northern suburbs. A temporary crossing is to open 400 metres upstream, at a cost of 61 million crowns.

Traders in Harbour Street said that the closure would ruin them. "My father survived the flood of 1967, I will not survive this," said the baker Aksel Brandvik.

The regional government is to pay half of the repairs. Work will begin on 3 August and end, if the winter is mild, in October of next year.`;

/** Another one. */
export const FERRY = `A ferry with 212 people on board ran aground off Sundervik early on Friday, the coast guard said, and all passengers were brought to land before noon.

The Maren Elise had left Torshamn at five in the morning and struck a sandbank in thick fog. Two sailors were treated for cold, and nobody was badly hurt.

"The captain followed the channel that is on the chart, but the sand had moved since the storms of January," said a spokesman of the shipping line, Peder Haugland.

Tugs were to pull the ship free at high tide on Saturday. Divers will examine the hull before it returns to service, and the line has chartered a replacement until then.`;

/** What a newspaper fills in every day. */
export function marketReport(
  day: string,
  close: string,
  change: string,
  firm: string,
  rise: string,
) {
  return `Shares on the Nordmark exchange ended ${change} on ${day}.

The NX-30 index closed at ${close} points. The biggest winner was ${firm}, which gained ${rise} percent after publishing its results.

Trading was thin ahead of the decision of the central bank, dealers said. The currency was little changed against the euro. Analysts expect more of the same in the days to come.`;
}

/** The same with another dateline. */
export function withDateline(text: string, dateline: string): string {
  return `${dateline} ${text}`;
}

/** The paragraphs of a text from one number up to another. */
export function paragraphs(text: string, from: number, to: number): string {
  return text.split('\n\n').slice(from, to).join('\n\n');
}
