/** The week for programs, version 1: schemas/digest.schema.json. */
import { jsonText } from "../report/terminal-text.js";
import type { Movement } from "./movement.js";
import { type Post, saidIn } from "./post.js";
import type { DueThing, Lesson, ToldBet, Week } from "./week.js";

/** Everything of the week uncut, and the post in plain text. */
export function weekJson(week: Week, post: Post, path: string, isIndex: boolean): string {
  const { name, from, to, before, learned, started, changed, moved, due, asked, next } = week;
  return jsonText({
    version: 1,
    path,
    name,
    from,
    to,
    before,
    learned: learned.map(lessonFields),
    started: started.map((told) => ({ owner: told.owner, bet: betFields(told) })),
    changed: changed.map(({ kind, path }) => ({ kind, path })),
    moved: moved.map((each) => movementFields(each, isIndex)),
    due: due.map((each) => dueFields(each, to)),
    asked,
    next,
    text: saidIn(post),
  });
}

function betFields({ path, bet }: ToldBet): object {
  const { level, id = null, if: change } = bet;
  // biome-ignore lint/suspicious/noThenProperty: the format calls it so
  return { path, level, id, if: change, then: bet.then };
}

function lessonFields(lesson: Lesson): object {
  const { kind, date, path } = lesson;
  if (kind === "bet") {
    const { verdict, learned } = lesson.outcome;
    return { kind, date, verdict, learned, bet: betFields(lesson) };
  }
  if (kind === "readout") {
    const { date: _, ...readout } = lesson.readout;
    return { kind, date, path, ...readout };
  }
  if (kind === "answer") return { kind, date, path, question: lesson.question, answer: lesson.answer };
  return { kind, date, path, name: lesson.name, reason: lesson.reason };
}

function dueFields(thing: DueThing, to: string): object {
  const { kind, owner } = thing;
  switch (thing.kind) {
    case "bet": {
      const { day, bet } = thing;
      const overdue = day !== null && day < to;
      return { kind, owner, day, overdue, verdict: bet.stage === "review", bet: betFields(thing) };
    }
    case "review":
      return { kind, owner, day: thing.day, overdue: thing.day < to, path: thing.path };
    case "limit": {
      const { key, most, active } = thing.limit;
      return { kind, owner, path: thing.path, limit: key, most, active: active.length };
    }
    case "series":
      return { kind, owner, path: thing.path, id: thing.id, name: thing.name, last: thing.last };
  }
}

/** Where numbers are shown as an index, so they are here. */
function movementFields({ thing, series, last, change }: Movement, isIndex: boolean): object {
  const first = series.points[0]?.value ?? 0;
  const shown = (value: number) => (!isIndex ? value : first > 0 ? (value / first) * 100 : null);
  return {
    id: thing.id,
    kind: thing.kind,
    name: thing.name,
    grain: series.grain,
    index: isIndex,
    last: { t: last.t, value: shown(last.value) },
    change: change && {
      weeks: change.weeks,
      from: { t: change.from.t, value: shown(change.from.value) },
      share: change.share ?? null,
    },
  };
}
