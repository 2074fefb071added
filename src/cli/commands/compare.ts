import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { shellWord } from "../../file/message-text.js";
import { type Game, gameOf } from "../../file/northstar.js";
import { points } from "../../file/problem.js";
import { badCandidates, type Candidate, comparison } from "../../render/comparison.js";
import { markdownOf, pageOf } from "../../render/outline.js";
import { defaultTheme } from "../../render/theme.js";
import type { Judged } from "../../report/report.js";
import { exit, Failure } from "../host/exit.js";
import { attempt, openText } from "../host/read-file.js";
import { printMessage } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { deliverDocument, pageFormat } from "../host/write-document.js";
import {
  byCandidate,
  type CandidateFile,
  candidateKey,
  candidatesFolder,
  candidatesIn,
} from "./shared/candidate-files.js";
import { judgeText } from "./shared/judge-file.js";
import { type CommonOptions, day, oneOf, several } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";

interface Options extends CommonOptions {
  votes: string[];
  scores: string[];
  withBad?: true | string[];
  format?: "md" | "html";
  out?: string;
  force?: true;
  today?: string;
}

export function define(command: Command): void {
  command
    .argument("[paths...]", `files and folders with candidates; ${candidatesFolder}/ when left out`)
    .option(
      "--votes <candidate=number>",
      "how many votes a candidate got, as in ada=3; may be given often",
      several,
      [],
    )
    .option(
      "--scores <candidate.point=fingers>",
      "how many fingers, 1 to 5, people showed for a point, as in ada.value=4,2,5; may be given often",
      several,
      [],
    )
    .option(
      "--with-bad [file]",
      "put deliberately bad candidates beside them, to talk about: those of files with name and definition, or else two of ours; may be given often",
      (word: string, before?: true | string[]) => [...(Array.isArray(before) ? before : []), word],
    )
    .option("-f, --format <name>", "how to write it: md, html", oneOf("format", ["md", "html"]))
    .option(
      "-o, --out <file>",
      "write to a file instead of standard output; its ending decides on the format",
    )
    .option("--force", "replace a file that northstar did not make")
    .option("--today <day>", "judge as if it were this day, as YYYY-MM-DD", day("--today"));
}

/** Shows candidates for a North Star side by side. */
export async function run(world: World, operands: string[], options: Options): Promise<number> {
  const format = pageFormat(options.out, options.format);
  const named = options.withBad === true ? [] : (options.withBad ?? []);
  // A folder behind --with-bad holds the candidates.
  const folders = named.filter((name) => isFolder(world, name));
  const paths = [...operands, ...folders];
  const found = await candidatesIn(world, paths.length > 0 ? paths : [candidatesFolder], options.today);
  const judged = found.map((each) => each.judged);
  const game = commonGame(judged);
  const own = named
    .filter((name) => !folders.includes(name))
    .map((name) => ({ key: candidateKey(name), judged: judgeBad(world, name, game, options) }));
  const unreadable = [...judged, ...own.map((each) => each.judged)].filter(({ star }) => !star);
  if (unreadable.length > 0) return await showProblems(world, unreadable, options);
  if (found.length < 2 && !options.withBad)
    throw new Failure(
      `found ${found.length === 1 ? "only one candidate" : "no candidate"}; northstar candidate NAME writes another`,
    );
  const said = { votes: votesFor(found, options.votes), fingers: fingersFor(found, options.scores) };
  const candidates = found.flatMap(({ key, judged }) => candidateOf(judged, key, said));
  const bad = own.length > 0 ? own : options.withBad ? ourBad(world, game, options) : [];
  const parts = comparison([...candidates, ...bad.flatMap(({ key, judged }) => asBad(judged, key))]);
  const page = () => pageOf("North Star candidates", parts, defaultTheme);
  deliverDocument(world, format === "md" ? markdownOf(parts) : page(), options);
  if (candidates.length > 1) printMessage(world, nextStep(found, said.votes));
  return exit.done;
}

