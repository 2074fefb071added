/** A document in Markdown. */
import { eastAsianWidth } from "get-east-asian-width";
import { markdown } from "../report/escape.js";
import { type Block, cellsOf, joined, table as narrowTable } from "../report/markdown-blocks.js";
import { markFor } from "./direction.js";
import { generatedMarker } from "./generated-marker.js";
import { fill, type Wording } from "./words/words.js";

/** A whole document of blocks. Its lines are as long as their text, which a Markdown linter is told, and what `rules` name. */
export function document(blocks: readonly Block[], rules: readonly string[] = []): string {
  const text = joined(blocks);
  return `<!-- ${generatedMarker} -->\n${lintComment(["MD013", ...rules], text)}\n\n${text}`;
}

/** What a Markdown linter is told: its own rules that do not hold, and that it counts columns otherwise than Prettier. */
export function lintComment(rules: readonly string[], text: string): string {
  const all = [...rules, ...(/\p{Cf}/u.test(text) ? ["MD060"] : [])];
  return `<!-- markdownlint-disable ${all.join(" ")} -->`;
}

/** What a text is about, and the text, read in its direction. */
export function labelledText(label: string, text: string, words: Wording): string {
  return `${markFor([text])}${boldLabel(label, words)} ${markdown(text)}`;
}

/** A label in front of what it is about, with the colon of its language. */
export function boldLabel(label: string, { labels }: Wording): string {
  return `**${fill(labels.labelled, { label, text: "" }).trimEnd()}**`;
}

/** How many columns all the cells of a table may take to be padded: what is longer is nobody's to read as text. */
const mostPadded = 50_000;

/** A table as Prettier writes it: its columns aligned, so that a formatter leaves the document as it is. */
export function alignedTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  options: { keep?: boolean } = {},
): string {
  const [first, ...others] = cellsOf(heads, rows, options.keep ?? false);
  if (!first) return "";
  const widths = first.map((_, column) =>
    Math.max(3, ...[first, ...others].map((row) => columnsOf(row[column] ?? ""))),
  );
  if (widths.reduce((sum, width) => sum + width, 0) * (rows.length + 2) > mostPadded)
    return narrowTable(heads, rows, options);
  const padded = (cell: string, column: number) => cell + " ".repeat((widths[column] ?? 0) - columnsOf(cell));
  const line = (row: readonly string[]) => `| ${row.map(padded).join(" | ")} |`;
  return [first, widths.map((width) => "-".repeat(width)), ...others].map(line).join("\n");
}

/** How many columns a text takes in an editor, as Prettier counts them. */
function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  const rest = mayHoldEmoji.test(text)
    ? text.replace(/\p{RGI_Emoji}|\p{Emoji_Modifier_Base}/gv, () => {
        width += 2;
        return "";
      })
    : text;
  for (const character of rest)
    if (!/\p{Cc}|\p{Mn}|\p{Me}/u.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}

/** Making the pattern of all emoji takes as long as drawing a document. */
const mayHoldEmoji = /\p{Emoji_Presentation}|\p{Emoji_Modifier_Base}|\u20e3|\ufe0f/u;
