/** The post for a terminal, and as plain text for whatever takes no other. */
import { visible, wrap } from "../report/terminal-text.js";
import { type Look, terminalTheme } from "../report/terminal-theme.js";
import type { Post } from "./post.js";

/** The post in lines that are as wide as the terminal. */
export function postText({ title, note, gap, sections }: Post, { color, width }: Look): string {
  const theme = terminalTheme(color);
  const blocks = [
    wrap(title, width).map((line) => theme.bold(line)),
    ...(note === null ? [] : [wrap(note, width)]),
    ...sections.map(({ title, items, more }) => [
      ...wrap(title, width).map((line) => theme.bold(line)),
      ...items.flatMap(({ lead, text }) => {
        const start = lead === null ? "" : visible(lead);
        return wrap(lead === null ? text : lead + gap + text, width - 4).map((line, index) => {
          const rest = index === 0 && line.startsWith(start) ? line.slice(start.length) : null;
          return `${index === 0 ? "  • " : "    "}${rest === null ? line : theme.bold(start) + rest}`;
        });
      }),
      ...(more === null ? [] : [`    ${more}`]),
    ]),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
