/** What is YAML, and yet cannot be read as a value: keys, aliases, merge keys and commas gone wrong. */
import * as faults from "./faults.js";
import type { Lines } from "./lines.js";
import { alignmentOf } from "./locate.js";
import { nearest } from "./nearest.js";
import {
  type AliasNode,
  isLeftOut,
  isMerge,
  type MapNode,
  mergedNodes,
  type Node,
  type PairNode,
  resolved,
  type ScalarNode,
} from "./node.js";
import { type Fault, type Path, type Problem, problem, type Related } from "./problem.js";
import { inTicks } from "./say.js";
import { hidden, messageForHidden, messageForSpace, strangeSpace } from "./text.js";
import { nameOf } from "./value.js";

/** How many problems are told of at once. */
const most = 50;

/** Everything in a document that has no value, at most fifty problems. `anchors` are all its anchors. */
export function checkStructure(
  root: Node,
  anchors: ReadonlyMap<string, Node>,
  text: string,
  lines: Lines,
): Problem[] {
  const problems: Problem[] = [];
  walk(root, []);
  return problems;

  function walk(node: Node, path: Path): void {
    if (problems.length >= most) return;
    if (node.kind === "alias" && !node.target) tell(faults.undefinedAlias, path, node, messageForAlias(node));
    if (node.kind === "scalar") walkScalar(node, path);
    if (node.kind === "list")
      for (const [index, { value }] of node.items.entries()) walk(value, [...path, index]);
    if (node.kind === "map") walkMap(node, path);
  }

  function walkMap(map: MapNode, path: Path): void {
    if (map.flow && map.pairs[0]?.key.kind === "map") {
      const message = "braces open a map in YAML; to write them as text, put the text in quotes";
      tell(faults.unquotedText, path, map, message);
      return;
    }
    const keys = new Map<string, Node>();
    for (const pair of map.pairs) {
      const { key, colon } = pair;
      if (isMerge(key)) walkMerge(pair, path);
      else if (key.kind !== "scalar" || key.style === "block")
        tell(faults.badKey, path, key, "a key must be a word; put this text in quotes");
      else if (!map.flow && colon === undefined)
        tell(
          faults.badKey,
          path,
          { from: key.outer, to: key.outer + 1 },
          "`?` starts a key, and no colon ends it",
        );
      else if (isLeftOut(key) && colon !== undefined)
        tell(faults.badKey, path, { from: colon, to: colon + 1 }, "a key is missing before this colon");
      else walkPair(key, pair.value, path, keys);
    }
    if (map.flow) for (const lone of lonePairs(map)) tellLone(map, lone, path);
  }

  function walkPair(key: ScalarNode, value: Node, path: Path, keys: Map<string, Node>): void {
    const name = nameOf(key);
    const here = [...path, name];
    const first = keys.get(name);
    keys.set(name, first ?? key);
    if (first) {
      const message = `${inTicks(name)} stands here a second time; keep one of the two`;
      const range = lines.range(first.from, first.to);
      tell(faults.duplicateKey, here, key, message, [{ message: "first written here", path: here, range }]);
    }
    if (name === "__proto__")
      tell(
        faults.forbiddenKey,
        path,
        key,
        "`__proto__` has a meaning of its own in programs; choose another key",
      );
    walkScalar(key, path, true);
    walk(value, here);
  }

  function walkMerge({ value }: PairNode, path: Path): void {
    walk(value, path);
    const wrong = mergedNodes(value).find((node) => resolved(node).kind !== "map" && !isUndefined(node));
    if (wrong)
      tell(
        faults.badMerge,
        path,
        wrong,
        "`<<` takes over the keys of a map, such as `<<: *other`, and this is none",
      );
  }

  /** Escapes can hide in double quotes what would be found in the open. */
  function walkScalar(node: ScalarNode, path: Path, isKey = false): void {
    if (typeof node.value !== "string") return;
    const [written = "", spaces = ""] = (node.style === "plain" && strangeSpace.exec(node.value)) || [];
    // A text may start with any space; what is not a text is a key that YAML did not see.
    if (written.length > spaces.length || (spaces !== "" && isKey)) {
      const from = node.from + written.length - spaces.length;
      tell(
        faults.hiddenCharacter,
        path,
        { from, to: from + spaces.length },
        messageForSpace(spaces.charCodeAt(0)),
      );
    }
    if (node.style !== "double") return;
    const found = node.value.matchAll(hidden).next().value;
    if (!found) return;
    const alignment = alignmentOf(node, text, lines);
    const from = alignment?.starts[found.index] ?? node.from;
    const to = alignment?.ends[found.index] ?? node.to;
    tell(faults.hiddenCharacter, path, { from, to }, messageForHidden(found[0].codePointAt(0) ?? 0));
  }

  function tellLone(map: MapNode, [first, last]: readonly [number, number], path: Path): void {
    const key = map.pairs[first]?.key ?? map;
    const end = map.pairs[last]?.key ?? key;
    const before = map.pairs[first - 1]?.value;
    const name = text.slice(key.from, key.to);
    const colon = name.indexOf(":");
    if (colon > 0)
      tell(
        faults.missingSpace,
        path,
        { from: key.from, to: key.from + colon + 1 },
        "a colon needs a space behind it",
      );
    else if (before?.kind === "scalar")
      tell(
        faults.unquotedComma,
        path,
        { from: before.from, to: end.to },
        "a comma in `{ }` ends a text; put the whole text in quotes",
      );
    else
      tell(
        faults.missingColon,
        path,
        key,
        "in `{ }` every key needs a colon and a value; a list stands in `[ ]`",
      );
  }

  function messageForAlias({ name }: AliasNode): string {
    const near = nearest(name, anchors.keys());
    if (near === name)
      return `${inTicks(`*${name}`)} is used before ${inTicks(`&${name}`)}, which stands further down; move that up`;
    if (near) return `nothing above is called ${inTicks(`&${name}`)}; did you mean ${inTicks(`*${near}`)}?`;
    return "a text that starts with `*` refers to another place in YAML; to write an asterisk, put the text in quotes";
  }

  function isUndefined(node: Node): boolean {
    return node.kind === "alias" && !node.target;
  }

  function tell(
    fault: Fault,
    path: Path,
    { from, to }: { from: number; to: number },
    message: string,
    related: readonly Related[] = [],
  ): void {
    if (problems.length < most)
      problems.push(problem(fault, { path, range: lines.range(from, to), related }, message));
  }
}

/** Runs of keys in braces that have neither colon nor value, as the first and the last index. */
function lonePairs({ pairs }: MapNode): [number, number][] {
  const runs: [number, number][] = [];
  for (const [index, { key, colon }] of pairs.entries()) {
    if (colon !== undefined || key.kind !== "scalar") continue;
    const run = runs.at(-1);
    if (run && run[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}
