/** docs/playbook.md: each command runs, each key and rule is there, and each page names the chapter of its row. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatTable } from "../src/file/fields.computed.js";
import { catalogue } from "../src/lint/catalogue.js";
import { folderWith } from "./support/folder.js";
import { northstar } from "./support/world.js";

const amplitude = readFileSync("examples/amplitude/northstar.yaml", "utf8");
const page = readFileSync("docs/playbook.md", "utf8");

const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:---|Concept)/.test(line))
  .map((line) => {
    const [concept = "", chapter = "", where = ""] = line
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    return { concept, chapter, codes: [...where.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code) };
  });

/** The words of a command, as a shell without anything special splits them. */
const wordsOf = (command: string) =>
  [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word).slice(1);

const commands = rows.flatMap(({ concept, chapter, codes }) =>
  codes.filter((code) => code.startsWith("northstar ")).map((command) => ({ concept, chapter, command })),
);

test.each(commands)("$concept: $command", async ({ command, chapter }) => {
  const cwd = folderWith({
    "northstar.yaml": amplitude,
    "candidates/ada.yaml": amplitude,
    "candidates/ben.yaml": amplitude.replace("Weekly Learning Users", "Weekly Sharing Users"),
  });
  const { code, stdout, stderr } = await northstar(wordsOf(command), { cwd });
  expect({ code, said: code === 0 ? "" : stderr }).toEqual({ code: 0, said: "" });
  const named = /playbook, chapter (\d)/.exec(stdout)?.[1];
  if (command.startsWith("northstar explain ") && named) expect(named).toBe(chapter);
});

test("each key, choice and rule that a row names is there", () => {
  const keys = Object.keys(formatTable).map((place) => place.replaceAll(".*", ""));
  const known = [
    ...keys,
    ...keys.map((place) => place.replace(/.*\./, "")),
    ...Object.values(formatTable).flatMap(({ choices = [] }) => choices),
    ...catalogue.map(({ id }) => id),
    "init",
  ];
  const unknown = rows.flatMap(({ codes }) =>
    codes.filter((code) => !code.startsWith("northstar ") && !known.includes(code)),
  );
  expect(unknown).toEqual([]);
});

test("the rows stand in the order of the book", () => {
  const chapters = rows.map(({ chapter }) => Number(chapter));
  expect(chapters).toEqual([...chapters].sort((a, b) => a - b));
  expect(rows.length).toBeGreaterThan(60);
});
