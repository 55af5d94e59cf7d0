import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { repairRowBlock } from '../../src/batch/repair-row-block.ts';
import { repairRow } from '../../src/batch/repair-rows.ts';
import { repair } from '../../src/stages/repair/index.ts';

const FIRST = { path: null, record: 1 };
const done = (text: string, look = false): string =>
  Buffer.concat(repairRowBlock(Buffer.from(text), repair, look)).toString();

/** The row without the two fields that were added. */
function without(row: string): string {
  const { output, repairs, input } = JSON.parse(row);
  expect({ output, repairs }).toEqual({ output: input, repairs: [] });
  const at = row.lastIndexOf(',"output":');
  const end = ',"repairs":[]';
  return row.slice(0, at) + row.slice(row.lastIndexOf(end) + end.length);
}

const CLEAN = [
  '{"id":"a","input":"plain"}',
  '  { "input" : "odd spacing" , "id" :\t1 }  \r',
  '{"input":"escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0041 \\u2019","id":12345678901234567890}',
  '{"input":"","meta":{"tags":["a",{"b":[]},[[]]],"n":-1.5e+3,"ok":true,"none":null},"last":{}}',
  '{"z":0,"input":"naïve “quotes” — 日本語 R&D &copy","a":"é&amp;"}',
  '{"input":"lone \\ud800 surrogate"}',
  '{"input":"\u007f del and \\u0000"}',
];

describe('rows with nothing to repair', () => {
  it.each(CLEAN)('are passed on as they came: %s', (row) => {
    expect(without(done(row))).toBe(row);
    expect(done(`${row}\n${row}`)).toBe(`${done(row)}\n${done(row)}`);
  });

  it('are not parsed where they are plain ASCII', () => {
    const parsed = vi.spyOn(JSON, 'parse');
    const input = '{"id":1,"input":"He said: \\"No.\\"\\n","x":[1,{"y":null}]}\n';
    const out = done(input.repeat(3));
    expect(parsed).not.toHaveBeenCalled();
    parsed.mockRestore();
    expect(out.split('\n').filter(Boolean).map(without).join('\n')).toBe(input.repeat(3).trimEnd());
  });

  it('are looked at where escapes are to be undone', () => {
    const row = '{"input":"caf%C3%A9"}';
    const look = Buffer.concat(
      repairRowBlock(Buffer.from(row), (text) => repair(text, { escapes: true }), true),
    );
    expect(JSON.parse(look.toString())).toMatchObject({ output: 'café' });
  });
});

describe('rows that need more than a look', () => {
  const ODD = [
    '{"input":"a","input":"donâ€™t"}',
    '{"in\\u0070ut":"donâ€™t"}',
    '{"input":"donâ€™t","output":1}',
    '\ufeff{"input":"donâ€™t"}',
    '{"input":"don\\u00e2\\u20ac\\u2122t"}',
    '{"output":"donâ€™t"}',
  ];
  it.each(ODD)('are done as by JSON.parse: %s', (row) => {
    const parsed = JSON.parse(row.replace('\ufeff', ''));
    const out = JSON.parse(done(row).replace('\ufeff', ''));
    if (parsed.input === undefined) expect(out.error.code).toBe('no-text');
    else expect(out.output).toBe('don’t');
  });

  it('become error rows in their place when they are none', () => {
    const bad = ['', ' ', '{', '{}', '[]', '5', '{"input":5}', '{"input":"a",}', '{"input":"\t"}'];
    const more = [
      '{"input":"\\x"}',
      '{"input":"\\u12g4"}',
      '{"input":"a"} x',
      '{"input":"a","b":01}',
    ];
    const rows = [...bad, ...more, '{"input":"a","b":[1,]}', '{"input":"a" "b":1}', '{"input":"a'];
    const out = done(`${rows.join('\n')}\n`)
      .trimEnd()
      .split('\n');
    expect(out).toHaveLength(rows.length);
    rows.forEach((row, i) => {
      const place = { path: null, record: i + 1 };
      expect(out[i]).toBe(repairRow(Buffer.from(row), repair, place).toString().trimEnd());
      expect(JSON.parse(out[i]!).error).toBeDefined();
    });
  });

  it('do not spoil the rows beside them when they are no UTF-8', () => {
    const bad = Buffer.from('{"input":"\xff"}\n', 'latin1');
    const good = Buffer.from('{"id":"x","input":"donâ€™t"}\n');
    const block = Buffer.concat([good, bad, good]);
    const out = Buffer.concat(repairRowBlock(block, repair, false))
      .toString()
      .split('\n');
    expect(out.map((row) => row && Object.keys(JSON.parse(row)))).toEqual([
      ['id', 'input', 'output', 'repairs'],
      ['id', 'source', 'error'],
      ['id', 'input', 'output', 'repairs'],
      '',
    ]);
  });
});

describe('any row', () => {
  const word = fc.oneof(
    fc.constantFrom('donâ€™t', 'a&amp;b', '\ud800', '\u2028', '"', '\\', '\n'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  it('is what parsing, repairing and writing it would make of it', () => {
    const fields = fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(fields, fc.array(word), fc.nat(4), (other, words, indent) => {
        const input = words.join(' ');
        const row = { ...other, input };
        const json = JSON.stringify(row, null, indent).replaceAll('\n', ' ');
        const { text } = repair(input.isWellFormed() ? input : JSON.parse(JSON.stringify(input)));
        const out = done(json);
        expect(JSON.parse(out)).toMatchObject({ ...JSON.parse(json), output: text });
        expect(JSON.parse(done(out))).toEqual(JSON.parse(out));
      }),
      { numRuns: 200 },
    );
  });

  it('with bytes changed at random is a row or an error row, as JSON.parse says', () => {
    const any = fc.constantFrom(...CLEAN, '{"id":[1,2,{"a":"b"}],"input":"x","y":-0.5E-2}');
    fc.assert(
      fc.property(any, fc.nat(), fc.integer({ min: 0x20, max: 0x7e }), (row, at, byte) => {
        const bytes = Buffer.from(row);
        bytes[at % bytes.length] = byte;
        const raw = bytes.toString();
        fc.pre(!raw.includes('\ufffd'));
        const out = JSON.parse(Buffer.concat(repairRowBlock(bytes, repair, false)).toString());
        const alone = JSON.parse(repairRow(bytes, repair, FIRST).toString());
        expect(out).toEqual(alone);
      }),
      { numRuns: 500 },
    );
  });
});
