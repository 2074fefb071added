/** northstar.yaml as text and as a value with places; the only file that knows `yaml`. */
import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  type ParsedNode,
  Parser,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { type Alignment, align, type ScalarStyle } from "./align.js";
import * as faults from "./faults.js";
import { type Lines, linesOf } from "./lines.js";
import { nearest } from "./nearest.js";
import { type Path, type Place, type Problem, problem, type Range, type Related } from "./problem.js";
import { explainSyntax } from "./syntax.js";
import { checkText } from "./text.js";

/** A text that is YAML, as a value in which every path can be found again. */
export interface Source {
  text: string;
  value: unknown;
  /**
   * Where a path is written. A collection's place is its key, or the first line of a list's item; a value
   * behind an alias or a merge key is placed where it is written, and its use is a related place.
   * Throws for a path that is not in the document: that is a mistake of the caller.
   */
  locate(path: Path, options?: { at?: "key"; span?: readonly [number, number] }): Place;
}

/** How deep lists and maps may stand in one another; the format itself needs five. */
export const deepest = 40;

/** How many words and signs a file may consist of. */
export const mostTokens = 100_000;

/** How many values may come about through aliases. */
export const mostCopies = 10_000;

type Node = ParsedNode | null;

/** Reads YAML 1.2, or says what is wrong with it, in bounded time and memory. */
export function readSource(text: string): Source | Problem[] {
  const unreadable = checkText(text);
  if (unreadable.length > 0) return unreadable;
  const lines = linesOf(text);
  const document = parse(text, lines);
  if (Array.isArray(document)) return document;
  const outline = outlineOf(document.contents, text, lines);
  if (Array.isArray(outline)) return outline;
  const value = buildValue(document.contents, outline, lines);
  if (Array.isArray(value)) return value;
  return { text, value: value.value, locate: locator(document.contents, outline, text, lines) };
}

/** The one document of a text. */
function parse(text: string, lines: Lines): Document.Parsed | Problem[] {
  const composer = new Composer({ schema: "core", uniqueKeys: false, keepSourceTokens: true });
  const parser = new Parser();
  const documents: Document.Parsed[] = [];
  let tokens = 0;

  for (const lexeme of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > mostTokens) return [at(parser.offset, faults.tooLarge, tooManyTokens)];
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > deepest * 2 && depthOf(parser.stack) > deepest)
      return [at(parser.offset, faults.tooDeep, tooDeep)];
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));

  const [document, second] = documents;
  if (!document) throw new Error("A YAML composer that is made to give a document gave none");
  const [error] = document.errors;
  if (error) return [explainSyntax(error, text, lines)];
  if (second) {
    const start = Math.max(0, text.lastIndexOf("---", second.range[0]));
    const place = { path: [], range: lines.range(start, Math.min(start + 3, text.length)), related: [] };
    return [problem(faults.severalDocuments, place, severalDocuments)];
  }
  if (document.contents === null || isEmpty(document.contents))
    return [
      problem(faults.emptyFile, { path: [], range: lines.range(0, 0), related: [] }, faults.emptyMessage),
    ];
  return document;

  function at(offset: number, fault: typeof faults.tooLarge, message: string): Problem {
    return problem(fault, { path: [], range: lines.range(offset, offset + 1), related: [] }, message);
  }
}

const tooManyTokens = `the file goes on for more than ${mostTokens.toLocaleString("en")} words and signs of YAML, so reading stops here; a North Star fits on a page or two`;
const tooDeep = `more than ${deepest} lists and maps stand inside one another here; a North Star needs five at most`;
const severalDocuments =
  "a second document starts at `---`; keep one North Star per file and move the rest to a file of its own";

function depthOf(stack: readonly CST.Token[]): number {
  return stack.filter((token) => /^(?:block-map|block-seq|flow-collection)$/.test(token.type)).length;
}

function isEmpty(node: ParsedNode): boolean {
  return isScalar(node) && node.value === null && node.source === "";
}

