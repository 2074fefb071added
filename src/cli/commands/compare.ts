import type { Command } from "commander";
import { type Game, gameOf } from "../../file/northstar.js";
import { badCandidates, type Candidate, comparison } from "../../render/comparison.js";
import { markdownOf, pageOf } from "../../render/outline.js";
import { defaultTheme } from "../../render/theme.js";
import type { Judged } from "../../report/report.js";
import { exit, Failure } from "../host/exit.js";
import type { World } from "../host/world.js";
import { deliverDocument, pageFormat } from "../host/write-document.js";
import { byCandidate, type CandidateFile, candidatesFolder, candidatesIn } from "./shared/candidate-files.js";
import { judgeText } from "./shared/judge-file.js";
import { type CommonOptions, day, oneOf } from "./shared/options.js";
import { showProblems } from "./shared/show-problems.js";

interface Options extends CommonOptions {
  votes: string[];
  withBad?: true;
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
      (word: string, before: string[]) => [...before, word],
      [],
    )
    .option("--with-bad", "put two deliberately bad candidates beside them, to talk about")
    .option("-f, --format <name>", "how to write it: md, html", oneOf("format", ["md", "html"]))
    .option(
      "-o, --out <file>",
      "write to a file instead of standard output; its ending decides on the format",
    )
    .option("--force", "replace a file that northstar did not make")
    .option("--today <day>", "judge as if it were this day, as YYYY-MM-DD", day("--today"));
}

/** Shows candidates for a North Star side by side. */
export async function run(world: World, paths: string[], options: Options): Promise<number> {
  const format = pageFormat(options.out, options.format);
  const found = await candidatesIn(world, paths.length > 0 ? paths : [candidatesFolder], options.today);
  const unreadable = found.filter(({ judged }) => !judged.star);
  if (unreadable.length > 0)
    return await showProblems(
      world,
      unreadable.map(({ judged }) => judged),
      options,
    );
  if (found.length < 2 && !options.withBad)
    throw new Failure(
      `found ${found.length === 1 ? "only one candidate" : "no candidate"}; northstar candidate NAME writes another`,
    );
  const votes = votesFor(found, options.votes);
  const candidates = found.flatMap(({ key, judged }) => candidateOf(judged, key, votes));
  const bad = options.withBad ? badOnes(world, candidates, options) : [];
  const parts = comparison([...candidates, ...bad]);
  const page = () => pageOf("North Star candidates", parts, defaultTheme);
  deliverDocument(world, format === "md" ? markdownOf(parts) : page(), options);
  return exit.done;
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

function candidateOf(judged: Judged, key: string, votes: ReadonlyMap<string, number>): Candidate[] {
  const { star, points, problems, reading = null } = judged;
  if (!star) return [];
  const count = votes.size > 0 ? { votes: votes.get(key) ?? 0 } : {};
  return [{ who: star.owner ?? key, star, points, problems, reading, ...count }];
}

/** They play the game that most of the candidates play. */
function badOnes(world: World, candidates: readonly Candidate[], { today }: Options): Candidate[] {
  const games = candidates.flatMap(({ star }) => gameOf(star) ?? []);
  const votes = (game: Game) => games.filter((each) => each === game).length;
  const [game = "productivity"] = games.toSorted((a, b) => votes(b) - votes(a));
  return badCandidates(game).flatMap(({ who, text }) =>
    candidateOf(judgeText(world, who, text, { today }), who, new Map()).map((each) => ({
      ...each,
      bad: true as const,
    })),
  );
}
