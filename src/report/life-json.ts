/** The life of a North Star for programs, version 1: schemas/log.schema.json. */
import type { Chapter, Life, LifeEvent } from "../diff/life.js";
import type { StarChange } from "../diff/star-changes.js";
import { jsonText } from "./terminal-text.js";

/** What was found of a file's past, and what a person should know of what is missing in it. */
export interface LifeReport {
  /** As the person would name it. */
  path: string;
  life: Life;
  asides: readonly string[];
}

/** Everything that is known, board movements included. */
export function lifeJson({ path, life, asides }: LifeReport): string {
  return jsonText({
    version: 1,
    path,
    name: life.now.name,
    metrics: life.chapters.map(chapterFields),
    unread: life.unread.map(({ commit, day, author, subject, fault }) => ({
      commit,
      day,
      author,
      subject,
      fault,
    })),
    notes: asides,
  });
}

function chapterFields({ metric, from, until, reason, opening, events }: Chapter): object {
  const { name, abbreviation = null, definition = null } = metric;
  return {
    name,
    abbreviation,
    definition,
    from,
    until,
    reason,
    events: [...(opening ? [opening] : []), ...events].map(eventFields),
  };
}

function eventFields({ day, commit, author, subject, isFirst, isPending, changes }: LifeEvent): object {
  return {
    day,
    commit,
    author,
    subject,
    first: isFirst ?? false,
    committed: commit !== null && !isPending,
    changes: changes.map(changeFields),
  };
}

function changeFields({ kind, path, before, after, ...change }: StarChange): object {
  return {
    kind,
    path,
    ...("id" in change && { id: change.id }),
    before: before ?? null,
    after: after ?? null,
  };
}
