/** An interview as plain data: its steps, where it stands, and how answers move it on. */
import { type Field, fieldAt } from "../file/field.js";
import type { Path } from "../file/problem.js";
import { hasBlank } from "../reading/blank.js";
import { aroundBlanks } from "./blank.js";
import { blankOf, type Form, formOf } from "./fill.js";
import { type Given, nothingGiven } from "./given.js";
import {
  type Check,
  noQuestion,
  pathOf,
  placeOf,
  type Question,
  referencesIn,
  type Template,
} from "./template.js";
import { candidatesFor, isSaid } from "./words.js";

/** A blank to fill in. */
export interface BlankStep {
  kind: "blank";
  /** The title of the part of the interview. */
  part: string;
  /** The text that the blank is in. */
  path: Path;
  /** Which of the text's blanks it is, from 0. */
  nth: number;
  question: Question;
  field: Field | undefined;
  /** The sentence that is being filled in, with blanks and keys in braces; empty for none. */
  sentence: string;
  /** Where the keys of the sentence are looked for first. */
  base: Path;
}

/** A sentence to confirm. */
export interface CheckStep {
  kind: "check";
  part: string;
  check: Check;
  base: Path;
}

export type Step = BlankStep | CheckStep;

export interface Session extends Form {
  steps: readonly Step[];
  /** Steps that need not be asked: answered, skipped or confirmed. */
  settled: ReadonlySet<number>;
  /** The steps that were asked before, in order. */
  trail: readonly number[];
  /** The step to ask now; as many as there are steps when all is asked. */
  at: number;
}

/** An interview from a template. What is given already is not asked, nor what comes before the step called `from`. */
export function startSession(template: Template, given: Given = nothingGiven, from?: string): Session {
  const form = formOf(template, given);
  const steps = stepsOf(template, form.value);
  const start = steps.findIndex((step) => idOf(step) === from);
  const passed = [...steps.keys()].filter((index) => index < start);
  const known = [...steps.keys()].filter((index) => index > start && form.answers.has(nameOf(steps[index])));
  const session = {
    ...form,
    steps,
    settled: new Set<number>(),
    trail: passed,
    at: Math.max(start, 0),
  };
  return settle(session, [...passed, ...known]);
}

/** The same interview with the questions of another template: what was said, skipped and asked stays so. */
export function withTemplate(session: Session, template: Template): Session {
  const next = startSession(template, session.given);
  const names = next.steps.map(nameOf);
  const said = [...session.answers].filter(([blank]) => names.includes(blank));
  const moved = (index: number) => next.steps.findIndex((step) => idOf(step) === idOf(session.steps[index]));
  const known = (indices: Iterable<number>) => [...indices].map(moved).filter((index) => index >= 0);
  const answers = new Map([...next.answers, ...said]);
  return settle({ ...next, answers, trail: known(session.trail) }, known(session.settled));
}

/** What a step is called in every template that has it. */
export function idOf(step: Step | undefined): string {
  return step?.kind === "check" ? step.check.sentence : nameOf(step);
}

/** The step to ask now, or undefined at the end. */
export function currentStep({ steps, at }: Session): Step | undefined {
  return steps[at];
}

/** The name of a step's blank; empty for a sentence to confirm. */
export function nameOf(step: Step | undefined): string {
  return step?.kind === "blank" ? blankOf(step.path, step.nth) : "";
}

/** Takes an answer, or the confirmation of a sentence, and goes on. */
export function answer(session: Session, text: string): Session {
  const { at, answers, trail } = session;
  const step = currentStep(session);
  const known = step?.kind === "blank" ? new Map([...answers, [nameOf(step), text]]) : answers;
  return settle({ ...session, answers: known, trail: [...trail, at] }, [at]);
}

/** Leaves the blank open and goes on; with the first blank of a list's item, or a text of a list, also what follows. */
export function skip(session: Session): Session {
  const { steps, at, answers, trail } = session;
  const step = currentStep(session);
  const open = new Map([...answers].filter(([name]) => name !== nameOf(step)));
  const around = step?.kind === "blank" && leftWith(step.path);
  const inside = (other: Step) => around && other.kind === "blank" && isUnder(other.path, around);
  const begun = steps.some((other) => inside(other) && open.has(nameOf(other)));
  const isText = typeof (step?.kind === "blank" && step.path.at(-1)) === "number";
  const left = steps.flatMap((other, index) =>
    index > at && inside(other) && (isText || !begun) ? [index] : [],
  );
  return settle({ ...session, answers: open, trail: [...trail, at] }, [at, ...left]);
}

/** Leaves the rest of this part of the interview open; a sentence that it made is still confirmed. */
export function skipPart(session: Session): Session {
  const { steps, at, trail } = session;
  const kind = steps[at]?.kind;
  const rest = steps.flatMap((step, index) =>
    index >= at && step.part === steps[at]?.part && (kind === "check" || step.kind === kind) ? [index] : [],
  );
  return settle({ ...session, trail: [...trail, at] }, rest);
}

