/** An interview as plain data: its steps, where it stands, and how answers move it on. */

import { isPartOf, valueAt } from "../file/change.js";
import type { Field } from "../file/field-table.js";
import { fieldAt } from "../file/format-fields.js";
import type { Path } from "../file/problem.js";
import { hasBlank } from "../reading/blank.js";
import { read } from "../reading/reading.js";
import { withoutKey } from "./assignments.js";
import { aroundBlanks } from "./blank.js";
import { blankOf, type Form, formOf } from "./fill.js";
import { type InitialAnswers, noInitialAnswers } from "./initial-answers.js";
import { isSaid, openTargetOptions, saidAt, targetOptions } from "./sentence-text.js";
import {
  type Check,
  noQuestion,
  pathKey,
  pathOf,
  referencesIn,
  type Template,
  type TemplateQuestion,
} from "./template.js";

/** A blank to fill in. */
export interface BlankStep {
  kind: "blank";
  /** The title of the part of the interview. */
  part: string;
  /** The text that the blank is in. */
  path: Path;
  /** The blank's name, by {@link blankOf}. */
  name: string;
  /** The place of the item of a list that the text is in; empty outside of lists. */
  item: string;
  question: TemplateQuestion;
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
  passed: ReadonlySet<number>;
  /** The ways on that were taken, in order. */
  trail: readonly Move[];
  /** The step to ask now; as many as there are steps when all is asked. */
  at: number;
}

/** A step that was asked, and all steps that were passed when it was left. */
interface Move {
  at: number;
  passed: readonly number[];
}

/** Where an interview stands, so that it can go on later. */
export interface SessionPosition {
  /** What the step is called that comes next; empty when all was asked. */
  next: string;
  /** What the others are called that are not as one expects: passed although they come later, or open although earlier. */
  besides: readonly string[];
}

/** An interview from a template, from its first question or another place on. What is given already is not asked. */
export function startSession(
  template: Template,
  given: InitialAnswers = noInitialAnswers,
  place?: SessionPosition,
): Session {
  const form = formOf(template, given);
  const steps = stepsOf(template, form.value);
  const start: Session = { ...form, steps, passed: new Set(), trail: [], at: 0 };
  const at = place ? [...steps.map(idOf), ""].indexOf(place.next) : -1;
  if (at < 0)
    return settle(
      start,
      placesOf(start, (step) => form.answers.has(blankNameOf(step))),
    );
  const passed = placesOf(
    start,
    (step, index) => isExpected(start, index, at) !== place?.besides.includes(idOf(step)),
  );
  return settle({ ...start, at }, passed);
}

/** Where an interview stands. */
export function positionOf(session: Session): SessionPosition {
  const { steps, passed, at } = session;
  const besides = placesOf(session, (_, index) => passed.has(index) !== isExpected(session, index, at));
  return { next: idOf(steps[at]), besides: besides.map((index) => idOf(steps[index])) };
}

/** Whether one expects a step to be passed when the interview stands at another. */
function isExpected(session: Session, index: number, at: number): boolean {
  return index < at && isAskable(session, index);
}

function placesOf({ steps }: Session, holds: (step: Step, index: number) => boolean): number[] {
  return steps.flatMap((step, index) => (holds(step, index) ? [index] : []));
}

/** The same interview with the questions of another template: what was said, skipped and asked stays so. */
export function withTemplate(session: Session, template: Template): Session {
  const next = startSession(template, session.given);
  const names = next.steps.map(blankNameOf);
  const said = [...session.answers].filter(([blank]) => names.includes(blank));
  const moved = (index: number) => next.steps.findIndex((step) => idOf(step) === idOf(session.steps[index]));
  const known = (indices: Iterable<number>) => [...indices].map(moved).filter((index) => index >= 0);
  const trail = session.trail.flatMap(({ at, passed }) =>
    known([at]).map((at) => ({ at, passed: known(passed) })),
  );
  const answers = new Map([...next.answers, ...said]);
  return settle({ ...next, answers, trail }, known(session.passed));
}

/** What a step is called in every template that has it. */
export function idOf(step: Step | undefined): string {
  return step?.kind === "check" ? step.check.sentence : blankNameOf(step);
}

/** The step to ask now, or undefined at the end. */
export function currentStep({ steps, at }: Session): Step | undefined {
  return steps[at];
}

