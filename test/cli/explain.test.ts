import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { slug } from "../../src/file/northstar.js";
import { points } from "../../src/file/problem.js";
import { glossary } from "../../src/lint/glossary.js";
import { ideas } from "../../src/lint/ideas.js";
import { rules } from "../../src/lint/rules/index.js";
import { completed, unmark } from "../examples.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

const terms = [...glossary, ...ideas];

test("every rule, point and term that the list names has its page", async () => {
  const { stdout: list } = await northstar(["explain"]);
  for (const id of [...rules.map((rule) => rule.id), ...points, ...terms.map((term) => term.name)]) {
    expect(list).toContain(id);
    expect(await northstar(["explain", id]), id).toMatchObject({ code: 0, stderr: "" });
    expect((await northstar(["explain", id])).stdout.split("\n")[0], id).toMatch(/──/);
  }
});

test("a rule's page has its words and both examples", async () => {
  for (const { id, summary, question } of rules) {
    const { stdout } = await northstar(["explain", id]);
    const words = stdout.replace(/\s+/g, " ");
    for (const text of [summary, question ?? "", "Not like this", "But like this"])
      expect(words).toContain(text);
    expect(stdout).toContain("^");
  }
});

test("no term hides another, or a point or a rule", () => {
  const ids = [
    ...rules.map(({ id }) => id),
    ...points,
    ...terms.flatMap(({ name, also }) => [name, ...also].map(slug)),
  ];
  expect(ids).toEqual([...new Set(ids)]);
});

test("terms are found by their words, in any case and number", async () => {
  for (const words of [["North", "Star", "Metric"], ["north-star-metric"], ["NSM"]])
    expect((await northstar(["explain", ...words])).stdout).toMatch(/^North Star Metric ─/);
  expect((await northstar(["explain", "7"])).stdout).toMatch(/^Not a vanity metric ─/);
});

test("several pages follow one another, and words of other things lead to a page", async () => {
  const { stdout } = await northstar(["explain", "no-window", "mere-presence", "7"]);
  for (const id of ["no-window", "mere-presence"])
    expect(stdout).toContain((await northstar(["explain", id])).stdout);
  expect(stdout).toMatch(/^Not a vanity metric ─/m);
  const told = async (...words: string[]) => (await northstar(["explain", ...words])).stderr;
  expect(await told("8")).toBe("northstar: there is no point 8: the checklist has points 1 to 7\n");
  expect(await told("revenue")).toMatch(/see lagging-metric, .*results/);
  expect(await told("no-window", "frob")).toMatch(/nothing is called 'frob'/);
});

describe("what a rule's page ends with", () => {
  /** The lines below a title of the page, as somebody would copy them. */
  async function copied(id: string, title: RegExp): Promise<string> {
    const { stdout } = await northstar(["explain", id]);
    const lines = stdout.slice(stdout.indexOf("But like this")).split("\n");
    const start = lines.findIndex((line) => title.test(line)) + 1;
    const end = lines.findIndex((line, index) => index >= start && !line.startsWith("   "));
    return start === 0 ? "" : lines.slice(start, end).join("\n");
  }

  const found = async (cwd: string, id: string, ...args: string[]) => {
    const { stdout } = await northstar(
      ["lint", "-f", "json", "--today", "2026-11-22", "northstar.yaml", ...args],
      { cwd },
    );
    const files: { problems: { rule: string; range: { start: { line: number } } }[] }[] =
      JSON.parse(stdout).files;
    return (files[0]?.problems ?? []).filter(({ rule }) => rule === id);
  };

  // What only several files together show has no line in one of them.
  const together = ["duplicate-product", "overlapping-stars"];
  // And what a semantic layer says, the file said before, or CODEOWNERS names is in no file of the example: others test these.
  const beside = ["lookedUp", "before", "ownedBy"];
  const alone = rules.filter((rule) => !together.includes(rule.id) && !beside.some((key) => key in rule));

  test.each(alone.map(({ id, bad }) => [id, bad] as const))(
    "%s: each line does what it says",
    async (id, bad) => {
      const text = completed(unmark(bad));
      const cwd = folderWith({ "northstar.yaml": text });
      const [first] = await found(cwd, id);
      if (!first) throw new Error(`${id} is not found in its bad example`);
      const before = await found(cwd, id);

      const comment = await copied(id, /^To ignore it/);
      const lines = text.split("\n");
      // A text may start lines below its key.
      let line = first.range.start.line;
      while (line > 1 && !/^\s*(?:- )*[\w-]+:/.test(lines[line - 1] ?? "")) line -= 1;
      const indent = /^ */.exec(lines[line - 1] ?? "")?.[0] ?? "";
      lines.splice(line - 1, 0, indent + comment.trim());
      writeFileSync(join(cwd, "northstar.yaml"), lines.join("\n"));
      expect((await found(cwd, id)).length).toBeLessThan(before.length);
      writeFileSync(join(cwd, "northstar.yaml"), text);

      writeFileSync(join(cwd, "northstar.config.yaml"), await copied(id, /in\snorthstar\.config\.yaml$/));
      expect(await found(cwd, id)).toEqual([]);
      expect((await found(cwd, id, "--no-config")).length).toBe(before.length);
      writeFileSync(join(cwd, "northstar.config.yaml"), "");

      const command = (await copied(id, /^To mend it$|where what the fix says is right$/)).trim();
      if (command === "") return;
      const { stderr } = await northstar([...command.split(" ").slice(1), "--today", "2026-11-22"], { cwd });
      // Taking its only Input away from a file would bring a worse problem.
      if (id === "input-as-result") return expect(stderr).toMatch(/not fixed .*too few/);
      expect(readFileSync(join(cwd, "northstar.yaml"), "utf8")).not.toBe(text);
      expect((await found(cwd, id)).length).toBeLessThan(before.length);
    },
  );

  test("what keeps a file from being read says that it can only be mended", async () => {
    const { stdout } = await northstar(["explain", "unknown-key"]);
    expect(stdout).toMatch(/It cannot be ignored by a comment, only mended\n$/);
    expect((await northstar(["explain", "unused-ignore"])).stdout).toMatch(
      / {3}rules:\n {5}unused-ignore: off\n$/,
    );
  });
});

test("keys of both files are explained by what the schemas say of them", async () => {
  const page = async (...words: string[]) => (await northstar(["explain", ...words])).stdout;
  expect(await page("name")).toMatch(
    /^name and definition ─[\s\S]*\n\nname ─+ needed key of northstar\.yaml\n/,
  );
  expect(await page("inputs.0.owner")).toBe(await page("inputs.owner"));
  expect(await page("inputs.owner")).toContain("The team that works on the Input, by name");
  expect(await page("extends")).toMatch(/^extends ─+ key of northstar\.config\.yaml\n/);
  expect(await page("by")).toMatch(/^bets\.expect\.by ─/);
  expect(await page("value")).toMatch(/^Expresses value ─[\s\S]*$/);
  expect(await page("value")).not.toContain("key of");
});

test("a word that is near to nothing is given no other for it", async () => {
  expect((await northstar(["explain", "nope"])).stderr).toBe(
    "northstar: nothing is called 'nope', northstar explain lists what can be explained\n",
  );
  expect((await northstar(["explain", "nam"])).stderr).toMatch(/did you mean name\?/);
  expect((await northstar(["explain", "constructor"])).code).toBe(2);
});
