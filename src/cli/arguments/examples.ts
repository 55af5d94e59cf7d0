/** Command lines that the help of a command shows, each with what it does. */
export type Examples = readonly (readonly [line: string, does: string])[];

/** By the command's name. */
export const EXAMPLES: Readonly<Record<string, Examples>> = {
  clean: [
    ['copydesk clean page.html', 'one page, its article as JSON on standard output'],
    ['copydesk clean pages -o out', 'a folder, one JSON file for each article'],
    ['copydesk clean rows.ndjson --to ndjson > articles.ndjson', 'rows in, rows out'],
    ['curl -sL https://example.org/a | copydesk clean - --to md', 'a page as Markdown'],
  ],
  repair: [
    ['copydesk repair garbled.txt > repaired.txt', 'a text'],
    ['copydesk repair --explain garbled.txt', 'what would be changed, and why'],
    ['copydesk repair --ndjson < rows.ndjson', 'rows {id, input}, answered one by one'],
  ],
  explain: [
    ['copydesk explain page.html', 'the fate of every line'],
    ['copydesk explain page.html:120', 'of one line'],
    ['copydesk explain --why page.html:120', 'all that was said of that line'],
    ['copydesk explain a.html b.html', 'whether two articles are one'],
  ],
  check: [
    ['copydesk check fixtures', 'compares; ends with 1 where something differs'],
    ['copydesk check fixtures --add', 'writes what inputs without an expectation give now'],
    ['copydesk check fixtures --update', 'accepts the differences'],
  ],
  dedupe: [
    ['copydesk dedupe out > clusters.ndjson', 'the articles that clean -o wrote'],
    ['copydesk dedupe rows.ndjson --titles', 'by their titles alone'],
    ['copydesk dedupe today.ndjson --index seen.index', 'with all earlier days'],
  ],
  spark: [
    ['copydesk spark --in pages.ndjson -o articles --print', 'the job, to be looked at'],
    [
      'copydesk spark --in rows -o articles --dedupe titles,articles',
      'cleans, and finds duplicates',
    ],
    ['copydesk spark --pack copydesk.tgz', 'an archive for machines without Node'],
  ],
  schema: [['copydesk schema > article.schema.json', 'for validators and editors']],
  completion: [
    ['source <(copydesk completion bash)', 'in ~/.bashrc'],
    ['source <(copydesk completion zsh)', 'in ~/.zshrc, behind compinit'],
    ['copydesk completion fish | source', 'in ~/.config/fish/config.fish'],
  ],
};

/** The examples of a command as its help ends with them: lines that can be copied whole. */
export function examplesText(name: string): string {
  const lines = (EXAMPLES[name] ?? []).map(([line, does]) => `  ${line}\n      ${does}`);
  return lines.length === 0 ? '' : `\n\nExamples:\n${lines.join('\n')}`;
}
