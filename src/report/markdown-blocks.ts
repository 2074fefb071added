/** Builds Markdown from blocks, and leaves out empty ones. */
import { markdown } from "./escape.js";

export type Block = string | null | undefined | false;

/** Blocks one after another, with an empty line between them and a line break at the end. */
export function joined(blocks: readonly Block[]): string {
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

export function heading(level: 1 | 2 | 3, text: string): string {
  return `${"#".repeat(level)} ${markdown(text)}`;
}

/** A heading with what stands under it, or nothing where there is nothing. */
export function section(level: 2 | 3, title: string, blocks: readonly Block[]): string[] {
  const said = blocks.filter((block) => typeof block === "string" && block !== "");
  return said.length > 0 ? [heading(level, title), ...said.map(String)] : [];
}

/** Items may hold several lines; those after the first belong to their item. Loose ones have air between them. */
export function list(items: readonly string[], { loose = false }: { loose?: boolean } = {}): string {
  const lines = items.map((item) => `- ${item.replace(/\n(?!\n|$)/g, "\n  ")}`);
  return lines.join(loose ? "\n\n" : "\n");
}

/** A table, or nothing without rows. Columns that say nothing are left out, unless they are to be kept. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  { keep = false }: { keep?: boolean } = {},
): string {
  const [first, ...others] = cellsOf(heads, rows, keep);
  if (!first) return "";
  const line = (cells: readonly string[]) => `|${cells.map((cell) => (cell ? ` ${cell} |` : " |")).join("")}`;
  return [first, first.map(() => "---"), ...others].map(line).join("\n");
}

/** The cells of a table row by row, heads first: none without rows, and no columns that say nothing unless kept. */
export function cellsOf(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  keep: boolean,
): string[][] {
  if (rows.length === 0) return [];
  const columns = heads
    .map((_, column) => column)
    .filter((column) => keep || rows.some((row) => row[column]));
  return [heads, ...rows].map((row) => columns.map((column) => row[column] ?? ""));
}

/** Our own texts are wrapped by hand; where they are shown, that is left to whoever shows them. */
export function unwrapped(text: string): string {
  return text.trim().replace(/(\S)\n(?=[^\s*-])/g, "$1 ");
}
