/** Saves the answers of an unfinished interview in a file beside the one that it is for. */
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { blockLines } from "../../file/block-text.js";
import { valueAt } from "../../file/change.js";
import { readDocument } from "../../file/document.js";
import { edit } from "../../file/edit.js";
import { decode } from "../../file/text.js";
import { documentFor } from "../../interview/document.js";
import type { InitialAnswers } from "../../interview/initial-answers.js";
import { positionOf, type Session, type SessionPosition } from "../../interview/session.js";
import { Failure } from "./exit.js";
import { isThere, openDocument } from "./read-file.js";
import type { World } from "./world.js";
import { writeWhole } from "./write-file.js";

/** What was kept of an interview. */
export interface Draft {
  given: InitialAnswers;
  /** The templates that were named. */
  templates: string[];
  /** Where the interview stands. */
  place: SessionPosition;
}

/** The team's own key under which the file says where the interview stands. */
const own = "x-init";

const comment = "# northstar init goes on from here, and removes this file when it is done.";

/** `northstar.draft.yaml` for `northstar.yaml`. */
export function draftName(name: string): string {
  return `${name.replace(/\.ya?ml$/, "")}.draft.yaml`;
}

/** Writes down all answers so far; a refusal says why that cannot be. */
export function saveDraft(
  world: World,
  name: string,
  session: Session,
  templates: readonly string[],
): { refused?: string } {
  const { next, besides } = positionOf(session);
  const to = { templates, next, ...(besides.length > 0 && { besides }) };
  const text = [comment, ...blockLines({ [own]: to }, 0, { list: 2, map: 2 })].join("\n");
  const document = documentFor(session, { blanks: "all", items: "all" });
  const kept = edit(document, [{ set: [own], to, text }]);
  const isOurs = (existing: Buffer) => {
    const there = decode(existing);
    return typeof there === "string" && stateIn(readDocument(there)) !== undefined;
  };
  const written = writeWhole(world, draftName(name), kept.text, isOurs, { makeFolders: true });
  return typeof written === "object" ? written : {};
}

function stateIn(document: ReturnType<typeof readDocument>): unknown {
  return Array.isArray(document) ? undefined : valueAt(document.value, [own]);
}

/** What was kept for a file, if anything was. */
export function readDraft(world: World, name: string): Draft | undefined {
  const path = draftName(name);
  if (!isThere(resolve(world.cwd, path))) return undefined;
  const opened = openDocument(world, path);
  if ("problems" in opened) {
    const [problem] = opened.problems;
    throw new Failure(
      `${path}:${problem?.range.start.line}: ${problem?.message}; mend it, or delete it to start anew`,
    );
  }
  const { document } = opened;
  const state = stateIn(document);
  if (state === undefined) return undefined;
  const file = edit(document, [{ remove: [own], comments: new Set([comment]) }]);
  const { templates, next, besides } = Object(state) as Record<string, unknown>;
  return {
    given: { file, value: file.value },
    templates: textsIn(templates),
    place: { next: typeof next === "string" ? next : "", besides: textsIn(besides) },
  };
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Removes what was kept for a file. */
export function deleteDraft(world: World, name: string): void {
  if (readDraft(world, name)) rmSync(resolve(world.cwd, draftName(name)), { force: true });
}
