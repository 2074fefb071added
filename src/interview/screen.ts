/** What the person sees while a step is asked: short lines, one thing at a time. */
import type { Problem } from "../file/problem.js";
import { read } from "../reading/reading.js";
import { sentence } from "../reading/sentence.js";
import { visible, widthOf, wrap } from "../report/text.js";
import { signs, type Theme } from "../report/theme.js";
import type { Verdict } from "./judge.js";
import { type BlankStep, type CheckStep, nameOf, partsOf, type Session, type Step } from "./session.js";
import { type Piece, piecesOf, saidAt } from "./words.js";

/** Where it is shown. */
export interface Pane {
  /** In columns. */
  width: number;
  theme: Theme;
}

/** What can be typed in place of an answer. */
export const commands = { more: "?", back: "<", next: ">" } as const;

/** The part of the interview and how far it is, and the sentence and the question of the step. */
export function questionLines(
  session: Session,
  step: BlankStep,
  typed: string,
  more: boolean,
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
  return [
    ...heading(session, step, pane),
    ...(sentence.length > 0 ? [...sentence, ""] : []),
    ...wrap(ask, width).map((line) => theme.bold(line)),
    ...question.hints.flatMap((hint) => wrap(hint, width)),
    ...examples.flatMap((example) => wrap(`e.g. ${example}`, width)).map((line) => theme.faint(line)),
    ...(more ? explains.flatMap((explain) => ["", ...wrap(explain, width)]) : []),
    "",
  ];
}

/** The sentence to confirm, with what stands around it. */
export function checkLines(session: Session, step: CheckStep, more: boolean, pane: Pane): string[] {
  const { width } = pane;
  const nowhere = { path: [], blank: "", typed: "" };
  return [
    ...heading(session, step, pane),
    ...flow(piecesOf(session, step.check.sentence, step.base, nowhere), pane),
    ...step.check.hints.flatMap((hint) => ["", ...wrap(hint, width)]),
    ...(more ? step.check.explains.flatMap((explain) => ["", ...wrap(explain, width)]) : []),
    "",
  ];
}

/** The sentence that is being filled in, with what is typed by now; nothing where there is none. */
export function sentenceLines(session: Session, step: BlankStep, typed: string, pane: Pane): string[] {
  if (!step.sentence) return [];
  const here = { path: step.path, blank: nameOf(step), typed };
  return flow(piecesOf(session, step.sentence, step.base, here), pane);
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
export function verdictLines(verdict: Verdict, { width, theme }: Pane): string[] {
  if ("refused" in verdict) return sign("error", verdict.refused, width, theme);
  return verdict.remarks.flatMap((problem) => remarkLines(problem, { width, theme }));
}

function remarkLines({ severity, message, question }: Problem, { width, theme }: Pane): string[] {
  const asked = question ? wrap(question, width - 2).map((line) => `  ${theme.question(line)}`) : [];
  return [...sign(severity, message, width, theme), ...asked];
}

function sign(severity: Problem["severity"], message: string, width: number, theme: Theme): string[] {
  return wrap(message, width - 2).map((line, index) =>
    theme[severity](index === 0 ? `${signs[severity]} ${line}` : `  ${line}`),
  );
}

/** The keys of a step, on one line or two. */
export function keyLines(keys: readonly (readonly [string, string])[], { width, theme }: Pane): string[] {
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
function flow(pieces: readonly Piece[], { width, theme }: Pane): string[] {
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
function tidied(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const follows = pieces[index + 1]?.text ?? "";
    const isAnswer = piece.kind !== "words" && /^[.,:;]/.test(follows);
    return isAnswer ? { ...piece, text: piece.text.replace(/\.\s*$/, "") } : piece;
  });
}
