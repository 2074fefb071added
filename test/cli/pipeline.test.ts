/** A pipeline may have a terminal at which nobody sits: with CI set nothing is asked. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { hasPseudoTerminal, pseudoTerminal, terminal } from "../support/terminal.js";
import { northstar } from "../support/world.js";

const star = `name: Dinners Cooked
definition: The number of dinners per week that households cook from their plan.
game: productivity
inputs:
  - { id: planners, name: Planners, definition: Households that plan three or more dinners in a week. }
bets:
  - { id: recipes, level: 2, for: planners, if: households saw recipes that fit, then: more would plan }
`;

const candidate = (name: string) => `status: candidate\n${star.replace("Dinners Cooked", name)}`;

/** Every command that asks, without what it would ask for, and what it must name. */
const asking: [command: string, ...named: string[]][] = [
  ["init new.northstar.yaml", "--set game=attention|transaction|productivity", "--set name=…", "--yes"],
  ["init new.northstar.yaml --template attention", "--set name=…"],
  ["add input", "--name …", "--definition …"],
  ["add bet", "--level", "--for …", "--if …", "--then …"],
  ["change", '--name "…"', '--definition "…"', '--reason "…"'],
  ["close", "--verdict won|lost|unclear", '--learned "…"', "recipes"],
  ["close recipes", "--verdict won|lost|unclear", '--learned "…"'],
  ["review", "recipes"],
  ["adopt candidates/ada.yaml --to ours.yaml", '--reason ben="…"', "--yes"],
];

function folder(): string {
  return folderWith({
    "northstar.yaml": star,
    "candidates/ada.yaml": candidate("Dinners Shared"),
    "candidates/ben.yaml": candidate("Dinners Planned"),
  });
}

/** In one line, without the reason for which nobody is asked. */
function told(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/there is no terminal to ask on|CI is set, so nothing is asked/, "");
}

test.each(asking)(
  "%s fails at once and says what is missing, as without a terminal",
  async (line, ...named) => {
    const cwd = folder();
    const words = line.split(" ");
    const before = readdirSync(cwd, { recursive: true });
    for (const CI of ["true", "1", "woodpecker"]) {
      const { code, shown } = terminal(words, { cwd, env: { CI } });
      expect(await code).toBe(2);
      const without = await northstar(words, { cwd });
      expect(without.code).toBe(2);
      expect(told(shown())).toBe(told(without.stderr));
      for (const name of named) expect(told(shown())).toContain(name);
      expect(readdirSync(cwd, { recursive: true })).toEqual(before);
    }
  },
);

test.each(["", "0", "false", "FALSE"])("CI=%s is no pipeline", async (CI) => {
  const cwd = folder();
  for (const [line] of asking) {
    const { see, press, code, shown } = terminal(line.split(" "), { cwd, env: { CI } });
    await see("Ctrl-C stops");
    press("ctrl-c");
    expect(await code).toBe(130);
    expect(shown()).toContain("stopped");
  }
});

test("a candidate gets its blanks, as without a terminal", async () => {
  const cwd = folder();
  const { code, shown } = terminal(["candidate", "Chloe"], { cwd, env: { CI: "true" } });
  expect(await code).toBe(0);
  expect(shown()).not.toContain("Ctrl-C");
  expect(readFileSync(`${cwd}/candidates/chloe.yaml`, "utf8")).toContain("name: ____");
});

test.runIf(hasPseudoTerminal)("so it is in a real terminal", async () => {
  if (!existsSync(new URL("../../dist/northstar.cjs", import.meta.url)))
    throw new Error("run `npm run build` first");
  const { code, shown } = pseudoTerminal(["init"], { cwd: folderWith(), env: { CI: "true" } });
  expect(await code).toBe(2);
  expect(shown().replace(/\s+/g, " ")).toContain("and CI is set, so nothing is asked: add --set game=");
});
