import { expect, test } from 'vitest';
import { bylineTail } from '../../src/recognize/byline/tail.ts';

const cut = (line: string): string | null => {
  const at = bylineTail(line, undefined);
  return at === null ? null : `${line.slice(0, at)}|${line.slice(at)}`;
};

test.each([
  'By Greta Holm |Share on Facebook Share on Twitter Print',
  'By Greta Holm, Staff writer |Follow @gretaholm',
  'By Greta Holm • |Follow',
  'Von Greta Holm |Drucken Teilen',
  'Par Jeanne Morel |Partager Imprimer',
  'Por Lucía Prado |Compartir Guardar',
  'Di Marta Vale |Condividi Stampa',
  'Door Pieter Kok |Delen Afdrukken',
  'Af Lars Bo |Del Udskriv',
  'Автор: Иван Кузнечиков |Поделиться Печать',
  'Yazan: Ayşe Kaya |Paylaş Yazdır',
  'بقلم ليلى منصور |مشاركة طباعة',
  '記者 田村一郎 |シェア 印刷',
  '김나루 기자 |공유하기 인쇄',
])('%s', (line) => {
  expect(cut(line.replace('|', ''))).toBe(line);
});

test.each([
  'By Greta Print',
  'By John Save',
  'By Greta Holm',
  'By noon the council had nothing left to share',
  'Share',
  'Drucken Teilen',
  '',
])('%j has no buttons behind a byline', (line) => {
  expect(bylineTail(line, undefined)).toBeNull();
});