/** What one walk through a document finds out. */
interface Outline {
  /** The node that an alias stands for. */
  targets: Map<Alias.Parsed, ParsedNode>;
  /** The key of a map's value. */
  keys: Map<ParsedNode, Scalar.Parsed>;
  /** The pairs of a map by the key's text. Merge keys are in `merges`. */
  pairs: Map<YAMLMap.Parsed, Map<string, Pair<Scalar.Parsed, Node>>>;
  /** The nodes that are merged into a map, in order of precedence. */
  merges: Map<YAMLMap.Parsed, ParsedNode[]>;
}

function outlineOf(root: Node, text: string, lines: Lines): Outline | Problem[] {
  const outline: Outline = { targets: new Map(), keys: new Map(), pairs: new Map(), merges: new Map() };
  const anchors = new Map<string, ParsedNode>();
  const problems: Problem[] = [];
  walk(root, []);
  return problems.length > 0 ? problems : outline;

  function walk(node: Node, path: Path): void {
    if (!node) return;
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) outline.targets.set(node, target);
      else undefinedAlias(node, path);
      return;
    }
    if (node.anchor) anchors.set(node.anchor, node);
    if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    if (isMap(node)) walkMap(node, path);
  }

  function walkMap(map: YAMLMap.Parsed, path: Path): void {
    const pairs = new Map<string, Pair<Scalar.Parsed, Node>>();
    outline.pairs.set(map, pairs);
    for (const pair of map.items as Pair<ParsedNode, Node>[]) {
      const { key, value } = pair;
      if (!isScalar(key)) {
        add(
          faults.badKey,
          path,
          key,
          "a key must be a plain word; put text that starts with { or [ in quotes",
        );
        continue;
      }
      const name = keyText(key);
      const first = pairs.get(name);
      if (isMergeKey(key)) {
        outline.merges.set(map, [...(outline.merges.get(map) ?? []), ...mergedNodes(value)]);
        walk(value, path);
        continue;
      }
      if (first) {
        const related = [{ message: "first written here", path: [...path, name], range: rangeOf(first.key) }];
        const message = `\`${name}\` stands here twice; keep one of the two`;
        problems.push(
          problem(faults.duplicateKey, { path: [...path, name], range: rangeOf(key), related }, message),
        );
        continue;
      }
      if (name === "__proto__") add(faults.forbiddenKey, path, key, faults.forbiddenMessage);
      pairs.set(name, pair as Pair<Scalar.Parsed, Node>);
      if (value) outline.keys.set(value, key);
      walk(value, [...path, name]);
    }
  }

  function mergedNodes(value: Node): ParsedNode[] {
    if (isSeq(value)) return value.items as ParsedNode[];
    return value ? [value] : [];
  }

  function undefinedAlias(alias: Alias.Parsed, path: Path): void {
    const near = nearest(alias.source, anchors.keys());
    const hint = near ? `did you mean \`*${near}\`?` : "to write an asterisk, put the text in quotes";
    add(faults.undefinedAlias, path, alias, `\`*${alias.source}\` refers to nothing above it; ${hint}`);
  }

  function add(fault: typeof faults.badKey, path: Path, node: ParsedNode, message: string): void {
    problems.push(problem(fault, { path, range: rangeOf(node), related: [] }, message));
  }

  function rangeOf(node: ParsedNode): Range {
    return lines.range(node.range[0], Math.min(node.range[1], lines.lineEnd(node.range[0]), text.length));
  }
}

function isMergeKey(key: Scalar.Parsed): boolean {
  return key.value === "<<" && key.type === "PLAIN";
}

function keyText(key: Scalar.Parsed): string {
  return typeof key.value === "string" ? key.value : (key.source ?? "");
}

