/** The post of some days, in at most 150 words: what is told of a week, in sentences and in the order of a person. */
import type { StarChange } from "../diff/star-changes.js";
import { capitalized } from "../file/message-text.js";
import type { Bet } from "../file/northstar.js";
import { toldChanges } from "../render/life.js";
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
  /** The name of the metric, with the days that are told of. */
  title: string;
  name: string;
  days: string;
  /** What stands between what stands out of an item and its text: a space, where the language has one there. */
  gap: string;
  /** A sentence for days of which there is nothing to tell. */
  note: string | null;
  sections: readonly PostSection[];
}

export interface PostSection {
  id: "learned" | "starts" | "changed" | "moved" | "due";
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

/** Shortens a text of the team's to the room that there is. */
type Cut = (text: string) => string;

/** A section whose things are told when it is known how much room they have. */
interface Draft {
  id: PostSection["id"];
  title: string;
  things: readonly ((cut: Cut) => PostItem)[];
}

/** A post that is as long as may be, with how many words it has. */
export function postOf(week: Week, words: Wording, isIndex: boolean): Post & { size: number } {
  const drafts = draftsOf(week, words, isIndex);
  const isQuiet = drafts.every(({ id }) => id === "moved");
  const { labelled } = words.labels;
  const [name, days] = [cutTo(week.name, 8), daysBetween(week.from, week.to, words)];
  const head = {
    title: fill(labelled, { label: name, text: days }),
    name,
    days,
    gap: / $/.test(fill(labelled, { text: "" })) ? " " : "",
    note: isQuiet ? quietText(week, words) : null,
  };
  const inRoom = (things: number, most: number) => {
    const sections = drafts.map((draft) => sectionOf(draft, things, (text) => cutTo(text, most), words));
    return { ...head, sections, size: countWords(saidIn({ ...head, sections })) };
  };
  for (const [things, most] of rooms) {
    const post = inRoom(things, most);
    if (post.size <= mostWords) return post;
  }
  return inRoom(1, 2);
}

/** What is listed below the title of a section: its items, and that there are more. */
export function listedIn({ items, more }: PostSection): readonly PostItem[] {
  return more === null ? items : [...items, { lead: null, text: more }];
}

/** Everything that a post says, a line for each thing. */
export function saidIn({ title, note, gap, sections }: Post): string {
  const said = sections.flatMap((section) => [
    section.title,
    ...listedIn(section).map(({ lead, text }) => (lead === null ? text : lead + gap + text)),
  ]);
  return [title, note, ...said].filter((line) => line !== null).join("\n");
}

function sectionOf({ id, title, things }: Draft, most: number, cut: Cut, words: Wording): PostSection {
  const { labels, counts } = words;
  const left = things.length - most;
  return {
    id,
    title,
    items: things.slice(0, most).map((thing) => {
      const { lead, text } = thing(cut);
      return {
        lead: lead === null ? null : fill(labels.labelled, { label: lead, text: "" }).trimEnd(),
        text,
      };
    }),
    more: left > 0 ? counted(words, counts.more, left) : null,
  };
}

/** What there is to tell, in the order of a person. */
function draftsOf(week: Week, words: Wording, isIndex: boolean): Draft[] {
  const { digest, kickers } = words;
  const { learned, started, due } = week;
  const drafts: Draft[] = [
    {
      id: "learned",
      title: digest.learned,
      things: learned.map((lesson) => (cut) => lessonTold(lesson, words, cut)),
    },
    {
      id: "starts",
      title: digest.starts,
      things: started.map(({ bet, owner }) => (cut) => ({
        lead: owner && ownerTold(owner, words),
        text: quoted(bet.if, words, cut),
      })),
    },
    { id: "changed", title: kickers.changed, things: changesTold(week.changed, words) },
    movedTold(week, words, isIndex),
    {
      id: "due",
      title: digest.due,
      things: due.map((thing) => (cut) => dueTold(thing, week, words, cut)),
    },
  ];
  return drafts.filter(({ things }) => things.length > 0);
}

/** The one sentence of days in which nothing happened. */
function quietText({ before, next, to }: Week, words: Wording): string {
  const { digest } = words;
  const then = next === null ? digest.never : fill(digest.until, { text: dayInYear(next, to, words) });
  return fill(digest.both, { text: before === null ? digest.undated : digest.quiet, next: then });
}

function lessonTold(lesson: Lesson, words: Wording, cut: Cut): PostItem {
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

/** What else is said otherwise: of the metric, Inputs and bets. */
function changesTold(changes: readonly StarChange[], words: Wording): Draft["things"] {
  const told = toldChanges(changes, words).map(({ label, text, more }) => (cut: Cut) => ({
    lead: cutTo(label, 10),
    text: inSentences([cut(text), ...more.map(cut)], words),
  }));
  const parked = changes
    .filter(({ kind }) => kind === "bet-parked")
    .map(({ after }) => (cut: Cut) => ({
      lead: words.digest.parked,
      text: quoted((after as Bet).if, words, cut),
    }));
  return [...told, ...parked];
}

/** The numbers, with their period in the title where all have one. */
function movedTold({ moved, to }: Week, words: Wording, isIndex: boolean): Draft {
  const periods = moved.map((movement) => periodText(movement, to, words));
  const [first = "", ...others] = periods;
  const isShared = others.every((period) => period === first);
  const { digest } = words;
  return {
    id: "moved",
    title: isShared ? aside(digest.moved, first, words) : digest.moved,
    things: moved.map((movement, index) => (cut) => {
      const text = movedText(movement, words, isIndex);
      return {
        lead: cut(movement.thing.name),
        text: isShared ? text : aside(text, periods[index] ?? "", words),
      };
    }),
  };
}

function ownerTold(owner: string | null, { digest }: Wording): string {
  return owner === null ? digest.nobody : cutTo(owner, 5);
}

function dueTold(thing: DueThing, { name, to }: Week, words: Wording, cut: Cut): PostItem {
  const { digest, trend } = words;
  const lead = ownerTold(thing.owner, words);
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
export function dayTold(day: string, to: string, words: Wording): string {
  const { digest } = words;
  if (day === to) return digest.today;
  return fill(day < to ? digest.since : digest.on, { text: dayInYear(day, to, words) });
}

function quoted(text: string, { digest }: Wording, cut: Cut): string {
  return fill(digest.quoted, { text: cut(text) });
}

/** A sentence with an end. */
function ended(text: string, { labels }: Wording): string {
  return /[.!?…。！？؟]$/.test(text) ? text : fill(labels.sentence, { text });
}
