/** A document in Markdown. */
import { type Block, joined } from "../report/blocks.js";
import { markdown } from "../report/escape.js";
import { markFor } from "./direction.js";
import { ours } from "./ours.js";

/** A whole document of blocks. Its lines are as long as their text, which a Markdown linter is told. */
export function document(blocks: readonly Block[]): string {
  return joined([`<!-- ${ours} -->\n<!-- markdownlint-disable MD013 -->`, ...blocks]);
}

/** What a text is about, and the text, read in its direction. */
export function labelled(label: string, text: string): string {
  return `${markFor([text])}**${label}:** ${markdown(text)}`;
}
