/** Commands that messages name can be typed as they stand, wherever the North Star is. */
import { describe, expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

const star = `name: Planned Dinners Cooked
definition: The number of dinners per week that households cook from their plan.
game: productivity
series: data/dinners.csv
inputs:
  - id: planners
    name: Planning households
    definition: Number of households that plan three or more dinners in the week.
    series: data/planners.csv
    query: planners.sql
`;
const active = `${star}bets:
  - level: 2
    id: times
    for: planners
    if: households saw how long a recipe takes
    then: more of them plan
    stage: active
    links: [https://github.com/potluck/web/issues/3]
`;
const issues = JSON.stringify(
  [3, 4, 5].map((number) => ({
    number,
    title: "Show times",
    state: number === 3 ? "CLOSED" : "OPEN",
    labels: [],
    url: `https://github.com/potluck/web/issues/${number}`,
  })),
);
const files = {
  "a b/northstar.yaml": star,
  "a b/data/dinners.csv": "t,value\n2026-08-03,1\n2026-08-10,2\n",
  "team/northstar.yaml": star.replace(/ {4}query.*\n/, ""),
  "team/none.northstar.yaml": star.replaceAll(/ *(?:series|query): .*\n/g, ""),
  "team/active.northstar.yaml": active,
  "team/broken.yaml": "name: [\n",
  "team/list.yaml": "- a\n",
  "team/nameless.yaml": "definition: A\n",
  "issues.json": issues,
};

test.each<[string[], string[]]>([
  [["measure", "a b/northstar.yaml"], ["northstar measure 'a b/northstar.yaml' --refresh planners"]],
  [
    ["measure", "--check", "team/northstar.yaml"],
    [
      "northstar measure team/northstar.yaml --import metric -",
      "northstar measure team/northstar.yaml --import planners -",
    ],
  ],
  [["measure", "team/none.northstar.yaml"], ["northstar measure team/none.northstar.yaml --import metric -"]],
  [["measure", "team/northstar.yaml", "-"], ["northstar measure team/northstar.yaml --import metric -"]],
  [["evidence", "team/northstar.yaml"], ["northstar measure team/northstar.yaml"]],
  [
    ["links", "team/active.northstar.yaml", "--check", "issues.json"],
    [
      "northstar links team/active.northstar.yaml --group issues.json",
      "northstar close --file team/active.northstar.yaml",
    ],
  ],
  [
    ["links", "team/active.northstar.yaml", "-f", "markdown", "--check", "issues.json"],
    [
      "`northstar links team/active.northstar.yaml --group issues.json`",
      "`northstar close --file team/active.northstar.yaml`",
    ],
  ],
  [
    ["links", "--check", "issues.json", "a b/northstar.yaml"],
    ["northstar links 'a b/northstar.yaml' --check EXPORT"],
  ],
  [
    ["links", "--group", "issues.json", "team/northstar.yaml"],
    ["northstar links team/northstar.yaml --group EXPORT"],
  ],
  [["ignores", "team/broken.yaml"], ["northstar lint team/broken.yaml"]],
  [["set", "name", "A", "--file", "team/list.yaml"], ["northstar lint team/list.yaml"]],
  [["change", "--file", "team/nameless.yaml"], ['northstar set name "…" --file team/nameless.yaml']],
  [["review", "--file", "team/northstar.yaml"], ["northstar review all --file team/northstar.yaml"]],
  [
    ["review", "--file", "team/active.northstar.yaml"],
    ["northstar review due --file team/active.northstar.yaml"],
  ],
  [["owners"], ["such as 'a b/northstar.yaml'"]],
  [["set", "name", "A"], ["name a file with --file, such as 'a b/northstar.yaml'"]],
])("%j names the file in its next step", async (args, commands) => {
  const env = { NO_COLOR: "1" };
  const { stdout, stderr } = await northstar(args, { cwd: folderWith(files), columns: 300, env });
  const said = `${stdout}${stderr}`.replace(/\n +/g, " ");
  for (const command of commands) expect(said).toContain(command);
});

test("who looks at the numbers of several hears nothing of those without, unless none has any", async () => {
  const cwd = folderWith({
    "a/northstar.yaml": star,
    "a/data/dinners.csv": "t,value\n2026-08-03,1\n",
    "b/northstar.yaml": files["team/none.northstar.yaml"],
  });
  const told = async (...args: string[]) => {
    const { stdout, stderr } = await northstar(["measure", ...args], { cwd });
    return `${stdout}${stderr}`;
  };
  expect(await told("a", "b")).not.toContain("b/northstar.yaml");
  expect(await told("a", "b", "--check")).not.toContain("b/northstar.yaml");
  expect(await told("b")).toContain("b/northstar.yaml names no series");
});

describe("a command about one North Star", () => {
  test.each(["owners", "log", "links", "evidence", "digest", "agenda", "export --dbt-exposure"])(
    "%s takes none of several by itself",
    async (command) => {
      const cwd = folderWith({ "b/northstar.yaml": star, "a/northstar.yaml": star });
      const { code, stdout, stderr } = await northstar([...command.split(" "), "."], { cwd });
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(
        /^northstar: .* one North Star, and here are 2 files; name one, such as a\/northstar\.yaml\n$/,
      );
    },
  );

  test("names none of a package, and none that git ignores", async () => {
    const cwd = folderWith({
      ".gitignore": "drafts\n",
      "drafts/northstar.yaml": star,
      "node_modules/x/northstar.yaml": star,
    });
    expect((await northstar(["owners"], { cwd })).stderr).toBe(
      "northstar: found no northstar.yaml in this folder; name a file, or write one with northstar init\n",
    );
  });
});
