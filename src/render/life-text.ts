/** The life of a North Star for a terminal. */
import { wrap } from "../report/terminal-text.js";
import { type Look, terminalTheme } from "../report/terminal-theme.js";
import { eventsOf, said, type ToldEvent, type ToldLife, type ToldThing } from "./life.js";
import type { Wording } from "./words/words.js";
import { fill } from "./words/words.js";

/** How many versions that cannot be told are named. */
const mostNamed = 10;

/** Chapter by chapter, as narrow as the terminal. */
export function lifeText({ title, summary, chapters, unread }: ToldLife, words: Wording, look: Look): string {
  const theme = terminalTheme(look.color);
  const { width } = look;
  const paragraph = (text: string, indent: number, paint = theme.plain) =>
    wrap(text, width - indent).map((line) => " ".repeat(indent) + paint(line));
  return `${[
    ...paragraph(title, 0, theme.bold),
    ...paragraph(summary, 0, theme.faint),
    ...chapters.flatMap((chapter) => {
      const { title, span, definition, reason } = chapter;
      return [
        "",
        ...paragraph([title, span].filter(Boolean).join(words.labels.comma), 0, theme.bold),
        ...(definition ? paragraph(definition, 2) : []),
        ...(reason ? paragraph(said(words.page.left, reason, words), 2) : []),
        ...eventsOf(chapter).flatMap((event) => ["", ...eventLines(event)]),
      ];
    }),
    ...unreadLines(),
  ].join("\n")}\n`;

  function eventLines({ day, author, commit, told }: ToldEvent): string[] {
    const who = [day, author, commit].filter(Boolean).join(" · ");
    return [...paragraph(who, 2, theme.faint), ...told.flatMap(toldLines)];
  }

  function toldLines({ verdict, label, text, more }: ToldThing): string[] {
    const paint = verdict === "won" ? theme.met : verdict === "lost" ? theme.warning : theme.plain;
    const [first = "", ...rest] = wrap(said(label, text, words), width - 4);
    const painted = first.startsWith(label) ? paint(label) + first.slice(label.length) : first;
    return [
      `    ${painted}`,
      ...rest.map((line) => `    ${line}`),
      ...more.flatMap((each) => paragraph(each, 6)),
    ];
  }

  function unreadLines(): string[] {
    if (unread.length === 0) return [];
    const more = unread.length - mostNamed;
    return [
      "",
      ...paragraph(words.life.unread, 0, theme.faint),
      ...unread
        .slice(0, mostNamed)
        .flatMap(({ day, commit, fault }) =>
          paragraph(`${[day, commit?.slice(0, 10)].filter(Boolean).join(" · ")}: ${fault}`, 2, theme.faint),
        ),
      ...(more > 0 ? paragraph(fill(words.counts.more.other, { count: more }), 2) : []),
    ];
  }
}
