import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gap, gunzipMembers } from '../../src/readers/unpack/gunzip.ts';

/** Bytes that deflate cannot make smaller, so that members are as large as what they hold. */
function noise(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

/** What members hold, read in chunks of a size; a gap is `null`. */
async function unpackedIn(size: number, bytes: Buffer): Promise<(string | null)[]> {
  const found: (Buffer[] | null)[] = [];
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  for await (const piece of gunzipMembers(chunks())) {
    if (piece instanceof Gap) found.push(null);
    else if (found.length > 0 && found.at(-1) !== null) found.at(-1)!.push(Buffer.from(piece));
    else found.push([Buffer.from(piece)]);
  }
  return found.map((parts) => parts && Buffer.concat(parts).toString('latin1'));
}

const text = (bytes: Buffer): string => bytes.toString('latin1');
const start = Buffer.from([0x1f, 0x8b, 0x08]);
const small = gzipSync('One. ');
const other = gzipSync('Two. ');
const large = noise(400_000);
const damaged = Buffer.from(other).fill(0xff, 10);
/** A part of a member that is cut off may have been given. */
const begun = expect.stringMatching(/^One\. /);
// Its bytes stand in the file as they are, and look like a member's start.
const seeming = Buffer.concat([noise(5000, 2), start, noise(5000, 3)]);

test.each([
  ['small ones', [small, other, small], ['One. Two. One. ']],
  ['a large one among small ones', [small, gzipSync(large), other], [`One. ${text(large)}Two. `]],
  [
    'one in which another seems to begin',
    [small, gzipSync(seeming), other],
    [`One. ${text(seeming)}Two. `],
  ],
  ['zeros between them', [small, Buffer.alloc(600), other, Buffer.alloc(512)], ['One. Two. ']],
  ['two damaged ones in a row', [small, damaged, damaged, small], ['One. ', null, 'One. ']],
  ['one that is cut off', [small, other.subarray(0, -12), small], [begun, null, 'One. ']],
  ['a file that is cut off', [small, gzipSync(large).subarray(0, 1000)], [begun, null]],
  ['the start of one', [start.subarray(0, 2)], [null]],
  ['no member at all', [Buffer.from('plain text')], [null]],
])('members of gzip: %s', async (_, members, expected) => {
  const bytes = Buffer.concat(members);
  for (const size of [bytes.length < 10_000 ? 7 : 5000, 65_536, bytes.length]) {
    expect(await unpackedIn(size, bytes)).toEqual(expected);
  }
});

test('members are the same wherever chunks end', async () => {
  const member = fc
    .record({ length: fc.integer({ min: 0, max: 200 }), isText: fc.boolean(), pad: fc.nat(3) })
    .map(({ length, isText, pad }) => {
      const bytes = isText ? Buffer.alloc(length, 'storm ') : noise(length, length + 1);
      return { bytes, packed: Buffer.concat([gzipSync(bytes), Buffer.alloc(pad)]) };
    });
  await fc.assert(
    fc.asyncProperty(
      fc.array(member, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 400 }),
      async (members, size) => {
        const packed = Buffer.concat(members.map((one) => one.packed));
        const whole = text(Buffer.concat(members.map((one) => one.bytes)));
        expect((await unpackedIn(size, packed)).join('')).toBe(whole);
      },
    ),
    { numRuns: 20 },
  );
});
