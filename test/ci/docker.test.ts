/** The Dockerfile: what a linter says, and its steps, run in folders that stand for those of the image. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import ignore from "ignore";
import { afterAll, describe, expect, test } from "vitest";
import { bash, execute } from "../support/shell.js";

const root = new URL("../..", import.meta.url).pathname;
const text = readFileSync(join(root, "Dockerfile"), "utf8");
const steps = DockerfileParser.parse(text)
  .getInstructions()
  .map((each) => [each.getKeyword(), each.getArgumentsContent() ?? ""] as const);
const said = (keyword: string) => steps.filter(([name]) => name === keyword).map(([, words]) => words);

test("a linter finds nothing in it", () => {
  expect(validate(text, {})).toEqual([]);
});

test("the image is slim, of a Node that runs northstar, and runs as nobody in particular", () => {
  expect(said("FROM")).toEqual(["node:22-slim AS build", "node:22-slim"]);
  const last = steps.slice(steps.findLastIndex(([name]) => name === "FROM"));
  expect(last.map(([name]) => name)).toEqual(["FROM", "COPY", "ENV", "USER", "WORKDIR", "ENTRYPOINT", "CMD"]);
  expect(said("USER")).toEqual(["node"]);
  expect(said("ENTRYPOINT")).toEqual(['["northstar"]']);
});

/** What `COPY . .` brings: what git knows, without what .dockerignore names. */
function context(): string[] {
  const ignored = ignore().add(readFileSync(join(root, ".dockerignore"), "utf8"));
  const { stdout } = bash("git ls-files -z --cached --others --exclude-standard", root);
  const paths = stdout.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
  return ignored.filter(paths);
}

// It installs all packages, which takes a minute or two.
describe.runIf(process.env.NORTHSTAR_INSTALLS)("its steps", () => {
  const image = mkdtempSync(join(tmpdir(), "northstar-image-"));
  afterAll(() => rmSync(image, { recursive: true, force: true }), 300_000);
  /** Absolute paths of the image, as paths of this machine. */
  const here = (words: string) => words.replace(/(?<=^|[\s=":])\/(?=source|packed|opt|work)/g, `${image}/`);

  test("make a northstar that runs without anything else", { timeout: 600_000 }, () => {
    let folder = image;
    for (const [name, words] of steps) {
      if (name === "WORKDIR") {
        folder = here(words);
        mkdirSync(folder, { recursive: true });
      } else if (name === "COPY" && !words.startsWith("/")) {
        const [target = "", ...sources] = words.split(" ").reverse();
        for (const path of sources[0] === "." ? context() : sources) {
          mkdirSync(dirname(join(folder, target, path)), { recursive: true });
          cpSync(join(root, path), join(folder, target, path), { recursive: true });
        }
      } else if (name === "RUN") {
        mkdirSync(join(image, "packed"), { recursive: true });
        const { status, stdout, stderr } = bash(here(words), folder);
        expect(status, stdout + stderr).toBe(0);
      }
    }
    // Only what the last stage copies is in the image.
    rmSync(join(image, "source"), { recursive: true });
    rmSync(join(image, "packed"), { recursive: true });
    cpSync(join(root, "examples/amplitude/northstar.yaml"), join(image, "work/northstar.yaml"));
    const path = { PATH: `${here("/opt/northstar/bin")}:${dirname(process.execPath)}`, HOME: "/nowhere" };
    const lint = execute(["northstar", "lint"], join(image, "work"), path);
    expect(lint).toMatchObject({
      status: 0,
      stderr: "",
      stdout: expect.stringContaining("7 of 7 points met"),
    });
    expect(readdirSync(join(image, "opt/northstar/lib/node_modules"))).toEqual(["northstar"]);
    expect(execute(["northstar", "--help"], join(image, "work"), path).status).toBe(0);
  });
});
