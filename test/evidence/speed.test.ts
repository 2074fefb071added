/** All bets of a North Star with five Inputs and two results take less than it takes to start Node twice and a half. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { chanceFrom, star, weekly } from "../../scripts/unlinked-series.js";
import { evidenceOfStar } from "../../src/evidence/star-evidence.js";
import type { Bet, Northstar } from "../../src/file/northstar.js";

const ids = ["a", "b", "c", "d", "e"];
const bet = (level: 0 | 1, target: string): Bet =>
  JSON.parse(
    `{"level":${level},"for":"${target}","if":"more","then":"more","expect":{"direction":"up","after":"3 weeks"}}`,
  );

test("seven bets on three years of weeks", () => {
  const pairs = star(chanceFrom(1), 156);
  const values = [pairs[0]?.[1], ...pairs.map(([x, y], at) => (at < ids.length ? x : y))];
  const series = new Map(
    ["metric", ...ids, "r", "s"].map((id, at) => [id, weekly(values[at] ?? []).series] as const),
  );
  const file: Northstar = {
    name: "Dinners",
    definition: "Dinners that are cooked in a week.",
    game: "productivity",
    inputs: ids.map((id) => ({ id, name: `Input ${id}`, definition: "Something." })),
    results: ["r", "s"].map((id) => ({ id, name: `Result ${id}` })),
    bets: [...ids.map((id) => bet(1, id)), bet(0, "r"), bet(0, "s")],
  };
  const ownBefore = process.cpuUsage();
  const evidence = evidenceOfStar(file, series, new Map());
  const own = process.cpuUsage(ownBefore);
  expect(evidence.checks).toBe(7);
  expect(evidence.inputs).toHaveLength(5);
  const bare = spawnSync(process.execPath, [
    "-e",
    "const { user, system } = process.cpuUsage(); console.log(user + system)",
  ]);
  expect(own.user + own.system).toBeLessThan(2.5 * Number(bare.stdout));
});