/** The name of a step's blank; empty for a sentence to confirm. */
export function blankNameOf(step: Step | undefined): string {
  return step?.kind === "blank" ? step.name : "";
}

/** Takes an answer, or the confirmation of a sentence, and goes on. */
export function giveAnswer(session: Session, text: string): Session {
  return goOn(recordAnswer(session, text), [session.at]);
}

/** Takes an answer and stays at the step. */
export function recordAnswer(session: Session, text: string | undefined): Session {
  const step = currentStep(session);
  if (step?.kind !== "blank") return session;
  const others = [...session.answers].filter(([name]) => name !== blankNameOf(step));
  const said = text === undefined ? [] : [[blankNameOf(step), withoutKey(text, step.path)] as const];
  return followed(session, { ...session, answers: new Map([...others, ...said]) });
}

/** Leaves the blank open and goes on. */
export function skip(session: Session): Session {
  return goOn(recordAnswer(session, undefined), [session.at]);
}

/** Leaves the rest of this part of the interview open; a sentence that it made is still confirmed. */
export function skipPart(session: Session): Session {
  const { steps, at } = session;
  const here = steps[at];
  const rest = placesOf(session, (step, index) => {
    const isOfPart = step.part === here?.part && (here.kind === "check" || step.kind === "blank");
    return index === at || (index > at && isOfPart && isAskable(session, index));
  });
  return goOn(session, rest);
}

/** Goes back to the step that was asked before, else to the one that comes before, or stays at the first. */
export function back(session: Session): Session {
  const { trail, passed, at } = session;
  const last =
    trail.at(-1) ??
    moveTo([...session.steps.keys()].slice(0, at).findLast((index) => isAskable(session, index)));
  if (last === undefined) return session;
  const still = [...passed].filter((index) => !last.passed.includes(index));
  return { ...session, trail: trail.slice(0, -1), passed: new Set(still), at: last.at };
}

function moveTo(at: number | undefined): Move | undefined {
  return at === undefined ? undefined : { at, passed: [at] };
}

/** Goes back to what the sentence that is asked to be confirmed is about, and through all of it again. */
export function reopen(session: Session): Session {
  const { passed, at, trail } = session;
  const subject = lastKey(session);
  const again = placesOf(
    session,
    (step, index) =>
      subject !== undefined && index < at && step.kind === "blank" && isPartOf(step.path, subject),
  );
  const [first] = again;
  if (first === undefined) return back(session);
  const open = new Set([...passed].filter((index) => !again.includes(index)));
  return { ...session, passed: open, trail: [...trail, { at, passed: [] }], at: first };
}

/** Goes back to the blanks at some paths, as if they had not been asked. */
export function askAgain(session: Session, paths: readonly Path[]): Session {
  const places = paths.map(pathKey);
  const again = placesOf(session, (step) => step.kind === "blank" && places.includes(pathKey(step.path)));
  return settle(
    { ...session, passed: new Set([...session.passed].filter((index) => !again.includes(index))) },
    [],
  );
}

