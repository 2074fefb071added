/** The answers of an interview that is not finished: a file beside the one that they are for. */
import { existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { readSource } from "../file/source.js";
import { type Draft, draftOf, nodeAt, nodeOf, plain, textOf } from "../interview/draft.js";
import { fill } from "../interview/fill.js";
import { currentStep, idOf, type Session } from "../interview/session.js";
import { Failure } from "./exit.js";
import { judge } from "./read.js";
import type { World } from "./world.js";
import { writeWhole } from "./write.js";

/** What was kept of an interview. */
export interface Kept {
  given: Draft;
  /** The templates that were named. */
  templates: string[];
  /** The step that comes next. */
  next: string;
}

/** The team's own key under which the file says where the interview stands. */
const own = "x-init";

/** `northstar.draft.yaml` for `northstar.yaml`. */
export function keptName(name: string): string {
  return `${name.replace(/\.ya?ml$/, "")}.draft.yaml`;
}

/** Writes down all answers so far; a refusal says why that cannot be. */
export function keep(
  world: World,
  name: string,
  session: Session,
  templates: readonly string[],
): { refused?: string } {
  const { root, ...draft } = fill(session, session.template.cues, { blanks: "all", items: "all" });
  const entries = root.value instanceof Map ? root.value : new Map();
  const state = nodeOf({ templates, next: idOf(currentStep(session)) });
  const above = ["# northstar init goes on from here, and removes this file when it is done."];
  const value = new Map([...entries, [own, { ...state, above }]]);
  const text = textOf({ ...draft, root: { ...root, value } });
  const written = writeWhole(world, keptName(name), text, (existing) => existing.includes(`\n${own}:`), {
    makeFolders: true,
  });
  return typeof written === "object" ? written : {};
}

/** What was kept for a file, if anything was. */
export function kept(world: World, name: string): Kept | undefined {
  const path = keptName(name);
  if (!existsSync(resolve(world.cwd, path))) return undefined;
  const source = readSource(judge(world, path).text);
  if (Array.isArray(source)) {
    const [problem] = source;
    throw new Failure(
      `${path}:${problem?.range.start.line}: ${problem?.message}; mend it, or delete it to start anew`,
    );
  }
  const { root, ...draft } = draftOf(source);
  const state = nodeAt(root, [own]);
  if (!state || !(root.value instanceof Map)) return undefined;
  const entries = new Map([...root.value].filter(([key]) => key !== own));
  const said = plain(state);
  const { templates, next } = Object(said) as Record<string, unknown>;
  return {
    given: { ...draft, root: { ...root, value: entries } },
    templates: Array.isArray(templates) ? templates.map(String) : [],
    next: typeof next === "string" ? next : "",
  };
}

/** Removes what was kept for a file. */
export function forget(world: World, name: string): void {
  if (kept(world, name)) rmSync(resolve(world.cwd, keptName(name)), { force: true });
}
