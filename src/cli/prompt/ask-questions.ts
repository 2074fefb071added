/** Asks one question after the other for what a command still needs. */

import { dayAhead } from "../../editing/days.js";
import { isRefusal } from "../../editing/plan.js";
import type { Question } from "../../editing/questions.js";
import { fieldAt } from "../../file/format-fields.js";
import { readDate } from "../../file/reformat.js";
import { answerFor } from "../../interview/assignments.js";
import type { Remark } from "../../interview/judge-answer.js";
import { commandKeys, commands, keyLines, type Pane, verdictLines } from "../../interview/screen.js";
import { read } from "../../reading/reading.js";
import { sentence } from "../../reading/sentence.js";
import { visible, wrap } from "../../report/terminal-text.js";
import type { World } from "../host/world.js";
import type { AnswerCheck, NamedAnswers } from "./answer-checks.js";
import { type Asker, askerFor, type Choice, type Reply } from "./inquirer.js";
import { paneOf } from "./pane.js";

export interface AskOptions {
  color?: boolean | undefined;
  judge?: AnswerCheck | undefined;
  /** Whether the rest of the questions, all of which are optional, can be left open at once. */
  canEnd?: boolean;
}

/**
 * Asks until `next` has no more questions, and gives what was said by their names; a question that was left open
 * says nothing (the empty text). Undefined when the person breaks it off.
 */
export async function askAll(
  world: World,
  next: (said: NamedAnswers) => Question | undefined,
  { color, judge = () => [], canEnd = false }: AskOptions,
): Promise<NamedAnswers | undefined> {
  const pane = paneOf(world, color);
  const asker = askerFor(world, pane.theme);
  const said = new Map<string, string>();
  // What was said to questions that were gone back from is offered again.
  const before = new Map<string, string>();
  const asked = new Map<string, Question>();
  for (let question = next(said); question; question = next(said)) {
    const { name, optional } = question;
    const given = before.get(name);
    const now: Question = given === undefined ? question : { ...question, start: given };
    asked.set(name, question);
    const finished = [...said].flatMap(([each, text]) => finishedLines(asked.get(each), text, pane));
    const around = { ...(said.size > 0 && { finished }), canEnd };
    const reply = await ask(asker, now, around, pane, (typed) => judge(now, typed, said));
    if ("said" in reply) {
      before.set(name, reply.said);
      said.set(name, reply.said);
    } else if (reply.left === "stop") return undefined;
    else if (reply.left === "next" && canEnd) return said;
    else if (reply.left === "back") said.delete([...said.keys()].at(-1) ?? "");
    else if (optional) said.set(name, "");
  }
  return said;
}

/** What was said to a question, as long as others are asked; nothing of one that was left open. */
function finishedLines(question: Question | undefined, text: string, { width, theme }: Pane): string[] {
  if (!question || text === "") return [];
  const lines = wrap(`${question.ask} ${visible(shownOf(question, text))}`, width - 2);
  return lines.map((line, index) => `${index ? " " : theme.met("✔")} ${line}`);
}

/** An answer as the person saw it. */
function shownOf({ choices = [], several }: Question, said: string): string {
  const nameOf = (each: string) => choices.find(({ value }) => value === each)?.name ?? each;
  return several ? said.split("\n").filter(Boolean).map(nameOf).join(", ") || "none" : nameOf(said);
}

type Judge = (typed: string) => readonly Remark[];

async function ask(
  asker: Asker,
  question: Question,
  { finished, canEnd }: { finished?: readonly string[]; canEnd: boolean },
  pane: Pane,
  judge: Judge,
): Promise<Reply<string>> {
  const { choices, optional, several } = question;
  const key = choices ? "<" : "< Enter";
  const back: [string, string][] = finished ? [[key, "back"]] : [];
  const ending: [string, string][] = [
    ...(canEnd ? [[`${commands.next} Enter`, "leaves the rest open"] as [string, string]] : []),
    ["Ctrl-C", "stops"],
  ];
  const keys = (own: [string, string][], typed = "") => {
    if (canEnd && typed === commands.next) return keyLines(endingKeys, pane);
    const command = finished && commandKeys(typed);
    return keyLines([...(command || [...own, ...back]), ...ending], pane);
  };
  const head = [...(finished ?? []), ...(finished?.length ? [""] : []), ...headOf(question, pane)];
  if (!choices) return await askText(asker, question, head, pane, judge, keys);
  const above = () => [...head, ""];
  const shown = choices.map(({ value, name }) => ({ value, name: indented(visible(name), pane.width) }));
  if (several) {
    const ticked = question.start?.split("\n") ?? [];
    const given = {
      above,
      choices: shown,
      ticked,
      keys: keys([
        ["space", "tick"],
        ["Enter", "goes on"],
      ]),
    };
    const reply = await asker.tick(given);
    return "said" in reply ? { said: reply.said.join("\n") } : { left: reply.left };
  }
  const open: Choice<string>[] = optional ? [{ value: "", name: "leave it open" }] : [];
  const reply = await asker.choose({
    above,
    choices: [...shown, ...open],
    ...(question.start !== undefined && { start: question.start }),
    keys: keys([["↑↓ Enter", "choose"]]),
  });
  return "said" in reply && reply.said === "" ? { left: "skip" } : reply;
}

