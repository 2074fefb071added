/** Markdown as its readers parse it. */

import { lint } from "markdownlint/sync";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

export interface Node {
  type: string;
  value?: string;
  url?: string;
  depth?: number;
  children?: Node[];
}

/** What was parsed last: tests ask several things of one text, and the longest take seconds. */
let last: { markdown: string; nodes: Node[] } | undefined;

/** Every node of a text, as GitHub understands it. */
export function nodesOf(markdown: string): Node[] {
  if (last?.markdown === markdown) return last.nodes;
  const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  const nodes = every(fromMarkdown(markdown, options) as Node);
  last = { markdown, nodes };
  return nodes;
}

function every(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(every)];
}

export function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join("");
}

export function headingsOf(markdown: string): string[] {
  return nodesOf(markdown)
    .filter((node) => node.type === "heading")
    .map(textOf);
}

/** What markdownlint has to say, by its own rules. */
export function faultsOf(markdown: string): string[] {
  const { text = [] } = lint({ strings: { text: markdown } });
  return text.map(
    ({ lineNumber, ruleNames, errorDetail }) => `${lineNumber}: ${ruleNames[0]} ${errorDetail ?? ""}`,
  );
}

/** Where text from a North Star got out of its place, in one line each. */
export function escapesIn(markdown: string): string[] {
  const nodes = nodesOf(markdown);
  const kinds = [
    "image",
    "imageReference",
    "linkReference",
    "definition",
    "delete",
    "inlineCode",
    "footnoteReference",
  ];
  const faults = nodes
    .filter((node) => kinds.includes(node.type))
    .map((node) => `${node.type}: ${textOf(node)}`);
  for (const { type, value = "", url = "", depth, children = [] } of nodes) {
    if (
      type === "html" &&
      !/^<!-- (Made with northstar|markdownlint-disable MD013|\/?northstar -->|markdownlint-(?:capture|restore) -->)/.test(
        value,
      )
    )
      faults.push(value);
    if (type === "link" && !/^(https?:|mailto:)/.test(url)) faults.push(`links to ${url}`);
    if (type === "text" && /(?<!\w)@\w|#\d|GH-\d/i.test(value)) faults.push(`mentions: ${value}`);
    if (type === "table" && new Set(children.map((row) => row.children?.length)).size !== 1)
      faults.push("a table out of its columns");
    if (
      type === "heading" &&
      depth === 1 &&
      nodes.filter((node) => node.type === "heading" && node.depth === 1).length > 1
    )
      faults.push("a second title");
  }
  return faults;
}

/** A document with its tables as narrow as they can be written. */
export function narrow(markdown: string): string {
  return markdown.replace(/^\|.*$/gm, (row) => row.replace(/ +\|/g, " |").replace(/-{3,}/g, "---"));
}
