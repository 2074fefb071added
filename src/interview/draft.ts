/** A North Star in the making: a value with the comments that explain it. */
import { keysAt } from "../file/field.js";
import type { Path } from "../file/problem.js";
import { writeScalar } from "../file/scalar.js";
import type { Source } from "../file/source.js";

type Scalar = string | number | boolean | null;

/** A value with what stands around it in the file. */
export interface Node {
  value: Scalar | Node[] | Map<string, Node>;
  /** Whole comment lines above it, with their `#`. */
  above: readonly string[];
  /** The comment at the end of its line, or nothing. */
  beside: string;
  /** The line of the text that it was read from, from 1; 0 for what no text says. */
  line: number;
  /** The team said it, rather than a template. */
  given?: true;
}

export interface Draft {
  /** The comment at the top that belongs to no key. */
  head: readonly string[];
  root: Node;
  /** The comment after everything else. */
  foot: readonly string[];
}

/** A value that no text says yet, as nodes without comments. */
export function nodeOf(value: unknown): Node {
  return { value: inner(), above: [], beside: "", line: 0 };

  function inner(): Node["value"] {
    if (Array.isArray(value)) return value.map(nodeOf);
    if (isMap(value)) return new Map(Object.entries(value).map(([key, each]) => [key, nodeOf(each)]));
    return value as Scalar;
  }
}

/** The value without its comments. */
export function plain({ value }: Node): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, node]) => [key, plain(node)]));
  return value;
}

/** The node at a path, if there is one. */
export function nodeAt(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path)
    node =
      typeof step === "number"
        ? Array.isArray(node?.value)
          ? node.value[step]
          : undefined
        : node?.value instanceof Map
          ? node.value.get(step)
          : undefined;
  return node;
}

/** What a text says, with its comments but those of which `keep` is false. */
export function draftOf(source: Source, keep: (comment: string) => boolean = () => true): Draft {
  const lines = source.text.split(/\r\n?|\n/);
  /** How many lines are part of a value or of a comment that has found its place. */
  let taken = 0;
  const head = headOf();
  const root = read(source.value, []);
  return { head, root, foot: lines.slice(taken).flatMap(commentOn) };

  /** The comment at the top, when an empty line parts it from the first key. */
  function headOf(): string[] {
    const end = lines.findIndex((line) => !/^\s*#/.test(line));
    if (end < 1 || lines[end]?.trim() !== "") return [];
    taken = end;
    return lines.slice(0, end).flatMap(commentOn);
  }

  function read(value: unknown, path: Path): Node {
    if (path.length === 0) return { ...nodeOf(null), value: innerOf(value, path) };
    const { line } = source.locate(path, { at: "key" }).range.start;
    const above = linesAbove(line);
    const beside = besideOf(value, path);
    return { value: innerOf(value, path), above, beside, line };
  }

  function innerOf(value: unknown, path: Path): Node["value"] {
    if (Array.isArray(value)) return value.map((each, index) => read(each, [...path, index]));
    if (isMap(value))
      return new Map(Object.entries(value).map(([key, each]) => [key, read(each, [...path, key])]));
    return value as Scalar;
  }

  function linesAbove(line: number): string[] {
    const above = lines.slice(taken, line - 1).flatMap(commentOn);
    taken = Math.max(taken, line);
    return above;
  }

  function besideOf(value: unknown, path: Path): string {
    const isScalar = !Array.isArray(value) && !isMap(value);
    if (!isScalar && typeof path.at(-1) === "number") return "";
    const { end } = source.locate(path, isScalar ? {} : { at: "key" }).range;
    if (isScalar) taken = Math.max(taken, end.line);
    const rest = (lines[end.line - 1] ?? "").slice(end.column - 1);
    const comment = /^:?\s+(#.*)$/.exec(rest)?.[1]?.trimEnd() ?? "";
    return comment && keep(comment) ? comment : "";
  }

  function commentOn(line: string): string[] {
    const comment = line.trim();
    return comment.startsWith("#") && keep(comment) ? [comment] : [];
  }
}

function isMap(value: unknown): value is object {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** A draft as YAML in block style, with the keys in their usual order; it reads back to the same value. */
export function textOf({ head, root, foot }: Draft): string {
  const body = root.value instanceof Map ? mapLines(root.value, [], 0) : [];
  const parts = [head, body, foot].filter((lines) => lines.length > 0);
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function mapLines(entries: ReadonlyMap<string, Node>, path: Path, indent: number): string[] {
  return inOrder([...entries], keysAt(path)).flatMap(([name, node], index) => [
    ...(path.length === 0 && index > 0 ? [""] : []),
    ...pad(node.above, indent),
    ...nodeLines(`${keyText(name)}:`, node, [...path, name], indent),
  ]);
}

/** What stands behind a key or a dash. */
function nodeLines(start: string, { value, beside }: Node, path: Path, indent: number): string[] {
  const comment = beside && ` ${beside}`;
  const begin = " ".repeat(indent) + start;
  if (Array.isArray(value) && value.length > 0)
    return [
      begin + comment,
      ...value.flatMap((item, index) => itemLines(item, [...path, index], indent + 2)),
    ];
  if (value instanceof Map && value.size > 0) return [begin + comment, ...mapLines(value, path, indent + 2)];
  const text = Array.isArray(value) ? "[]" : value instanceof Map ? "{}" : writeScalar(value, indent);
  const [first = "", ...rest] = text.split("\n");
  return [`${begin} ${first}${comment}`, ...rest];
}

function itemLines(node: Node, path: Path, indent: number): string[] {
  const { value, above } = node;
  if (!(value instanceof Map) || value.size === 0)
    return [...pad(above, indent), ...nodeLines("-", node, path, indent)];
  const lines = mapLines(value, path, indent + 2);
  const first = lines.findIndex((line) => !line.trimStart().startsWith("#"));
  return [
    ...pad(above, indent),
    ...lines.slice(0, first).map((line) => line.slice(2)),
    `${" ".repeat(indent)}- ${(lines[first] ?? "").slice(indent + 2)}`,
    ...lines.slice(first + 1),
  ];
}

function pad(lines: readonly string[], indent: number): string[] {
  return lines.map((line) => " ".repeat(indent) + line);
}

function keyText(name: string): string {
  const written = writeScalar(name, 0);
  return /^[|>]/.test(written) ? JSON.stringify(name) : written;
}

/** Known names in their order, the others after them as they came. */
function inOrder(entries: readonly [string, Node][], order: readonly string[]): [string, Node][] {
  const known = order.flatMap((name) => entries.filter(([each]) => each === name));
  return [...known, ...entries.filter((entry) => !known.includes(entry))];
}
