/** `lint --watch` as a person has it: the built program, real files, and Ctrl-C. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { anyProgram, hasPseudoTerminal, pseudoTerminal } from "../support/terminal.js";
import { northstar } from "../support/world.js";

const star = readFileSync("examples/amplitude/northstar.yaml", "utf8");
const renamed = (name: string) => star.replace(/^name: .*$/m, `name: ${name}`);

beforeAll(() => {
  if (!existsSync("dist/northstar.cjs")) throw new Error("There is no dist; run `npm run build` first");
});

test.skipIf(!hasPseudoTerminal)(
  "judges again when a file is saved, in any way that editors save",
  async () => {
    const cwd = folderWith({ "northstar.yaml": star, "northstar.config.yaml": "fail: error\n" });
    const path = join(cwd, "northstar.yaml");
    const screen = pseudoTerminal(["lint", "--watch"], { cwd });
    await screen.see("7 of 7 points met");
    await screen.see("watching 1 file; Ctrl-C ends");

    writeFileSync(path, renamed("Weekly Written Users"));
    await screen.see("Weekly Written Users");
    await screen.see("watching");

    writeFileSync(join(cwd, "saved.tmp"), renamed("Weekly Replaced Users"));
    renameSync(join(cwd, "saved.tmp"), path);
    await screen.see("Weekly Replaced Users");
    await screen.see("watching");

    rmSync(path);
    await screen.see("found no northstar.yaml");
    await screen.see("watching 0 files");

    writeFileSync(path, "name: [\n");
    await screen.see("bad-brackets");
    await screen.see("watching");

    writeFileSync(join(cwd, "northstar.config.yaml"), "fial: error\n");
    await screen.see("did you mean `fail`?");
    await screen.see("watching");
    rmSync(join(cwd, "northstar.config.yaml"));
    await screen.see("bad-brackets");
    await screen.see("watching");

    mkdirSync(join(cwd, "new"));
    writeFileSync(join(cwd, "new/northstar.yaml"), renamed("Weekly New Users"));
    await screen.see("Weekly New Users");
    await screen.see("watching 2 files");

    screen.press("ctrl-c");
    expect(await screen.code).toBe(130);
    expect(screen.shown()).not.toContain("crashed");
  },
);

test.skipIf(!hasPseudoTerminal)("shows one report at a time, and leaves other files alone", async () => {
  const cwd = folderWith({ "northstar.yaml": star, "plan.star": star });
  const program = new URL("../../bin/northstar.js", import.meta.url).pathname;
  const log = join(cwd, "log");
  const screen = anyProgram(
    [
      "sh",
      "-c",
      `exec ${process.execPath} ${program} lint --watch northstar.yaml plan.star 2>&1 | tee ${log}`,
    ],
    { cwd },
  );
  await screen.see("watching 2 files");
  appendFileSync(join(cwd, "server.log"), "one line\n");
  writeFileSync(join(cwd, "plan.star"), renamed("Weekly Planned Users"));
  await screen.see("Weekly Planned Users");
  await screen.see("watching 2 files");
  screen.press("ctrl-c");
  await screen.code;
  expect(screen.shown().match(/watching/g)).toHaveLength(2);
  expect(readFileSync(log, "utf8")).not.toContain("\u001b");
});

test("says what cannot be watched", async () => {
  const cwd = folderWith({ "northstar.yaml": star });
  expect(await northstar(["lint", "--watch", "-"], { cwd })).toMatchObject({
    code: 2,
    stderr: "northstar: --watch needs files: standard input is read once\n",
  });
  expect(await northstar(["lint", "--watch", "--fix"], { cwd })).toMatchObject({
    code: 2,
    stderr: "northstar: --watch leaves the files to your editor: leave out --fix\n",
  });
});
