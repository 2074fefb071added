import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exchange, writeWhole } from "../src/cli/write.js";

const never = () => false;
const always = () => true;
let cwd: string;

beforeEach(() => {
  cwd = join(mkdtempSync(join(realpathSync(tmpdir()), "northstar-")), "here");
  mkdirSync(cwd);
});
afterEach(() => rmSync(join(cwd, ".."), { recursive: true, force: true }));

const here = (name: string) => readFileSync(join(cwd, name), "utf8");

test("writes a new file and leaves nothing else behind", () => {
  expect(writeWhole({ cwd }, "a.md", "text", never)).toBe("written");
  expect(here("a.md")).toBe("text");
  expect(readdirSync(cwd)).toEqual(["a.md"]);
});

test("replaces what may be replaced, and keeps its mode", () => {
  writeFileSync(join(cwd, "a.md"), "mine");
  chmodSync(join(cwd, "a.md"), 0o640);
  expect(writeWhole({ cwd }, "a.md", "new", (old) => old.toString() === "mine")).toBe("written");
  expect(here("a.md")).toBe("new");
  expect(statSync(join(cwd, "a.md")).mode & 0o777).toBe(0o640);
});

test("refuses what may not be replaced", () => {
  writeFileSync(join(cwd, "a.md"), "theirs");
  expect(writeWhole({ cwd }, "a.md", "new", never)).toEqual({
    refused: "a.md exists already; name another file, or replace it with --force",
  });
  expect(here("a.md")).toBe("theirs");
});

test("leaves a file alone that holds the same bytes", () => {
  writeFileSync(join(cwd, "a.md"), "same");
  const before = statSync(join(cwd, "a.md")).ino;
  expect(writeWhole({ cwd }, "a.md", "same", never)).toBe("unchanged");
  expect(statSync(join(cwd, "a.md")).ino).toBe(before);
});

test("does not write to a symbolic link, even with leave to replace", () => {
  writeFileSync(join(cwd, "../outside.md"), "theirs");
  symlinkSync("../outside.md", join(cwd, "a.md"));
  expect(writeWhole({ cwd }, "a.md", "new", always)).toEqual({
    refused: "a.md is a symbolic link; name the file that it points to",
  });
  expect(readFileSync(join(cwd, "../outside.md"), "utf8")).toBe("theirs");
});

test("does not leave the folder through a linked folder, but goes where it is plainly sent", () => {
  mkdirSync(join(cwd, "../outside"));
  symlinkSync("../outside", join(cwd, "docs"));
  expect(writeWhole({ cwd }, "docs/a.md", "new", always)).toEqual({
    refused: "docs/a.md leads out of this folder through a symbolic link; name the real folder",
  });
  expect(readdirSync(join(cwd, "../outside"))).toEqual([]);
  expect(writeWhole({ cwd }, "../outside/a.md", "new", never)).toBe("written");
});

test("says what stands in the way", () => {
  mkdirSync(join(cwd, "docs"));
  writeFileSync(join(cwd, "file"), "");
  expect(writeWhole({ cwd }, "docs", "x", always)).toEqual({
    refused: "docs is a folder; name a file in it",
  });
  expect(writeWhole({ cwd }, "no/a.md", "x", always)).toEqual({
    refused: "could not write no/a.md: there is no folder no; make it first",
  });
  expect(writeWhole({ cwd }, "file/a.md", "x", always)).toEqual({
    refused: "could not write file/a.md: file is not a folder",
  });
  expect(writeWhole({ cwd }, "x".repeat(300), "x", always)).toMatchObject({
    refused: expect.stringContaining("the name is too long"),
  });
});

test.skipIf(process.getuid?.() === 0)(
  "leaves nothing half-written in a folder that cannot be written",
  () => {
    chmodSync(cwd, 0o500);
    expect(writeWhole({ cwd }, "a.md", "x", always)).toEqual({
      refused: "could not write a.md: permission denied",
    });
    chmodSync(cwd, 0o700);
    expect(readdirSync(cwd)).toEqual([]);
  },
);

const bytes = (text: string) => Buffer.from(text);

test("exchanges what was read for something else", () => {
  writeFileSync(join(cwd, "a.yaml"), "old");
  chmodSync(join(cwd, "a.yaml"), 0o640);
  expect(exchange({ cwd }, "a.yaml", bytes("old"), bytes("new"))).toBe("written");
  expect(here("a.yaml")).toBe("new");
  expect(statSync(join(cwd, "a.yaml")).mode & 0o777).toBe(0o640);
  expect(readdirSync(cwd)).toEqual(["a.yaml"]);
});

test("leaves alone what somebody else has changed, taken away or is writing", () => {
  const changed = {
    refused: "a.yaml was changed meanwhile, and nothing was written; look at it and try again",
  };
  expect(exchange({ cwd }, "a.yaml", bytes("old"), bytes("new"))).toEqual(changed);
  writeFileSync(join(cwd, "a.yaml"), "theirs");
  expect(exchange({ cwd }, "a.yaml", bytes("old"), bytes("new"))).toEqual(changed);
  expect(readdirSync(cwd)).toEqual(["a.yaml"]);
  writeFileSync(join(cwd, ".a.yaml.tmp"), "half");
  expect(exchange({ cwd }, "a.yaml", bytes("theirs"), bytes("new"))).toEqual({
    refused: "a.yaml is being written by another northstar; if none is running, delete .a.yaml.tmp",
  });
  expect(here("a.yaml")).toBe("theirs");
  expect(here(".a.yaml.tmp")).toBe("half");
});

test("exchanges nothing through a symbolic link", () => {
  writeFileSync(join(cwd, "../outside.yaml"), "old");
  symlinkSync("../outside.yaml", join(cwd, "a.yaml"));
  expect(exchange({ cwd }, "a.yaml", bytes("old"), bytes("new"))).toMatchObject({
    refused: expect.stringContaining("symbolic link"),
  });
});
