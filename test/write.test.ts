import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withLock } from "../src/cli/host/lock.js";
import { replaceIfUnchanged, writeWhole } from "../src/cli/host/write-file.js";
import { canRead, nobody } from "./support/nobody.js";

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
    refused: "a.md is a symbolic link; name the file that it points to, ../outside.md",
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
const isRoot = process.getuid?.() === 0;

/** A world in which what is said is kept. */
function listening() {
  const said: string[] = [];
  const stderr = new Writable({
    write(chunk, _, done) {
      said.push(String(chunk));
      done();
    },
  });
  return { world: { cwd, stderr }, said };
}

test("writes where a file has another name, so that both hold the same, and says so", () => {
  writeFileSync(join(cwd, "a.yaml"), "old and longer");
  linkSync(join(cwd, "a.yaml"), join(cwd, "b.yaml"));
  const { world, said } = listening();
  expect(replaceIfUnchanged(world, "a.yaml", bytes("old and longer"), bytes("new"))).toBe("written");
  expect([here("a.yaml"), here("b.yaml")]).toEqual(["new", "new"]);
  expect(said.join("")).toBe(
    "northstar: a.yaml is written in place, since a rename would part it from its other names\n",
  );
  expect(readdirSync(cwd)).toEqual(["a.yaml", "b.yaml"]);
});

test("says what to do about a copy of a run that was ended, and does it", () => {
  writeFileSync(join(cwd, "a.yaml"), "ha");
  writeFileSync(join(cwd, ".a.yaml.bak"), "whole");
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("ha"), bytes("new"))).toEqual({
    refused:
      "a run was ended while it wrote a.yaml, and .a.yaml.bak is what it held before: copy that over it unless it is whole, and delete .a.yaml.bak",
  });
  copyFileSync(join(cwd, ".a.yaml.bak"), join(cwd, "a.yaml"));
  rmSync(join(cwd, ".a.yaml.bak"));
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("whole"), bytes("new"))).toBe("written");
});

test.skipIf(isRoot)(
  "leaves alone what is protected against writing, unless it is forced, and then it stays so",
  () => {
    writeFileSync(join(cwd, "my file"), "old");
    chmodSync(join(cwd, "my file"), 0o444);
    const step = "my file is read-only; make it writable, as with chmod u+w 'my file'";
    expect(replaceIfUnchanged({ cwd }, "my file", bytes("old"), bytes("new"))).toEqual({ refused: step });
    expect(writeWhole({ cwd }, "my file", "new", always, { force: false })).toEqual({
      refused: `${step}, or add --force`,
    });
    expect(here("my file")).toBe("old");
    expect(writeWhole({ cwd }, "my file", "new", always, { force: true })).toBe("written");
    expect(here("my file")).toBe("new");
    expect(statSync(join(cwd, "my file")).mode & 0o777).toBe(0o444);
  },
);

test.skipIf(!isRoot)(
  "leaves alone what somebody who is not root protected, and says how to change it",
  (context) => {
    if (!canRead(resolve("bin/northstar.js"))) context.skip("root alone can read the program here");
    writeFileSync(join(cwd, "northstar.yaml"), readFileSync("examples/amplitude/northstar.yaml"));
    chmodSync(join(cwd, "northstar.yaml"), 0o444);
    chmodSync(dirname(cwd), 0o755);
    for (const path of [cwd, join(cwd, "northstar.yaml")]) chownSync(path, nobody, nobody);
    const set = (...more: string[]) =>
      spawnSync(process.execPath, [resolve("bin/northstar.js"), "set", "status", "candidate", ...more], {
        cwd,
        uid: nobody,
        gid: nobody,
        encoding: "utf8",
        env: { NORTHSTAR_CACHE: "off" },
      });
    const { status, stderr } = set();
    expect(stderr).toBe(
      "northstar: northstar.yaml is read-only; make it writable, as with chmod u+w northstar.yaml, or add --force\n",
    );
    expect(status).toBe(2);
    expect(set("--force").status).toBe(0);
    expect(here("northstar.yaml")).toContain("status: candidate");
    expect(statSync(join(cwd, "northstar.yaml")).mode & 0o777).toBe(0o444);
  },
);

