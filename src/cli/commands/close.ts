import type { Command } from "commander";
import { betChoices, betNames, betsIn, closeBet, isOpenBet } from "../../editing/bets.js";
import { type Entity, labelOf } from "../../editing/entities.js";
import { isRefusal } from "../../editing/plan.js";
import type { Question } from "../../editing/questions.js";
import { answerFor } from "../../interview/assignments.js";
import { Failure } from "../host/exit.js";
import type { World } from "../host/world.js";
import { isTerminal, whyNotAsked } from "../prompt/pane.js";
import { betArgument, betNamed } from "./shared/bets.js";
import { carryOut, type EditOptions, editFlags, openFile } from "./shared/edit-file.js";
import { day, oneOf } from "./shared/options.js";
import { stopped } from "./shared/stopped.js";

interface Options extends EditOptions {
  verdict?: string;
  learned?: string;
  date?: string;
}

const verdicts = ["won", "lost", "unclear"] as const;

/** The name of a bet, which shells cannot complete. */
export const operands = "anything";

export function define(command: Command): void {
  command
    .argument("[bet]", betArgument)
    .option("--verdict <name>", `how it went: ${verdicts.join(", ")}`, oneOf("verdict", verdicts))
    .option("--learned <text>", "what the team learned, in a sentence")
    .option(
      "--date <day>",
      "the day on which it was called, as YYYY-MM-DD; today when left out",
      day("--date"),
    );
  for (const [flags, description, value] of editFlags) command.option(flags, description, value);
}

/** Closes a bet with what it taught. */
export async function run(world: World, [words]: string[], options: Options): Promise<number> {
  const opened = await openFile(world, options);
  const bets = betsIn(opened.document.value);
  const known = { bet: words, verdict: options.verdict, learned: options.learned };
  const said = await completed(world, bets, known, options);
  if (!said) return stopped(world);
  const bet = betNamed(said.bet, bets);
  const learned = answerFor(said.learned, ["bets", 0, "outcome", "learned"]);
  if (isRefusal(learned)) throw new Failure(`--learned: ${learned.reason}`);
  const label = labelOf(bet, "bets");
  if (bet.value.outcome !== undefined && !options.force)
    throw new Failure(`${label} has an outcome already; replace it with --force`);
  const { verdict } = said;
  const date = options.date ?? world.today();
  const changes = closeBet(bet, { date, verdict, learned: String(learned) });
  return carryOut(world, opened, changes, { done: `closed ${label} as ${verdict} in` }, options);
}

interface Said {
  bet: string;
  verdict: string;
  learned: string;
}

type Known = { [key in keyof Said]: string | undefined };

/** All that is needed, given or asked for; undefined when the person breaks it off. */
async function completed(
  world: World,
  bets: readonly Entity[],
  known: Known,
  { color }: Options,
): Promise<Said | undefined> {
  const open = bets.filter(isOpenBet);
  const missing = questions(open).filter(({ name }) => known[name as keyof Said] === undefined);
  const { bet = "", verdict = "", learned = "" } = known;
  if (missing.length === 0) return { bet, verdict, learned };
  if (open.length === 0 && known.bet === undefined) throw new Failure("there is no open bet in the file");
  if (!isTerminal(world)) throw new Failure(missingWords(known, open, whyNotAsked(world)));
  const { askAll } = await import("../prompt/ask-questions.js");
  const said = await askAll(world, (before) => missing.find(({ name }) => !before.has(name)), { color });
  if (!said) return undefined;
  const answer = (name: keyof Said) => known[name] ?? said.get(name) ?? "";
  return { bet: answer("bet"), verdict: answer("verdict"), learned: answer("learned") };
}

function questions(open: readonly Entity[]): Question[] {
  return [
    {
      name: "bet",
      ask: "Which bet do you close?",
      path: ["bets"],
      choices: betChoices(open),
    },
    {
      name: "verdict",
      ask: "How did it go? A lost bet is a normal, good thing.",
      path: ["bets", 0, "outcome", "verdict"],
      choices: verdicts.map((verdict) => ({ value: verdict, name: verdict })),
    },
    {
      name: "learned",
      ask: "What do you know now that you did not know when you made this bet?",
      path: ["bets", 0, "outcome", "learned"],
    },
  ];
}

function missingWords({ bet, verdict, learned }: Known, open: readonly Entity[], why: string): string {
  const flags = [
    ...(verdict === undefined ? [`--verdict ${verdicts.join("|")}`] : []),
    ...(learned === undefined ? ['--learned "…"'] : []),
  ];
  if (bet !== undefined) return `${why}: add ${flags.join(" ")}`;
  return `say which bet: ${betNames(open)}${flags.length > 0 ? `; and add ${flags.join(" ")}` : ""}`;
}
