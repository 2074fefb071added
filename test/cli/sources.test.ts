/** Metrics of semantic layers as files on a disk: where they are looked for, what keeps them from being read, and who notices a change. */
import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/file/document.js";
import type { Problem } from "../../src/file/problem.js";
import { folderWith } from "../support/folder.js";
import { hasPseudoTerminal, pseudoTerminal } from "../support/terminal.js";
import { northstar } from "../support/world.js";

const fixture = (name: string) => readFileSync(new URL(`../fixtures/metrics/${name}`, import.meta.url));
const manifest = fixture("dbt-1.12/target/manifest.json");

/** A North Star whose metric, and one of whose Inputs, have a source. */
function star(source: string, input = ""): string {
  return `name: Weekly Learning Users
definition: The count of active users who have shared a learning that two other people consumed in the previous seven days.
game: productivity
source: ${source}
inputs:
  - id: broadcasts
    name: Broadcasted Learnings
    definition: Charts, dashboards and notebooks consumed by two or more people in seven days.
    owner: Sharing pod
${input && `    source: ${input}\n`}  - id: activation
    name: Activated Organizations
    definition: New organizations in which three people have run a query in their first week.
    owner: Onboarding pod
  - id: consumption
    name: Consumption of Learnings
    definition: Times a week that a person opens a learning somebody else has shared.
    owner: Reading pod
`;
}

const ofSources = /source|artifact|running-total|arithmetic/;

/** What is found about sources, as `rule: message`. */
async function found(cwd: string, args: readonly string[] = []): Promise<string[]> {
  const { stdout } = await northstar(["lint", "-f", "json", ...args], { cwd });
  const problems: Problem[] = JSON.parse(stdout).files.flatMap(
    (file: { problems: Problem[] }) => file.problems,
  );
  return problems.flatMap(({ rule, message }) => (ofSources.test(rule) ? `${rule}: ${message}` : []));
}

describe("where files are looked for", () => {
  test("in the folder of the North Star, then around it as far as its repository goes", async () => {
    const files = {
      "docs/team/northstar.yaml": star("{ dbt: readers_evr }"),
      "target/manifest.json": manifest,
    };
    const outside = folderWith(files);
    expect(await found(join(outside, "docs/team"))).toEqual([
      "unchecked-source: `readers_evr` in dbt is not looked up, since target/manifest.json is not there; run `dbt parse` before, or say under `artifacts` in northstar.config.yaml where it is",
    ]);
    const inside = folderWith({ ...files, ".git/HEAD": "" });
    expect(await found(join(inside, "docs/team"))).toEqual([
      "missing-source: there is no metric `readers_evr` in dbt (../../target/manifest.json); did you mean `readers_ever`?",
    ]);
  });

  test("where the configuration says, as seen from the file that says it", async () => {
    const cwd = folderWith({
      ".git/HEAD": "",
      "northstar.config.yaml":
        "artifacts:\n  dbt: [warehouse/none.json, warehouse/manifest.json]\n  cube: saved\n",
      "warehouse/manifest.json": manifest,
      "team/northstar.config.yaml": "extends: ../northstar.config.yaml\nartifacts:\n  cube: cube.json\n",
      "team/cube.json": fixture("cube-production.json"),
      "team/northstar.yaml": star("{ dbt: readers_ever }", "{ cube: overview.weekly_user }"),
    });
    expect(await found(cwd, ["team"])).toEqual([
      "running-total: `readers_ever` in dbt adds up all there ever was, so it can only go up; give it a window there, or name a metric that has one",
      "missing-source: there is no metric `overview.weekly_user` in Cube (cube.json); did you mean `overview.weekly_users`?",
    ]);
  });

  test("Malloy and Rill in folders, models of Lightdash where they are named", async () => {
    const cwd = folderWith({
      "models/learnings.malloy": fixture("malloy/learnings.malloy"),
      "metrics/learnings.yaml": fixture("rill/metrics/learnings.yaml"),
      "metrics/notes.yaml": fixture("rill/metrics/notes.yaml"),
      "lightdash/models/learnings.yml": fixture("lightdash-model.yml"),
      "northstar.config.yaml": "artifacts:\n  lightdash: lightdash/models\n",
      "northstar.yaml": star("{ malloy: learnings.weekly_user }", "{ rill: Learnings.WEEKLY_USERS }"),
      "other.northstar.yaml": star("{ lightdash: learnings.user_id }", "{ malloy: foreign.own }"),
    });
    expect(await found(cwd)).toEqual([
      "missing-source: there is no metric `learnings.weekly_user` in Malloy (models/learnings.malloy); did you mean `learnings.weekly_users`?",
      "missing-source: `learnings.user_id` in Lightdash is not there, since it has the name of a dimension of learnings, and Lightdash passes such a metric over (lightdash/models/learnings.yml); change that there, or name another",
      "unchecked-source: nobody can tell whether Malloy has `foreign.own` (models/learnings.malloy), since `foreign` is built on what is not read here",
    ]);
  });
});