test.skipIf(!isRoot)("lets root write to any file, and keeps its mode", () => {
  writeFileSync(join(cwd, "a.yaml"), "old");
  chmodSync(join(cwd, "a.yaml"), 0o444);
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("old"), bytes("new"))).toBe("written");
  expect(statSync(join(cwd, "a.yaml")).mode & 0o777).toBe(0o444);
});

test.skipIf(!isRoot)("keeps owner and group when root writes", () => {
  writeFileSync(join(cwd, "a.yaml"), "old");
  chownSync(join(cwd, "a.yaml"), 1234, 1235);
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("old"), bytes("new"))).toBe("written");
  expect(statSync(join(cwd, "a.yaml"))).toMatchObject({ uid: 1234, gid: 1235 });
});

test.skipIf(!has("setfattr") || !has("setfacl"))("keeps extended attributes and access lists", () => {
  writeFileSync(join(cwd, "a.yaml"), "old");
  execFileSync("setfattr", ["-n", "user.note", "-v", "kept", "a.yaml"], { cwd });
  execFileSync("setfacl", ["-m", "u:1234:r", "a.yaml"], { cwd });
  const facts = () => String(execFileSync("sh", ["-c", "getfattr -d a.yaml; getfacl a.yaml"], { cwd }));
  const before = facts();
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("old"), bytes("new"))).toBe("written");
  expect(here("a.yaml")).toBe("new");
  expect(facts()).toBe(before);
  expect(before).toMatch(/kept[\s\S]*1234/);
});

function has(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}

test.skipIf(!isRoot || process.platform !== "linux")(
  "writes a file that is mounted by itself, and says so",
  (context) => {
    writeFileSync(join(cwd, "a.yaml"), "old");
    writeFileSync(join(cwd, "b.yaml"), "");
    if (spawnSync("mount", ["--bind", "a.yaml", "b.yaml"], { cwd }).status !== 0)
      context.skip("mounting is not allowed here");
    try {
      const { world, said } = listening();
      expect(replaceIfUnchanged(world, "b.yaml", bytes("old"), bytes("new"))).toBe("written");
      expect(said.join("")).toBe(
        "northstar: b.yaml is written in place, since nothing can take its place (EBUSY)\n",
      );
      expect([here("a.yaml"), here("b.yaml")]).toEqual(["new", "new"]);
    } finally {
      spawnSync("umount", ["b.yaml"], { cwd });
    }
    expect(readdirSync(cwd)).toEqual(["a.yaml", "b.yaml"]);
  },
);

test("takes over the lock of a process that is gone, and sweeps what it left", () => {
  writeFileSync(join(cwd, "a.yaml"), "old");
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  const lock = join(cwd, ".a.yaml.lock");
  const leave = () => {
    for (const name of [`.northstar-${gone}-1.tmp`, ".a.yaml.tmp"]) writeFileSync(join(cwd, name), "half");
    utimesSync(join(cwd, ".a.yaml.tmp"), 1, 1);
  };
  // What a writer of this machine holds while it writes, by its own lock.
  withLock(join(cwd, "a.yaml"), () =>
    writeFileSync(join(cwd, "held"), readFileSync(lock, "utf8").replace(/^\d+/, String(gone))),
  );
  leave();
  renameSync(join(cwd, "held"), lock);
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("old"), bytes("new"))).toBe("written");
  expect(readdirSync(cwd)).toEqual(["a.yaml"]);
  writeFileSync(lock, "1 elsewhere\n");
  utimesSync(lock, 1, 1);
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("new"), bytes("newer"))).toBe("written");
  expect(readdirSync(cwd)).toEqual(["a.yaml"]);
});

