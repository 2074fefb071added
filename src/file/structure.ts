/** Checks valid YAML for what cannot become a value: wrong keys, aliases, merge keys and commas. */
import * as faults from "./faults.js";
import { fieldAt } from "./format-fields.js";
import type { Lines } from "./lines.js";
import { alignmentOf } from "./locate.js";
import { backticked } from "./message-text.js";
import { fixOf, type Mistake, problemOf, quotesAround } from "./mistake.js";
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
import type { Path, Problem } from "./problem.js";
import { hiddenIn, messageForHidden, messageForSpace, strangeSpace } from "./text.js";
import { keyName } from "./value.js";

/** How many problems are reported at once. */
const mostProblems = 50;

/** Everything in a document that has no value, at most fifty problems. `anchors` are all its anchors. */
export function checkStructure(
  root: Node,
  anchors: ReadonlyMap<string, Node>,
  text: string,
  lines: Lines,
): Problem[] {
  const problems: Problem[] = [];
  lookInto(root, []);
  return problems;

  function tell(mistake: Mistake): void {
    if (problems.length < mostProblems) problems.push(problemOf(mistake, lines));
  }

  function lookInto(node: Node, path: Path): void {
    if (problems.length === mostProblems) return;
    if (node.kind === "alias" && !node.target) tell(undefinedAlias(node, path));
    if (node.kind === "scalar") lookIntoScalar(node, path);
    if (node.kind === "list") {
      let index = 0;
      for (const { value } of node.items) lookInto(value, [...path, index++]);
    }
    if (node.kind === "map") lookIntoMap(node, path);
  }

  function lookIntoMap(map: MapNode, path: Path): void {
    const { from, to } = map;
    if (map.flow && map.pairs[0]?.key.kind === "map") {
      const message = "braces open a map in YAML; to write them as text, put the text in quotes";
      tell({ rule: faults.unquotedText, path, from, to, message, fix: quotesAround(text, from, to) });
      return;
    }
    const names = map.pairs.map(({ key }) => (key.kind === "scalar" ? keyName(key) : ""));
    const dashless =
      new Set(names).size < names.length
        ? (withoutDashes(map, path) ?? joinedItems(map, path, names))
        : undefined;
    if (dashless) {
      tell(dashless);
      return;
    }
    const keys = new Map<string, Node>();
    for (const pair of map.pairs)
      if (isMerge(pair.key)) lookIntoMerge(pair.value, path);
      else lookIntoPair(pair, path, map.flow, keys);
    if (map.flow) for (const [first, last] of lonePairs(map)) tell(lonePair(map, first, last, path));
  }

  /** The items of a list, one below the other without a dash: keys that come again and again. */
  function withoutDashes({ flow, pairs, from }: MapNode, path: Path): Mistake | undefined {
    const [first] = pairs;
    if (flow || first?.key.kind !== "scalar" || fieldAt(path)?.kind !== "list") return undefined;
    const name = keyName(first.key);
    const starts = pairs.flatMap(({ key }) =>
      key.kind === "scalar" && keyName(key) === name ? [key.from] : [],
    );
    if (starts.length < 2) return undefined;
    const start = lines.lineStart(from);
    const end = lines.lineEnd(pairs.at(-1)?.value.to ?? from);
    const dashed = text
      .slice(start, end)
      .replace(/^( *)(?=\S)/gm, (indent, _, offset) =>
        starts.includes(start + offset + indent.length) ? `${indent}- ` : `${indent}  `,
      );
    const list = String(path.at(-1));
    const message = `${backticked(list)} is a list: put a dash and a space before each \`${name}:\` that starts an item, and two spaces before the lines below it`;
    const related = starts.slice(1).map((at) => ({
      message: "the next item starts here",
      path,
      range: lines.range(at, at + name.length),
    }));
    const fix = fixOf("put the dashes there", false, start, end, dashed);
    return { rule: faults.missingDash, path, from, to: from + name.length, message, related, fix };
  }

  /** Two or more items of a list in one, whose dashes were forgotten: their keys come again in a row. */
  function joinedItems({ flow, pairs }: MapNode, path: Path, names: readonly string[]): Mistake | undefined {
    if (flow || typeof path.at(-1) !== "number" || fieldAt(path)?.kind !== "map") return undefined;
    const again = names.filter((name, index) => names.indexOf(name) < index);
    const [first = ""] = again;
    if (new Set(again).size < 2 && first !== names[0]) return undefined;
    const starts = pairs.filter((_, index) => names[index] === first && names.indexOf(first) < index);
    const froms = starts.map(({ key }) => key.from);
    const [from = 0] = froms;
    if (froms.some((at) => !/^ {2,}$/.test(text.slice(lines.lineStart(at), at)))) return undefined;
    const edits = froms.map((at) => ({ start: at - 2, end: at, text: "- " }));
    const message = `\`${first}:\` starts another item here, and its dash is missing: write \`- ${first}:\` two places further left`;
    const related = froms.slice(1).map((at) => ({
      message: "and so does this",
      path,
      range: lines.range(at, at + first.length),
    }));
    const fix = {
      title: froms.length > 1 ? "put the dashes there" : "put the dash there",
      safe: false,
      edits,
    };
    return { rule: faults.missingDash, path, from, to: from + first.length, message, related, fix };
  }

  function lookIntoPair(
    { key, colon, value }: PairNode,
    path: Path,
    flow: boolean,
    keys: Map<string, Node>,
  ): void {
    const { from, to } = key;
    if (key.kind !== "scalar" || key.style === "block") {
      const message = "a key must be a word; put this text in quotes";
      tell({ rule: faults.badKey, path, from, to, message });
    } else if (!flow && colon === undefined) {
      const message = "`?` starts a key, and no colon ends it";
      tell({ rule: faults.badKey, path, from: key.outer, to: key.outer + 1, message });
    } else if (isLeftOut(key) && colon !== undefined) {
      const message = "a key is missing before this colon";
      tell({ rule: faults.badKey, path, from: colon, to: colon + 1, message });
    } else {
      const here = [...path, keyName(key)];
      lookIntoKey(key, here, keys);
      lookInto(value, here);
    }
  }

  function lookIntoKey(key: ScalarNode, path: Path, keys: Map<string, Node>): void {
    const { from, to } = key;
    const name = keyName(key);
    const first = keys.get(name);
    keys.set(name, first ?? key);
    if (first) {
      const message = `${backticked(name)} stands here a second time; keep one of the two`;
      const related = [{ message: "first written here", path, range: lines.range(first.from, first.to) }];
      tell({ rule: faults.duplicateKey, path, from, to, message, related });
    }
    if (name === "__proto__") {
      const message = "`__proto__` has a meaning of its own in programs; choose another key";
      tell({ rule: faults.forbiddenKey, path, from, to, message });
    }
    lookIntoScalar(key, path, true);
  }

  function lookIntoMerge(value: Node, path: Path): void {
    lookInto(value, path);
    const wrong = mergedNodes(value)
      .map((node) => ({ node, kind: resolved(node).kind }))
      .find(({ kind }) => kind === "scalar" || kind === "list");
    if (!wrong) return;
    const { from, to } = wrong.node;
    const message = "`<<` takes over the keys of a map, such as `<<: *other`, and this is none";
    tell({ rule: faults.badMerge, path, from, to, message });
  }

  /** Escapes can hide in double quotes what would be found in the open. */
  function lookIntoScalar(node: ScalarNode, path: Path, isKey = false): void {
    if (typeof node.value !== "string") return;
    if (node.style === "plain") lookForStrangeSpace(node, node.value, path, isKey);
    const [found] = node.style === "double" ? hiddenIn(node.value) : [];
    if (!found) return;
    const alignment = alignmentOf(node, text, lines);
    const from = alignment?.starts[found.index] ?? node.from;
    const to = alignment?.ends[found.index] ?? node.to;
    const message = messageForHidden(found[0].codePointAt(0) ?? 0);
    const fix = fixOf("delete it", true, from, to, "");
    tell({ rule: faults.hiddenCharacter, path, from, to, message, fix });
  }

  /** A text may start with any space; what is not a text is a key that YAML did not see. */
  function lookForStrangeSpace(node: ScalarNode, value: string, path: Path, isKey: boolean): void {
    const [written = "", spaces = ""] = strangeSpace.exec(value) ?? [];
    if (spaces === "" || (written === spaces && !isKey)) return;
    const to = node.from + written.length;
    const from = to - spaces.length;
    const fix = fixOf("type a normal space", true, from, to, " ".repeat(spaces.length));
    const message = messageForSpace(spaces.charCodeAt(0));
    tell({ rule: faults.hiddenCharacter, path, from, to, message, fix });
  }

  function lonePair({ pairs, from: start }: MapNode, first: number, last: number, path: Path): Mistake {
    const { from, to } = pairs[first]?.key ?? { from: start, to: start };
    const before = pairs[first - 1]?.value;
    const end = pairs[last]?.key.to ?? to;
    const colon = text.slice(from, to).indexOf(":") + 1;
    if (colon > 1) {
      const fix = fixOf("put a space behind it", true, from + colon, from + colon, " ");
      const message = "a colon needs a space behind it";
      return { rule: faults.missingSpace, path, from, to: from + colon, message, fix };
    }
    if (before?.kind === "scalar" && before.style === "plain" && !isLeftOut(before)) {
      const message = "a comma in `{ }` ends a text; put the whole text in quotes";
      const fix = quotesAround(text, before.from, end);
      return { rule: faults.unquotedComma, path, from: before.from, to: end, message, fix };
    }
    const message = "in `{ }` every key needs a colon and a value; a list stands in `[ ]`";
    return { rule: faults.missingColon, path, from, to, message };
  }

  function undefinedAlias({ name, from, to }: AliasNode, path: Path): Mistake {
    const near = nearest(name, anchors.keys());
    if (near === name) {
      const message = `${backticked(`*${name}`)} is used before ${backticked(`&${name}`)}, which stands further down; move that up`;
      return { rule: faults.undefinedAlias, path, from, to, message };
    }
    if (near) {
      const message = `nothing above is called ${backticked(`&${name}`)}; did you mean ${backticked(`*${near}`)}?`;
      const fix = fixOf(`write *${near}`, false, from, to, `*${near}`);
      return { rule: faults.undefinedAlias, path, from, to, message, fix };
    }
    const message =
      "a text that starts with `*` refers to another place in YAML; to write an asterisk, put the text in quotes";
    return { rule: faults.undefinedAlias, path, from, to, message, fix: quotesAround(text, from, to) };
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
