import { html, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import type { NodeKind } from '../../document/tree.ts';

/** A node of a tree that is still being built; what the parser hands out is a `TreeNode`, which cannot be changed. */
export interface OpenNode {
  readonly kind: NodeKind;
  readonly tagName: string;
  readonly attrs: Token.Attribute[];
  value: string;
  /** Only the parser asks for it: elements of SVG and MathML are parsed by other rules. */
  readonly namespaceURI: html.NS;
  parentNode: OpenNode | null;
  firstChild: OpenNode | null;
  lastChild: OpenNode | null;
  previousSibling: OpenNode | null;
  nextSibling: OpenNode | null;
}

/** The node types of parse5, which are one here. */
export type PageTypes = TreeAdapterTypeMap<
  OpenNode,
  OpenNode,
  OpenNode,
  OpenNode,
  OpenNode,
  OpenNode,
  OpenNode,
  OpenNode,
  OpenNode,
  OpenNode
>;

// Shared by all nodes that are no elements; nothing is ever added to it.
const NO_ATTRIBUTES: Token.Attribute[] = [];

/** The one place that makes nodes, so that all of them have one shape. */
function nodeOf(
  kind: NodeKind,
  tagName: string,
  namespaceURI: html.NS,
  attrs: Token.Attribute[],
  value: string,
): OpenNode {
  return {
    kind,
    tagName,
    attrs,
    value,
    namespaceURI,
    parentNode: null,
    firstChild: null,
    lastChild: null,
    previousSibling: null,
    nextSibling: null,
  };
}

/**
 * Builds the tree of one page for parse5: nodes of one shape in linked lists, so that moving a node costs the same
 * wherever it stands, and no arrays of children. What no stage reads is not kept: the doctype, the text of comments,
 * locations, and the contents of templates, which live as long as this adapter does.
 */
export class PageTreeAdapter implements TreeAdapter<PageTypes> {
  #mode = html.DOCUMENT_MODE.NO_QUIRKS;
  readonly #contents = new Map<OpenNode, OpenNode>();
  // The names of an element's attributes; kept, since a page may go on with `<body a1=…><body a2=…>` without an end.
  readonly #names = new Map<OpenNode, Set<string>>();

  createDocument(): OpenNode {
    return nodeOf('document', '', html.NS.HTML, NO_ATTRIBUTES, '');
  }

  createDocumentFragment(): OpenNode {
    return nodeOf('document', '', html.NS.HTML, NO_ATTRIBUTES, '');
  }

  createElement(tagName: string, namespaceURI: html.NS, attrs: Token.Attribute[]): OpenNode {
    return nodeOf('element', tagName, namespaceURI, attrs, '');
  }

  createCommentNode(): OpenNode {
    return nodeOf('comment', '', html.NS.HTML, NO_ATTRIBUTES, '');
  }

  createTextNode(value: string): OpenNode {
    return nodeOf('text', '', html.NS.HTML, NO_ATTRIBUTES, value);
  }

  appendChild(parent: OpenNode, node: OpenNode): void {
    const last = parent.lastChild;
    node.parentNode = parent;
    node.previousSibling = last;
    if (last === null) parent.firstChild = node;
    else last.nextSibling = node;
    parent.lastChild = node;
  }

  insertBefore(parent: OpenNode, node: OpenNode, next: OpenNode): void {
    const previous = next.previousSibling;
    node.parentNode = parent;
    node.previousSibling = previous;
    node.nextSibling = next;
    next.previousSibling = node;
    if (previous === null) parent.firstChild = node;
    else previous.nextSibling = node;
  }

  detachNode(node: OpenNode): void {
    const { parentNode: parent, previousSibling: previous, nextSibling: next } = node;
    if (parent === null) return;
    if (previous === null) parent.firstChild = next;
    else previous.nextSibling = next;
    if (next === null) parent.lastChild = previous;
    else next.previousSibling = previous;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
  }

  insertText(parent: OpenNode, text: string): void {
    const last = parent.lastChild;
    if (last !== null && last.kind === 'text') last.value += text;
    else this.appendChild(parent, this.createTextNode(text));
  }

  insertTextBefore(parent: OpenNode, text: string, next: OpenNode): void {
    const previous = next.previousSibling;
    if (previous !== null && previous.kind === 'text') previous.value += text;
    else this.insertBefore(parent, this.createTextNode(text), next);
  }

  setTemplateContent(template: OpenNode, content: OpenNode): void {
    this.#contents.set(template, content);
  }

  getTemplateContent(template: OpenNode): OpenNode {
    return this.#contents.get(template)!;
  }

  /** Adds the attributes that the element does not have yet (HTML Standard, 13.2.6.4.7: a second `html` or `body`). */
  adoptAttributes(element: OpenNode, attrs: Token.Attribute[]): void {
    const known = this.#namesOf(element);
    for (const attr of attrs) {
      if (known.has(attr.name)) continue;
      known.add(attr.name);
      element.attrs.push(attr);
    }
  }

  #namesOf(element: OpenNode): Set<string> {
    let names = this.#names.get(element);
    if (names === undefined) {
      names = new Set(element.attrs.map(({ name }) => name));
      this.#names.set(element, names);
    }
    return names;
  }

  setDocumentType(): void {}

  setDocumentMode(_document: OpenNode, mode: html.DOCUMENT_MODE): void {
    this.#mode = mode;
  }

  getDocumentMode(): html.DOCUMENT_MODE {
    return this.#mode;
  }

  getFirstChild(node: OpenNode): OpenNode | null {
    return node.firstChild;
  }

  getChildNodes(node: OpenNode): OpenNode[] {
    const children: OpenNode[] = [];
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      children.push(child);
    }
    return children;
  }

  getParentNode(node: OpenNode): OpenNode | null {
    return node.parentNode;
  }

  getAttrList(element: OpenNode): Token.Attribute[] {
    return element.attrs;
  }

  getTagName(element: OpenNode): string {
    return element.tagName;
  }

  getNamespaceURI(element: OpenNode): html.NS {
    return element.namespaceURI;
  }

  getTextNodeContent(node: OpenNode): string {
    return node.value;
  }

  getCommentNodeContent(): string {
    return '';
  }

  getDocumentTypeNodeName(): string {
    return '';
  }

  getDocumentTypeNodePublicId(): string {
    return '';
  }

  getDocumentTypeNodeSystemId(): string {
    return '';
  }

  isTextNode(node: OpenNode): node is OpenNode {
    return node.kind === 'text';
  }

  isCommentNode(node: OpenNode): node is OpenNode {
    return node.kind === 'comment';
  }

  isDocumentTypeNode(_node: OpenNode): _node is OpenNode {
    return false;
  }

  isElementNode(node: OpenNode): node is OpenNode {
    return node.kind === 'element';
  }

  setNodeSourceCodeLocation(): void {}

  getNodeSourceCodeLocation(): null {
    return null;
  }

  updateNodeSourceCodeLocation(): void {}
}
