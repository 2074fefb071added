/** Makes a plain value of the nodes of a document. */
import * as faults from "./faults.js";
import type { Lines } from "./lines.js";
import { isMerge, type MapNode, mergedNodes, type Node } from "./node.js";
import { type Problem, problem, type RuleDoc } from "./problem.js";
import { thousands } from "./text.js";

/** How deep lists and maps may stand in one another; the format itself needs five. */
export const maxDepth = 40;

/** How many values may come about by repeating others through aliases. */
const maxCopies = 10_000;

export const tooDeepMessage = `more than ${maxDepth} lists and maps stand inside one another here; a North Star needs five at most`;
const bomb = `aliases repeat more than ${thousands(maxCopies)} values; write out what is meant where it is used`;
const loop = "this alias stands inside what it refers to, so there is no end to it; write out what is meant";

/**
 * The value of a node: a tree of its own, in which nothing is shared. Keys of a map itself win over merged
 * ones, and what is merged first over what is merged later. The nodes have been found free of faults.
 */
export function valueOfNode(root: Node, lines: Lines): { value: unknown } | Problem[] {
  const open = new Set<Node>();
  let outermost: Node | undefined;
  let copies = 0;
  let failure: Problem | undefined;
  const value = build(root, 0);
  return failure ? [failure] : { value };

  function build(node: Node, depth: number): unknown {
    if (failure) return null;
    if (outermost) copies += 1;
    if (copies > maxCopies) return fail(faults.aliasBomb, bomb);
    if (depth > maxDepth) return fail(faults.tooDeep, tooDeepMessage);
    if (node.kind === "scalar") return node.value;
    if (node.kind === "list") return node.items.map((item) => build(item.value, depth + 1));
    if (node.kind === "map") return Object.fromEntries(entriesOf(node, depth + 1));
    if (open.has(node)) return fail(faults.aliasLoop, loop);
    open.add(node);
    const value = repeating(node, () => (node.target ? build(node.target, depth) : null));
    open.delete(node);
    return value;
  }

  function repeating<T>(node: Node, make: () => T): T {
    const outer = outermost;
    outermost ??= node;
    const made = make();
    outermost = outer;
    return made;
  }

  function entriesOf(map: MapNode, depth: number): Map<string, unknown> {
    const entries = new Map<string, unknown>();
    for (const { key, value } of map.pairs) if (!isMerge(key)) entries.set(keyName(key), build(value, depth));
    for (const { value } of map.pairs.filter(({ key }) => isMerge(key)))
      for (const merged of mergedNodes(value))
        for (const [name, each] of Object.entries(repeating(value, () => build(merged, depth)) ?? {}))
          if (!entries.has(name)) entries.set(name, each);
    return entries;
  }

  function fail(rule: RuleDoc, message: string): null {
    const { from, to } = outermost ?? root;
    failure ??= problem(rule, { path: [], range: lines.range(from, to), related: [] }, message);
    return null;
  }
}

/** The text of a key; a number or `true` is taken as it is spelt in JSON. */
export function keyName(key: Node): string {
  return key.kind === "scalar" ? String(key.value) : "";
}
