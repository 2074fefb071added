/** A query as a file has it: that it is one SELECT, and how it is asked so that all engines answer alike. */
import { badQuery } from "../file/faults.js";
import { linesOf } from "../file/lines.js";
import { backticked } from "../file/message-text.js";
import { passwordsIn } from "../file/passwords.js";
import { type Problem, problem } from "../file/problem.js";
import { checkText } from "../file/text.js";

/** What speaks SQL, as far as quotes, comments and casts differ. */
export type Dialect = "duckdb" | "postgres" | "clickhouse";

/** How many periods an answer may have: more than ten years of days are none. */
export const mostRows = 2000;

/** A word or a sign of the query that is code, and where it stands. */
interface Token {
  text: string;
  at: number;
  /** How many brackets are open around it. */
  depth: number;
}

interface QueryFault {
  message: string;
  from: number;
  to: number;
}

/** The query of a file without what ends it, or what is wrong with it. What it means is the engine's to judge. */
export function readQuery(text: string, dialect: Dialect): { query: string } | Problem[] {
  const lines = linesOf(text);
  const unreadable = [...checkText(text, lines), ...passwordsIn(text, lines)];
  if (unreadable.length > 0) return unreadable;
  const tokens = tokensOf(text, dialect);
  const fault = Array.isArray(tokens) ? faultIn(tokens) : tokens;
  if (fault)
    return [
      problem(badQuery, { path: [], range: lines.range(fault.from, fault.to), related: [] }, fault.message),
    ];
  const end = Array.isArray(tokens) ? tokens.find(({ text: sign }) => sign === ";")?.at : undefined;
  return { query: text.replace(/^\uFEFF/, (mark) => " ".repeat(mark.length)).slice(0, end) };
}

/**
 * A query that gives days and values as text, whatever types, time zones and settings there are: the same answer from
 * each engine. One row more than is allowed tells that there are too many.
 */
export function wrapQuery(query: string, dialect: Dialect): string {
  const [t, value] = {
    duckdb: ["CAST(CAST(t AS DATE) AS VARCHAR)", "left(CAST(value AS VARCHAR), 64)"],
    postgres: ["CAST(CAST(t AS date) AS text)", "left(CAST(value AS text), 64)"],
    clickhouse: ["toString(CAST(t AS Nullable(Date)))", "substring(toString(value), 1, 64)"],
  }[dialect];
  // A comment at the end of the query ends before the bracket.
  return `SELECT ${t}, ${value} FROM (\n${query}\n) AS series LIMIT ${mostRows + 1}`;
}

/** Whether a query divides: a ratio of two counts is a whole number in PostgreSQL. */
export function divides(query: string, dialect: Dialect): boolean {
  const tokens = tokensOf(query, dialect);
  return Array.isArray(tokens) && tokens.some(({ text }) => text === "/");
}

function faultIn(tokens: readonly Token[]): QueryFault | undefined {
  const [first] = tokens;
  if (!first)
    return {
      message: "no query stands here; write a SELECT with the columns `t` and `value`",
      from: 0,
      to: 0,
    };
  const end = tokens.findIndex(({ text }) => text === ";");
  const second = end < 0 ? undefined : tokens.slice(end + 1).find(({ text }) => text !== ";");
  if (second) return at(second, "a second statement begins here; a file has one SELECT");
  const outer = tokens.filter(({ depth }) => depth === 0);
  const main = is(first, "with") ? outer.find((token) => is(token, ...starts)) : first;
  if (!main) return at(first, "`WITH` leads to no SELECT; write one behind it");
  if (!is(main, "select"))
    return at(
      main,
      `${backticked(main.text)} begins no query; a file has one SELECT, which may have a WITH before it`,
    );
  const into = outer.find((token) => is(token, "into"));
  return into && at(into, "`INTO` writes; a query only reads, so take it out");
}

/** Words that begin a statement behind a WITH. */
const starts = ["select", "insert", "update", "delete", "merge", "values", "table", "from"];

function is({ text }: Token, ...words: readonly string[]): boolean {
  return words.includes(text.toLowerCase());
}

function at({ text, at: from }: Token, message: string): QueryFault {
  return { message, from, to: from + text.length };
}

const wordOrSign = /[\p{L}_][\p{L}\p{N}_]*|\d+|./suy;

/** The words and signs outside of quotes and comments; or a quote, a comment or a bracket that does not close. */
function tokensOf(text: string, dialect: Dialect): Token[] | QueryFault {
  const tokens: Token[] = [];
  const open: number[] = [];
  for (let place = 0; place < text.length; ) {
    const skipped = skip(text, place, dialect);
    if (skipped === undefined)
      return { message: "this quote or comment is never closed; close it", from: place, to: place + 1 };
    if (skipped > place) {
      place = skipped;
      continue;
    }
    wordOrSign.lastIndex = place;
    const [word = ""] = wordOrSign.exec(text) ?? [];
    if (word === ")" && open.pop() === undefined)
      return {
        message: "this bracket closes nothing; take it out, or open it before",
        from: place,
        to: place + 1,
      };
    if (word.trim() !== "" && word !== "\uFEFF") tokens.push({ text: word, at: place, depth: open.length });
    if (word === "(") open.push(place);
    place += word.length || 1;
  }
  const [first] = open;
  return first === undefined
    ? tokens
    : { message: "this bracket is never closed; close it", from: first, to: first + 1 };
}

/** Where a quote or a comment that begins at a place ends; the place itself where none begins, and undefined without an end. */
function skip(text: string, place: number, dialect: Dialect): number | undefined {
  if (text.startsWith("--", place)) return endOf("\n", place) ?? text.length;
  if (text.startsWith("/*", place)) return commentEnd(text, place);
  const sign = text[place];
  if (sign === "$") {
    const [tag] = /^\$(?:[A-Za-z_][A-Za-z0-9_]*)?\$/.exec(text.slice(place, place + 100)) ?? [];
    return tag === undefined ? place : endOf(tag, place + tag.length);
  }
  const isQuote = sign === "'" || sign === '"' || (sign === "`" && dialect === "clickhouse");
  if (!isQuote) return place;
  const escapes =
    dialect === "clickhouse" ||
    (sign === "'" && /(?:^|\W)e$/i.test(text.slice(Math.max(0, place - 2), place)));
  for (let end = place + 1; end < text.length; end += 1) {
    if (escapes && text[end] === "\\") end += 1;
    else if (text[end] === sign) {
      if (text[end + 1] !== sign) return end + 1;
      end += 1;
    }
  }
  return undefined;

  function endOf(mark: string, from: number): number | undefined {
    const found = text.indexOf(mark, from);
    return found < 0 ? undefined : found + mark.length;
  }
}

/** Where a comment ends that may hold others. */
function commentEnd(text: string, start: number): number | undefined {
  let depth = 0;
  const signs = /\/\*|\*\//g;
  signs.lastIndex = start;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return signs.lastIndex;
  }
  return undefined;
}
