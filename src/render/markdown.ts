/** A document in Markdown. */
import { type Block, joined } from "../report/blocks.js";
import { ours } from "./ours.js";

/** A whole document of blocks. Its lines are as long as their text, which a Markdown linter is told. */
export function document(blocks: readonly Block[]): string {
  return joined([`<!-- ${ours} -->\n<!-- markdownlint-disable MD013 -->`, ...blocks]);
}
