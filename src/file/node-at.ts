/** Finds nodes by path, and the aliases and merge keys that refer to them. */

import { valueAt } from "./change.js";
import type { Document } from "./document.js";
import { type AliasNode, isMerge, type ListNode, type MapNode, type Node } from "./node.js";
import type { Path } from "./problem.js";
import { keyName } from "./value.js";

/** A node that is written at a path itself, not behind an alias or a merge key on the way. */
export interface PlacedNode {
  node: Node;
  /** The collection that holds it, and which of its pairs or items it is; the root has none. */
  holder: { node: MapNode | ListNode; index: number } | undefined;
  /** It stands in brackets or braces. */
  flow: boolean;
}

/** The node that is written at a path, if there is one. */
export function nodeAt({ root }: Document, path: Path): PlacedNode | undefined {
  let spot: PlacedNode = { node: root, holder: undefined, flow: false };
  for (const step of path) {
    const { node } = spot;
    if (node.kind !== "map" && node.kind !== "list") return undefined;
    const index =
      node.kind === "list"
        ? Number(step)
        : node.pairs.findIndex(({ key }) => !isMerge(key) && keyName(key) === step);
    const inside = node.kind === "list" ? node.items[index] : node.pairs[index];
    if (!inside) return undefined;
    spot = { node: inside.value, holder: { node, index }, flow: spot.flow || node.flow };
  }
  return spot;
}

/** The keys that the map at a path has through merge keys alone or also through them. */
export function mergesOf(document: Document, path: Path): string[] {
  const map = nodeAt(document, path)?.node;
  if (map?.kind !== "map" || !map.pairs.some(({ key }) => isMerge(key))) return [];
  return Object.keys(valueAt(document.value, path) ?? {});
}

/** A node and everything in it. */
export function nodesIn(node: Node): Node[] {
  if (node.kind === "map")
    return [node, ...node.pairs.flatMap(({ key, value }) => [...nodesIn(key), ...nodesIn(value)])];
  return node.kind === "list" ? [node, ...node.items.flatMap(({ value }) => nodesIn(value))] : [node];
}

/** An alias with its path; one that is part of a merge key has the path of the map that it is merged into. */
export interface PlacedAlias {
  alias: AliasNode;
  path: Path;
  isMerged: boolean;
}

/** All aliases in a node but those in `except`. */
export function* aliasesOf(
  node: Node,
  except: Node | undefined,
  path: Path = [],
  isMerged = false,
): Generator<PlacedAlias> {
  if (node === except) return;
  if (node.kind === "alias") yield { alias: node, path, isMerged };
  if (node.kind === "list")
    for (const [index, { value }] of node.items.entries())
      yield* aliasesOf(value, except, isMerged ? path : [...path, index], isMerged);
  if (node.kind === "map")
    for (const { key, value } of node.pairs) {
      const merged = isMerged || isMerge(key);
      yield* aliasesOf(value, except, merged ? path : [...path, keyName(key)], merged);
    }
}