/** The value of a document: a tree of its own, in which nothing is shared. */
function buildValue(root: Node, outline: Outline, lines: Lines): { value: unknown } | Problem[] {
  const open: Alias.Parsed[] = [];
  let copies = 0;
  let stop: Problem[] | undefined;
  const value = build(root, 0);
  return stop ?? { value };

  function build(node: Node, depth: number): unknown {
    if (!node || stop) return null;
    if (open.length > 0) copies += 1;
    if (copies > mostCopies) return fail(faults.aliasBomb, faults.aliasBombMessage);
    if (depth > deepest) return fail(faults.tooDeep, tooDeep);
    if (isAlias(node)) return buildAlias(node, depth);
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return (node.items as Node[]).map((item) => build(item, depth + 1));
    return Object.fromEntries(entriesOf(node, depth));
  }

  function buildAlias(alias: Alias.Parsed, depth: number): unknown {
    if (open.includes(alias)) return fail(faults.aliasBomb, faults.aliasLoopMessage);
    open.push(alias);
    const value = build(outline.targets.get(alias) ?? null, depth);
    open.pop();
    return value;
  }

  function entriesOf(map: YAMLMap.Parsed, depth: number): Map<string, unknown> {
    const entries = new Map<string, unknown>();
    for (const [name, pair] of outline.pairs.get(map) ?? []) entries.set(name, build(pair.value, depth + 1));
    for (const merged of outline.merges.get(map) ?? []) {
      const value = build(merged, depth + 1);
      if (value !== null && typeof value === "object")
        for (const [name, each] of Object.entries(value)) if (!entries.has(name)) entries.set(name, each);
    }
    return entries;
  }

  function fail(fault: typeof faults.aliasBomb, message: string): null {
    const start = open[0]?.range[0] ?? 0;
    const end = open[0]?.range[1] ?? 0;
    stop ??= [problem(fault, { path: [], range: lines.range(start, end), related: [] }, message)];
    return null;
  }
}

/** Where a walk along a path stands. */
interface Spot {
  node: Node;
  key?: Scalar.Parsed;
  /** The list that the node is an item of, with its index. */
  item?: { list: YAMLSeq.Parsed; index: number };
}

