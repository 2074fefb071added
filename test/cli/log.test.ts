import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { northstar, type Ran } from "../support/world.js";
import { commitAll, wquToWlu } from "../support/wqu-to-wlu.js";

const env = { PATH: process.env.PATH };

async function log(cwd: string, ...args: string[]): Promise<Ran> {
  return await northstar(["log", ...args], { cwd, env });
}

interface Answer {
  metrics: {
    name: string;
    until: string | null;
    events: { day: string | null; author: string | null; committed: boolean; changes: { kind: string }[] }[];
  }[];
  unread: { commit: string; fault: string }[];
  notes: string[];
}

async function known(cwd: string, ...args: string[]): Promise<Answer> {
  const { code, stdout } = await log(cwd, "--format", "json", ...args);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe("the playbook's way from querying to learning", () => {
  const cwd = folderWith();
  test("is as the schema says, and the same to everybody", async () => {
    commitAll(cwd, wquToWlu);
    const isValid = new Ajv({ allowUnionTypes: true }).compile(
      JSON.parse(readFileSync("schemas/log.schema.json", "utf8")),
    );
    const answer = await known(cwd);
    expect(isValid(answer), JSON.stringify(isValid.errors)).toBe(true);
    expect(answer.metrics.map(({ name, until }) => [name, until])).toEqual([
      ["Weekly Querying Users", "2017-12-31"],
      ["Weekly Learning Users", null],
    ]);
    expect(answer.notes).toEqual([]);
  });
});
