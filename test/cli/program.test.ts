/** What the program says of commands that there are not, and how its help fits. */
import { describe, expect, test } from "vitest";
import { synonyms } from "../../src/cli/command-synonyms.js";
import { allCommands, verbs } from "../../src/cli/program.js";
import { widthOf } from "../../src/report/terminal-text.js";
import { northstar } from "../support/world.js";

describe("words that people try", () => {
  test("none is a command, and each leads to a command with options that it has", async () => {
    const { program } = await allCommands(await worldOf());
    for (const [word, line] of Object.entries(synonyms)) {
      expect(word).toMatch(/^[a-z-]+$/);
      expect(Object.keys(verbs), word).not.toContain(word);
      const [name, ...rest] = line.split(" ");
      const command = program.commands.find((each) => each.name() === name);
      const flags = command?.options.map(({ long }) => long);
      for (const flag of rest.filter((each) => each.startsWith("--"))) expect(flags, line).toContain(flag);
      expect(command, line).toBeDefined();
    }
  });

  test.each([
    ["validate", "lint"],
    ["Validate", "lint"],
    ["valdate", "lint"],
    ["fmt", "lint --fix"],
    ["generate", "render"],
    ["why", "explain"],
    ["lnt", "lint"],
    ["begin", "start"],
    ["pause", "park"],
    ["stop", "park or close"],
    ["move", "start or park"],
    ["done", "close"],
    ["win", "close --verdict won"],
    ["lose", "close --verdict lost"],
    ["due", "review due"],
  ])("%s means %s, also where its help is asked for", async (word, meant) => {
    const stderr = `northstar: unknown command '${word}', did you mean ${meant}?\n`;
    for (const args of [[word], ["help", word], [word, "--help"], ["--no-color", word, "x"]])
      expect(await northstar(args)).toEqual({ code: 2, stdout: "", stderr, screen: stderr });
  });

  test.each(["constructor", "__proto__", "frobnicate"])("%s means nothing", async (word) => {
    expect((await northstar([word])).stderr).toBe(
      `northstar: unknown command '${word}', northstar --help lists them\n`,
    );
  });

  test("version is a word as well as an option", async () => {
    const { stdout } = await northstar(["--version"]);
    expect(await northstar(["version"])).toMatchObject({ code: 0, stdout, stderr: "" });
  });
});

describe("help", () => {
  test.each([40, 41, 57, 80, 100])("fits into %d columns", async (columns) => {
    for (const name of ["", ...Object.keys(verbs)]) {
      const args = [name, "--help"].filter(Boolean);
      const piped = await northstar(args, { env: { COLUMNS: String(columns) } });
      const shown = await northstar(args, { columns, env: { COLUMNS: "77" } });
      expect(shown.stdout, name).toBe(piped.stdout);
      expect(piped.code).toBe(0);
      const tooLong = piped.stdout.split("\n").filter((line) => widthOf(line) > columns);
      expect(tooLong, name).toEqual([]);
    }
  });

  test.each(["", "0", "-7", "wide", "1e2"])("takes 80 columns where COLUMNS is %j", async (said) => {
    const usual = await northstar(["--help"]);
    expect((await northstar(["--help"], { env: { COLUMNS: said } })).stdout).toBe(usual.stdout);
  });

  test("COLUMNS counts for reports, too", async () => {
    const narrow = await northstar(["explain", "vanity"], { env: { COLUMNS: "50" } });
    expect(Math.max(...narrow.stdout.split("\n").map(widthOf))).toBeLessThanOrEqual(50);
  });
});

async function worldOf() {
  const { PassThrough } = await import("node:stream");
  const stream = () => new PassThrough();
  return {
    args: [],
    cwd: process.cwd(),
    env: {},
    today: () => "2026-11-02",
    home: new URL("../../", import.meta.url),
    stdin: stream(),
    stdout: stream(),
    stderr: stream(),
  };
}