/** What follows: adopting the candidate that most people want, where the votes say which. */
function nextStep(found: readonly CandidateFile[], votes: ReadonlyMap<string, number>): string {
  const most = Math.max(...votes.values());
  const wanted = found.filter(({ key }) => votes.get(key) === most);
  const path = wanted[0] && wanted.length === 1 ? wanted[0].judged.path : `${candidatesFolder}/NAME.yaml`;
  return `next: northstar adopt ${shellWord(path)} makes one of them the North Star, and keeps why the others were left`;
}

function isFolder({ cwd }: World, name: string): boolean {
  const stats = attempt(() => statSync(resolve(cwd, name)));
  return "value" in stats && stats.value.isDirectory();
}

function votesFor(found: readonly CandidateFile[], words: readonly string[]): ReadonlyMap<string, number> {
  const none = "there is no candidate to vote for; northstar candidate NAME writes one";
  const said = byCandidate("--votes", words, found, () => (found.length === 0 ? none : undefined));
  return new Map(
    [...said].map(([key, number]) => {
      if (/^\d{1,6}$/.test(number)) return [key, Number(number)];
      throw new Failure(`--votes ${key}=${number}: votes are a whole number`);
    }),
  );
}

type Fingers = NonNullable<Candidate["fingers"]>;

/** The fingers that people showed, by candidate and point. */
function fingersFor(found: readonly CandidateFile[], words: readonly string[]): ReadonlyMap<string, Fingers> {
  const fingers = new Map<string, Fingers>();
  for (const word of words) {
    const [, who = "", said = "", shown = ""] = /^(.*)\.([^.=]*)=(.*)$/.exec(word) ?? [];
    if (!said) throw new Failure(`--scores is written as candidate.point=4,2,5, not '${word}'`);
    const [[key = ""] = []] = byCandidate("--scores", [`${who}=${shown}`], found);
    const point = oneOf("point", points)(said);
    if (!/^[1-5](?:, ?[1-5])*$/.test(shown))
      throw new Failure(
        `--scores ${word}: fingers are numbers from 1 to 5, one for each person, as in 4,2,5`,
      );
    if (fingers.get(key)?.[point]) throw new Failure(`--scores ${word}: ${key}.${point} is given twice`);
    fingers.set(key, { ...fingers.get(key), [point]: shown.split(",").map(Number) });
  }
  return fingers;
}

interface Said {
  votes: ReadonlyMap<string, number>;
  fingers: ReadonlyMap<string, Fingers>;
}

function candidateOf(judged: Judged, key: string, { votes, fingers }: Said): Candidate[] {
  const { star, points, problems, reading = null } = judged;
  if (!star) return [];
  const count = votes.size > 0 ? { votes: votes.get(key) ?? 0 } : {};
  const shown = fingers.get(key);
  return [
    { who: star.owner ?? key, star, points, problems, reading, ...count, ...(shown && { fingers: shown }) },
  ];
}

function asBad(judged: Judged, key: string): Candidate[] {
  const nothing: Said = { votes: new Map(), fingers: new Map() };
  return candidateOf(judged, key, nothing).map((each) => ({ ...each, bad: true }));
}

/** The game that most of the candidates play. */
function commonGame(judged: readonly Judged[]): Game {
  const games = judged.flatMap(({ star }) => (star && gameOf(star)) ?? []);
  const votes = (game: Game) => games.filter((each) => each === game).length;
  return games.toSorted((a, b) => votes(b) - votes(a))[0] ?? "productivity";
}

/** Bad candidates of ours, which play the game of the others. */
function ourBad(world: World, game: Game, { today }: Options): CandidateFile[] {
  return badCandidates(game).map(({ who, text }) => ({
    key: who,
    judged: judgeText(world, who, text, { today }),
  }));
}

/** A bad candidate of the team's: name and definition are enough. */
function judgeBad(world: World, name: string, game: Game, { today }: Options): Judged {
  const opened = openText(world, name);
  if ("problems" in opened) return opened;
  const has = (key: string) => new RegExp(`^${key}:`, "m").test(opened.text);
  const rest = [...(has("game") ? [] : [`game: ${game}`]), ...(has("inputs") ? [] : ["inputs: []"])];
  return judgeText(world, name, [opened.text.trimEnd(), ...rest, ""].join("\n"), { today });
}
