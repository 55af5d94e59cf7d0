import { describe, expect, test } from 'vitest';
import {
  type ClassPart,
  compileClassNames,
  labelOfNames,
  namesPart,
} from '../../src/recognize/class-names.ts';

describe('how an entry stands in the words of an element', () => {
  const holds = (names: Parameters<typeof compileClassNames>[0], words: string): boolean =>
    new RegExp(...compileClassNames(names)).test(words);

  test.each([
    [{ anywhere: ['nav'] }, 'subnavs', true],
    [{ word: ['nav'] }, 'site-nav_wide', true],
    [{ word: ['nav'] }, 'wide nav', true],
    [{ word: ['nav'] }, 'navs', false],
    [{ wordStart: ['nav'] }, 'site-navbar', true],
    [{ wordStart: ['nav'] }, 'subnav', false],
    [{ wordEnd: ['nav'] }, 'subnav-wide', true],
    [{ wordEnd: ['nav'] }, 'navbar', false],
    [{ name: ['nav'] }, 'wide nav', true],
    [{ name: ['nav'] }, 'wide-nav', false],
    [{ nameStart: ['nav'] }, 'wide navbar', true],
    [{ nameStart: ['nav'] }, 'wide-navbar', false],
    [{ nameEnd: ['nav'] }, 'subnav wide', true],
    [{ nameEnd: ['nav'] }, 'nav-wide', false],
    [{ letters: ['nav'] }, '/2024/nav.html', true],
    [{ letters: ['nav'] }, 'navs', false],
    [{ word: ['nav', 'menu'] }, 'menu', true],
    [{ word: ['nav'], anywhere: ['menu'] }, 'submenus', true],
    [{ word: ['top-?(nav|menu)'] }, 'topmenu', true],
    [{ word: ['top-?(nav|menu)'] }, 'menu', false],
    [{ word: ['nav'] }, 'Nav', false],
    [{ word: ['nav'], anyCase: true }, 'Nav', true],
  ])('%j in %j: %s', (names, words, expected) => {
    expect(holds(names, words)).toBe(expected);
  });

  test('round brackets catch nothing', () => {
    expect(compileClassNames({ anywhere: ['a(b|c(?:d))'] })[0]).toBe('(?:a(?:b|c(?:d)))');
  });

  test('an entry that is no piece of a regular expression is an error', () => {
    expect(() => compileClassNames({ word: ['nav', 'menu('] })).toThrow(SyntaxError);
  });
});

describe('labels', () => {
  test.each([
    ['site-footer wide', 'footer'],
    ['wp-caption-text', 'caption'],
    ['comment-reply', 'comment-form'],
    ['comment-list', 'comments'],
    ['td-post-sharing share', 'social'],
    ['header-ad', 'advertisement'],
    ['download', null],
    ['padding', null],
    ['article-body', null],
    ['', null],
  ])('%j is %s', (words, label) => {
    expect(labelOfNames(words)).toBe(label);
  });

  test('of several the first of the file has the say', () => {
    expect(labelOfNames('related-share share newsletter')).toBe('newsletter');
  });
});

describe('parts', () => {
  test.each<[ClassPart, string, boolean]>([
    ['byline', 'article-byline', true],
    ['byline', 'article-body', false],
    ['deck', 'subtitle', true],
    ['deck', 'subtitles', false],
    ['deck', 'article-summary', false],
    ['subtitle', 'article-summary', true],
    ['page-header', 'wide top-row', true],
    ['page-header', 'stop-row', false],
    ['headline', 'entry-title', true],
    ['headline', 'entry-titles', false],
    ['author-property', 'Author', true],
    ['hidden', 'hidden lg:block', true],
    ['shown-when-wide', 'hidden lg:block', true],
    ['shown-when-wide', 'hidden', false],
    ['listing', '/tags/ferry', true],
    ['listing', '/vintages/ferry', false],
    ['single', '', false],
  ])('%s: %j %s', (part, words, expected) => {
    expect(namesPart(part)(words)).toBe(expected);
  });
});
