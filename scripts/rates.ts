/** What the rule of `northstar evidence` says of drawn series, counted. */
import { leadOf } from "../src/evidence/lead.js";
import { type Pairing, pairingOf } from "../src/evidence/pairing.js";
import { type Tested, verdictsOf, type Word } from "../src/evidence/verdict.js";
import {
  type Chance,
  chanceFrom,
  linked,
  outOfReach,
  star,
  unlinked,
  type World,
  weekly,
} from "./unlinked-series.js";

const groups = { unlinked, linked, "out-of-reach": outOfReach };

/** One cell of a table: plain data, so that a thread can be asked for it. */
export interface Cell {
  group: keyof typeof groups | "star";
  row: number;
  weeks: number;
}

/** What was said in a cell, as shares of all pairs. */
export interface Rates extends Cell {
  shares: Record<Word, number>;
}

const lengths = [26, 52, 104, 156] as const;

export const cells: readonly Cell[] = [
  ...Object.entries(groups).flatMap(([group, worlds]) =>
    worlds.flatMap((_, row) => lengths.map((weeks) => ({ group: group as Cell["group"], row, weeks }))),
  ),
  ...lengths.map((weeks) => ({ group: "star" as const, row: 0, weeks })),
];

/** What is said of so many pairs; the same at every call. */
export function ratesOf(cell: Cell, pairs: number): Rates {
  const chance = chanceFrom(1 + cell.weeks * 1000 + cell.row * 17 + cell.group.length);
  const shares = { supported: 0, inconclusive: 0, contradicted: 0, "too short": 0 };
  for (let drawn = 0; drawn < pairs; drawn++) shares[wordOf(cell, chance)] += 1 / pairs;
  return { ...cell, shares };
}

function wordOf({ group, row, weeks }: Cell, chance: Chance): Word {
  if (group === "star")
    return loudestOf(
      verdictsOf(star(chance, weeks).map((pair) => testedOf(pair, {}))).map(({ word }) => word),
    );
  const world = groups[group][row];
  if (!world) throw new Error(`no row ${row} in ${group}`);
  const [verdict] = verdictsOf([testedOf(world.draw(chance, weeks), world)]);
  return verdict?.word ?? "inconclusive";
}

/** What one would remember of several words. */
function loudestOf(words: readonly Word[]): Word {
  const order = ["supported", "contradicted", "inconclusive", "too short"] as const;
  return order.find((word) => words.includes(word)) ?? "inconclusive";
}

function testedOf(
  [x, y]: readonly [number[], number[]],
  { window, lag = 3, sign = 1, isChosenLate = false }: Partial<World>,
): Tested {
  const pairing = pairingOf(weekly(x, window), weekly(y, window));
  if (!pairing) throw new Error("weeks do not fit into weeks");
  const periods = lag === "picked" ? bestLag(pairing) : Math.max(1, Math.round(lag / pairing.stride));
  return { lead: leadOf(pairing, periods), sign, isChosenLate };
}

/** What somebody picks who has seen all lags, and wants both to move the same way. */
function bestLag(pairing: Pairing): number {
  const { lags } = leadOf(pairing, 1);
  return lags.filter(({ lag }) => lag > 0).reduce((best, each) => (each.r > best.r ? each : best)).lag;
}

/** The tables of docs/evidence.md, by the names of their marks. */
export function tables(rates: readonly Rates[], pairs: number): Record<string, string> {
  const table = (title: string, rows: readonly (readonly [string, Cell["group"], number])[]) =>
    [
      `| ${title} | ${lengths.map((weeks) => `${weeks} weeks`).join(" | ")} |`,
      `| --- | ${lengths.map(() => "--:").join(" | ")} |`,
      ...rows.map(([what, group, row]) => {
        const of = (weeks: number) =>
          shown(rates.find((each) => each.group === group && each.row === row && each.weeks === weeks));
        return `| ${what} | ${lengths.map(of).join(" | ")} |`;
      }),
    ].join("\n");
  const rowsOf = (group: keyof typeof groups) =>
    groups[group].map(({ what }, row) => [what, group, row] as const);
  const count = `${pairs.toLocaleString("en")} pairs each`;
  return {
    "false-alarms": table(`no link (${count})`, [
      ...rowsOf("unlinked"),
      ["seven bets of one North Star, none linked: any of them", "star", 0],
    ]),
    power: table(`a link (${count})`, rowsOf("linked")),
    "out-of-reach": table(`out of reach (${count})`, rowsOf("out-of-reach")),
  };
}

/** "2.1 % (3.4 %)": supported, and contradicted. */
function shown(rates: Rates | undefined): string {
  if (!rates) return "";
  const { shares } = rates;
  if (shares["too short"] > 0.999) return "too short";
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return `${percent(shares.supported)} (${percent(shares.contradicted)})`;
}
