/** The syntax tree of a document. Offsets count UTF-16 units from 0. */
import type { ScalarStyle } from "./align.js";

/** A comment from its `#` up to the end of its line; offsets count UTF-16 units from 0. */
export interface Comment {
  from: number;
  to: number;
}

export type Node = ScalarNode | MapNode | ListNode | AliasNode;

interface Written {
  /** The first and the end of the last sign, without anchor and tag. A value left out has `from === to`. */
  from: number;
  to: number;
  /** Where its anchor, its tag or the question mark before a key starts; `from` where there is none. */
  outer: number;
}

export interface ScalarNode extends Written {
  kind: "scalar";
  value: unknown;
  style: ScalarStyle;
}

export interface MapNode extends Written {
  kind: "map";
  /** Written in braces. */
  flow: boolean;
  pairs: PairNode[];
}

export interface PairNode {
  key: Node;
  /** Where the colon stands; in braces it may be left out. */
  colon: number | undefined;
  value: Node;
}

export interface ListNode extends Written {
  kind: "list";
  /** Written in brackets. */
  flow: boolean;
  items: ItemNode[];
}

export interface ItemNode {
  /** Where the dash stands; in brackets there is none. */
  dash: number | undefined;
  value: Node;
}

export interface AliasNode extends Written {
  kind: "alias";
  name: string;
  /** What the alias stands for; undefined when nothing above has that name. */
  target: Node | undefined;
}

/** Whether a key merges another map (`<<: *other`). */
export function isMerge(key: Node): boolean {
  return key.kind === "scalar" && key.style === "plain" && key.value === "<<";
}

/** The maps, or what should be maps, that a merge key's value names: one, or a list of them. */
export function mergedNodes(value: Node): readonly Node[] {
  const written = resolved(value);
  return written.kind === "list" ? written.items.map((item) => item.value) : [value];
}

/** What an alias stands for in the end; any other node is itself. */
export function resolved(node: Node): Node {
  let here = node;
  while (here.kind === "alias" && here.target) here = here.target;
  return here;
}

/** Whether nothing is written where a value could be. */
export function isLeftOut(node: Node): boolean {
  return node.kind === "scalar" && node.from === node.to;
}
