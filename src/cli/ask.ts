/** Asking for what a command still needs to know, one question after the other. */

import type { Question } from "../editing/questions.js";
import { fieldAt } from "../file/field.js";
import type { Path } from "../file/problem.js";
import { readDate } from "../file/reformat.js";
import { keyLines, type Pane } from "../interview/screen.js";
import { answerFor } from "../interview/set.js";
import { visible, wrap } from "../report/text.js";
import { paneOf } from "./pane.js";
import { type Asker, askerFor, type Reply } from "./prompt.js";
import type { World } from "./world.js";

/**
 * Asks until `next` has no more questions, and gives what was said by their names; a question that was left open
 * says nothing (the empty text). Undefined when the person breaks it off.
 */
export async function askAll(
  world: World,
  next: (said: ReadonlyMap<string, string>) => Question | undefined,
  color?: boolean,
): Promise<ReadonlyMap<string, string> | undefined> {
  const pane = paneOf(world, color);
  const asker = askerFor(world, pane.theme);
  const said = new Map<string, string>();
  for (let question = next(said); question; question = next(said)) {
    const reply = await ask(asker, question, said.size > 0, pane);
    if ("said" in reply) {
      said.set(question.name, reply.said);
      const named = question.choices?.find(({ value }) => value === reply.said)?.name ?? reply.said;
      const lines = wrap(`${question.ask} ${visible(named)}`, pane.width - 2);
      world.stderr.write(
        lines.map((line, index) => `${index ? " " : pane.theme.met("✔")} ${line}\n`).join(""),
      );
    } else if (reply.left === "stop") return undefined;
    else if (reply.left === "back") said.delete([...said.keys()].at(-1) ?? "");
    else if (question.optional && reply.left !== "more") said.set(question.name, "");
  }
  return said;
}

async function ask(
  asker: Asker,
  { ask, path, choices, optional }: Question,
  hasBefore: boolean,
  pane: Pane,
): Promise<Reply<string>> {
  const { theme, width } = pane;
  const back: [string, string][] = hasBefore ? [["<", "back"]] : [];
  const ending: [string, string] = ["Ctrl-C", "stops"];
  const head = wrap(ask, width).map((line) => theme.bold(line));
  if (choices) {
    const open = optional ? [{ value: "", name: "leave it open" }] : [];
    const reply = await asker.choose({
      above: [...head, ""],
      choices: [...choices.map(({ value, name }) => ({ value, name: visible(name) })), ...open],
      keys: keyLines([["↑↓ Enter", "choose"], ...back, ending], pane),
    });
    return "said" in reply && reply.said === "" ? { left: "skip" } : reply;
  }
  const example = fieldAt(path)?.example;
  return await asker.text({
    start: "",
    above: () => [
      ...head,
      ...(example ? wrap(`e.g. ${example}`, width).map((line) => theme.faint(line)) : []),
      "",
    ],
    below: (typed, given) => [
      ...(given ? wrap(faultIn(typed, path) ?? "", width).map((line) => theme.error(line)) : []),
      ...keyLines([...enter(typed, optional), ...back, ending], pane),
    ],
    judge: (typed) => (faultIn(typed, path) === undefined ? "taken" : "refused"),
  });
}

function enter(typed: string, optional = false): [string, string][] {
  if (typed.trim() === "" && !optional) return [];
  return [["Enter", typed.trim() ? "goes on" : "leaves it open"]];
}

/** Why a text cannot be the answer, if it cannot. */
function faultIn(typed: string, path: Path): string | undefined {
  const answer = answerFor(typed, path);
  if (typeof answer === "object") return answer.fault;
  const isDay = fieldAt(path)?.kind === "form" && /^\d{4}-/.test(fieldAt(path)?.example ?? "");
  if (!isDay || /^\d{4}-\d\d-\d\d$/.test(typed)) return undefined;
  return `write the day as year, month and day: ${readDate(typed) ?? fieldAt(path)?.example}`;
}
