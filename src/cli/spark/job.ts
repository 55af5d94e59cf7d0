import { CAP } from '../../batch/dedupe/deduper.ts';
import { candidateStatements } from '../../dedupe/candidates/statements.ts';
import { articleColumns, articleType, type JsonSchema } from './article-type.ts';
import type { SparkFormat, SparkKind, SparkPartition } from './choices.ts';
import { fill, sqlText } from './fill.ts';
import { pagesOf } from './pages.ts';

/** Names of the templates in `integrations/spark/`. */
export const TEMPLATES = [
  'clean',
  'dedupe',
  'dedupe-articles',
  'dedupe-titles',
  'components',
  'clusters',
  'write',
] as const;
export type Templates = Readonly<Record<(typeof TEMPLATES)[number], string>>;

/** What a job is to do. */
export interface JobSettings {
  readonly input: string;
  readonly kind: SparkKind;
  readonly out: string;
  readonly format: SparkFormat;
  readonly partitionBy: SparkPartition | null;
  readonly titles: boolean;
  readonly articles: boolean;
  /** Days that may lie between two articles that are one. */
  readonly windowDays: number;
  readonly sites: boolean;
  /** How a shell of the cluster's machines calls copydesk. */
  readonly filter: string;
}

/** What `from_json` is told: a text may be as long as a row of the filter, 256 MB with room. */
const JSON_OPTIONS = "map('maxStringLen', '268435456')";
/**
 * What a shell does where the filter fails: reads the rest of the rows, so that Spark sees the status and what the filter said, and
 * not only a broken pipe.
 */
const FAILED = ' || { status=$?; cat > /dev/null; exit $status; }';
const CREATED = /^CREATE TABLE (\w+)/gm;

/**
 * The SQL of a job.
 *
 * @param schema of an Article
 */
export function jobOf(settings: JobSettings, templates: Templates, schema: JsonSchema): string {
  const { partitionBy, out, format, sites } = settings;
  const pages = pagesOf(settings.input, settings.kind, sites);
  const isDeduped = settings.titles || settings.articles;
  const values = {
    // What is read once goes straight to where it is written.
    cleaned: isDeduped ? 'TABLE cleaned USING parquet' : 'TEMPORARY VIEW cleaned',
    article: articleType(schema),
    json: JSON_OPTIONS,
    filter: sqlText(settings.filter),
    failed: FAILED,
    before: pages.before,
    clean: `${pages.options} --to ndjson --quiet${sites ? ' --sites' : ''}`,
    pages: pages.query,
  };
  const write = fill(templates.write, {
    out: sqlText(out),
    format,
    columns: columnsOf(schema, isDeduped),
    day: partitionBy === 'day' ? ', substring(c.published.value, 1, 10) AS day' : '',
    partitioned: partitionBy === null ? '' : ` PARTITIONED BY (${partitionBy})`,
    joined: isDeduped ? ' LEFT JOIN member AS m ON m.row = c.row' : '',
  });
  const steps = [pages.open, fill(templates.clean, values)];
  if (isDeduped) steps.push(dedupe(settings, templates, values));
  const job = steps.join('\n');
  const drops = [...job.matchAll(CREATED)].map(([, name]) => `DROP TABLE ${name};`);
  return `${job}\n${write}\n${drops.join('\n')}\n`;
}

function columnsOf(schema: JsonSchema, isDeduped: boolean): string {
  const found: Readonly<Record<string, string>> = {
    cluster: 'm.cluster',
    duplicateOf: 'CASE WHEN m.kept <> c.row THEN m.cluster END AS duplicateOf',
    clusterSize: 'm.clusterSize',
  };
  const columns = articleColumns(schema).map(
    (name) => (isDeduped ? found[name] : undefined) ?? `c.\`${name}\``,
  );
  return [...columns, 'c.error'].join(', ');
}

function dedupe(
  { titles, articles, windowDays }: JobSettings,
  templates: Templates,
  shared: Readonly<Record<string, string>>,
): string {
  const components = (label: string, arc: string): string =>
    fill(templates.components, { label, arc });
  const values = {
    ...shared,
    days: String(windowDays),
    window: ` --window ${windowDays}`,
    candidates: candidateStatements(CAP)
      .map((statement) => `${statement};`)
      .join('\n'),
    components: components('label', 'arc'),
    link: titles ? 'TABLE link USING parquet' : 'TEMPORARY VIEW link',
  };
  return [
    fill(templates.dedupe, {
      ...values,
      titles: titles ? fill(templates['dedupe-titles'], values) : '',
      articles: articles ? fill(templates['dedupe-articles'], values) : '',
    }),
    groupsOf(titles, articles, components),
    fill(templates.clusters, { groups: 'grouped' }),
  ].join('\n');
}

/** `grouped(id, l)`: rows that belong together have the same `l`. By one measure, links are stars and need no search. */
function groupsOf(
  titles: boolean,
  articles: boolean,
  components: (label: string, arc: string) => string,
): string {
  if (!(titles && articles)) {
    const link = titles ? 'title_link' : 'link';
    return `CREATE TEMPORARY VIEW grouped AS SELECT row AS id, kept AS l FROM ${link};`;
  }
  const both = 'SELECT row AS x, kept AS y FROM link UNION ALL SELECT row, kept FROM title_link';
  return [
    'CREATE TABLE row_arc USING parquet AS',
    `SELECT x, y FROM (${both}) UNION ALL SELECT y, x FROM (${both});`,
    components('grouped', 'row_arc'),
  ].join('\n');
}
