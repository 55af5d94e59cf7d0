// Counts the numbers with a name in capitals, in src, and those of them that no comment explains: a unit, and where the
// number comes from. A `//` comment speaks for all constants under it up to the next blank line, a `/** */` comment or
// one behind it on the line for its own.
// usage: node scripts/check-constants.mjs [ROOM…]          a line for each room: without a comment, of all
//        node scripts/check-constants.mjs --list [ROOM…]   also names those without one; exit 1 when there are any
// ROOM is a folder of src, for example cli or stages/repair; default: all of them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const NAME = /^[A-Z][A-Z\d_]*$/;
const BLANK_LINE = /\n\s*\n/;
/** What the build or training writes is explained by its maker. */
const GENERATED = /^assets\//;

const src = fileURLToPath(new URL('../src/', import.meta.url));
const words = process.argv.slice(2);
const isListing = words[0] === '--list';
const rooms = isListing ? words.slice(1) : words;

const found = readdirSync(src, { recursive: true })
  .filter((file) => file.endsWith('.ts') && !GENERATED.test(file))
  .filter((file) => rooms.length === 0 || rooms.some((room) => file.startsWith(`${room}/`)))
  .sort()
  .flatMap(constantsOf);
const bare = found.filter(({ isExplained }) => !isExplained);

for (const room of new Set(found.map(({ file }) => roomOf(file)))) {
  const inRoom = ({ file }) => roomOf(file) === room;
  console.log(`${bare.filter(inRoom).length} of ${found.filter(inRoom).length}\t${room}`);
}
console.log(`${bare.length} of ${found.length} constants are without a comment`);
if (isListing) {
  for (const { file, line, name } of bare) console.log(`src/${file}:${line}: ${name}`);
  if (bare.length > 0) process.exitCode = 1;
}

function roomOf(file) {
  const parts = file.split('/');
  return parts.slice(0, parts[0] === 'stages' && parts.length > 2 ? 2 : 1).join('/');
}

/** The numeric constants of a file: `{file, line, name, isExplained}`. */
function constantsOf(file) {
  const text = readFileSync(path.join(src, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const constants = [];
  let isGroupExplained = false;
  for (const statement of source.statements) {
    const above = text.slice(statement.pos, statement.getStart());
    if (BLANK_LINE.test(above) || statement.pos === 0) isGroupExplained = false;
    const comments = ts.getLeadingCommentRanges(text, statement.pos) ?? [];
    const isOwn = comments.some(
      ({ end }) => !BLANK_LINE.test(text.slice(end, statement.getStart())),
    );
    const last = comments.at(-1);
    if (isOwn && last.kind === ts.SyntaxKind.SingleLineCommentTrivia) isGroupExplained = true;
    const isBeside = ts.getTrailingCommentRanges(text, statement.end) !== undefined;
    for (const name of namesOf(statement)) {
      const line = source.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
      constants.push({ file, line, name, isExplained: isOwn || isBeside || isGroupExplained });
    }
  }
  return constants;
}

/** Names of the numbers in capitals that a statement declares. */
function namesOf(statement) {
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({ name, initializer }) => NAME.test(name.getText()) && isNumeric(initializer))
    .map(({ name }) => name.getText());
}

/** Whether an expression is made of numbers, other constants and arithmetic, with at least one number. */
function isNumeric(node) {
  if (node === undefined) return false;
  if (ts.isNumericLiteral(node)) return true;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
    return isNumeric(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return isNumeric(node.operand);
  if (!ts.isBinaryExpression(node)) return false;
  const sides = [node.left, node.right];
  return sides.some(isNumeric) && sides.every((side) => isNumeric(side) || isNamed(side));
}

function isNamed(node) {
  return ts.isIdentifier(node) && NAME.test(node.text);
}
