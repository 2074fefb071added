/** northstar.yaml as text and as a value with places; with scalar.ts the only file that runs `yaml`. */
import {
  type Document as Composed,
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  Lexer,
  type Pair,
  type ParsedNode,
  Parser,
  type Scalar,
  Schema,
} from "yaml";
import type { ScalarStyle } from "./align.js";
import * as faults from "./faults.js";
import { type Lines, linesOf } from "./lines.js";
import { type Locate, locator } from "./locate.js";
import type { Comment, ListNode, MapNode, Node, PairNode } from "./node.js";
import type { ParserError } from "./parser-messages.js";
import { type Problem, problem } from "./problem.js";
import { checkStructure } from "./structure.js";
import { explainSyntax, type Signs } from "./syntax.js";
import { checkText, thousands } from "./text.js";
import { maxDepth, tooDeepMessage, valueOfNode } from "./value.js";

/** A text that is YAML, as a value in which every path can be found again. */
export interface Document {
  text: string;
  value: unknown;
  lines: Lines;
  /** What is written where. */
  root: Node;
  locate: Locate;
  /** In the order of the text. */
  comments: readonly Comment[];
}

/** What stands in a text that is YAML, and is free of faults. */
export interface Syntax {
  root: Node;
  anchors: ReadonlyMap<string, Node>;
  comments: readonly Comment[];
  /** How many words and signs of YAML the text consists of. */
  signs: number;
}

/** How many words and signs of YAML a file may consist of. */
export const maxCharacters = 100_000;

/** Reads YAML 1.2, or says what is wrong with it, in bounded time and memory. */
export function readDocument(text: string): Document | Problem[] {
  const lines = linesOf(text);
  const unreadable = checkText(text, lines);
  if (unreadable.length > 0) return unreadable;
  const tree = readSyntax(text, lines);
  if (Array.isArray(tree)) return tree;
  const value = valueOfNode(tree.root, lines);
  return Array.isArray(value) ? value : withPlaces(text, lines, tree, value.value);
}

/** A text that has been read. */
export function withPlaces(
  text: string,
  lines: Lines,
  { root, comments }: Pick<Syntax, "root" | "comments">,
  value: unknown,
): Document {
  return { text, lines, root, value, locate: locator(root, text, lines), comments };
}

/** Reads a text in which {@link checkText} found nothing. */
export function readSyntax(text: string, lines: Lines): Syntax | Problem[] {
  const parsed = parse(text, lines);
  if (Array.isArray(parsed)) return parsed;
  const { root, anchors } = nodesOf(parsed.tree);
  const wrong = checkStructure(root, anchors, text, lines);
  return wrong.length > 0 ? wrong : { root, anchors, comments: parsed.comments, signs: parsed.signs };
}

/** The one document of a text, if it has exactly one, and the comments around and in it. */
function parse(
  text: string,
  lines: Lines,
): { tree: Composed.Parsed; comments: Comment[]; signs: number } | Problem[] {
  const comments: Comment[] = [];
  const marks: Signs = { quotes: [], brackets: [] };
  const documents: CST.Document[] = [];
  const parser = new Parser();
  // A list behind a byte order mark would not be seen.
  const begin = text.startsWith("\uFEFF") ? 1 : 0;
  parser.offset = begin;
  const composer = new Composer({ schema: core(), uniqueKeys: false, keepSourceTokens: true });
  const composed: Composed.Parsed[] = [];
  let count = 0;
  let stray = false;

  for (const lexeme of new Lexer().lex(text.slice(begin))) {
    count += 1;
    const start = parser.offset;
    if (count > maxCharacters) return [at(faults.tooLarge, start, tooManySigns)];
    note(lexeme, start, marks);
    if (lexeme[0] === "#") comments.push({ from: start, to: start + lexeme.length });
    for (const token of parser.next(lexeme)) take(token);
    if (documents.length > 1 || stray) break;
    if (parser.stack.length > maxDepth && depthOf(parser.stack) > maxDepth)
      return [at(faults.tooDeep, start, tooDeepMessage)];
  }
  for (const token of parser.end()) if (documents.length < 2 && !stray) take(token);
  composed.push(...composer.end(true, text.length));

  const [tree] = composed;
  if (!tree) throw new Error("a YAML composer that must give a document gave none");
  const error = parserErrorOf(tree);
  if (error) return [explainSyntax(error, marks, text, lines)];
  const [, second] = documents;
  if (second) return [at(faults.severalDocuments, startOf(second), severalDocuments, 3)];
  if (!tree.contents || tree.contents.range[0] === tree.contents.range[1])
    return [at(faults.emptyFile, 0, emptyFile, 0)];
  return { tree, comments, signs: count };

  function take(token: CST.Token): void {
    if (token.type === "document") documents.push(token);
    if (token.type === "error") stray = true;
    composed.push(...composer.next(token));
  }

  function at(rule: typeof faults.tooLarge, offset: number, message: string, length = 1): Problem {
    const range = lines.range(offset, Math.min(offset + length, lines.lineEnd(offset)));
    return problem(rule, { path: [], range, related: [] }, message);
  }
}

