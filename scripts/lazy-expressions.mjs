// Makes the regular expressions of modules when they are first used. V8 reads each of our five hundred when it looks
// through a module's text for errors and again when the module is run, and `\p{…}` takes it some tenths of a
// millisecond each time; a small text needs one in ten.
import { parseAst } from 'rolldown/parseAst';

/** Most modules have none, and need not be parsed. */
const MAY_HAVE = /^const [\w$]+ = (?:\/|new RegExp)/m;
/** Where a name stands that is read: key of the node around it, by its type. Elsewhere it may be another variable's. */
const READ = {
  MemberExpression: ['object'],
  CallExpression: ['arguments'],
  NewExpression: ['arguments'],
  ArrayExpression: ['elements'],
  TemplateLiteral: ['expressions'],
  ConditionalExpression: ['consequent', 'alternate'],
  ArrowFunctionExpression: ['body'],
  ReturnStatement: ['argument'],
};

/**
 * A plugin of rolldown: a constant of a module's that is a regular expression, and is not exported, becomes a variable
 * that is filled when it is first read.
 */
export function lazyExpressions() {
  return { name: 'lazy-expressions', transform: (code) => ({ code: lazily(code), map: null }) };
}

/** @param {string} code a module in JavaScript @returns {string} */
function lazily(code) {
  if (!MAY_HAVE.test(code)) return code;
  const { body } = parseAst(code);
  const made = new Map(body.flatMap(constantsOf));
  const reads = [];
  eachName(body, null, '', (node, isRead) => {
    if (made.get(node.name)?.name === node) return;
    if (isRead) reads.push(node);
    else made.delete(node.name);
  });
  const changes = reads
    .filter(({ name }) => made.has(name))
    .map(({ name, start, end }) => [start, end, `(${name} ?? ${name}$make())`]);
  for (const [name, { start, value }] of made) {
    changes.push([start, value.start, `let ${name}; const ${name}$make = () => ${name} = `]);
    if (value.regex === undefined) continue;
    const { pattern, flags } = value.regex;
    changes.push([value.start, value.end, `new RegExp(${JSON.stringify(pattern)}, "${flags}")`]);
  }
  let out = '';
  let at = 0;
  for (const [start, end, text] of changes.sort(([a], [b]) => a - b)) {
    out += code.slice(at, start) + text;
    at = end;
  }
  return out + code.slice(at);
}

/** By its name, the constant that a statement at the top of a module declares, if it is a regular expression. */
function constantsOf({ type, kind, declarations, start }) {
  if (type !== 'VariableDeclaration' || kind !== 'const' || declarations.length > 1) return [];
  const [{ id, init }] = declarations;
  const isExpression =
    init.regex !== undefined || (init.type === 'NewExpression' && init.callee.name === 'RegExp');
  return isExpression ? [[id.name, { start, name: id, value: init }]] : [];
}

/** Calls back with each identifier that could be a variable's name, and whether it is only read there. */
function eachName(node, around, key, use) {
  if (Array.isArray(node)) {
    for (const one of node) eachName(one, around, key, use);
  } else if (node?.type === 'Identifier') {
    const isField = (key === 'property' || key === 'key') && !around.computed && !around.shorthand;
    if (!isField) use(node, READ[around?.type]?.includes(key) === true);
  } else if (typeof node?.type === 'string') {
    for (const [name, value] of Object.entries(node)) {
      if (typeof value === 'object') eachName(value, node, name, use);
    }
  }
}
