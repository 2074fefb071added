/** CODEOWNERS in both syntaxes, and owners that are held against it: through lint, its cache, its threads and the editor. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerRequest } from "../../src/cli/host/lint-worker.js";
import {
  codeOwnersIn,
  codeOwnersPlaces,
  handleMeant,
  handlesIn,
  mayHaveHandle,
} from "../../src/work/code-owners.js";
import { folderWith } from "../support/folder.js";
import { git } from "../support/git.js";
import { northstar } from "../support/world.js";

test.each<[string, string, string[]]>([
  [
    "people, teams and mail",
    "* @ada @acme/web\n/docs/ bo@acme.example\n",
    ["@ada", "@acme/web", "bo@acme.example"],
  ],
  ["each once, whatever its case", "* @Acme/Web\na @acme/web", ["@Acme/Web"]],
  ["no path", "/packages/@acme/ui/ @acme/ui\n@scope/x @ada\n", ["@acme/ui", "@ada"]],
  ["a path with spaces", "docs/my\\ plans/ @ada\n", ["@ada"]],
  ["no comment", "# @nobody\n* @ada # @bo\n  # @cy\n", ["@ada"]],
  ["a path without an owner", "* @ada\n/docs/\n", ["@ada"]],
  [
    "a section with owners of its own",
    "[Docs team] @acme/docs @bo\ndocs/\n^[Optional][2] @cy\n",
    ["@acme/docs", "@bo", "@cy"],
  ],
  ["a section without", "[Docs]\ndocs/ @ada\n", ["@ada"]],
  ["groups below groups", "* @acme/apps/web.team_1\n", ["@acme/apps/web.team_1"]],
  ["no role of GitLab", "* @@developers @ada\n", ["@ada"]],
  ["line ends of Windows and a mark", "\uFEFF* @ada\r\n/a @bo\r\n", ["@ada", "@bo"]],
  ["nothing", "", []],
])("a CODEOWNERS names %s", (_, text, expected) => {
  expect(codeOwnersIn(text)).toEqual(expected);
});

test("any text is read, a long one in time", () => {
  fc.assert(fc.property(fc.string(), (text) => void [codeOwnersIn(text), handlesIn(text)]));
  const long = `${"\\".repeat(200_000)} ${"@a/".repeat(200_000)} [${"x".repeat(200_000)}`;
  const started = performance.now();
  codeOwnersIn(`${long}\n[${long}`);
  handlesIn(long);
  expect(performance.now() - started).toBeLessThan(5000);
});

test.each<[string, string[]]>([
  ["@acme/web", ["team @acme/web 0"]],
  ["Ada (@ada), @acme/web", ["user @ada 5", "team @acme/web 12"]],
  ["ada@acme.example", ["mail ada@acme.example 0"]],
  ["Planning team", []],
  ["@ the desk", []],
  ["meet us @5pm!", []],
  ["@@developers", []],
])("%s has handles", (owner, expected) => {
  expect(handlesIn(owner).map(({ kind, word, span }) => `${kind} ${word} ${span[0]}`)).toEqual(expected);
});

test.each<[string, string[], string | null]>([
  ["@acme/planing", ["@acme/pay", "@acme/planning"], "@acme/planning"],
  ["@amce/planning", ["@acme/planning"], "@acme/planning"],
  ["@acme/kitchn", ["@acme/plan", "@acme/shop"], null],
  ["@acme/team-web", ["@acme/team-ios", "@acme/team-app"], null],
  ["@acme/apps/wbe", ["@acme/web", "@acme/apps/web"], "@acme/apps/web"],
  ["ada@acme.example", ["bo@acme.example", "cy@acme.example"], null],
  ["adaa@acme.example", ["bo@acme.example", "ada@acme.example"], "ada@acme.example"],
  ["@adaa", ["@acme/adaa", "@ada"], "@ada"],
])("who was meant by %s among %j", (word, owners, meant) => {
  expect(handleMeant(word, owners)).toBe(meant);
});

const star = (owner: string, more = "") => `name: Planned Dinners Cooked
definition: The number of dinners per week that households cook from their plan.
game: productivity
inputs:
  - name: Planning households
    definition: Number of households that plan three or more dinners in the week.
    owner: ${JSON.stringify(owner)}
${more}`;

/** What is found of owners in a repository with these files. */
async function found(files: Record<string, string>, ...args: string[]): Promise<string[]> {
  const cwd = folderWith(files);
  return foundIn(cwd, ...args);
}

