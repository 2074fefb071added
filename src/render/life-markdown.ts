/** The life of a North Star as GitHub-flavoured Markdown. */
import { markdown, messageMarkdown } from "../report/escape.js";
import { heading, list } from "../report/markdown-blocks.js";
import { eventsOf, said, type ToldEvent, type ToldLife, type ToldThing } from "./life.js";
import { boldLabel, document, labelledText } from "./markdown.js";
import type { Wording } from "./words/words.js";

/** A heading for each metric, and an item for each day under it. */
export function lifeMarkdown({ title, summary, chapters, unread }: ToldLife, words: Wording): string {
  return document([
    heading(1, title),
    markdown(summary),
    ...chapters.flatMap((chapter) => {
      const { title, span, definition, reason } = chapter;
      return [
        heading(2, [title, span].filter(Boolean).join(words.labels.comma)),
        definition && markdown(definition),
        reason && labelledText(words.page.left, reason, words),
        list(
          eventsOf(chapter).map((event) => eventText(event, words)),
          { loose: true },
        ),
      ];
    }),
    ...(unread.length > 0
      ? [
          heading(2, words.life.unread),
          list(
            unread.map(({ day, commit, fault }) =>
              messageMarkdown(said([day, commit?.slice(0, 10)].filter(Boolean).join(", "), fault, words)),
            ),
          ),
        ]
      : []),
  ]);
}

function eventText({ day, author, told }: ToldEvent, words: Wording): string {
  const who = [day, author].filter(Boolean).join(", ");
  const texts = told.map((each) => toldText(each, words));
  return who ? `${markdown(who)}\n\n${list(texts)}` : texts.join("\n\n");
}

function toldText({ label, text, more }: ToldThing, words: Wording): string {
  const head = text ? `${boldLabel(markdown(label), words)} ${markdown(text)}` : `**${markdown(label)}**`;
  return [head, ...more.map(markdown)].join("\\\n");
}