describe("what cannot be read", () => {
  const broken = async (files: Record<string, string | Uint8Array>, source = "{ dbt: a }") =>
    (await found(folderWith({ ...files, "northstar.yaml": star(source) })))[0];

  test.each([
    [
      "cube-error-403.json",
      "cube-meta.json",
      "{ cube: a.b }",
      "Cube's error answer (Authorization header isn't set)",
    ],
    ["cube-page.json", "cube-meta.json", "{ cube: a.b }", "a web page"],
    ["dbt-run-results.json", "target/manifest.json", "{ dbt: a }", "dbt's run-results"],
    [
      "cube-error-403.json",
      "target/manifest.json",
      "{ lightdash: a }",
      "an error answer (Authorization header isn't set)",
    ],
    ["rill/metrics/notes.yaml", "ossie.yaml", "{ ossie: a }", "no document of Ossie"],
  ])("%s in the place of %s is named as what it is", async (name, path, source, words) => {
    expect(await broken({ [path]: fixture(name) }, source)).toContain(
      `broken-artifact: ${path} is ${words}, so nothing can be looked up in it; `,
    );
  });

  test("a file that is cut off, that is UTF-16, or that is a folder", async () => {
    const path = "target/manifest.json";
    expect(await broken({ [path]: manifest.subarray(0, -4) })).toContain(
      "is JSON that is cut off before its end",
    );
    expect(await broken({ [path]: Buffer.from(`\uFEFF${manifest}`, "utf16le") })).toContain(
      "is written in UTF-16",
    );
    expect(await broken({ [`${path}/file`]: "" })).toContain("is a folder");
    expect(await broken({ [path]: "" })).toContain("is empty");
  });

  test("a link out of the repository, or out of the folder where there is none", async () => {
    const elsewhere = folderWith({ "manifest.json": manifest });
    for (const git of [{ ".git/HEAD": "" }, {}]) {
      const cwd = folderWith({ ...git, "target/x": "", "northstar.yaml": star("{ dbt: readers_ever }") });
      symlinkSync(join(elsewhere, "manifest.json"), join(cwd, "target/manifest.json"));
      expect((await found(cwd))[0]).toContain("target/manifest.json is outside of the repository");
    }
    const cwd = folderWith({
      "northstar.config.yaml": "artifacts:\n  dbt: ../elsewhere/manifest.json\n",
      "northstar.yaml": star("{ dbt: readers_ever }"),
    });
    expect((await found(cwd))[0]).toMatch(/^(?:unchecked-source|broken-artifact)/);
  });

  test("a file of more than 1 GiB is refused by its size, at once", async () => {
    const cwd = folderWith({ "target/manifest.json": "{}", "northstar.yaml": star("{ dbt: readers_ever }") });
    truncateSync(join(cwd, "target/manifest.json"), 3 * 2 ** 30);
    expect(await found(cwd)).toEqual([
      "broken-artifact: target/manifest.json is larger than 1 GiB (3.0 GiB), so nothing can be looked up in it; write it anew with `dbt parse`",
    ]);
  });

  test("a lock that cannot be read is told, and everything else all the same", async () => {
    const cwd = folderWith({
      "target/manifest.json": manifest,
      "northstar.yaml": star("{ dbt: readers_evr }"),
      "northstar.lock": '{"version": 1, "sources": []}',
    });
    expect((await found(cwd)).map((each) => each.slice(0, 40))).toEqual([
      "broken-artifact: northstar.lock cannot b",
      "missing-source: there is no metric `read",
    ]);
  });

  test("no text of an artefact reaches a terminal as it is", async () => {
    const hostile = JSON.stringify({ error: "\u001b[31m\u202Ered" });
    const cwd = folderWith({ "cube-meta.json": hostile, "northstar.yaml": star("{ cube: a.b }") });
    const { screen } = await northstar(["lint"], { cwd });
    expect(screen).toContain("Cube's error answer");
    for (const sign of ["\u001b[31m", "\u202E"]) expect(screen).not.toContain(sign);
    const doctor = await northstar(["doctor"], { cwd });
    for (const sign of ["\u001b[31m", "\u202E"]) expect(doctor.screen).not.toContain(sign);
  });
});

