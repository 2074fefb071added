/** Repositories of strangers: what their configuration names is not run. */
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { commit, git } from "../support/git.js";
import { northstar } from "../support/world.js";

const star = `name: Monthly Recurring Revenue
# northstar-ignore counts-beginnings: they know
definition: Revenue in the month.
game: transaction
inputs: []
`;

/** What makes git run programs; each would leave a file called \`ran\`. */
const programs: Record<string, [attributes: string, config: string]> = {
  "a clean filter": ["*.yaml filter=x", '[filter "x"]\n\tclean = touch PATH; cat\n\trequired = true\n'],
  "a filter with a = in its name": ["*.yaml filter=x=y", '[filter "x=y"]\n\tclean = touch PATH; cat\n'],
  "a filter process": ["*.yaml filter=x", '[filter "x"]\n\tprocess = touch PATH\n'],
  "a conversion to text": ["*.yaml diff=x", '[diff "x"]\n\ttextconv = touch PATH; cat\n'],
  "another diff": ["*.yaml diff=x", '[diff "x"]\n\tcommand = touch PATH\n[diff]\n\texternal = touch PATH\n'],
  "a monitor": ["", "[core]\n\tfsmonitor = touch PATH; false\n"],
  "a pager": ["", "[core]\n\tpager = touch PATH; cat\n[pager]\n\tblame = touch PATH; cat\n"],
};

const day = "2026-10-01";

function repository([attributes, config]: [string, string]): { cwd: string; ran: string } {
  const cwd = folderWith({ "northstar.yaml": star, "other.northstar.yaml": `${star}x-a: 1\n` });
  commit(cwd, { day });
  const ran = join(cwd, "ran");
  writeFileSync(join(cwd, ".gitattributes"), attributes);
  appendFileSync(join(cwd, ".git/config"), config.replaceAll("PATH", `'${ran}'`));
  // What has changed is what git would let through filters.
  appendFileSync(join(cwd, "northstar.yaml"), "x-changed: yes\n");
  return { cwd, ran };
}

describe.each(Object.entries(programs))("%s", (_, program) => {
  test.each([
    [["lint", "--since", "HEAD"]],
    [["lint", "--since", "HEAD~1"]],
    [["lint"]],
    [["ignores"]],
    [["lint", "--fix"]],
  ])("does not run for %s", async (args) => {
    const { cwd, ran } = repository(program);
    const { code } = await northstar(args, { cwd, env: { PATH: process.env.PATH } });
    expect([0, 1, 2]).toContain(code);
    expect(existsSync(ran)).toBe(false);
  });
});

test("git itself runs such a filter, so that these tests can fail", () => {
  const { cwd, ran } = repository(programs["a clean filter"] ?? ["", ""]);
  git(cwd, ["blame", "northstar.yaml"]);
  expect(existsSync(ran)).toBe(true);
});

test("the day of a line is known without the filters", async () => {
  const { cwd } = repository(programs["a clean filter"] ?? ["", ""]);
  const { stdout } = await northstar(["ignores"], { cwd, env: { PATH: process.env.PATH } });
  expect(stdout).toContain(day);
});

test("nothing is fetched for a clone that lacks contents", async () => {
  const origin = folderWith({ "northstar.yaml": star });
  commit(origin);
  git(origin, ["config", "uploadpack.allowFilter", "true"]);
  writeFileSync(join(origin, "northstar.yaml"), `${star}x-b: 1\n`);
  commit(origin);
  const root = folderWith();
  git(root, ["clone", "-q", "--filter=blob:none", `file://${origin}`, "copy"]);
  const cwd = join(root, "copy");
  const ran = join(root, "ran");
  git(cwd, ["config", "remote.origin.uploadpack", `touch '${ran}'; git-upload-pack`]);
  const { code, stderr } = await northstar(["lint", "--since", "HEAD~1"], {
    cwd,
    env: { PATH: process.env.PATH },
  });
  // A git that knows no --no-lazy-fetch has nothing to say of it.
  expect([0, 1, 2]).toContain(code);
  expect(stderr).not.toContain("crashed");
  if (code === 2)
    expect(stderr).toBe(
      "northstar: this clone lacks what some files held then, and nothing is fetched for it; git fetch --refetch --no-filter brings it\n",
    );
  expect(existsSync(ran)).toBe(false);
});
