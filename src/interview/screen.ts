/** What the person sees while a step is asked: short lines, one thing at a time. */
import type { Path, Severity } from "../file/problem.js";
import { questionOf } from "../lint/catalogue.js";
import { read } from "../reading/reading.js";
import { sentence } from "../reading/sentence.js";
import { visible, widthOf, wrap } from "../report/terminal-text.js";
import { signs, type TerminalTheme } from "../report/terminal-theme.js";
import type { Remark, Verdict } from "./judge-answer.js";
import { type SentencePart, saidAt, sentenceParts } from "./sentence-text.js";
import { type BlankStep, blankNameOf, type CheckStep, partsOf, type Session, type Step } from "./session.js";
import { pathKey } from "./template.js";

/** Where it is shown. */
export interface Pane {
  /** In columns. */
  width: number;
  /** In lines. */
  height: number;
  theme: TerminalTheme;
}

/** The worst that stands against what was said, by {@link pathKey}. */
export type Doubts = ReadonlyMap<string, Severity>;

/** The most finished sentences that are shown above a question. */
const mostSentences = 5;

/** Lines that are left for the answer, for what is found in it and for the keys. */
const below = 9;

/** What can be typed in place of an answer. */
export const commands = { more: "?", back: "<", next: ">" } as const;

/** What each command does. */
export const meanings: Readonly<Record<string, string>> = {
  [commands.back]: "back",
  [commands.next]: "next part",
  [commands.more]: "more",
};

/** The keys behind a command that stands alone in a line: Enter gives it, and anything else makes an answer of it. */
export function commandKeys(typed: string): [string, string][] | undefined {
  const does = Object.hasOwn(meanings, typed) ? meanings[typed] : undefined;
  return does
    ? [
        ["Enter", does],
        ["typing on", "makes it an answer"],
      ]
    : undefined;
}

/** The part of the interview and how far it is, what was said before, and the sentence and the question of the step. */
export function questionLines(
  session: Session,
  step: BlankStep,
  typed: string,
  more: boolean,
  doubts: Doubts,
  pane: Pane,
): string[] {
  const { theme, width } = pane;
  const { question, field } = step;
  const description = field?.description ?? "";
  // Where the template asks nothing of its own, the format's words do.
  const { ask, examples } = question.ask
    ? question
    : { ask: description, examples: [field?.example ?? []].flat() };
  const sentence = sentenceLines(session, step, typed, pane);
  const explains = question.explains.length > 0 ? question.explains : [description];
  const asked = [
    ...(sentence.length > 0 ? [...sentence, ""] : []),
    ...wrap(ask, width).map((line) => theme.bold(line)),
  ];
  const helps = [
    ...question.hints.flatMap((hint) => wrap(hint, width)),
    ...examples.flatMap((example) => wrap(`e.g. ${example}`, width)).map((line) => theme.faint(line)),
  ];
  const explained = more ? explains.flatMap((explain) => ["", ...wrap(explain, width)]) : [];
  return fitted(session, step, doubts, pane, [asked, helps, [...explained, ""]]);
}

/** The sentence to confirm, with what stands around it. */
export function checkLines(
  session: Session,
  step: CheckStep,
  more: boolean,
  doubts: Doubts,
  pane: Pane,
): string[] {
  const { width } = pane;
  const nowhere = { path: [], blank: "", typed: "" };
  const sentence = flow(sentenceParts(session, step.check.sentence, step.base, nowhere), pane);
  const helps = step.check.hints.flatMap((hint) => ["", ...wrap(hint, width)]);
  const explained = more ? step.check.explains.flatMap((explain) => ["", ...wrap(explain, width)]) : [];
  return fitted(session, step, doubts, pane, [sentence, helps, [...explained, ""]]);
}

/** As much as the terminal has lines for: what was said before gives way first, then hints and examples. */
function fitted(
  session: Session,
  step: Step,
  doubts: Doubts,
  pane: Pane,
  [asked, helps, explained]: [string[], string[], string[]],
): string[] {
  const head = heading(session, step, pane);
  const room = pane.height - below - head.length - asked.length - explained.length;
  const shown = helps.length <= room ? helps : [];
  const left = Math.min(mostSentences, room - shown.length - 1);
  const finished = left > 0 ? finishedLines(session, session.at, doubts, pane).slice(-left) : [];
  return [...head, ...finished, ...(finished.length > 0 ? [""] : []), ...asked, ...shown, ...explained];
}

/** The sentences before a step in which no blank is left, a line for each, with a sign of what stands against them. */
export function finishedLines(session: Session, until: number, doubts: Doubts, pane: Pane): string[] {
  const now = session.steps[until];
  return sentencesIn(session.steps.slice(0, until)).flatMap(
    ({ sentence, base, paths: [path = [], ...others] }) => {
      if (now?.kind === "blank" && now.base === base && now.sentence === sentence) return [];
      const pieces = sentenceParts(session, sentence, base, { path, blank: "", typed: "" });
      if (pieces.some(({ kind }) => kind === "blank")) return [];
      const found = [path, ...others].flatMap((each) => doubts.get(pathKey(each)) ?? []);
      const worst =
        (["error", "warning", "note"] as const).find((severity) => found.includes(severity)) ?? "met";
      const text = tidied(pieces).map((piece) => piece.text);
      return [`${pane.theme[worst](signs[worst])} ${clipped(text.join(""), pane.width - 2)}`];
    },
  );
}