describe("what dbt wrote for Ossie", () => {
  const document = fixture("dbt-1.12/target/osi_document.json");

  test("is passed over for the manifest beside it, and the fix says so", async () => {
    const cwd = folderWith({
      "target/manifest.json": manifest,
      "target/osi_document.json": document,
      "northstar.yaml": star("{ ossie: readers_ever }"),
    });
    expect(await found(cwd)).toEqual([
      "lossy-source: `readers_ever` in Ossie is looked up in a document that dbt wrote, which loses windows; write `dbt: readers_ever`, which target/manifest.json has",
      "running-total: `readers_ever` in Ossie adds up all there ever was, so it can only go up; give it a window there, or name a metric that has one",
    ]);
    await northstar(["lint", "--fix=all"], { cwd });
    expect(readFileSync(join(cwd, "northstar.yaml"), "utf8")).toContain("source: { dbt: readers_ever }\n");
  });

  test("alone proves nothing of what it leaves out", async () => {
    const cwd = folderWith({
      "target/osi_document.json": document,
      "northstar.yaml": star("{ ossie: mins }"),
    });
    expect((await found(cwd)).map((each) => each.split(":")[0])).toEqual([
      "lossy-source",
      "unchecked-source",
    ]);
  });
});

describe("a change is noticed", () => {
  test("by the cache of results, which goes by definitions", async () => {
    const cwd = folderWith({
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, index) => [
          `${index}/northstar.yaml`,
          `# ${index}\n${star("{ dbt: readers_7d }")}`,
        ]),
      ),
      ".git/HEAD": "",
      "target/manifest.json": manifest,
    });
    const run = () => found(cwd, ["--cache-file", "kept"]);
    expect(await run()).toEqual([]);
    const before = readFileSync(join(cwd, "kept"));
    expect(await run()).toEqual([]);
    writeFileSync(join(cwd, "target/manifest.json"), `${manifest}\n`);
    expect(await run()).toEqual([]);
    expect(readFileSync(join(cwd, "kept")).equals(before)).toBe(true);
    writeFileSync(
      join(cwd, "target/manifest.json"),
      String(manifest).replaceAll("readers_7d", "readers_28d"),
    );
    expect((await run()).length).toBe(10);
    writeFileSync(join(cwd, "target/manifest.json"), manifest);
    expect(await run()).toEqual([]);
  });

  test("by threads as by one", async () => {
    const cwd = folderWith({
      ...Object.fromEntries(
        Array.from({ length: 81 }, (_, index) => [
          `${index}/northstar.yaml`,
          `# ${index}\n${star("{ dbt: readers_evr }")}`,
        ]),
      ),
      ".git/HEAD": "",
      "target/manifest.json": manifest,
    });
    const program = new URL("../../bin/northstar.js", import.meta.url).pathname;
    const { stdout } = spawnSync(process.execPath, [program, "lint", "-f", "json", "--no-cache"], {
      cwd,
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    expect(stdout.match(/did you mean `readers_ever`\?/g)).toHaveLength(81);
  });

  test("between two readings in one process, by size and time", async () => {
    const cwd = folderWith({
      "target/manifest.json": manifest,
      "northstar.yaml": star("{ dbt: readers_7d }"),
    });
    const path = join(cwd, "target/manifest.json");
    expect(await found(cwd)).toEqual([]);
    writeFileSync(path, String(manifest).replaceAll("readers_7d", "readers_8d"));
    utimesSync(path, 1, 1);
    expect((await found(cwd))[0]).toContain("did you mean `readers_8d`?");
  });

  test("in how a metric is counted, after it was accepted", async () => {
    const cwd = folderWith({
      "target/manifest.json": manifest,
      "northstar.yaml": star("{ dbt: readers_7d }", "{ dbt: not_there }"),
    });
    const accept = (...words: string[]) => northstar(["measure", "--accept", ...words], { cwd });
    expect(await accept("metric")).toMatchObject({
      code: 0,
      stdout:
        "metric: `readers_7d` in dbt, cumulative over 7 days, from count_distinct of\nuser_id in learnings\n",
    });
    const lock = readFileSync(join(cwd, "northstar.lock"), "utf8");
    expect(await accept()).toMatchObject({ code: 1 });
    expect(readFileSync(join(cwd, "northstar.lock"), "utf8")).toBe(lock);
    expect(await accept("brodcasts")).toMatchObject({
      code: 2,
      stderr: "northstar: northstar.yaml has no `source` at `brodcasts`; did you mean broadcasts?\n",
    });
    const drifted = async () => (await found(cwd)).filter((each) => each.startsWith("drifted"));
    expect(await drifted()).toEqual([]);
    writeFileSync(join(cwd, "target/manifest.json"), String(manifest).replace('"count": 7', '"count": 28'));
    expect(await drifted()).toEqual([
      "drifted-source: `readers_7d` in dbt is counted in another way than was accepted: look at what changed there, then run `northstar measure --accept metric`",
    ]);
    expect((await accept("metric")).stdout).toContain("(another way of counting than before)");
    expect(await drifted()).toEqual([]);
  });

  test.skipIf(!hasPseudoTerminal)("while lint watches", async () => {
    const cwd = folderWith({
      ".git/HEAD": "",
      "northstar.yaml": star("{ dbt: readers_evr }"),
      "target/x": "",
    });
    const screen = pseudoTerminal(["lint", "--watch"], { cwd });
    await screen.see("unchecked-source");
    await screen.see("watching 1 file");
    writeFileSync(join(cwd, "target/manifest.json"), manifest);
    await screen.see("missing-source");
    await screen.see("watching 1 file");
    writeFileSync(
      join(cwd, "target/manifest.json"),
      String(manifest).replaceAll("readers_ever", "readers_evr"),
    );
    await screen.see("running-total");
    screen.press("ctrl-c");
    expect(await screen.code).toBe(130);
  });
});

