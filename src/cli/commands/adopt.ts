import { dirname, resolve } from "node:path";
import type { Command } from "commander";
import type { Change } from "../../file/change.js";
import { edited } from "../../file/edit.js";
import { readSource } from "../../file/source.js";
import { keyLines, type Pane } from "../../interview/screen.js";
import { answerFor } from "../../interview/set.js";
import { hasBlank } from "../../reading/blank.js";
import { formats } from "../../report/formats.js";
import { type Judged, scoreOf } from "../../report/report.js";
import { wrap } from "../../report/text.js";
import { byCandidate, candidatesIn, type Found, keyOf } from "../candidates.js";
import { configsOf } from "../config.js";
import { exit, Failure } from "../exit.js";
import { type CommonOptions, day } from "../options.js";
import { isTerminal, paneOf } from "../pane.js";
import { isThere, judgeText } from "../read.js";
import { lookOf, say } from "../terminal.js";
import type { World } from "../world.js";
import { writeWhole } from "../write.js";

interface Options extends CommonOptions {
  reason: string[];
  to: string;
  yes?: true;
  force?: true;
  today?: string;
}

export function define(command: Command): void {
  command
    .argument("<file>", "the candidate that is adopted")
    .option(
      "--reason <candidate=text>",
      "why another candidate of the same folder was left, as in ben=…; may be given often",
      (word: string, before: string[]) => [...before, word],
      [],
    )
    .option("--to <file>", "the file to write", "northstar.yaml")
    .option("--yes", "ask nothing; candidates without a reason are kept without one")
    .option("--force", "adopt a candidate with errors, and replace the file if there is one")
    .option("--today <day>", "adopt as if it were this day, as YYYY-MM-DD", day("--today"));
}

/** Turns a candidate into the North Star. The others of its folder stay in its history, with why they were left. */
export async function run(world: World, [file = ""]: string[], options: Options): Promise<number> {
  const { to, force, today = world.today() } = options;
  if (!force && isThere(resolve(world.cwd, to)))
    throw new Failure(`${to} exists already; name another file with --to, or replace it with --force`);
  const [chosen] = await candidatesIn(world, [file], today);
  const around = await candidatesIn(world, [dirname(file)], today);
  if (!chosen) throw new Failure(`cannot read ${file}: it is a folder without candidates`);
  const others = around.filter(({ key, judged }) => key !== keyOf(file) && isCandidate(judged));
  const unreadable = [chosen, ...others].map(({ judged }) => judged).filter(({ star }) => !star);
  if (unreadable.length > 0) return await problems(world, unreadable, options);

  const left = others.filter(({ judged }) => !hasBlank(judged.star?.name ?? ""));
  const reasons = await reasonsFor(world, left, options);
  if (!reasons) {
    say(world, "stopped; nothing was written");
    return exit.stopped;
  }
  const text = adopted(chosen.judged, left, reasons, today);
  const { judging } = await configsOf(world, {}).settingsFor(to);
  const judged = judgeText(world, to, text, { ...judging, today });
  const isBroken = judged.problems.some(({ severity }) => severity === "error");
  if (!judged.star || (isBroken && !force)) {
    const code = await problems(world, [judged], options);
    say(world, `${to} was not written; mend ${file} first, or adopt it as it is with --force`);
    return code;
  }
  const written = writeWhole(world, to, text, () => force === true, { force: force === true });
  if (typeof written === "object") throw new Failure(written.refused);
  say(world, written === "written" ? `wrote ${to}` : `${to} was up to date`);
  if (left.length > 0)
    say(world, `its history keeps why ${left.map(({ key }) => key).join(" and ")} gave way`);
  world.stdout.write(`${scoreOf(judged.points)}\n`);
  say(world, `next: ${nextStep(to, judged)}`);
  return exit.done;
}

function nextStep(file: string, { points }: Judged): string {
  if (points.some(({ state }) => state !== "met"))
    return `northstar lint ${file} says what is still open, and northstar render ${file} draws the one-pager`;
  return `northstar render ${file} draws the one-pager to show to your team`;
}

/** Other files may lie in the folder as well. */
function isCandidate({ star, text }: Judged): boolean {
  return star ? star.status === "candidate" : /^status: *candidate\b/m.test(text);
}

async function problems(world: World, files: readonly Judged[], { color }: Options): Promise<number> {
  const report = await formats.pretty();
  world.stdout.write(report({ files }, lookOf(world, color)));
  return exit.problems;
}

/** The candidate's file as the North Star's. */
function adopted(
  chosen: Judged,
  left: readonly Found[],
  reasons: ReadonlyMap<string, string>,
  today: string,
): string {
  const source = readSource(chosen.text);
  if (Array.isArray(source)) throw new Failure(`cannot read ${chosen.path}`);
  const history = left.flatMap(({ key, judged: { star } }): Change[] => {
    if (!star) return [];
    const reason = reasons.get(key);
    const definition = hasBlank(star.definition) ? {} : { definition: star.definition };
    const value = { date: today, name: star.name, ...definition, ...(reason && { reason }) };
    return [{ append: ["history"], value }];
  });
  return edited(source, [{ set: ["status"], to: "adopted" }, ...history]).source.text;
}

/** Why each of the others was left: said in options, or asked for; undefined when the person breaks it off. */
async function reasonsFor(
  world: World,
  left: readonly Found[],
  options: Options,
): Promise<Map<string, string> | undefined> {
  const reasons = byCandidate(
    "--reason",
    options.reason,
    left.map(({ key }) => key),
  );
  for (const [key, reason] of reasons) {
    const value = answerFor(reason, ["history", 0, "reason"]);
    if (typeof value === "object") throw new Failure(`--reason ${key}: ${value.fault}`);
  }
  const missing = left.filter(({ key }) => !reasons.has(key));
  if (missing.length === 0 || options.yes) return reasons;
  if (!isTerminal(world)) {
    const flags = missing.map(({ key }) => `--reason ${key}="…"`).join(" ");
    throw new Failure(
      `say why the others were left, it is worth keeping: add ${flags}, or --yes to keep no reason`,
    );
  }
  const { askerFor } = await import("../prompt.js");
  const pane = paneOf(world, options.color);
  const asker = askerFor(world, pane.theme);
  for (const { key, judged } of missing) {
    const reply = await asker.text(questionFor(judged, pane));
    if ("said" in reply) reasons.set(key, reply.said);
    else if (reply.left === "stop") return undefined;
  }
  return reasons;
}

function questionFor({ star }: Judged, pane: Pane): Parameters<import("../prompt.js").Asker["text"]>[0] {
  const { theme, width } = pane;
  const fault = (typed: string) => {
    const value = answerFor(typed, ["history", 0, "reason"]);
    return typeof value === "object" ? value.fault : "";
  };
  return {
    start: "",
    above: () => [
      ...wrap(`${star?.owner ? `${star.owner}: ` : ""}${star?.name}`, width).map((line) => theme.bold(line)),
      ...wrap(star?.definition ?? "", width),
      "",
      theme.bold("Why was it left?"),
      ...wrap("e.g. We cannot move it: it follows the weather.", width).map((line) => theme.faint(line)),
      "",
    ],
    below: (typed, given) => [
      ...(given && fault(typed) ? [theme.error(fault(typed)), ""] : []),
      ...keyLines(
        [
          ["Enter", typed.trim() ? "goes on" : "keeps it without a reason"],
          ["Ctrl-C", "stops"],
        ],
        pane,
      ),
    ],
    judge: (typed) => (fault(typed) ? "refused" : "taken"),
  };
}
