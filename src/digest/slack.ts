/** The post as a message of Slack, in Block Kit. */
import type { HeaderBlock, RichTextBlock, RichTextElement, RichTextSection } from "@slack/types";
import { shorten } from "../render/fit-text.js";
import { plain } from "../report/escape.js";
import { jsonText } from "../report/terminal-text.js";
import { listedIn, type Post, type PostItem, type PostSection } from "./post.js";

/** How long a header of Slack may be, and any other text, in UTF-16 units. */
const mostHeader = 150;
const mostText = 3000;

/**
 * A message that an incoming webhook takes as it is, and chat.postMessage with a channel. Texts stand in rich text, where
 * no sign means anything: nobody is called by an `@`, nothing becomes a link, and no star makes anything bold.
 */
export function slackPost(post: Post): string {
  const { title, note, gap, sections } = post;
  const header: HeaderBlock = {
    type: "header",
    text: { type: "plain_text", text: shorten(plain(title), mostHeader), emoji: false },
  };
  // Slack leaves air between blocks.
  const body = [
    ...(note === null ? [] : [[paragraph([{ type: "text", text: textIn(note) }])]]),
    ...sections.map((section) => sectionIn(section, gap)),
  ];
  const blocks = body.map((elements): RichTextBlock => ({ type: "rich_text", elements }));
  return jsonText({ text: mrkdwn(title), blocks: [header, ...blocks] });
}

function sectionIn(section: PostSection, gap: string): RichTextBlock["elements"] {
  return [
    paragraph([{ type: "text", text: textIn(section.title), style: { bold: true } }]),
    { type: "rich_text_list", style: "bullet", elements: listedIn(section).map((item) => itemIn(item, gap)) },
  ];
}

function itemIn({ lead, text }: PostItem, gap: string): RichTextSection {
  const said: RichTextElement = { type: "text", text: textIn(lead === null ? text : gap + text) };
  return paragraph(
    lead === null ? [said] : [{ type: "text", text: textIn(lead), style: { bold: true } }, said],
  );
}

function paragraph(elements: RichTextElement[]): RichTextSection {
  return { type: "rich_text_section", elements };
}

function textIn(text: string): string {
  return (text.startsWith(" ") ? " " : "") + shorten(plain(text), mostText - 1);
}

/** What stands in a notification is Slack's own markup: only these three signs begin anything that calls somebody. */
function mrkdwn(text: string): string {
  return shorten(plain(text), mostHeader).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
