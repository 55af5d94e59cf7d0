import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TreeNode } from '../../../src/document/tree.ts';
import { parsePage } from '../../../src/stages/parse/index.ts';
import { textNodeStarts } from '../../../src/stages/parse/text-node-places.ts';
import { walkTree } from '../../../src/stages/parse/walk.ts';
import { page } from '../../support/arbitrary-html.ts';
import { textNodesOf } from '../../support/html-text.ts';
import { runs, SLOW } from '../../support/properties.ts';

/** What a walk meets, in order: `<p`, `p>`, `!script`, `0:text`. */
function stepsOf(html: string): string[] {
  const steps: string[] = [];
  walkTree(parsePage(html), '', {
    enter: ({ tagName }, outer) => {
      steps.push(`<${tagName}`);
      return `${outer}/${tagName}`;
    },
    leave: ({ tagName }, outer, inner) => {
      expect(inner).toBe(`${outer}/${tagName}`);
      steps.push(`${tagName}>`);
    },
    text: ({ value }, ordinal, around) => steps.push(`${ordinal}:${value} in ${around}`),
    unread: ({ tagName }, outer) => steps.push(`!${tagName} in ${outer}`),
  });
  return steps;
}

function textsOf(root: TreeNode): string[] {
  const texts: string[] = [];
  walkTree(root, null, {
    enter: () => null,
    text: ({ value }, ordinal) => {
      expect(ordinal).toBe(texts.length);
      texts.push(value);
    },
  });
  return texts;
}

describe('a walk', () => {
  test('enters, leaves and counts in the order of the page, and hands states down', () => {
    expect(stepsOf('<p>a<b>b</b><br>c<script>x</script></p>d')).toEqual([
      '<html',
      '<head',
      'head>',
      '<body',
      '<p',
      '0:a in /html/body/p',
      '<b',
      '1:b in /html/body/p/b',
      'b>',
      '<br',
      'br>',
      '2:c in /html/body/p',
      '!script in /html/body/p',
      'p>',
      '3:d in /html/body',
      'body>',
      'html>',
    ]);
  });

  test('counts text nodes on both sides of a comment apart', () => {
    expect(textsOf(parsePage('a<!-- x -->b'))).toEqual(['a', 'b']);
  });

  test('does not read scripts, styles and templates', () => {
    const html = '<style>a</style><p>b<template><p>c</p></template><svg><style>d</style></svg>e';
    expect(textsOf(parsePage(html))).toEqual(['b', 'e']);
  });

  test('goes 200,000 elements deep', () => {
    expect(textsOf(parsePage(`${'<div>'.repeat(200_000)}x`))).toEqual(['x']);
  });

  test('meets the text nodes of the page, and `textNodeStarts` has a place for each', SLOW, () => {
    fc.assert(
      fc.property(page, (html) => {
        const text = html.toWellFormed();
        const nodes = textNodesOf(text);
        expect(textsOf(parsePage(text))).toEqual(nodes);
        expect(textNodeStarts(text)).toHaveLength(nodes.length);
      }),
      runs(3),
    );
  });

  test('and `textNodeStarts` number the same nodes', () => {
    const html =
      '<title>1</title>\n<p>2<!-- -->2\n<script>\n\n</script>\n<table>5<tr><td>6</table>\n7';
    const lines = textNodeStarts(html).map(({ startLine }) => startLine);
    const texts = textsOf(parsePage(html));
    expect(texts.map((text, i) => [text.trim(), lines[i]]).filter(([text]) => text !== '')).toEqual(
      [
        ['1', 1],
        ['2', 2],
        ['2', 2],
        ['5', 5],
        ['6', 6],
        ['7', 6],
      ],
    );
  });
});
