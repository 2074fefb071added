/** Documents of headings, texts, lists and tables, printed as Markdown and as a web page. */

import { markdown, markup, prose } from "../report/escape.js";
import { heading, list } from "../report/markdown-blocks.js";
import type { Tone } from "./layout.js";
import { alignedTable, document } from "./markdown.js";
import { chip, htmlPage, logo, pageStyle } from "./page.js";
import type { Theme } from "./theme.js";

/** A part of a document. All texts are plain: they are escaped for the language they are printed in. */
export type OutlinePart =
  | { heading: string; level: 1 | 2 | 3 }
  | { text: string }
  | { list: readonly string[] }
  | { commands: readonly string[] }
  | { heads: readonly string[]; rows: readonly (readonly Cell[])[] };

/** A cell of a table; a tone makes it a mark. Several texts stand below one another. */
export type Cell = string | readonly string[] | { mark: string; tone: Tone };

/** A table without the columns of which no row says anything. */
export function tableOf(heads: readonly string[], rows: readonly (readonly Cell[])[]): OutlinePart {
  const isSaid = (cell: Cell = "") => (typeof cell !== "string" && "mark" in cell ? true : cell.length > 0);
  const kept = heads.map((_, index) => index).filter((index) => rows.some((row) => isSaid(row[index])));
  const those = <T>(all: readonly T[]) => kept.flatMap((index) => all.slice(index, index + 1));
  return { heads: those(heads), rows: rows.map(those) };
}

/** The document in GitHub-flavoured Markdown, for which some rules of a linter do not hold. */
export function markdownOf(parts: readonly OutlinePart[], rules: readonly string[] = []): string {
  return document(
    parts.map((part) => {
      if ("heading" in part) return heading(part.level, part.heading);
      if ("text" in part) return markdown(part.text);
      if ("list" in part) return list(part.list.map(markdown));
      if ("commands" in part) return `\`\`\`sh\n${part.commands.join("\n")}\n\`\`\``;
      return alignedTable(
        part.heads.map(markdown),
        part.rows.map((row) => row.map(markdownCell)),
        { keep: true },
      );
    }),
    rules,
  );
}

function markdownCell(cell: Cell): string {
  if (typeof cell === "string") return markdown(cell);
  return "mark" in cell ? `**${markdown(cell.mark)}**` : cell.map(markdown).join("<br>");
}

/** The document as a web page that can be printed: lying down when a table is wide. */
export function pageOf(title: string, parts: readonly OutlinePart[], theme: Theme, language = "en"): string {
  const isWide = parts.some((part) => "heads" in part && part.heads.length > 5);
  const paper = `@media print{@page{size:A4${isWide ? " landscape" : ""};margin:14mm}}\n`;
  const body = ["<main>", logo(theme), ...parts.map(html), "</main>"].filter(Boolean).join("\n");
  return htmlPage({ title, language, style: pageStyle(theme) + style + paper, body });
}

function html(part: OutlinePart): string {
  if ("heading" in part) return `<h${part.level} dir="auto">${markup(part.heading)}</h${part.level}>`;
  if ("text" in part) return `<p dir="auto">${prose(part.text)}</p>`;
  if ("list" in part)
    return `<ul>${part.list.map((item) => `<li dir="auto">${prose(item)}</li>`).join("")}</ul>`;
  if ("commands" in part) return `<pre>${part.commands.map(markup).join("\n")}</pre>`;
  const heads = part.heads.map((head) => `<th scope="col" dir="auto">${markup(head)}</th>`).join("");
  const rows = part.rows
    .map(
      (row) =>
        `<tr>${row.map((cell, column) => htmlCell(cell, part.heads[column] ?? "", column)).join("")}</tr>`,
    )
    .join("\n");
  return `<div class="table"><table><thead><tr>${heads}</tr></thead>\n<tbody>${rows}</tbody></table></div>`;
}

/** A cell says its head again, for a phone on which rows are stacked. */
function htmlCell(cell: Cell, head: string, column: number): string {
  const [open, close] = column === 0 ? ['th scope="row"', "th"] : [`td data-head="${markup(head)}"`, "td"];
  const inner =
    typeof cell === "string"
      ? prose(cell)
      : "mark" in cell
        ? chip(cell.mark, cell.tone)
        : cell.length > 0
          ? `<ul>${cell.map((text) => `<li dir="auto">${prose(text)}</li>`).join("")}</ul>`
          : "";
  return `<${open} dir="auto">${inner}</${close}>`;
}

const style = `
main{max-width:1100px;margin:0 auto;padding:32px 24px 64px}
h1{font-size:1.75rem;line-height:1.2;margin:.4em 0}
h2{font-size:1.25rem;margin:1.6em 0 .5em;padding-top:.8em;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:1.2em 0 .3em}
p+p,ul+p,p+ul,.table+p,p+.table,ul+.table{margin-top:.6em}
main>ul{list-style:disc;padding-inline-start:1.3em}
main>ul li+li{margin-top:.25em}
pre{hyphens:manual;background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:10px 14px;overflow:auto;font-size:.875rem;white-space:pre-wrap}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.875rem;overflow-wrap:break-word}
th,td{text-align:start;vertical-align:top;padding-block:8px;padding-inline:0 12px;border-bottom:1px solid var(--line)}
thead th{color:var(--muted);font-weight:600}
td li+li{margin-top:.35em}
@media screen{
body{border-top:6px solid var(--accent)}
}
@media screen and (max-width:640px){
main{padding:24px 20px 48px}
.table{overflow-x:visible}
table,tbody,tr,th,td{display:block}
thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
tr{padding:14px 0;border-bottom:1px solid var(--line)}
th,td{padding:0;border:0}
td{margin-top:8px}
td:empty{display:none}
td::before{content:attr(data-head);display:block;color:var(--muted);font-size:.75rem}
}
@media print{
body{font-size:11px}
main{max-width:none;padding:0}
h2{break-after:avoid}
tr,h3+ul{break-inside:avoid}
a{color:inherit;text-decoration:none}
}
`;