/** The sentences that blanks are filled in for, each with the texts that have its blanks. */
function sentencesIn(steps: readonly Step[]): { sentence: string; base: Path; paths: Path[] }[] {
  const found: { sentence: string; base: Path; paths: Path[] }[] = [];
  for (const step of steps) {
    if (step.kind !== "blank" || step.sentence === "") continue;
    const last = found.at(-1);
    if (last?.base === step.base && last.sentence === step.sentence) last.paths.push(step.path);
    else found.push({ sentence: step.sentence, base: step.base, paths: [step.path] });
  }
  return found;
}

/** A text on one line, as far as it fits. */
function clipped(text: string, width: number): string {
  const [first = "", ...rest] = wrap(text, width);
  return rest.length === 0 ? first : `${wrap(text, width - 2)[0]} …`;
}

/** The sentence that is being filled in, with what is typed by now; nothing where there is none. */
function sentenceLines(session: Session, step: BlankStep, typed: string, pane: Pane): string[] {
  if (!step.sentence) return [];
  const here = { path: step.path, blank: blankNameOf(step), typed };
  return flow(sentenceParts(session, step.sentence, step.base, here), pane);
}

/** How a definition reads while it is typed, so that a misunderstanding shows at once; nothing for other answers. */
export function readingLines(
  session: Session,
  step: BlankStep,
  typed: string,
  { width, theme }: Pane,
): string[] {
  const english = /^en\b/i.test(saidAt(session, ["language"]) ?? "en");
  if (step.path.at(-1) !== "definition" || typed.trim() === "" || !english) return [];
  const name = saidAt(session, [...step.path.slice(0, -1), "name"]) ?? "";
  const text = sentence(read(name, typed)) ?? "nothing that can be counted, so far";
  return wrap(`Reads as: ${text}`, width).map((line) => theme.note(line));
}

/** What was found in an answer, shortest form: what it is, and the question that leads on. */
export function verdictLines(verdict: Verdict, { width, theme }: Pick<Pane, "width" | "theme">): string[] {
  if ("refused" in verdict) return sign("error", verdict.refused, width, theme);
  return verdict.remarks.flatMap((problem) => remarkLines(problem, { width, theme }));
}

function remarkLines(
  { rule, severity, message }: Remark,
  { width, theme }: Pick<Pane, "width" | "theme">,
): string[] {
  const question = questionOf(rule);
  const asked = question ? wrap(question, width - 2).map((line) => `  ${theme.question(line)}`) : [];
  return [...sign(severity, message, width, theme), ...asked];
}

function sign(severity: Severity, message: string, width: number, theme: TerminalTheme): string[] {
  return wrap(message, width - 2).map((line, index) =>
    theme[severity](index === 0 ? `${signs[severity]} ${line}` : `  ${line}`),
  );
}

/** The keys of a step, on one line or two. */
export function keyLines(
  keys: readonly (readonly [string, string])[],
  { width, theme }: Pick<Pane, "width" | "theme">,
): string[] {
  const lines: (readonly [string, string])[][] = [[]];
  for (const key of keys) {
    const line = lines.at(-1) ?? [];
    if (line.length > 0 && widthOf(said([...line, key])) > width) lines.push([key]);
    else line.push(key);
  }
  return lines.map((line) =>
    line.map(([key, does]) => `${theme.bold(key)} ${theme.faint(does)}`).join(theme.faint(" · ")),
  );

  function said(line: readonly (readonly [string, string])[]): string {
    return line.map((key) => key.join(" ")).join(" · ");
  }
}

function heading(session: Session, step: Step, { width, theme }: Pane): string[] {
  const parts = partsOf(session);
  if (step.part === "") return [];
  const progress = parts.length > 1 ? ` ${parts.indexOf(step.part) + 1} of ${parts.length}` : "";
  const line = "─".repeat(Math.max(2, width - widthOf(step.part) - widthOf(progress) - 1));
  return [`${theme.bold(step.part)} ${theme.faint(line + progress)}`, ""];
}

/** Pieces as lines that break between words. */
function flow(pieces: readonly SentencePart[], { width, theme }: Pane): string[] {
  const paints = { words: theme.plain, said: theme.bold, blank: theme.faint, here: theme.note };
  const words: { width: number; shown: string }[] = [{ width: 0, shown: "" }];
  for (const { text, kind } of tidied(pieces))
    for (const [index, part] of visible(text).split(/\s+/).entries()) {
      if (index > 0) words.push({ width: 0, shown: "" });
      const word = words.at(-1);
      if (word)
        Object.assign(word, { width: word.width + widthOf(part), shown: word.shown + paints[kind](part) });
    }
  const lines: { width: number; shown: string }[] = [];
  for (const word of words.filter((word) => word.width > 0)) {
    const line = lines.at(-1);
    if (line && line.width + 1 + word.width <= width)
      Object.assign(line, { width: line.width + 1 + word.width, shown: `${line.shown} ${word.shown}` });
    else lines.push({ ...word });
  }
  return lines.map((line) => line.shown);
}

/** Answers end in a full stop, and so does the sentence around them: one is enough. */
function tidied(pieces: readonly SentencePart[]): SentencePart[] {
  return pieces.map((piece, index) => {
    const follows = pieces[index + 1]?.text ?? "";
    const isAnswer = piece.kind !== "words" && /^[.,:;]/.test(follows);
    return isAnswer ? { ...piece, text: piece.text.replace(/\.\s*$/, "") } : piece;
  });
}