describe("what other commands do with it", () => {
  const files = { "target/manifest.json": manifest, "northstar.yaml": star("{ dbt: readers_7d }") };

  test("an edit that points nowhere is refused, with what was meant", async () => {
    const cwd = folderWith(files);
    expect(await northstar(["set", "source.dbt", "readers_8d"], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        "did you mean `readers_7d`? (missing-source); --force writes it all the same",
      ),
    });
    expect(await northstar(["set", "inputs.broadcasts.source.dbt", "reads"], { cwd })).toMatchObject({
      code: 0,
    });
    expect(await northstar(["set", "source.url", "https://example.com/d/7"], { cwd })).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("in the place of `dbt: readers_7d`"),
    });
    expect(await northstar(["set", "source.dbt", "readers_7d"], { cwd })).toMatchObject({ code: 0 });
    const add = ["add", "result", "Renewals", "--dbt", "mins"];
    expect(await northstar(add, { cwd })).toMatchObject({ code: 0 });
    const text = readFileSync(join(cwd, "northstar.yaml"), "utf8");
    expect((readDocument(text) as { value: unknown }).value).toMatchObject({
      inputs: [{ source: { dbt: "reads" } }, {}, {}],
      results: [{ name: "Renewals", source: { dbt: "mins" } }],
    });
  });

  test("candidates and what init is given are looked up as well", async () => {
    const cwd = folderWith({
      ".git/HEAD": "",
      "target/manifest.json": manifest,
      "candidates/ada.yaml": `status: candidate\n${star("{ dbt: readers_7x }")}`,
      "candidates/ben.yaml": `status: candidate\n${star("{ dbt: readers_7d }").replace("name: Weekly", "name: Daily")}`,
    });
    const told = "there is no metric `readers_7x` in dbt";
    const adopted = await northstar(["adopt", "candidates/ada.yaml", "--yes"], { cwd });
    expect(adopted.code).toBe(1);
    expect(adopted.screen).toContain(told);
    const fine = await northstar(["adopt", "candidates/ben.yaml", "--yes"], { cwd });
    expect(fine).toMatchObject({ code: 0 });
    const compared = await northstar(["compare"], { cwd });
    expect(compared.stdout.match(/readers_7x/g)).toHaveLength(1);
    const made = await northstar(["init", "new.yaml", "--from", "candidates/ada.yaml"], { cwd });
    expect(made.screen).toContain(told);
  });

  test("another metric takes the source of the one before into the history", async () => {
    const cwd = folderWith(files);
    const change = [
      "change",
      "--name",
      "Weekly Deciding Teams",
      "--definition",
      "Teams that change a plan in a week.",
    ];
    await northstar([...change, "--keep-inputs", "--reason", "It leads further."], { cwd });
    const text = readFileSync(join(cwd, "northstar.yaml"), "utf8");
    expect(text).toContain("name: Weekly Deciding Teams");
    expect((readDocument(text) as { value: object }).value).not.toHaveProperty("source");
    expect(text).toContain("source: { dbt: readers_7d }");
  });

  test("doctor tells what was found in the shape of its schema, and nothing where nothing points", async () => {
    const cwd = folderWith({ ...files, "cube-meta.json": fixture("cube-error-403.json") });
    writeFileSync(join(cwd, "northstar.yaml"), star("{ dbt: readers_7d }", "{ cube: A.b }"));
    const { stdout, code } = await northstar(["doctor", "--format", "json"], { cwd });
    const told = JSON.parse(stdout);
    expect(code).toBe(1);
    const schema = JSON.parse(readFileSync("schemas/doctor.schema.json", "utf8"));
    expect(new Ajv({ strict: false }).validate(schema, told)).toBe(true);
    expect(told.artifacts).toEqual([
      {
        path: "target/manifest.json",
        system: "dbt",
        state: "found",
        says: "manifest v12 of dbt 1.12.3",
        metrics: 14,
      },
      {
        path: "cube-meta.json",
        system: "cube",
        state: "broken",
        says: "Cube's error answer (Authorization header isn't set)",
        metrics: 0,
      },
    ]);
    expect(told.sources[0]).toMatchObject({
      thing: "metric",
      found: "yes",
      kind: "cumulative",
      window: { count: 7, grain: "day" },
      leaves: ["count_distinct of user_id in learnings"],
    });
    const without = folderWith({ "northstar.yaml": star("{ url: https://example.com/d/7 }") });
    const plain = JSON.parse((await northstar(["doctor", "--format", "json"], { cwd: without })).stdout);
    expect([plain.artifacts, plain.sources]).toEqual([[], []]);
  });

  test("an exposure of dbt has each metric once, and nothing of the file is run by dbt", async () => {
    const cwd = folderWith({
      "target/manifest.json": manifest,
      "northstar.yaml": star("{ dbt: readers_7d }", "{ dbt: shop.reads }")
        .replace("name: Weekly", "owner: ada@example.com\nname: '{{ env_var(1) }} {% x %} Weekly")
        .replace("Learning Users\n", "Learning Users'\n"),
    });
    const { stdout, code } = await northstar(["export", "--dbt-exposure"], { cwd });
    expect(code).toBe(0);
    const [exposure] = (readDocument(stdout) as { value: { exposures: Record<string, unknown>[] } }).value
      .exposures;
    expect(exposure).toMatchObject({
      name: "env_var_1_x_weekly_learning_users",
      label: "{{ '{' }}{ env_var(1) }} {{ '{' }}% x %} Weekly Learning Users",
      type: "analysis",
      depends_on: ["metric('readers_7d')", "metric('shop', 'reads')"],
      owner: { email: "ada@example.com" },
    });
    const odd = folderWith({ "northstar.yaml": star(`{ dbt: "a') }}" }`) });
    expect(await northstar(["export", "--dbt-exposure"], { cwd: odd })).toMatchObject({
      code: 2,
      stdout: "",
    });
    writeFileSync(join(cwd, "northstar.yaml"), star("{ dbt: not_there }"));
    expect((await northstar(["export", "--dbt-exposure"], { cwd })).stderr).toContain(
      "dbt does not have `not_there`",
    );
    writeFileSync(join(cwd, "northstar.yaml"), star("{ url: https://example.com/d/7 }"));
    expect((await northstar(["export", "--dbt-exposure"], { cwd })).stderr).toContain(
      "points at no metric of dbt",
    );
  });
});

test("a North Star without a source looks at no artefact at all", async () => {
  const cwd = folderWith({
    "northstar.yaml": star("{ url: https://example.com/d/7 }").replace(/^source:.*\n/m, ""),
    "northstar.config.yaml": "artifacts:\n  dbt: nowhere/manifest.json\n",
  });
  expect(await found(cwd)).toEqual([]);
});
