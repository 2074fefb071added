/** The post of some days, in at most 150 words: what is told of a week, in sentences and in the order of a person. */
import { capitalized } from "../file/message-text.js";
import { limitTold, readoutText } from "../render/view-model.js";
import {
  aside,
  counted,
  dayInYear,
  daysBetween,
  fill,
  inSentences,
  type Wording,
} from "../render/words/words.js";
import { countWords, cutTo } from "./cut.js";
import { movedText, periodText } from "./moved-text.js";
import type { DueThing, Lesson, Week } from "./week.js";

/** Plain text: whoever prints it escapes it for the language that it prints. */
export interface Post {
  title: string;
  /** A sentence for days of which there is nothing to tell. */
  note: string | null;
  sections: readonly PostSection[];
}

export interface PostSection {
  id: "learned" | "starts" | "moved" | "due";
  title: string;
  items: readonly PostItem[];
  /** "and 3 more", where there are. */
  more: string | null;
}

export interface PostItem {
  /** Who is asked, or how it went, with the colon of its language; stands out. */
  lead: string | null;
  text: string;
}

/** How long a post may be. */
export const mostWords = 150;

/** How much room there is: how many things of a section are told, and how many words each text of the team's has. */
const rooms: readonly (readonly [things: number, words: number])[] = [
  [6, 40],
  [5, 30],
  [5, 22],
  [4, 22],
  [4, 16],
  [3, 16],
  [3, 12],
  [2, 12],
  [2, 8],
  [1, 8],
  [1, 4],
];

/** A post that is as long as may be, with the words that it has. */
export function postOf(week: Week, words: Wording, isIndex: boolean): Post & { size: number } {
  let told = { ...shortPost(week, words, isIndex, 1, 2), size: 0 };
  for (const [things, most] of rooms) {
    const post = shortPost(week, words, isIndex, things, most);
    told = { ...post, size: countWords(saidIn(post)) };
    if (told.size <= mostWords) return told;
  }
  return told;
}

/** Everything that a post says. */
export function saidIn({ title, note, sections }: Post): string {
  const said = sections.flatMap(({ title, items, more }) => [
    title,
    ...items.flatMap(({ lead, text }) => [lead, text]),
    more,
  ]);
  return [title, note, ...said].filter(Boolean).join("\n");
}

function shortPost(week: Week, words: Wording, isIndex: boolean, things: number, most: number): Post {
  const { digest, counts } = words;
  const cut = (text: string) => cutTo(text, most);
  const section = (
    id: PostSection["id"],
    all: readonly PostItem[],
    title: string = digest[id],
  ): PostSection[] => {
    const items = all.slice(0, things).map(({ lead, text }) => ({
      lead: lead === null ? null : fill(words.labels.labelled, { label: lead, text: "" }).trimEnd(),
      text,
    }));
    const left = all.length - items.length;
    const more = left > 0 ? counted(words, counts.more, left) : null;
    return items.length > 0 ? [{ id, title, items, more }] : [];
  };
  const moved = movedTold(week, words, isIndex, cut);
  const isQuiet = week.learned.length + week.started.length + week.due.length === 0;
  return {
    title: fill(words.labels.labelled, {
      label: cutTo(week.name, 8),
      text: daysBetween(week.from, week.to, words),
    }),
    note: isQuiet ? quietText(week, words) : null,
    sections: [
      ...section(
        "learned",
        week.learned.map((lesson) => lessonTold(lesson, words, cut)),
      ),
      ...section(
        "starts",
        week.started.map(({ bet, owner }) => ({
          lead: owner === null ? digest.nobody : cutTo(owner, 5),
          text: quoted(bet.if, words, cut),
        })),
      ),
      ...section("moved", moved.items, moved.title),
      ...section(
        "due",
        week.due.map((thing) => dueTold(thing, week, words, cut)),
      ),
    ],
  };
}

/** The one sentence of days in which nothing happened. */
function quietText({ before, next, to }: Week, words: Wording): string {
  const { digest } = words;
  const then = next === null ? digest.never : fill(digest.until, { text: dayInYear(next, to, words) });
  return fill(digest.both, { text: before === null ? digest.undated : digest.quiet, next: then });
}

function lessonTold(lesson: Lesson, words: Wording, cut: (text: string) => string): PostItem {
  const { digest, verdicts } = words;
  const said = (lead: string | null, text: string, more?: string | null) => ({
    lead,
    text: ended(inSentences([text, more ? cut(more) : null], words), words),
  });
  switch (lesson.kind) {
    case "bet":
      return said(
        capitalized(verdicts[lesson.outcome.verdict]),
        quoted(lesson.bet.if, words, cut),
        lesson.outcome.learned,
      );
    case "readout": {
      const { date, effect, low, high, unit, says } = lesson.readout;
      const shown = readoutText(
        { date, effect, low, high, ...(unit !== undefined && { unit: cut(unit) }) },
        words,
      );
      return said(null, [quoted(lesson.bet.if, words, cut), shown].join(words.labels.comma), says);
    }
    case "answer":
      return said(null, fill(digest.answered, { question: cut(lesson.question), text: cut(lesson.answer) }));
    default:
      return said(null, fill(digest[lesson.kind], { name: cut(lesson.name) }), lesson.reason);
  }
}

/** The numbers, with their period in the title where all have one. */
function movedTold(
  { moved, to }: Week,
  words: Wording,
  isIndex: boolean,
  cut: (text: string) => string,
): { title: string; items: PostItem[] } {
  const periods = moved.map((movement) => periodText(movement, to, words));
  const [first = "", ...others] = periods;
  const isShared = others.every((period) => period === first);
  const { digest } = words;
  return {
    title: isShared ? aside(digest.moved, first, words) : digest.moved,
    items: moved.map((movement, index) => {
      const text = movedText(movement, words, isIndex);
      return {
        lead: cut(movement.thing.name),
        text: isShared ? text : aside(text, periods[index] ?? "", words),
      };
    }),
  };
}

function dueTold(
  thing: DueThing,
  { name, to }: Week,
  words: Wording,
  cut: (text: string) => string,
): PostItem {
  const { digest, trend } = words;
  const lead = thing.owner === null ? digest.nobody : cutTo(thing.owner, 5);
  const when = (text: string, day: string) => aside(text, dayTold(day, to, words), words);
  switch (thing.kind) {
    case "bet": {
      const { stage, if: change } = thing.bet;
      const text = fill(stage === "review" ? digest.verdict : digest.look, {
        text: quoted(change, words, cut),
      });
      return { lead, text: thing.day === null ? text : when(text, thing.day) };
    }
    case "review":
      return { lead, text: when(fill(digest.holds, { name: cut(name) }), thing.day) };
    case "limit":
      return { lead, text: fill(digest.over, { text: limitTold(thing.limit, words).text }) };
    case "series":
      return {
        lead,
        text: fill(digest.stale, {
          name: cut(thing.name),
          text: fill(trend.day, { text: dayInYear(thing.last, to, words) }),
        }),
      };
  }
}

/** "due since October 15", "due on November 5" */
function dayTold(day: string, to: string, words: Wording): string {
  const { digest } = words;
  if (day === to) return digest.today;
  return fill(day < to ? digest.since : digest.on, { text: dayInYear(day, to, words) });
}

function quoted(text: string, { digest }: Wording, cut: (text: string) => string): string {
  return fill(digest.quoted, { text: cut(text) });
}

/** A sentence with an end. */
function ended(text: string, { labels }: Wording): string {
  return /[.!?…。！？؟]$/.test(text) ? text : fill(labels.sentence, { text });
}
