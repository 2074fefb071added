/** Edits of a text as a unified diff, for `git apply` and `patch`. */
import type { Edit } from "../file/problem.js";
import { visible } from "./terminal-text.js";
import { terminalTheme } from "./terminal-theme.js";

/** Lines that stand around a change. */
const around = 3;

/** Lines from `from` on that are taken out, and those that come in their place; each with its line break. */
interface Block {
  from: number;
  out: string[];
  into: string[];
}

/** How a diff is shown: a terminal gets nothing that could steer it, a file or a pipe gets every byte. */
export interface DiffLook {
  color: boolean;
  isTerminal: boolean;
}

/** What edits change in the text of the file at `path`; empty where they change nothing. */
export function unifiedDiff(path: string, text: string, edits: readonly Edit[], look: DiffLook): string {
  const theme = terminalTheme(look.color);
  const lines = text.split(/(?<=\n)/);
  const blocks = blocksOf(text, lines, edits);
  if (blocks.length === 0) return "";
  const show = (line: string) => (look.isTerminal ? visible(line) : line);
  const head = [`--- a/${visible(path)}`, `+++ b/${visible(path)}`].map((line) => `${theme.bold(line)}\n`);
  let shift = 0;
  const hunks = hunksOf(blocks).flatMap((hunk) => {
    const made = linesOf(hunk, lines, shift);
    shift = made.shift;
    return [`${theme.note(made.range)}\n`, ...made.shown.map(painted)];
  });
  return [...head, ...hunks].join("");

  function painted(line: string): string {
    const paint = line.startsWith("+") ? theme.met : line.startsWith("-") ? theme.error : theme.plain;
    const written = show(line.replace(/\r?\n$/, ""));
    const ending = /\r?\n$/.exec(line)?.[0] ?? `\n${theme.faint("\\ No newline at end of file")}\n`;
    return paint(written) + ending;
  }
}

/** What changes, line by line, from top to bottom. */
function blocksOf(text: string, lines: readonly string[], edits: readonly Edit[]): Block[] {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length;
  }
  const groups: { from: number; to: number; edits: Edit[] }[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const from = lineAt(edit.start);
    const endsBetween = isWhole(edit, starts[from]);
    const to = lineAt(edit.end) + (endsBetween && starts[at] === edit.end ? 0 : 1);
    const last = groups.at(-1);
    if (last && from < last.to) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else groups.push({ from, to, edits: [edit] });
  }
  return joined(groups.map(blockOf).filter(({ out, into }) => out.length + into.length > 0));

  /** The line of an offset; edits come in order. */
  function lineAt(offset: number): number {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= offset) at += 1;
    while (at > 0 && (starts[at] ?? 0) > offset) at -= 1;
    return at;
  }

  function blockOf({ from, to, edits }: { from: number; to: number; edits: Edit[] }): Block {
    const out = lines.slice(from, to);
    let here = starts[from] ?? 0;
    let now = "";
    for (const edit of edits) {
      now += text.slice(here, edit.start) + edit.text;
      here = edit.end;
    }
    now += text.slice(here, starts[to] ?? text.length);
    return trimmed({ from, out, into: now === "" ? [] : now.split(/(?<=\n)/) });
  }
}

/** Whether an edit that starts a line leaves whole lines behind. */
function isWhole({ start, text }: Edit, lineStart: number | undefined): boolean {
  return start === lineStart && (text === "" || text.endsWith("\n"));
}

/** Blocks between which there is no line are one. */
function joined(blocks: readonly Block[]): Block[] {
  const done: Block[] = [];
  for (const block of blocks) {
    const last = done.at(-1);
    if (last && last.from + last.out.length === block.from) {
      last.out.push(...block.out);
      last.into.push(...block.into);
    } else done.push(block);
  }
  return done;
}

/** The block without the lines that it has before and after. */
function trimmed({ from, out, into }: Block): Block {
  const most = Math.min(out.length, into.length);
  let first = 0;
  while (first < most && out[first] === into[first]) first += 1;
  let last = 0;
  while (last < most - first && out.at(-1 - last) === into.at(-1 - last)) last += 1;
  return {
    from: from + first,
    out: out.slice(first, out.length - last),
    into: into.slice(first, into.length - last),
  };
}

/** Blocks that share the lines around them stand together. */
function hunksOf(blocks: readonly Block[]): Block[][] {
  const hunks: Block[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const block of blocks) {
    if (block.from - end <= 2 * around) hunks.at(-1)?.push(block);
    else hunks.push([block]);
    end = block.from + block.out.length;
  }
  return hunks;
}

/** A hunk's lines with their signs, and how far the lines below it have moved. */
function linesOf(
  hunk: readonly Block[],
  lines: readonly string[],
  shift: number,
): { range: string; shown: string[]; shift: number } {
  const from = Math.max(0, (hunk[0]?.from ?? 0) - around);
  const shown: string[] = [];
  let at = from;
  let grown = 0;
  for (const block of hunk) {
    shown.push(...lines.slice(at, block.from).map((line) => ` ${line}`));
    shown.push(...block.out.map((line) => `-${line}`), ...block.into.map((line) => `+${line}`));
    at = block.from + block.out.length;
    grown += block.into.length - block.out.length;
  }
  const end = Math.min(lines.length, at + around);
  shown.push(...lines.slice(at, end).map((line) => ` ${line}`));
  const count = end - from;
  const range = `@@ -${rangeOf(from, count)} +${rangeOf(from + shift, count + grown)} @@`;
  return { range, shown, shift: shift + grown };
}

/** A range without lines stands behind the line before it. */
function rangeOf(from: number, count: number): string {
  const start = count === 0 ? from : from + 1;
  return count === 1 ? String(start) : `${start},${count}`;
}
