/** Finds where the value at a path is written. */
import { type Alignment, align } from "./align.js";
import type { Lines } from "./lines.js";
import {
  type AliasNode,
  type ItemNode,
  isLeftOut,
  isMerge,
  type MapNode,
  mergedNodes,
  type Node,
  type PairNode,
  type ScalarNode,
} from "./node.js";
import type { Path, Place, Range, Related } from "./problem.js";
import { keyName } from "./value.js";

/**
 * Where a path is written. A collection's place is its key, or the first line of a list's item; a value
 * behind an alias or a merge key is placed where it is written, and its use is a related place.
 * `at: "key"` is the place of the key; `span` is a part [from, to) of the text at the path.
 * Throws for a path that is not in the document: that is a mistake of the caller.
 */
export type Locate = (path: Path, options?: { at?: "key"; span?: readonly [number, number] }) => Place;

/** What is found at the end of a path. */
interface Spot {
  node: Node;
  /** The key of a map's value. */
  key?: Node;
  /** Where a list's item has its dash. */
  dash?: number;
}

/** Finds paths in a document. */
export function locator(root: Node, text: string, lines: Lines): Locate {
  const alignments = new Map<ScalarNode, Alignment | undefined>();
  const pairs = new Map<MapNode, Map<string, PairNode>>();
  let owners: Map<Node, Spot> | undefined;
  return locate;

  /** Where a node has its key: an alias leads to one from elsewhere, and few files have any. */
  function ownerOf(node: Node): Spot {
    owners ??= new Map(spotsBelow({ node: root }).map((spot) => [spot.node, spot]));
    return owners.get(node) ?? { node };
  }

  function locate(path: Path, { at, span }: { at?: "key"; span?: readonly [number, number] } = {}): Place {
    const uses: Related[] = [];
    let spot: Spot = { node: root };
    for (const [index, step] of path.entries()) {
      const here = path.slice(0, index);
      const next = stepInto(behindAlias(spot, here, uses).node, step, here, uses);
      if (!next) throw new Error(`The document has no ${JSON.stringify(path)}`);
      spot = next;
    }
    const [from, to] = at === "key" ? keyOf(spot) : placeOf(behindAlias(spot, path, uses), span);
    return { path, range: range(from, to), related: uses };
  }

  function behindAlias(spot: Spot, path: Path, uses: Related[]): Spot {
    let here = spot;
    while (here.node.kind === "alias" && here.node.target) {
      uses.push(useOf(here.node, path));
      here = ownerOf(here.node.target);
    }
    return here;
  }

  function useOf({ from, to }: AliasNode, path: Path): Related {
    return { message: "used here", path, range: range(from, to) };
  }

  function stepInto(node: Node, step: string | number, path: Path, uses: Related[]): Spot | undefined {
    if (node.kind === "list") {
      const item = node.items[Number(step)];
      return item && spotOf(item);
    }
    if (node.kind !== "map") return undefined;
    const pair = pairOf(node, String(step));
    if (pair) return spotOf(pair);
    for (const { key, value } of node.pairs)
      if (isMerge(key))
        for (const merged of mergedNodes(value)) {
          const through = value.kind === "alias" && merged !== value ? [useOf(value, path)] : [];
          const source = behindAlias({ node: merged }, path, through);
          const found = stepInto(source.node, step, path, through);
          if (found) {
            uses.push(...through);
            return found;
          }
        }
    return undefined;
  }

  function pairOf(map: MapNode, name: string): PairNode | undefined {
    let byName = pairs.get(map);
    if (!byName) {
      byName = new Map(map.pairs.filter(({ key }) => !isMerge(key)).map((pair) => [keyName(pair.key), pair]));
      pairs.set(map, byName);
    }
    return byName.get(name);
  }

  function keyOf(spot: Spot): readonly [number, number] {
    return spot.key ? [spot.key.from, spot.key.to] : collectionOf(spot);
  }

  function placeOf(spot: Spot, span?: readonly [number, number]): readonly [number, number] {
    const { node } = spot;
    if (node.kind !== "scalar" || isLeftOut(node)) return keyOf(spot);
    return (span && partOf(node, span)) ?? writtenText(node, text, lines);
  }

  function collectionOf({ node, dash }: Spot): readonly [number, number] {
    if (dash !== undefined && isLeftOut(node)) return [dash, dash + 1];
    if (node === root && node.kind === "map" && node.pairs[0])
      return [node.pairs[0].key.from, node.pairs[0].key.to];
    return [node.from, firstLineEnd(node)];
  }

  /** Where the part of a node ends that stands on its first line, without a comment. */
  function firstLineEnd(node: Node): number {
    const end = lines.lineEnd(node.from);
    if (node.to <= end) return node.to;
    if (node.kind === "scalar" || node.kind === "alias" || node.flow)
      return node.from + text.slice(node.from, end).trimEnd().length;
    const parts =
      node.kind === "map"
        ? node.pairs.slice(0, 1).flatMap(({ key, colon, value }) => [key.to, (colon ?? -1) + 1, value])
        : node.items.slice(0, 1).flatMap(({ dash, value }) => [(dash ?? -1) + 1, value]);
    const ends = parts.map((part) =>
      typeof part === "number" ? part : part.from < end ? firstLineEnd(part) : node.from,
    );
    return Math.min(end, Math.max(...ends));
  }

  function partOf(node: ScalarNode, [first, last]: readonly [number, number]): [number, number] | undefined {
    if (!alignments.has(node)) alignments.set(node, alignmentOf(node, text, lines));
    const alignment = alignments.get(node);
    const start = alignment?.starts[first] ?? alignment?.ends.at(-1);
    const end = last > first ? (alignment?.ends[last - 1] ?? alignment?.ends.at(-1)) : start;
    return start === undefined || end === undefined ? undefined : [start, end];
  }

  function range(from: number, to: number): Range {
    return lines.range(from, Math.min(to, text.length));
  }
}

