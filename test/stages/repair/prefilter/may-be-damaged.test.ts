import { describe, expect, it } from 'vitest';
import {
  hasTelltale,
  mayBeDamaged,
} from '../../../../src/stages/repair/prefilter/may-be-damaged.ts';
import { workspace } from '../guards.ts';

describe('mayBeDamaged', () => {
  it.each([
    ['no ASCII', 'plain text, nothing else'],
    ['French', 'L’été, “le port” était déjà fermé.'],
    ['Russian', 'Мэр сообщил, что мост откроют в пятницу.'],
    ['Chinese', '报道称，大桥将于周五通车。'],
    ['Hindi', 'मेयर ने कहा कि पुल शुक्रवार को खुलेगा।'],
    ['an entity', 'caf&eacute; &amp; bar'],
    ['boxes that join', '├──┤'],
  ])('lets go: %s', (_, text) => {
    expect(mayBeDamaged(workspace, text)).toBe(false);
  });

  it.each([
    ['UTF-8 misread', 'donâ€™t'],
    ['UTF-8 misread as a charset of two bytes', '鈥檛 know'],
    ['UTF-8 misread twice', 'cafÃƒÂ©'],
    ['the same, written as entities', 'don&acirc;&euro;&trade;t'],
    ['a control', 'ok\u0093 it'],
    ['what was lost', 'caf\ufffd'],
    ['legacy bytes misread', 'Ìýð ñîîáùèë, ÷òî ìîñò îòêðîþò â ïÿòíèöó.'],
    ['what only a telltale shows', 'he said ‚Äö twice'],
  ])('keeps: %s', (_, text) => {
    expect(mayBeDamaged(workspace, text)).toBe(true);
  });

  it('is asked after other texts without remembering them', () => {
    expect(mayBeDamaged(workspace, 'donâ€™t')).toBe(true);
    expect(mayBeDamaged(workspace, 'L’été était chaud.')).toBe(false);
    expect(mayBeDamaged(workspace, 'donâ€™t')).toBe(true);
  });
});

describe('hasTelltale', () => {
  it('sees half a box beside what does not join it', () => {
    expect(hasTelltale('p├®riode')).toBe(true);
    expect(hasTelltale('├── src')).toBe(false);
  });
});
