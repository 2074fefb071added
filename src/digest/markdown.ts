/** The post in Markdown. */
import { markdown } from "../report/escape.js";
import { joined, list } from "../report/markdown-blocks.js";
import { listedIn, type Post } from "./post.js";

/** The post for a page, an issue or a chat that knows Markdown. */
export function postMarkdown({ title, note, sections }: Post): string {
  return joined([
    `# ${markdown(title)}`,
    note === null ? null : markdown(note),
    ...sections.flatMap((section) => [
      `## ${markdown(section.title)}`,
      list(
        // Behind a colon only a space lets Markdown end what is bold, whatever the language.
        listedIn(section).map(
          ({ lead, text }) => `${lead === null ? "" : `**${markdown(lead)}** `}${markdown(text)}`,
        ),
      ),
    ]),
  ]);
}
