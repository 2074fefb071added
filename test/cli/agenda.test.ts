/** `northstar agenda`: from the file, its checks and git. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { commit } from "../support/git.js";
import { northstar } from "../support/world.js";

const star = readFileSync("examples/amplitude/northstar.yaml", "utf8");

test("answers that were written before the definition was are asked about", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  commit(cwd, { day: "2026-09-01" });
  expect((await northstar(["agenda"], { cwd })).stdout).toContain("Nothing has to be decided");
  const later = star.replace("in the previous seven days", "in the previous fourteen days");
  expect(later).not.toBe(star);
  writeFileSync(
    join(cwd, "northstar.yaml"),
    later.replace(/^( {2}leading: ).*/m, "$1Sharing comes before renewals."),
  );
  commit(cwd, { day: "2026-10-01" });
  const { stdout } = await northstar(["agenda"], { cwd });
  expect(stdout).toContain("  • 1 Expresses value: the answer is older than the definition\n");
  expect(stdout).not.toContain("3 Leading indicator");
});

test("commands can be typed as they stand", async () => {
  const cwd = folderWith({
    "a b/northstar.yaml": `${star}limits: { active: 1 }\n`.replace(
      /review: 20\d\d-\d\d-\d\d/,
      "review: 2026-10-01",
    ),
  });
  const { stdout } = await northstar(["agenda", "a b/northstar.yaml"], { cwd });
  const commands = stdout.split("\n").flatMap((line) => /^ {4}(northstar .*)$/.exec(line)?.[1] ?? []);
  for (const command of commands) expect(command).toContain("'a b/northstar.yaml'");
});

test.each([
  [["--minutes", "5"], 2, "northstar: --minutes takes 10 to 480, not 5\n"],
  [["--minutes", "an hour"], 2, "northstar: --minutes takes a whole number, not 'an hour'\n"],
  [
    ["."],
    2,
    "northstar: a review is of one North Star, and here are 2 files; name one, such as b/northstar.yaml\n",
  ],
])("agenda %j is refused", async (args, code, message) => {
  const cwd = folderWith({ "northstar.yaml": star, "b/northstar.yaml": star });
  expect(await northstar(["agenda", ...args], { cwd })).toMatchObject({ code, stdout: "", stderr: message });
});