function spotOf(entry: PairNode | ItemNode): Spot {
  if ("key" in entry) return { node: entry.value, key: entry.key };
  return { node: entry.value, ...(entry.dash !== undefined && { dash: entry.dash }) };
}

/** A node and all in it. */
function spotsBelow(spot: Spot): Spot[] {
  const { node } = spot;
  const entries = node.kind === "map" ? node.pairs : node.kind === "list" ? node.items : [];
  return [spot, ...entries.flatMap((entry) => spotsBelow(spotOf(entry)))];
}

/** Which offsets of the text each sign of a scalar's value is written at. */
export function alignmentOf(node: ScalarNode, text: string, lines: Lines): Alignment | undefined {
  if (typeof node.value !== "string") return undefined;
  const [from, to] = insideOf(node, lines);
  const alignment = align(node.value, text.slice(from, to), node.style);
  return (
    alignment && {
      starts: alignment.starts.map((start) => start + from),
      ends: alignment.ends.map((end) => end + from),
    }
  );
}

/** From the first to the last sign of a scalar; of a block scalar the text without its header. */
function writtenText(node: ScalarNode, text: string, lines: Lines): readonly [number, number] {
  if (node.style !== "block") return [node.from, node.to];
  const [from, to] = insideOf(node, lines);
  const inside = text.slice(from, to);
  const start = inside.search(/\S/);
  return start === -1
    ? [node.from, lines.lineEnd(node.from)]
    : [from + start, from + inside.trimEnd().length];
}

/** What is written between the quotes, or below the header of a block scalar. */
function insideOf({ style, from, to }: ScalarNode, lines: Lines): readonly [number, number] {
  if (style === "plain") return [from, to];
  if (style === "block") return [Math.min(lines.nextLine(from), to), to];
  return [from + 1, to - 1];
}
