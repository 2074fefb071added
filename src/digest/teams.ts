/** The post as a message of Microsoft Teams: an Adaptive Card. */
import { shorten } from "../render/fit-text.js";
import { plain } from "../report/escape.js";
import { jsonText } from "../report/terminal-text.js";
import { listedIn, type Post, type PostItem } from "./post.js";

/** Teams knows no newer version on all of its clients. */
const version = "1.5";

/** How long a text may be, in UTF-16 units, so that the message has less than 28 kB whatever it says. */
const mostText = 600;

/**
 * A message that a workflow of Teams ("When a Teams webhook request is received") takes as it is. Texts stand in runs, of
 * which Teams reads no Markdown: nothing becomes a link.
 */
export function teamsPost({ title, note, gap, sections }: Post, language: string): string {
  // A card knows languages without regions.
  const [lang] = /^[a-z]{2,3}(?=-|$)/.exec(language.toLowerCase()) ?? [];
  const card = {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version,
    ...(lang && { lang }),
    fallbackText: textIn(title),
    body: [
      { ...block([run(title, { weight: "Bolder", size: "Large" })]), separator: false },
      ...(note === null ? [] : [block([run(note)])]),
      ...sections.flatMap((section) => [
        { ...block([run(section.title, { weight: "Bolder" })]), spacing: "Medium", separator: true },
        ...listedIn(section).map((item) => itemIn(item, gap)),
      ]),
    ],
    msteams: { width: "Full" },
  };
  return jsonText({
    type: "message",
    attachments: [
      { contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content: card },
    ],
  });
}

function itemIn({ lead, text }: PostItem, gap: string): object {
  const start = lead === null ? [] : [run(lead, { weight: "Bolder" }), ...(gap === "" ? [] : [run(gap)])];
  return { ...block([run("• "), ...start, run(text)]), spacing: "Small" };
}

function block(inlines: readonly object[]): object {
  return { type: "RichTextBlock", inlines };
}

function run(text: string, look: { weight?: "Bolder"; size?: "Large" } = {}): object {
  return { type: "TextRun", text: textIn(text), ...look };
}

/** Two braces would begin a day that Teams writes anew. */
function textIn(text: string): string {
  if (text.trim() === "" || text === "• ") return text;
  return shorten(plain(text), mostText).replace(/\{(?=\{)/g, "{\u200B");
}
