// Writes api-report.md: what the library exports and the types that these name, as the build declares them, without
// comments. A change of the public face then shows in review.
// usage, after a build: node scripts/api-report.mjs            writes the report
//                       node scripts/api-report.mjs --check    compares with it; exit 1 when it differs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../', import.meta.url));
const REPORT = path.join(root, 'api-report.md');
const dist = path.join(root, 'dist') + path.sep;
/** What flows between the stages is for looking and may change with any version: its types are no part of the report. */
const INNER = 'Flow';

const program = ts.createProgram([path.join(dist, 'index.d.ts')], {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  skipLibCheck: true,
  types: ['node'],
});
const checker = program.getTypeChecker();
const printer = ts.createPrinter({ removeComments: true });

const report = reportOf(program.getSourceFile(path.join(dist, 'index.d.ts')));
if (process.argv[2] !== '--check') writeFileSync(REPORT, report);
else if (!existsSync(REPORT) || readFileSync(REPORT, 'utf8') !== report) {
  console.error(
    'api-report.md is not what the build exports: npm run api writes it; then see git diff',
  );
  process.exitCode = 1;
}

function reportOf(index) {
  const exported = new Map();
  for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(index))) {
    exported.set(original(symbol), symbol.name);
  }
  const named = new Map();
  for (const symbol of exported.keys()) {
    if (symbol.name !== INNER) collect(symbol, exported, named);
  }
  const parts = ['# What the library exports', listed(exported)];
  if (named.size > 0) parts.push('# Types that these name', listed(named));
  return `${['<!-- Written by `npm run api`; not to be edited. -->', ...parts].join('\n\n')}\n`;
}

/** The symbol that a re-export stands for. */
function original(symbol) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Adds the types of this package that a declaration names, and those that they name, unless they are exported. */
function collect(symbol, exported, named) {
  const visit = (node) => {
    const inner = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const target = inner && original(inner);
    if (target && isOwnType(target) && !exported.has(target) && !named.has(target)) {
      named.set(target, target.name);
      if (target.name !== INNER) collect(target, exported, named);
    }
    ts.forEachChild(node, visit);
  };
  for (const declaration of symbol.declarations ?? []) visit(declaration);
}

/** Whether a symbol is a declaration of its own in a file of the build, and no member or parameter of one. */
function isOwnType({ declarations = [] }) {
  return declarations.some(
    (one) =>
      one.getSourceFile().fileName.startsWith(dist) && ts.isSourceFile(statementOf(one).parent),
  );
}

/** The declaration that stands by itself: of a variable, its whole statement. */
function statementOf(declaration) {
  return ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
}

/** The declarations of symbols, by name, as one block of code. */
function listed(symbols) {
  const entries = [...symbols].sort(([, a], [, b]) => (a < b ? -1 : 1));
  const code = entries.map(([{ declarations }]) =>
    declarations.map((one) => shown(statementOf(one))).join('\n'),
  );
  return ['```ts', code.join('\n\n'), '```'].join('\n');
}

/** A statement as code. Words that may be chosen among are sorted, since the compiler's order of them is accidental. */
function shown(statement) {
  const file = statement.getSourceFile();
  const textOf = (node) => printer.printNode(ts.EmitHint.Unspecified, node, file);
  const sorted = (nodes) => [...nodes].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  const { transformed } = ts.transform(statement, [
    (context) => (node) => {
      const visit = (one) => {
        if (ts.isTypeLiteralNode(one) && one.members.every(isWord)) {
          return context.factory.updateTypeLiteralNode(one, sorted(one.members));
        }
        if (ts.isUnionTypeNode(one) && one.types.every(ts.isLiteralTypeNode)) {
          return context.factory.updateUnionTypeNode(one, sorted(one.types));
        }
        return ts.visitEachChild(one, visit, context);
      };
      return visit(node);
    },
  ]);
  return textOf(transformed[0]);
}

/** Whether a member is an entry of zod's enumerations: `text: "text"`. */
function isWord(member) {
  return ts.isPropertySignature(member) && member.type && ts.isLiteralTypeNode(member.type);
}
