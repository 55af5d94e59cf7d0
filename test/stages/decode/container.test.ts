import { describe, expect, test } from 'vitest';
import { refuseContainer } from '../../../src/stages/decode/container.ts';

describe('containers are refused by name', () => {
  test.each([
    ['WARC', 'WARC/1.0\r\nWARC-Type: response\r\n\r\n'],
    [
      'MIME',
      'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\n',
    ],
    [
      'MIME',
      'MIME-Version: 1.0\nSubject: a\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nQQ==\n',
    ],
    ['CSV', 'id,title,text\n1,The bridge,"It opened, at last.\nAnd so on."\n'],
    ['CSV', 'url;body\nhttps://a.example;"Der Rat ""tagte""."\n'],
    ['JSON', '[\n  {"id": 1, "text": "a"}\n]'],
    ['JSON', '{\n  "title": "a",\n  "text": "b"\n}'],
    ['RTF', '{\\rtf1\\ansi The bridge}'],
    ['feed', '<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>'],
    ['feed', '<?xml version="1.0"?><urlset xmlns="x"></urlset>'],
    ['PostScript', '%!PS-Adobe-3.0\n'],
  ])('%s', (name, text) => {
    expect(() => refuseContainer(text)).toThrow(
      expect.objectContaining({ code: 'container', message: expect.stringContaining(name) }),
    );
  });
});

describe('texts are not', () => {
  test.each([
    [
      'a mail in plain text',
      'From: a@b.example\nSubject: The bridge\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nIt opened.',
    ],
    [
      'a sentence with commas',
      'Text, body, content: all of it is one.\nAnd a second, and third, line.',
    ],
    ['a list in brackets', '[1] The bridge\n[2] The town'],
    ['a link', '[{"The bridge"}](https://a.example)'.replace('{"', '').replace('"}', '')],
    ['a page', '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html></html>'],
    ['braces', '{ a set } of things'],
  ])('%s', (_, text) => {
    expect(() => refuseContainer(text)).not.toThrow();
  });
});
