/** Who has what: each thing once, nothing of closed bets, and no text that steers a terminal or a page. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Bet, Northstar } from "../../src/file/northstar.js";
import { isOpen } from "../../src/file/northstar.js";
import { ownersJson, ownersMarkdown, ownersPage } from "../../src/report/owners.js";
import { ownersIn } from "../../src/work/owners.js";
import { folderWith } from "../support/folder.js";
import { northstar as anyNorthstar } from "../support/northstar.js";
import { northstar } from "../support/world.js";

const isValid = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync("schemas/owners.schema.json", "utf8")),
);

const star = (bets: Bet[], owners: (string | undefined)[] = ["A team", "B team"]): Northstar => ({
  name: "Dinners",
  definition: "The number of dinners per week.",
  game: "productivity",
  inputs: owners.map((owner, index) => ({
    id: `input-${index}`,
    name: `Input ${index}`,
    definition: "The number of plans.",
    ...(owner !== undefined && { owner }),
  })),
  bets,
});
const bet = (level: 0 | 1 | 2 | 3, target: string, more: Partial<Bet> = {}): Bet => ({
  level,
  for: target,
  if: "we do",
  ["then" as const]: "it is",
  ...more,
});

/** `owner: kind kind`, for each owner. */
const inShort = (value: Northstar) =>
  ownersIn(value, "2026-11-02").map(
    ({ owner, things }) => `${owner}: ${things.map(({ kind }) => kind).join(" ")}`,
  );

test.each([
  [
    "a bet is with whoever has its Input",
    [bet(2, "input-1")],
    ["A team: Input", "B team: Input opportunity", "null: metric"],
  ],
  [
    "an intervention is with whoever has the opportunity",
    [bet(2, "input-1", { id: "x", owner: "Bo" }), bet(3, "x")],
    ["A team: Input", "B team: Input", "Bo: opportunity intervention", "null: metric"],
  ],
  [
    "its own owner comes first",
    [bet(1, "input-0", { owner: "Bo" })],
    ["A team: Input", "B team: Input", "Bo: Input bet", "null: metric"],
  ],
  [
    "a North Star bet is nobody's but its owner's",
    [bet(0, "input-0")],
    ["A team: Input", "B team: Input", "null: metric North Star bet"],
  ],
  [
    "a closed bet is nobody's any more",
    [bet(2, "input-0", { stage: "closed" })],
    ["A team: Input", "B team: Input", "null: metric"],
  ],
  [
    "a blank is no owner",
    [bet(2, "nothing", { owner: "____" })],
    ["A team: Input", "B team: Input", "null: metric opportunity"],
  ],
])("%s", (_, bets, expected) => {
  expect(inShort(star(bets))).toEqual(expected);
});

test("case and spaces make no other owner, a slash in a handle does", () => {
  expect(inShort(star([], ["The A-Team", " the a team ", "@org/a", "@ORG/A", "@org-a"]))).toEqual([
    "The A-Team: Input Input",
    "@org/a: Input Input",
    "@org-a: Input",
    "null: metric",
  ]);
});

test("a day that has come is due, and one that no calendar has is not", () => {
  const days = ["2026-11-02", "2026-11-03", "2026-02-30"];
  const [share] = ownersIn(star(days.map((review) => bet(2, "input-0", { review }))), "2026-11-02");
  expect(share?.things.slice(1).map(({ isDue }) => isDue)).toEqual([true, false, false]);
});

test("of any North Star everything stands in one place, and the JSON is as its schema says", () => {
  fc.assert(
    fc.property(anyNorthstar, (value) => {
      const shares = ownersIn(value, "2026-11-02");
      const { inputs, bets = [], guardrails = [] } = value;
      const paths = shares.flatMap(({ things }) => things.map(({ path }) => path.join(".")));
      expect(new Set(paths).size).toBe(paths.length);
      expect(paths.length).toBe(1 + inputs.length + bets.filter(isOpen).length + guardrails.length);
      const json = JSON.parse(ownersJson({ path: "northstar.yaml", name: value.name, shares }));
      expect(isValid(json), JSON.stringify(isValid.errors)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("a hostile owner steers neither a terminal nor a page", () => {
  const owner = "\u001B]0;owned\u0007 | [x](javascript:alert(1)) <img src=x> @everyone";
  const shares = ownersIn(star([bet(2, "input-0", { if: owner })], [owner]), "2026-11-02");
  const found = { path: "northstar.yaml", name: owner, shares };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  expect(ownersPage(found, { color: false, width: 80 })).not.toMatch(/[\u0007\u001B]/);
  expect(ownersMarkdown(found)).not.toMatch(/[^\\]\| \[x|<img|[^\\]\]\(javascript|@everyone/);
  expect(ownersJson(found)).not.toContain("\u001B");
});

test("what a bet above changes is quoted, and the name of an Input is not", () => {
  const below = bet(3, "lists", { stage: "review" });
  const shares = ownersIn(
    star([bet(2, "input-0", { id: "lists", if: "lists fit", owner: "Ana" }), below]),
    "2026-11-02",
  );
  const found = { path: "northstar.yaml", name: "N", shares };
  expect(ownersPage(found, { color: false, width: 80 })).toContain("in review, through “lists fit”");
  expect(ownersMarkdown(found)).toContain("in review | “lists fit” |");
  expect(ownersJson(found)).toContain('"through": "lists fit"');
});

test("the command tells it in three ways, and judges nothing", async () => {
  const cwd = folderWith({
    "northstar.yaml": JSON.stringify(star([bet(2, "input-0", { review: "2026-10-01" })])),
  });
  const text = await northstar(["owners"], { cwd });
  expect(text).toMatchObject({ code: 0, stderr: "" });
  expect(text.stdout).toContain("due since 2026-10-01, through Input 0");
  expect((await northstar(["owners", "--today", "2026-09-30"], { cwd })).stdout).toContain(
    "due on 2026-10-01",
  );
  expect((await northstar(["owners", "-f", "markdown"], { cwd })).stdout).toContain("## A team\n\n| what |");
  expect(JSON.parse((await northstar(["owners", "-f", "json"], { cwd })).stdout).owners).toHaveLength(3);
});
