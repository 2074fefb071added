/** The life of a North Star as a web page: a line with a dot for each day. */

import { capitalized } from "../file/message-text.js";
import { markup } from "../report/escape.js";
import type { Tone } from "./layout.js";
import { eventsOf, said, type ToldChapter, type ToldEvent, type ToldLife, type ToldThing } from "./life.js";
import { chip, element, htmlPage, logo, pageStyle, star, textElement } from "./page.js";
import type { Theme } from "./theme.js";
import { fill, type Wording } from "./words/words.js";

const tones: Readonly<Record<NonNullable<ToldThing["verdict"]>, Tone>> = {
  won: "good",
  lost: "warn",
  unclear: "quiet",
};

/** A whole document. */
export function lifePage(life: ToldLife, words: Wording, theme: Theme): string {
  const { title, summary, chapters, unread } = life;
  const body = [
    '<main class="life">',
    logo(theme),
    `<p class="kicker">${star(16)} ${words.labels.metric}</p>`,
    `<h1 dir="auto">${markup(title)}</h1>`,
    textElement("p", summary, "summary"),
    ...chapters.map((chapter) => chapterPart(chapter, words)),
    element('section class="unread"', [
      unread.length > 0 && `<h2>${markup(words.life.unread)}</h2>`,
      element(
        "ul",
        unread.map(({ day, commit, fault }) =>
          textElement("li", said([day, commit?.slice(0, 10)].filter(Boolean).join(" · "), fault, words)),
        ),
      ),
    ]),
    "</main>",
  ];
  return htmlPage({
    title,
    language: words.locale,
    style: pageStyle(theme) + style,
    body: body.filter(Boolean).join("\n"),
  });
}

function chapterPart(chapter: ToldChapter, words: Wording): string {
  const { title, span, definition, reason } = chapter;
  return element("section", [
    `<h2 dir="auto">${markup(title)}${span ? ` <span>${markup(span)}</span>` : ""}</h2>`,
    textElement("p", definition, "definition"),
    reason && textElement("p", said(words.page.left, reason, words), "reason"),
    element(
      "ol",
      eventsOf(chapter).map((event) => eventPart(event, words)),
    ),
  ]);
}

function eventPart({ day, author, commit, told }: ToldEvent, words: Wording): string {
  const who = [
    day && `<b>${markup(day)}</b>`,
    author && markup(author),
    commit && `<code>${markup(commit)}</code>`,
  ];
  const verdict = told.find((each) => each.verdict)?.verdict;
  return element(`li${verdict ? ` class="${verdict}"` : ""}`, [
    element('p class="when" dir="auto"', [who.filter(Boolean).join(" · ")]),
    element(
      "ul",
      told.map((each) =>
        element("li", [thingPart(each, words), ...each.more.map((text) => textElement("p", text, "more"))]),
      ),
    ),
  ]);
}

function thingPart({ verdict, label, text }: ToldThing, words: Wording): string {
  if (verdict) return `<p dir="auto">${chip(capitalized(label), tones[verdict])} ${markup(text)}</p>`;
  const head = text ? fill(words.labels.labelled, { label, text: "" }).trimEnd() : label;
  return `<p dir="auto"><strong>${markup(head)}</strong> ${markup(text)}</p>`;
}

const style = `
.life{max-width:720px;margin:0 auto;padding:32px 20px 64px}
.kicker{display:flex;align-items:center;gap:.4em;color:var(--accent-text);font-weight:700;font-size:.8125rem}
h1{font-size:1.75rem;line-height:1.2;margin:.2em 0 .3em}
.summary,.reason,.when,.more{color:var(--muted)}
section{margin-top:2.2em}
h2{font-size:1.25rem;line-height:1.3}
h2 span{display:inline-block;font-weight:400;font-size:1rem;color:var(--muted)}
.definition,.reason{margin-top:.35em}
ol{margin-top:1.1em;border-inline-start:2px solid var(--line);padding-inline-start:22px}
ol>li{position:relative}
ol>li+li{margin-top:1.2em}
ol>li::before{content:"";position:absolute;inset-inline-start:-30px;top:.42em;width:10px;height:10px;border-radius:50%;background:var(--paper);border:2px solid var(--accent);-webkit-print-color-adjust:exact;print-color-adjust:exact}
ol>li.won::before{background:var(--good);border-color:var(--good)}
ol>li.lost::before{background:var(--warn);border-color:var(--warn)}
ol>li.unclear::before{border-color:var(--muted)}
.when{font-size:.8125rem}
.when b{color:var(--ink)}
.when code{font-size:.75rem}
ol ul li{margin-top:.3em}
.more,.unread li{font-size:.875rem;margin-top:.15em}
.unread h2{font-size:1rem}
@media print{@page{margin:16mm}.life{padding:0;max-width:none}ol>li{break-inside:avoid}h2{break-after:avoid}}
`;