let schema: Schema | undefined;

/**
 * Which YAML a `%YAML` line asks for makes no difference: a date or a `no` is text in every file. One for all texts,
 * since to make it takes as long as to read a dozen lines, and nothing changes it.
 */
function core(): Schema {
  schema ??= new Schema({ schema: "core", resolveKnownTags: false });
  return schema;
}

const tooManySigns = `the file goes on for more than ${thousands(maxCharacters)} words and signs of YAML, and is read no further; a North Star fits on a few pages`;
const severalDocuments =
  "a second document starts here; keep one North Star per file, and take this line out if there is only one";
const emptyFile = "nothing is written here yet; `northstar init` asks a few questions and writes the file";

/** Keeps what helps to explain a mistake: where quotes and brackets open and close. */
function note(lexeme: string, offset: number, { quotes, brackets }: Signs): void {
  const sign = lexeme[0];
  if (sign === '"' || sign === "'") quotes.push({ from: offset, to: offset + lexeme.length });
  if (lexeme === "[" || lexeme === "{") brackets.push({ from: offset, to: undefined });
  if (lexeme === "]" || lexeme === "}") {
    const open = brackets.findLast((bracket) => bracket.to === undefined);
    if (open) open.to = offset;
  }
}

function depthOf(stack: readonly CST.Token[]): number {
  return stack.filter(
    ({ type }) => type === "block-map" || type === "block-seq" || type === "flow-collection",
  ).length;
}

function startOf(document: CST.Document): number {
  return document.start.find((token) => token.type === "doc-start")?.offset ?? document.offset;
}

/** The first thing a parser complains about. Of its warnings only tags that nobody knows matter. */
function parserErrorOf({ errors, warnings }: Composed.Parsed): ParserError | undefined {
  return errors[0] ?? warnings.find((warning) => warning.code === "TAG_RESOLVE_FAILED");
}

/** What `yaml` composed, as nodes of our own. An alias stands for the last anchor of its name above it. */
function nodesOf(tree: Composed.Parsed): { root: Node; anchors: ReadonlyMap<string, Node> } {
  const anchors = new Map<string, Node>();
  return { root: nodeOf(tree.contents, [], 0), anchors };

  function nodeOf(node: ParsedNode | null, before: readonly CST.SourceToken[], fallback: number): Node {
    if (!node)
      return { kind: "scalar", value: null, style: "plain", from: fallback, to: fallback, outer: fallback };
    const [from, to] = node.range;
    const outer = before.find(({ type }) => properties.has(type))?.offset ?? from;
    if (isAlias(node))
      return { kind: "alias", name: node.source, target: anchors.get(node.source), from, to, outer };
    if (isScalar(node)) {
      const value = typeof node.value === "bigint" ? Number(node.value) : node.value;
      return named(node, { kind: "scalar", value, style: styles[node.type ?? "PLAIN"], from, to, outer });
    }
    // The name is given before the inside is read, so that what holds itself is found out.
    if (isMap(node)) {
      const map: MapNode = { kind: "map", flow: node.flow ?? false, from, to, outer, pairs: [] };
      named(node, map);
      for (const pair of node.items) map.pairs.push(pairOf(pair as Pair<ParsedNode, ParsedNode | null>));
      return map;
    }
    const list: ListNode = { kind: "list", flow: node.flow ?? false, from, to, outer, items: [] };
    named(node, list);
    const { srcToken } = node;
    const tokens = srcToken && "items" in srcToken ? srcToken.items : [];
    for (const [index, item] of node.items.entries()) {
      const start = tokens[index]?.start ?? [];
      const dash = start.find((token) => token.type === "seq-item-ind")?.offset;
      list.items.push({ dash, value: nodeOf(item, start, dash ?? from) });
    }
    return list;
  }

  function pairOf({ key, value, srcToken }: Pair<ParsedNode, ParsedNode | null>): PairNode {
    const sep = srcToken?.sep ?? [];
    const colon = sep.find((token) => token.type === "map-value-ind")?.offset;
    const name = nodeOf(key, srcToken?.start ?? [], colon ?? 0);
    return { key: name, colon, value: nodeOf(value, sep, colon === undefined ? name.to : colon + 1) };
  }

  function named<T extends Node>(written: ParsedNode, node: T): T {
    if (!isAlias(written) && written.anchor) anchors.set(written.anchor, node);
    return node;
  }
}

/** What may stand before a value or a key and belongs to it. */
const properties: ReadonlySet<string> = new Set(["anchor", "tag", "explicit-key-ind"]);

const styles: Readonly<Record<Scalar.Type, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_FOLDED: "block",
  BLOCK_LITERAL: "block",
};
