/** Values as lines of YAML in block or flow style, to be put into a text. */
import { isMap } from "./change.js";
import { writeFlowScalar, writeScalar } from "./scalar.js";

type Scalar = string | number | boolean | null;

/** What stands behind a key or a dash, and the lines below. */
export interface BlockText {
  first: string;
  rest: readonly string[];
}

/** How far lists and maps are indented below the key that holds them. */
export interface IndentStyle {
  list: number;
  map: number;
}

/** A value as it stands behind a key in column `indent` (from 0), in block style. */
export function behindKey(value: unknown, indent: number, habit: IndentStyle): BlockText {
  if (isFilled(value)) {
    const step = Array.isArray(value) ? habit.list : habit.map;
    return { first: "", rest: blockLines(value, indent + step, habit) };
  }
  return behindSign(value, indent);
}

/** A value as it stands behind a dash in column `indent`, in block style. */
export function behindDash(value: unknown, indent: number, habit: IndentStyle): BlockText {
  if (!isFilled(value)) return behindSign(value, indent);
  const [first = "", ...rest] = blockLines(value, indent + 2, habit);
  return { first: first.trimStart(), rest };
}

/** The items of a list or the pairs of a map, each starting in column `indent`. */
export function blockLines(value: object, indent: number, habit: IndentStyle): string[] {
  const begin = " ".repeat(indent);
  if (Array.isArray(value))
    return value.flatMap((item) => linesOf(`${begin}-`, behindDash(item, indent, habit)));
  return Object.entries(value).flatMap(([key, each]) =>
    linesOf(`${begin}${keyText(key)}:`, behindKey(each, indent, habit)),
  );
}

/** A value on one line, as it may stand in brackets or braces. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  if (!isMap(value)) return writeFlowScalar(value as Scalar);
  const pairs = Object.entries(value).map(([key, each]) => `${keyText(key)}: ${flowText(each)}`);
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/** A key, in quotes where it needs them. */
export function keyText(key: string): string {
  return /^[a-z][\w-]*$/i.test(key) ? writeFlowScalar(key) : JSON.stringify(key);
}

/** Whether a value takes lines of its own in block style. */
export function isFilled(value: unknown): value is object {
  return Array.isArray(value) ? value.length > 0 : isMap(value) && Object.keys(value).length > 0;
}

function behindSign(value: unknown, indent: number): BlockText {
  if (Array.isArray(value) || isMap(value)) return { first: flowText(value), rest: [] };
  const [first = "", ...rest] = writeScalar(value as Scalar, indent).split("\n");
  return { first, rest };
}

function linesOf(start: string, { first, rest }: BlockText): string[] {
  return [first === "" ? start : `${start} ${first}`, ...rest];
}
