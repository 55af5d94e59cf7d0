/** An attribute of an element; prefixes of foreign attributes (`xlink:`) are left off. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** What a node of the tree is. A comment's text is not kept: it only parts two text nodes. */
export type NodeKind = 'document' | 'element' | 'text' | 'comment';

/**
 * A node of a page's tree. All kinds have the same fields, so that code that walks the tree sees one shape of object;
 * a field that means nothing for a kind is empty. Nodes are linked like those of the DOM, under the same names.
 */
export interface TreeNode {
  readonly kind: NodeKind;
  /** An element's name, lower-cased in HTML; else empty. */
  readonly tagName: string;
  /** An element's attributes in the order of the page, each name once; else empty. */
  readonly attrs: readonly Attribute[];
  /** A text node's text, entities decoded; else empty. */
  readonly value: string;
  readonly parentNode: TreeNode | null;
  readonly firstChild: TreeNode | null;
  readonly lastChild: TreeNode | null;
  readonly previousSibling: TreeNode | null;
  readonly nextSibling: TreeNode | null;
}

/** An attribute's value; null when the element does not have it. */
export function attribute(element: TreeNode, name: string): string | null {
  const { attrs } = element;
  for (let i = 0; i < attrs.length; i++) if (attrs[i]!.name === name) return attrs[i]!.value;
  return null;
}