/** The part of the interview that a sentence to confirm leads back to: the one of the last key in it. */
export function subjectOfCheck(session: Session): string | undefined {
  const subject = lastKey(session);
  return subject && session.steps.find((step) => step.kind === "blank" && isPartOf(step.path, subject))?.part;
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

/** Leaves the step, and passes it and others. */
function goOn(session: Session, passed: readonly number[]): Session {
  return settle({ ...session, trail: [...session.trail, { at: session.at, passed }] }, passed);
}

/** Goes on to the next step that is not passed; after the last, to those that could not be asked before. */
function settle(session: Session, indices: readonly number[]): Session {
  const { steps, at } = session;
  const passed = new Set([...session.passed, ...indices]);
  const order = [...steps.keys()].slice(at).concat([...steps.keys()].slice(0, at));
  const next = order.find((index) => !passed.has(index) && isAskable(session, index));
  return { ...session, passed, at: next ?? steps.length };
}

/**
 * Whether there is anything to ask: a sentence is confirmed only when it says something, nothing can stand under
 * what is not there, and the rest of an item of a list is asked when its first blank, or another, was filled in.
 */
function isAskable(session: Session, index: number): boolean {
  const step = session.steps[index];
  if (step?.kind === "check")
    return referencesIn(step.check.sentence).every((name) => {
      const path = pathOf(name, step.base, session.value);
      return path !== undefined && isSaid(session, path);
    });
  if (!step) return false;
  const item = itemOf(step.path);
  if (!item) return true;
  if (isBegun(session, item)) return item[0] !== "bets" || targetOptions(session, item).length > 0;
  const first = session.steps.findIndex((other) => other.kind === "blank" && other.item === step.item);
  return first === index && follows(session, item);
}

/** Whether the turn of an item has come: a list of bare texts ends with the first that is left open, and so do bets of a level. */
function follows(session: Session, item: Path): boolean {
  const before = itemsBefore(session, item);
  const value = valueAt(session.value, item);
  if (item[0] === "misfits" && !isSaid(session, ["inputs"])) return false;
  if (typeof value === "string") return aroundBlanks(value).some(Boolean) || before.slice(-1).every(isKnown);
  if (item[0] === "thresholds") return proposalFor(session, [...item, "says"]) !== undefined;
  if (item[0] !== "bets") return true;
  const level = saidAt(session, [...item, "level"]);
  const others = before.filter((other) => saidAt(session, [...other, "level"]) === level);
  return others.slice(-1).every(isKnown) && openTargetOptions(session, item).length > 0;

  function isKnown(other: Path): boolean {
    return isBegun(session, other) || !hasBlanks(session, other);
  }
}

/** What may be the answer at a place: the words of the definition that are a threshold. */
export function proposalFor(session: Session, [list, index, key]: Path): string | undefined {
  if (list !== "thresholds" || key !== "says") return undefined;
  return read("", saidAt(session, ["definition"]) ?? "").thresholds[Number(index)]?.text;
}

function itemsBefore({ value }: Session, item: Path): Path[] {
  const list = item.slice(0, -1);
  const items = valueAt(value, list);
  return Array.isArray(items)
    ? [...items.keys()].slice(0, Number(item.at(-1))).map((index) => [...list, index])
    : [];
}

function hasBlanks({ steps }: Session, item: Path): boolean {
  const place = pathKey(item);
  return steps.some((step) => step.kind === "blank" && step.item === place);
}

/** Whether any blank of an item was filled in. */
function isBegun({ steps, answers }: Session, item: Path): boolean {
  const place = pathKey(item);
  return steps.some((step) => step.kind === "blank" && step.item === place && answers.has(step.name));
}

/** The item of a list that a path leads into, if it does. */
function itemOf(path: Path): Path | undefined {
  const index = path.findIndex((step) => typeof step === "number");
  return index < 0 ? undefined : path.slice(0, index + 1);
}

/** What follows from another answer: what could not be asked is open, and bets go on standing under what was renamed. */
function followed(before: Session, after: Session): Session {
  const { steps } = after;
  let passed = [...after.passed];
  const answers = new Map(after.answers);
  for (const [index, step] of steps.entries()) {
    const here = index === after.at;
    if (!here && after.passed.has(index) && !isAskable(before, index) && isAskable(after, index))
      passed = passed.filter((each) => each !== index);
    const said =
      step.kind === "blank" && step.path.at(-1) === "for" ? answers.get(blankNameOf(step)) : undefined;
    if (here || step.kind !== "blank" || said === undefined) continue;
    const former = targetOptions(before, step.path.slice(0, -1));
    const present = targetOptions(after, step.path.slice(0, -1));
    const place = former.findIndex(({ id }) => id === said);
    if (place < 0 || present.some(({ id }) => id === said)) continue;
    const renamed = former.length === present.length ? present[place]?.id : undefined;
    if (renamed !== undefined) answers.set(blankNameOf(step), renamed);
    else {
      answers.delete(blankNameOf(step));
      passed = passed.filter((each) => each !== index);
    }
  }
  return { ...after, answers, passed: new Set(passed) };
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
    const cue = cues.get(pathKey(path));
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
        name: blankOf(path, nth),
        item: pathKey(itemOf(path) ?? []),
        question: cue?.questions[nth] ?? noQuestion,
        field: fieldAt(path),
        sentence,
        base,
      });
  }

  function isNamed(path: Path): boolean {
    return referencesIn(sentence).some((name) => {
      const named = pathOf(name, base, value);
      return named !== undefined && pathKey(named) === pathKey(path);
    });
  }
}
