/** What is written at an offset of a document. */
import type { Document } from "../file/document.js";
import { isMerge, type Node } from "../file/node.js";
import type { Path } from "../file/problem.js";
import { keyName } from "../file/value.js";

/** A key or a value, from its first sign up to the end of its last; offsets count UTF-16 units from 0. */
export interface Spot {
  path: Path;
  part: "key" | "value";
  from: number;
  to: number;
  node: Node;
}

/** The innermost key, text or alias that an offset is in or right behind; none between them. */
export function spotAt({ root, text }: Document, offset: number): Spot | undefined {
  return within(root, []);

  function within(node: Node, path: Path): Spot | undefined {
    if (offset < node.from || offset > node.to) return undefined;
    if (node.kind === "list") {
      for (const [index, { value }] of node.items.entries()) {
        const found = within(value, [...path, index]);
        if (found) return found;
      }
      return undefined;
    }
    if (node.kind !== "map") {
      // A text in a block goes on up to the next key.
      const to = node.from + text.slice(node.from, node.to).trimEnd().length;
      return offset > to ? undefined : { path, part: "value", from: node.from, to, node };
    }
    for (const { key, value } of node.pairs) {
      const place = isMerge(key) ? path : [...path, keyName(key)];
      if (offset >= key.from && offset <= key.to && !isMerge(key))
        return { path: place, part: "key", from: key.from, to: key.to, node: key };
      const found = within(value, place);
      if (found) return found;
    }
    return undefined;
  }
}