async function foundIn(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await northstar(["lint", "-f", "json", ...args], { cwd });
  const { files } = JSON.parse(stdout) as { files: { problems: { rule: string; message: string }[] }[] };
  return files.flatMap(({ problems }) =>
    problems.filter(({ rule }) => rule === "unknown-owner").map(({ message }) => message),
  );
}

describe("lint", () => {
  test.each(codeOwnersPlaces)("looks into %s", async (place) => {
    expect(await found({ [place]: "* @acme/web\n", "northstar.yaml": star("@acme/wbe") })).toEqual([
      `\`@acme/wbe\` is not in ${place}; did you mean \`@acme/web\`?`,
    ]);
  });

  test.each<[string, string, string | undefined]>([
    ["no CODEOWNERS is there", "@acme/wbe", undefined],
    ["the owner is there", "@acme/web", "* @Acme/Web\n"],
    ["the owner has no @", "Planning team", "* @acme/web\n"],
    ["it has no names of that kind", "@ada", "* @acme/web\n"],
    ["it has no mail addresses", "ada@acme.example", "* @ada\n"],
    ["it is empty", "@acme/web", "# nobody yet\n"],
  ])("is silent where %s", async (_, owner, text) => {
    expect(
      await found({ "northstar.yaml": star(owner), ...(text !== undefined && { CODEOWNERS: text }) }),
    ).toEqual([]);
  });

  test("looks at every owner of what goes on, and at each name in it", async () => {
    const more = `owner: "@acme/x"
guardrails: [{ name: Wasted Food, owner: "@acme/y" }]
bets:
  - { level: 1, for: planning-households, if: more plan, then: more cook, owner: "@acme/web, @acme/z" }
  - { level: 1, for: planning-households, if: they plan, then: they cook, owner: "@acme/gone", stage: closed }
`;
    const messages = await found({ CODEOWNERS: "* @acme/web\n", "northstar.yaml": star("@acme/web", more) });
    expect(messages.map((each) => /`(@[^`]+)`/.exec(each)?.[1]).sort()).toEqual([
      "@acme/x",
      "@acme/y",
      "@acme/z",
    ]);
  });

  test("looks in the repository around a file, and mends what is meant", async () => {
    const cwd = folderWith({
      ".github/CODEOWNERS": "* @acme/web\n",
      "stars/a/northstar.yaml": star("the @acme/wbe people"),
    });
    git(cwd, ["init", "-q"]);
    expect(await foundIn(cwd)).toHaveLength(1);
    await northstar(["lint", "--fix=all"], { cwd });
    expect(await foundIn(cwd)).toEqual([]);
  });

  test("what it found before counts no longer when CODEOWNERS changes, and threads know it, too", async () => {
    const cwd = folderWith({ CODEOWNERS: "* @acme/web\n" });
    git(cwd, ["init", "-q"]);
    for (let count = 0; count < 3; count += 1) {
      mkdirSync(join(cwd, `${count}`));
      writeFileSync(join(cwd, `${count}/northstar.yaml`), star("@acme/shop", `x-${count}: 1\n`));
    }
    const cache = ["--cache-file", "found.lint"];
    expect(await foundIn(cwd, ...cache)).toHaveLength(3);
    expect(await foundIn(cwd, ...cache)).toHaveLength(3);
    writeFileSync(join(cwd, "CODEOWNERS"), "* @acme/web @acme/shop\n");
    expect(await foundIn(cwd, ...cache)).toEqual([]);
    const codeOwners = { file: "CODEOWNERS", owners: ["@acme/web"] };
    const request = { text: star("@acme/shop"), config: {}, today: "2026-11-02", ignores: true, codeOwners };
    expect(answerRequest(request)).toContain("`@acme/shop` is not in CODEOWNERS");
  });

  test("a file that cannot be read is none", async () => {
    const cwd = folderWith({ "northstar.yaml": star("@acme/wbe"), "CODEOWNERS/x": "* @acme/web\n" });
    expect(await foundIn(cwd)).toEqual([]);
  });
});

test("no file is read for a text that has no handle", () => {
  expect(mayHaveHandle(star("Planning team"))).toBe(false);
  expect(mayHaveHandle(star("@ada"))).toBe(true);
  expect(mayHaveHandle('owner: "\\x40ada"')).toBe(true);
  expect(mayHaveHandle("definition: write to us @ home")).toBe(false);
});