/** The keys behind the command that ends the questions. */
const endingKeys: [string, string][] = [
  ["Enter", "leaves the rest open"],
  ["typing on", "makes it an answer"],
  ["Ctrl-C", "stops"],
];

/** Beside the mark of a choice. */
function indented(name: string, width: number): string {
  return wrap(name, width - 3).join("\n   ");
}

function headOf({ ask, hint }: Question, { theme, width }: Pane): string[] {
  return [...wrap(ask, width).map((line) => theme.bold(line)), ...(hint ? wrap(hint, width) : [])];
}

async function askText(
  asker: Asker,
  question: Question,
  head: readonly string[],
  pane: Pane,
  judge: Judge,
  keys: (own: [string, string][], typed?: string) => readonly string[],
): Promise<Reply<string>> {
  const { theme, width } = pane;
  const example = question.start === undefined ? fieldAt(question.path)?.example : undefined;
  return await asker.text({
    start: question.start ?? "",
    above: () => [
      ...head,
      ...(example ? wrap(`e.g. ${example}`, width).map((line) => theme.faint(line)) : []),
      "",
    ],
    below: (typed, given, offered) =>
      blocks([
        readingOf(question, typed, pane),
        given ? foundIn(typed) : [],
        keys(enter(typed, question.optional, given, offered), typed),
      ]),
    judge: (typed) => {
      if (whyRefused(typed, question) !== undefined) return "refused";
      return judge(typed).length > 0 ? "doubted" : "taken";
    },
  });

  function foundIn(typed: string): string[] {
    const refused = whyRefused(typed, question);
    return verdictLines(refused === undefined ? { remarks: judge(typed) } : { refused }, pane);
  }
}

/** Groups of lines with an empty line between them. */
function blocks(groups: readonly (readonly string[])[]): string[] {
  return groups
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index > 0 ? ["", ...lines] : lines));
}

/** How a definition reads while it is typed, so that a misunderstanding shows at once. */
function readingOf({ reads }: Question, typed: string, { width, theme }: Pane): string[] {
  if (reads === undefined || typed.trim() === "") return [];
  const text = sentence(read(reads, typed)) ?? "nothing that can be counted, so far";
  return wrap(`Reads as: ${text}`, width).map((line) => theme.note(line));
}

function enter(typed: string, optional = false, given: boolean, offered: boolean): [string, string][] {
  if (offered) {
    const keeps = given ? "again keeps it" : "keeps it";
    return [["Enter", keeps], ["←", "changes it"], ["typing", "replaces it"], ...open(optional)];
  }
  if (typed.trim() === "") return optional ? [["Enter", "leaves it open"]] : [];
  return [["Enter", "goes on"]];
}

/** With an answer in the line, Enter cannot leave the question open. */
function open(optional: boolean): [string, string][] {
  return optional ? [["Ctrl-U Enter", "leaves it open"]] : [];
}

/** Why a text cannot be the answer, if it cannot. */
function whyRefused(typed: string, { path, today }: Question): string | undefined {
  if (today) {
    const day = dayAhead(typed, today);
    return isRefusal(day) ? day.reason : undefined;
  }
  const answer = answerFor(typed, path);
  if (typeof answer === "object") return answer.reason;
  const isDay = fieldAt(path)?.kind === "form" && /^\d{4}-/.test(fieldAt(path)?.example ?? "");
  if (!isDay || /^\d{4}-\d\d-\d\d$/.test(typed)) return undefined;
  return `write the day as year, month and day: ${readDate(typed) ?? fieldAt(path)?.example}`;
}