/** Goes back to the step that was asked before, or stays at the first. */
export function back(session: Session): Session {
  const { trail, settled } = session;
  const last = trail.at(-1);
  if (last === undefined) return session;
  const open = new Set([...settled].filter((index) => index !== last));
  return { ...session, trail: trail.slice(0, -1), settled: open, at: last };
}

/** Goes back to what the sentence that is asked to be confirmed is about, and through all of it again. */
export function reopen(session: Session): Session {
  const { steps, settled, at, trail } = session;
  const subject = lastKey(session);
  const again = steps.flatMap((step, index) =>
    subject && index < at && step.kind === "blank" && isUnder(step.path, subject) ? [index] : [],
  );
  const [first] = again;
  if (first === undefined) return back(session);
  const open = new Set([...settled].filter((index) => !again.includes(index)));
  return { ...session, settled: open, trail: [...trail, at], at: first };
}

/** Goes back to the blanks at some paths, as if they had not been asked. */
export function askAgain(session: Session, paths: readonly Path[]): Session {
  const places = paths.map(placeOf);
  const again = (index: number) => {
    const step = session.steps[index];
    return step?.kind === "blank" && places.includes(placeOf(step.path));
  };
  return settle({ ...session, settled: new Set([...session.settled].filter((index) => !again(index))) }, []);
}

/** The part of the interview that a sentence to confirm leads back to: the one of the last key in it. */
export function subjectOf(session: Session): string | undefined {
  const subject = lastKey(session);
  return subject && session.steps.find((step) => step.kind === "blank" && isUnder(step.path, subject))?.part;
}

function lastKey(session: Session): Path | undefined {
  const step = currentStep(session);
  const last = step?.kind === "check" && referencesIn(step.check.sentence).at(-1);
  return step && last ? pathOf(last, step.base, session.value) : undefined;
}

/** The titles of the parts, in order. */
export function partsOf({ steps }: Session): string[] {
  return [...new Set(steps.map((step) => step.part))];
}

/** Goes on to the next step that is not settled; after the last, to those that could not be asked before. */
function settle(session: Session, indices: readonly number[]): Session {
  const { steps, at } = session;
  const settled = new Set([...session.settled, ...indices]);
  const order = [...steps.keys()].slice(at).concat([...steps.keys()].slice(0, at));
  const next = order.find((index) => {
    const step = steps[index];
    return step && !settled.has(index) && isAskable(session, step);
  });
  return { ...session, settled, at: next ?? steps.length };
}

/** Nothing can stand under what is not there, and a sentence is confirmed only when it says something. */
function isAskable(session: Session, step: Step): boolean {
  if (step.kind === "check")
    return referencesIn(step.check.sentence).every((name) => {
      const path = pathOf(name, step.base, session.value);
      return path !== undefined && isSaid(session, path);
    });
  const item = step.path.slice(0, -1);
  const isBet = step.path[0] === "bets" && step.path.length === 3;
  return !isBet || candidatesFor(session, item).length > 0;
}

/** What is left open together with a text: its item in a list, or the list that the text is an item of. */
function leftWith(path: Path): Path | undefined {
  if (typeof path.at(-1) === "number") return path.slice(0, -1);
  const item = path.findIndex((step) => typeof step === "number");
  return item < 0 ? undefined : path.slice(0, item + 1);
}

function isUnder(path: Path, around: Path): boolean {
  return around.every((step, index) => path[index] === step);
}

function stepsOf({ cues, closing }: Template, value: unknown): Step[] {
  const steps: Step[] = [];
  let part = "";
  let sentence = "";
  let base: Path = [];
  visit(value, []);
  steps.push(...closing.map((check): CheckStep => ({ kind: "check", part, check, base: [] })));
  return steps;

  function visit(here: unknown, path: Path): void {
    if (Array.isArray(here)) for (const [index, item] of here.entries()) visit(item, [...path, index]);
    else if (typeof here === "object" && here !== null)
      for (const [key, each] of Object.entries(here)) visit(each, [...path, key]);
    else if (typeof here === "string" && hasBlank(here)) ask(here, path);
  }

  function ask(text: string, path: Path): void {
    const cue = cues.get(placeOf(path));
    const around = path.slice(0, -1);
    for (const check of cue?.checks ?? []) {
      part = check.part ?? part;
      steps.push({ kind: "check", part, check, base: around });
    }
    part = cue?.part ?? part;
    if (cue?.sentence) [sentence, base] = [cue.sentence, around];
    else if (!isNamed(path)) [sentence, base] = [text === "____" ? "" : text, around];
    for (const nth of aroundBlanks(text).slice(1).keys())
      steps.push({
        kind: "blank",
        part,
        path,
        nth,
        question: cue?.questions[nth] ?? noQuestion,
        field: fieldAt(path),
        sentence,
        base,
      });
  }

  function isNamed(path: Path): boolean {
    return referencesIn(sentence).some((name) => {
      const named = pathOf(name, base, value);
      return named !== undefined && placeOf(named) === placeOf(path);
    });
  }
}