test("leaves temporary files of those who still write alone", () => {
  const theirs = [`.northstar-${process.ppid}-1.tmp`, ".a.yaml.tmp", ".other.tmp"];
  for (const name of theirs) writeFileSync(join(cwd, name), "half");
  expect(writeWhole({ cwd }, "a.yaml", "new", never)).toBe("written");
  expect(readdirSync(cwd).sort()).toEqual([...theirs, "a.yaml"].sort());
});

test("writes nothing that git keeps for itself, by whatever name or link", () => {
  mkdirSync(join(cwd, ".git/hooks"), { recursive: true });
  for (const folder of ["objects", "refs", "info"]) mkdirSync(join(cwd, "bare", folder), { recursive: true });
  writeFileSync(join(cwd, "bare/HEAD"), "");
  symlinkSync(".git", join(cwd, "link"));
  for (const name of [".git/a", ".git/hooks/a", ".GIT/a", "link/hooks/a", "bare/info/a", ".git/new/a"])
    expect(writeWhole({ cwd }, name, "x", always, { makeFolders: true }), name).toEqual({
      refused: `${name} is in a folder that git keeps for itself; name a file outside of it`,
    });
  expect(readdirSync(join(cwd, ".git"))).toEqual(["hooks"]);
  expect(writeWhole({ cwd }, ".github/a", "x", never, { makeFolders: true })).toBe("written");
});

test.skipIf(process.platform !== "linux")(
  "writes to devices that are named, and says that a full one is full",
  () => {
    expect(writeWhole({ cwd }, "/dev/null", "x", never)).toBe("written");
    expect(writeWhole({ cwd }, "/dev/full", "x", never)).toEqual({
      refused: "could not write /dev/full: the disk is full",
    });
  },
);

test.skipIf(process.platform !== "linux")("gives up where no folder can be made", () => {
  expect(writeWhole({ cwd }, "/proc/x/y/a.json", "x", never, { makeFolders: true })).toEqual({
    refused: "could not write /proc/x/y/a.json: no folder can be made in /proc; name another",
  });
});

test("exchanges what was read for something else", () => {
  writeFileSync(join(cwd, "a.yaml"), "old");
  chmodSync(join(cwd, "a.yaml"), 0o640);
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("old"), bytes("new"))).toBe("written");
  expect(here("a.yaml")).toBe("new");
  expect(statSync(join(cwd, "a.yaml")).mode & 0o777).toBe(0o640);
  expect(readdirSync(cwd)).toEqual(["a.yaml"]);
});

test("leaves alone what somebody else has changed, taken away or is writing", () => {
  const changed = {
    refused: "a.yaml was changed meanwhile, and nothing was written; look at it and try again",
  };
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("old"), bytes("new"))).toEqual(changed);
  writeFileSync(join(cwd, "a.yaml"), "theirs");
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("old"), bytes("new"))).toEqual(changed);
  expect(readdirSync(cwd)).toEqual(["a.yaml"]);
  writeFileSync(join(cwd, ".a.yaml.lock"), "1 elsewhere\n");
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("theirs"), bytes("new"))).toEqual({
    refused: "a.yaml is being written by another northstar; if none is running, delete .a.yaml.lock",
  });
  expect(here("a.yaml")).toBe("theirs");
  rmSync(join(cwd, ".a.yaml.lock"));
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("theirs"), bytes("new"))).toBe("written");
});

test("exchanges nothing through a symbolic link", () => {
  writeFileSync(join(cwd, "../outside.yaml"), "old");
  symlinkSync("../outside.yaml", join(cwd, "a.yaml"));
  expect(replaceIfUnchanged({ cwd }, "a.yaml", bytes("old"), bytes("new"))).toMatchObject({
    refused: expect.stringContaining("symbolic link"),
  });
});