function locator(root: Node, outline: Outline, text: string, lines: Lines): Source["locate"] {
  const alignments = new Map<Scalar.Parsed, Aligned | undefined>();
  return locate;

  function locate(path: Path, options: { at?: "key"; span?: readonly [number, number] } = {}): Place {
    const uses: Related[] = [];
    let spot: Spot = { node: root };
    for (const [index, step] of path.entries()) {
      const here = path.slice(0, index);
      const next = stepInto(follow(spot, here, uses).node, step, here, uses);
      if (!next) throw new Error(`No ${JSON.stringify(path)} in the document`);
      spot = next;
    }
    const range = options.at === "key" ? keyRange(spot) : valueRange(follow(spot, path, uses), options.span);
    return { path, range, related: uses };
  }

  /** The node itself for an alias; the alias is a use. */
  function follow(spot: Spot, path: Path, uses: Related[]): Spot {
    let here = spot;
    while (isAlias(here.node)) {
      const target = outline.targets.get(here.node) ?? null;
      use(here.node, path, uses);
      const key = target && outline.keys.get(target);
      here = { node: target, ...(key && { key }) };
    }
    return here;
  }

  function use(alias: Alias.Parsed, path: Path, uses: Related[]): void {
    uses.push({ message: "used here", path, range: lines.range(alias.range[0], alias.range[1]) });
  }

  function stepInto(node: Node, step: string | number, path: Path, uses: Related[]): Spot | undefined {
    if (isSeq(node)) {
      const index = Number(step);
      if (!(index in node.items)) return undefined;
      return { node: node.items[index] as Node, item: { list: node, index } };
    }
    if (!isMap(node)) return undefined;
    const pair = outline.pairs.get(node)?.get(String(step));
    if (pair) return { node: pair.value, key: pair.key };
    for (const merged of outline.merges.get(node) ?? []) {
      for (const each of isSeq(merged) ? (merged.items as ParsedNode[]) : [merged]) {
        const also: Related[] = [];
        const source = follow({ node: each }, path, also);
        const found = stepInto(source.node, step, path, also);
        if (found) {
          uses.push(...also);
          return found;
        }
      }
    }
    return undefined;
  }

  function keyRange(spot: Spot): Range {
    if (spot.key) return lines.range(spot.key.range[0], spot.key.range[1]);
    return collectionRange(spot);
  }

  function valueRange(spot: Spot, span?: readonly [number, number]): Range {
    const { node } = spot;
    if (!isScalar(node)) return collectionRange(spot);
    if (node.range[0] === node.range[1] && node.value === null) return keyRange(spot);
    const aligned = alignmentOf(node);
    if (span && aligned) {
      const [from, to] = span;
      const start = aligned.starts[from] ?? aligned.ends.at(-1);
      const end = to > from ? aligned.ends[to - 1] : start;
      if (start !== undefined && end !== undefined)
        return lines.range(aligned.offset + start, aligned.offset + end);
    }
    const [from, to] = writtenRange(node);
    return lines.range(from, to);
  }

  function collectionRange({ node, key, item }: Spot): Range {
    if (key) return lines.range(key.range[0], key.range[1]);
    if (isMap(node) && !item) {
      const first = node.items[0]?.key;
      if (first?.range) return lines.range(first.range[0], first.range[1]);
    }
    if (node && node.range[1] > node.range[0]) return lines.range(node.range[0], firstLineEnd(node));
    const indicator = item && indicatorOf(item.list, item.index);
    const start = indicator ?? node?.range[0] ?? 0;
    return lines.range(start, indicator === undefined ? start : start + 1);
  }

  /** Where the part of a node ends that stands on its first line, without a comment. */
  function firstLineEnd(node: ParsedNode): number {
    const end = lines.lineEnd(node.range[0]);
    if (node.range[1] <= end) return node.range[1];
    if (isScalar(node) || isAlias(node) || node.flow) return end;
    const parts: Node[] = isMap(node)
      ? (node.items as Pair<ParsedNode, Node>[]).flatMap((pair) => [pair.key, pair.value])
      : (node.items as Node[]);
    const inside = parts.filter(
      (part) => part !== null && part.range[0] < end && part.range[0] < part.range[1],
    );
    const last = inside.at(-1);
    if (!last) return end;
    const written = isScalar(last) ? Math.min(last.range[1], end) : firstLineEnd(last);
    return last === parts[0] && isMap(node) ? afterColon(written) : written;
  }

  function afterColon(offset: number): number {
    return text[offset] === ":" ? offset + 1 : offset;
  }

  function alignmentOf(node: Scalar.Parsed): Aligned | undefined {
    if (!alignments.has(node)) alignments.set(node, alignNode(node));
    return alignments.get(node);
  }

  function alignNode(node: Scalar.Parsed): Aligned | undefined {
    const style = node.type && styles[node.type];
    if (!style || typeof node.value !== "string") return undefined;
    const [from, to] = innerRange(node);
    const alignment = align(node.value, text.slice(from, to), style);
    return alignment && { ...alignment, offset: from };
  }

  /** From the first to the last sign of a scalar; a block scalar's text without its header. */
  function writtenRange(node: Scalar.Parsed): [number, number] {
    const [from, to] = innerRange(node);
    if (node.type !== "BLOCK_FOLDED" && node.type !== "BLOCK_LITERAL") return [node.range[0], node.range[1]];
    const body = text.slice(from, to);
    const trimmed = body.trim();
    if (trimmed === "") return [node.range[0], Math.min(from, lines.lineEnd(node.range[0]))];
    const start = from + body.indexOf(trimmed);
    return [start, start + trimmed.length];
  }

  function innerRange(node: Scalar.Parsed): [number, number] {
    const [from, to] = node.range;
    if (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE") return [from + 1, to - 1];
    if (node.type === "PLAIN") return [from, to];
    return [Math.min(lines.lineEnd(from) + 1, to), to];
  }
}

type Aligned = Alignment & { offset: number };

const styles: Readonly<Record<Scalar.Type, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_FOLDED: "block",
  BLOCK_LITERAL: "block",
};

function indicatorOf(list: YAMLSeq.Parsed, index: number): number | undefined {
  const token = list.srcToken;
  if (token?.type !== "block-seq") return undefined;
  return token.items[index]?.start.find((each) => each.type === "seq-item-ind")?.offset;
}
