/** What each semantic layer writes, by version, as one form of result. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCube } from "../../src/metrics/cube.js";
import { readDbt } from "../../src/metrics/dbt.js";
import { jsonMembers, NotJson } from "../../src/metrics/json-members.js";
import { readLightdash } from "../../src/metrics/lightdash.js";
import { lookUp } from "../../src/metrics/look-up.js";
import { malloyCatalogue, readMalloy } from "../../src/metrics/malloy.js";
import type { Artifact, Catalogue, Metric, NotArtifact } from "../../src/metrics/metric.js";
import { readOssie } from "../../src/metrics/ossie.js";
import { readRill } from "../../src/metrics/rill.js";
import { factsFrom, isRunningTotal, leafRelation } from "../../src/metrics/source.js";

const folder = new URL("../fixtures/metrics/", import.meta.url);

function artifact(name: string): Artifact {
  return { name, pieces: [readFileSync(new URL(name, folder))] };
}

function catalogue(read: Catalogue | NotArtifact): Catalogue {
  if ("reason" in read) throw new Error(read.reason);
  return read;
}

/** What a file says of each of its metrics, by the name in full. */
function told<K extends keyof Metric>(read: Catalogue | NotArtifact, ...keys: K[]): Record<string, unknown> {
  return Object.fromEntries(
    catalogue(read).metrics.map((metric) => [
      metric.names.at(-1),
      keys.length === 1 ? metric[keys[0] as K] : keys.map((key) => metric[key]),
    ]),
  );
}

function reasonOf(read: () => Catalogue | NotArtifact): string {
  try {
    const found = read();
    return "reason" in found ? found.reason : "fine";
  } catch (error) {
    if (error instanceof NotJson) return error.found;
    throw error;
  }
}

describe("dbt", () => {
  const dbt = (name: string) => readDbt(artifact(name));
  const all = "none";

  test("1.6: flat windows, and a filter of one template", () => {
    expect(told(dbt("dbt-1.6.json"), "kind", "window", "leaves")).toEqual({
      "shop.weekly_learning_users": [
        "simple",
        "none",
        ["count_distinct of user_id in learnings where {{ Dimension('learning__kind') }} = 'chart'"],
      ],
      "shop.readers_7d": [
        "cumulative",
        { count: 7, grain: "day" },
        ["count_distinct of user_id in learnings"],
      ],
      "shop.readers_mtd": ["cumulative", { toDate: "month" }, ["count_distinct of user_id in learnings"]],
      "shop.readers_ever": ["cumulative", all, ["count_distinct of user_id in learnings"]],
    });
  });

  test("1.7: the same filter in a list is the same leaf; conversions have a window", () => {
    const leaf = (name: string) => told(dbt(name), "leaves")["shop.weekly_learning_users"];
    expect(leaf("dbt-1.7.json")).toEqual(leaf("dbt-1.6.json"));
    expect(told(dbt("dbt-1.7.json"), "kind", "window", "leaves")["shop.read_to_share"]).toEqual([
      "conversion",
      { count: 7, grain: "day" },
      ["count of id in learnings", "count_distinct of user_id in learnings"],
    ]);
  });

  test("1.8: ratios, offsets and what is disabled", () => {
    expect(told(dbt("dbt-1.8.json"), "state", "kind", "leaves")).toEqual({
      "shop.reads": ["yes", "simple", ["count of id in learnings"]],
      "shop.readers": ["yes", "simple", ["count_distinct of user_id in learnings"]],
      "shop.reads_per_reader": [
        "yes",
        "ratio",
        ["count of id in learnings", "count_distinct of user_id in learnings"],
      ],
      "shop.reads_growth": ["yes", "derived", ["count of id in learnings"]],
      "shop.old_readers": ["disabled", "simple", ["count_distinct of user_id in learnings"]],
    });
  });

  test("1.9 and 1.10: nested windows beside flat ones, and grains of the team's own", () => {
    expect(told(dbt("dbt-1.9.json"), "window")).toEqual({
      "shop.readers_7d": { count: 7, grain: "day" },
      "shop.readers_ever": all,
    });
    expect(told(dbt("dbt-1.10.json"), "window")["shop.readers_fortnight"]).toEqual({
      count: 1,
      grain: "fortnight",
    });
  });

  test("1.11: one name in two packages asks for the package", () => {
    const read = catalogue(dbt("dbt-1.11.json"));
    expect(lookUp("orders", read)).toEqual({ several: ["shop.orders", "billing.orders"] });
    expect(lookUp("billing.orders", read)).toMatchObject({
      metric: { leaves: ["count_distinct of user_id in learnings"] },
    });
  });

  test("1.12: no measures, nested windows only, hidden metrics, filters of a part", () => {
    const read = dbt("dbt-1.12/target/manifest.json");
    expect(told(read, "window")).toMatchObject({
      "shop.readers_ever": all,
      "shop.readers_7d": { count: 7, grain: "day" },
      "shop.readers_qtd": { toDate: "quarter" },
    });
    expect(told(read, "state")["shop.mins"]).toBe("hidden");
    expect(told(read, "leaves")).toMatchObject({
      "shop.reads": ["count of id in learnings"],
      "shop.readers_ever": ["count_distinct of user_id in learnings"],
      "shop.chart_reads_per_reader": [
        "count of id in learnings where {{ Dimension('learning__kind') }} = 'chart'",
        "count_distinct of user_id in learnings",
      ],
      "shop.of_nothing": "unknown",
      "shop.in_a_circle": "unknown",
    });
    expect(told(read, "label")["shop.weekly_learning_users"]).toBe("Weekly Learning Users");
  });

  test("a total of all time can only go up; an average of all time, and what has a window, cannot", () => {
    const read = catalogue(dbt("dbt-1.12/target/manifest.json"));
    const rising = read.metrics.filter(isRunningTotal).map(({ names }) => names[0]);
    expect(rising).toEqual(["readers_ever"]);
    expect(
      catalogue(dbt("dbt-1.6.json"))
        .metrics.filter(isRunningTotal)
        .map(({ names }) => names[0]),
    ).toEqual(["readers_ever"]);
  });

  test("semantic_manifest.json: a list, without packages and labels", () => {
    const read = dbt("semantic_manifest.json");
    expect(told(read, "label", "kind", "leaves")).toEqual({
      weekly_learning_users: [null, "simple", ["count_distinct of user_id in learnings"]],
      readers_ever: ["Readers ever", "cumulative", ["count_distinct of user_id in learnings"]],
    });
  });

  test("a manifest without metrics is told apart from one that lacks this one", () => {
    const found = (name: string) => {
      const read = catalogue(dbt(name));
      return factsFrom({ system: "dbt", name: "readers_7" }, read, lookUp("readers_7", read), name);
    };
    expect(found("dbt-without-metrics.json")).toMatchObject({ found: "empty-artefact", meant: [] });
    expect(found("dbt-1.9.json")).toMatchObject({ found: "no", meant: ["readers_7d"], kind: "unknown" });
  });

  test("says what a file is that is no manifest", () => {
    expect(reasonOf(() => dbt("dbt-run-results.json"))).toBe("dbt's run-results");
    expect(reasonOf(() => dbt("cube-error-403.json"))).toBe(
      "an error answer (Authorization header isn't set)",
    );
    expect(reasonOf(() => dbt("cube-production.json"))).toBe("JSON of something else");
    expect(reasonOf(() => dbt("cube-page.json"))).toBe("a web page");
  });

  test("a change of window, filter, part or column changes the hash; a label and an order of keys do not", () => {
    const text = readFileSync(new URL("dbt-1.12/target/manifest.json", folder), "utf8");
    const hashes = (from: string) =>
      told(readDbt({ name: "manifest.json", pieces: [Buffer.from(from)] }), "hash");
    const before = hashes(text);
    expect(hashes(text.replace("Weekly Learning Users", "Readers"))).toEqual(before);
    const other = (from: string, to: string, ...changed: string[]) => {
      const now = hashes(text.replace(from, to));
      expect(Object.keys(now).filter((name) => now[name] !== before[name])).toEqual(changed);
    };
    other('"count": 7', '"count": 28', "shop.readers_7d");
    other("= 'chart'", "= 'note'", "shop.chart_reads_per_reader");
    other('"quarter"', '"month"', "shop.readers_qtd");
    expect(new Set(Object.values(before)).size).toBe(Object.keys(before).length - 1);
  });
});

describe("Ossie", () => {
  const ossie = (name: string) => readOssie(artifact(name));

  test("0.1.1 and 0.2.0.dev0: neither kind nor window, leaves as text", () => {
    for (const name of ["ossie-0.1.1.json", "ossie-0.2.0.dev0.yaml"])
      expect(told(ossie(name), "kind", "window", "leaves", "description", "label")).toMatchObject({
        "northstar_demo/weekly_learning_users": [
          "unknown",
          "unknown",
          ["COUNT(DISTINCT learnings.user_id)"],
          "People who learned",
          null,
        ],
      });
  });

  test("one expression is one leaf however it is spaced, and one name twice asks which", () => {
    const { metrics } = catalogue(ossie("ossie-0.1.1.json"));
    expect(metrics[0]?.leaves).toEqual(metrics[1]?.leaves);
    expect(lookUp("orders", catalogue(ossie("ossie-0.2.0.dev0.yaml")))).toHaveProperty("several");
  });

  test("knows the document that dbt writes, and takes no leaves from it", () => {
    const read = catalogue(ossie("dbt-1.12/target/osi_document.json"));
    expect(read.writer).toBe("dbt");
    expect(new Set(Object.values(told(read, "leaves")))).toEqual(new Set(["unknown"]));
    const elsewhere = { ...artifact("dbt-1.12/target/osi_document.json"), name: "semantic.json" };
    expect(readOssie(elsewhere)).toHaveProperty("writer", "dbt");
    expect(ossie("ossie-0.1.1.json")).not.toHaveProperty("writer");
  });

  test("says what is none", () => {
    expect(reasonOf(() => ossie("dbt-1.8.json"))).toBe("no document of Ossie");
    expect(
      reasonOf(() => readOssie({ name: "a.yaml", pieces: [Buffer.from("name: flat\ndatasets: []\n")] })),
    ).toBe("no document of Ossie");
  });
});

describe("Cube", () => {
  const cube = (name: string) => readCube(artifact(name));

  test("development lists what is hidden, production leaves it out", () => {
    expect(told(cube("cube-development.json"), "state")).toMatchObject({
      "Learnings.reads": "hidden",
      "Internal.count": "hidden",
      "overview.reads": "yes",
    });
    expect(Object.keys(told(cube("cube-production.json"), "state"))).toEqual([
      "Learnings.weekly_users",
      "Learnings.per_user",
      "Learnings.per_minute",
      "Learnings.minutes",
      "overview.weekly_users",
      "overview.reads",
    ]);
  });

  test("a rolling window is unknown and never a running total; labels and views are told", () => {
    expect(told(cube("cube-production.json"), "kind", "window", "label", "leaves")).toMatchObject({
      "Learnings.weekly_users": [
        "cumulative",
        "unknown",
        "Weekly Learning Users",
        ["Learnings.weekly_users"],
      ],
      "overview.weekly_users": ["cumulative", "unknown", "Weekly Learning Users", ["Learnings.weekly_users"]],
      "overview.reads": ["simple", "none", "Reads", ["Learnings.reads"]],
      "Learnings.minutes": ["simple", "none", "Minutes", ["Learnings.minutes"]],
      "Learnings.per_user": ["derived", "unknown", "Per User", "unknown"],
    });
    expect(catalogue(cube("cube-development.json")).metrics.filter(isRunningTotal)).toEqual([]);
  });

  test("?extended tells what a calculation is made of, where it is made of measures", () => {
    const read = cube("cube-extended.json");
    expect(told(read, "leaves")).toMatchObject({
      "Learnings.per_user": ["Learnings.reads", "Learnings.weekly_users"],
      "Learnings.per_minute": "unknown",
    });
  });

  test("names a saved error answer as such", () => {
    expect(reasonOf(() => cube("cube-error-403.json"))).toBe(
      "Cube's error answer (Authorization header isn't set)",
    );
    expect(reasonOf(() => cube("cube-error-compile.json"))).toMatch(
      /^Cube's error answer \(Error: Compile errors: /,
    );
    expect(reasonOf(() => cube("cube-page.json"))).toBe("a web page");
    expect(reasonOf(() => cube("dbt-1.8.json"))).toBe("no answer of Cube's /v1/meta");
    expect(catalogue(cube("cube-empty.json")).metrics).toEqual([]);
  });
});

describe("Lightdash", () => {
  const read = readLightdash(artifact("lightdash/target/manifest.json"));

  test("columns over models, what is merged, and what is passed over", () => {
    expect(told(read, "state", "kind")).toEqual({
      "learnings.weekly_learning_users": ["hidden", "simple"],
      "learnings.minutes": ["skipped", "simple"],
      "learnings.minutes_total": ["yes", "simple"],
      "learnings.quiet": ["hidden", "simple"],
      "learnings.read_at_week": ["skipped", "simple"],
      "learnings.reads": ["yes", "simple"],
      "learnings.reads_so_far": ["yes", "cumulative"],
      "learnings.Weekly.Reads": ["yes", "simple"],
      "learnings.reads_per_user": ["yes", "derived"],
      "learnings.raw_ratio": ["yes", "derived"],
      "learnings.short_id": ["skipped", "simple"],
      "learnings.odd": ["yes", "unknown"],
      "other.reads": ["yes", "simple"],
      "other.shown_elsewhere": ["yes", "derived"],
      "people.people": ["yes", "simple"],
    });
  });

  test("labels, ids and leaves", () => {
    expect(told(read, "label", "description")).toMatchObject({
      "learnings.weekly_learning_users": ["Weekly Learning Users", "People who learned"],
      "learnings.reads_so_far": ["Reads so far", null],
    });
    expect(lookUp("learnings_Weekly__Reads", catalogue(read))).toHaveProperty("metric");
    expect(lookUp("reads", catalogue(read))).toEqual({ several: ["learnings.reads", "other.reads"] });
    expect(told(read, "leaves")).toMatchObject({
      "learnings.reads": ["count of id in learnings"],
      "learnings.reads_so_far": ["count of id in learnings"],
      "learnings.reads_per_user": ["count of id in learnings", "count_distinct of user_id in learnings"],
      "learnings.raw_ratio": "unknown",
      "other.shown_elsewhere": ["count of id in learnings"],
    });
    expect(
      catalogue(read)
        .metrics.filter(isRunningTotal)
        .map(({ names }) => names[0]),
    ).toEqual(["reads_so_far"]);
  });

  test("a model of its own in YAML", () => {
    expect(told(readLightdash(artifact("lightdash-model.yml")), "state", "label")).toEqual({
      "learnings.weekly_learning_users": ["yes", "Weekly Learning Users"],
      "learnings.readers": ["yes", "Readers"],
      "learnings.user_id": ["skipped", "User id"],
    });
    expect(reasonOf(() => readLightdash(artifact("rill/metrics/learnings.yaml")))).toBe(
      "no model of Lightdash (`type: model`)",
    );
  });
});

describe("Malloy", () => {
  const files = ["malloy/imports.malloy", "malloy/learnings.malloy"].map((name) =>
    readMalloy(artifact(name)),
  );
  const read = malloyCatalogue(files.flatMap((file) => ("reason" in file ? [] : [file])));

  test("names measures of a source and of those that it extends, and no others", () => {
    expect(told(read, "state")).toEqual({
      "more.weekly_users": "yes",
      "more.reads": "yes",
      "more.reads per user": "yes",
      "more.minutes_sum": "hidden",
      "more.again": "yes",
      "learnings.weekly_users": "yes",
      "learnings.reads": "yes",
      "learnings.reads per user": "yes",
      "learnings.minutes_sum": "hidden",
      "charts.people": "yes",
      "charts.reads per user": "yes",
      "charts.minutes_sum": "hidden",
      "charts.charts_read": "yes",
      "tables.reads": "yes",
      "narrowed.own": "yes",
      "weekly.weeks": "yes",
      "foreign.added": "yes",
    });
    const { label, description, kind, window, leaves } = read.metrics.find(
      ({ names }) => names[1] === "learnings.weekly_users",
    ) as Metric;
    expect([label, description]).toEqual(["Weekly Learning Users", "People who learned"]);
    expect([kind, window, leaves]).toEqual(["unknown", "unknown", "unknown"]);
  });

  test("cannot tell what a source has that is built on what is not read", () => {
    expect(read.partly).toEqual(["narrowed", "foreign"]);
    const facts = (name: string) =>
      factsFrom({ system: "malloy", name }, read, lookUp(name, read), "a.malloy").found;
    expect([facts("foreign.more"), facts("charts.reads"), facts("learnings.reads")]).toEqual([
      "unknown",
      "no",
      "yes",
    ]);
  });

  test("reads any text in linear time", () => {
    for (const sign of [
      '"',
      "'",
      "`",
      "/*",
      '"""',
      "#|\n",
      "measure: ",
      "a is ",
      "{",
      "(",
      "s'\\",
      "include {",
    ]) {
      const pieces = [Buffer.from(`source: a is b extend { measure: ${sign.repeat(20_000)}`)];
      const start = performance.now();
      readMalloy({ name: "a.malloy", pieces });
      expect(performance.now() - start, sign).toBeLessThan(3000);
    }
  });
});

describe("Rill", () => {
  const read = readRill(artifact("rill/metrics/learnings.yaml"));

  test("names, kinds, windows and leaves", () => {
    const [reads, users] = ["count(*) in learnings", "count(distinct user_id) in learnings"];
    expect(told(read, "state", "kind", "window", "leaves", "label")).toEqual({
      "learnings.weekly_users": ["yes", "simple", "none", [users], "Weekly Learning Users"],
      "learnings.reads": ["yes", "simple", "none", [reads], "Reads"],
      "learnings.per_user": ["yes", "derived", "unknown", [reads, users].sort(), null],
      "learnings.rolling": ["yes", "derived", "unknown", [reads], null],
      "learnings.measure_4": ["yes", "simple", "none", ["sum(minutes) in learnings"], null],
      "learnings.gone": ["skipped", "simple", "none", [reads], null],
    });
  });

  test("names count in whatever case", () => {
    expect(lookUp("Learnings.WEEKLY_users", catalogue(read))).toHaveProperty("metric");
    expect(lookUp("weekly_user", catalogue(read))).toEqual({ meant: "weekly_users" });
  });

  test("a file of another type is none", () => {
    expect(reasonOf(() => readRill(artifact("rill/metrics/notes.yaml")))).toBe(
      "no metrics view of Rill (`type: metrics_view`)",
    );
  });
});

test("two empty lists of leaves are not the same leaves, nor are those of two systems", () => {
  const facts = (system: "dbt" | "cube", leaves: string[] | "unknown") =>
    ({ system, leaves }) as Parameters<typeof leafRelation>[0];
  expect(leafRelation(facts("dbt", []), facts("dbt", []))).toBe("apart");
  expect(leafRelation(facts("dbt", "unknown"), facts("dbt", "unknown"))).toBe("apart");
  expect(leafRelation(facts("dbt", ["a"]), facts("cube", ["a"]))).toBe("apart");
  expect(leafRelation(facts("dbt", ["a"]), facts("dbt", ["a"]))).toBe("same");
  expect(leafRelation(facts("dbt", ["a"]), facts("dbt", ["a", "b"]))).toBe("inside");
  expect(leafRelation(facts("dbt", ["a", "b"]), facts("dbt", ["a"]))).toBe("around");
  expect(leafRelation(facts("dbt", ["a", "b"]), facts("dbt", ["a", "c"]))).toBe("apart");
});

describe("walking through JSON", () => {
  /** A text in pieces that stand in the same memory one after the other, as those of a file do. */
  function* pieces(text: string, size: number): Generator<Uint8Array> {
    const bytes = Buffer.from(text);
    const room = Buffer.alloc(size);
    for (let at = 0; at < bytes.length; at += size) {
      const length = bytes.copy(room, 0, at, at + size);
      yield room.subarray(0, length);
    }
  }

  test("gives what JSON.parse gives, in whatever pieces it comes", () => {
    const json = fc.dictionary(
      fc.string(),
      fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue()),
    );
    fc.assert(
      fc.property(json, fc.integer({ min: 1, max: 40 }), fc.boolean(), (value, size, isSpaced) => {
        const text = JSON.stringify(value, null, isSpaced ? 2 : 0);
        const whole = JSON.parse(text) as Record<string, unknown>;
        const expected = Object.entries(whole).flatMap(([section, inner]) =>
          typeof inner === "object" && inner !== null
            ? [
                [section, null, undefined],
                ...Object.entries(inner).map(([key, each]) => [
                  section,
                  Array.isArray(inner) ? Number(key) : key,
                  each,
                ]),
              ]
            : [[section, null, inner]],
        );
        const found = [...jsonMembers(pieces(text, size), () => true)];
        expect(found.map(({ section, key, value: each }) => [section, key, each])).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("makes values only of what has a form that is asked for, wherever pieces end", () => {
    const text = `{"a": {"x": {"metrics": {}}, "y": {"metrics" :\n{ "n": 1}}, "z": {"n": 2}}, "b": {"x": 3}}`;
    for (let size = 1; size < 30; size += 1)
      expect(
        [...jsonMembers(pieces(text, size), (section) => section === "a" && /"metrics"\s*:\s*\{\s*"/)]
          .filter(({ value }) => value !== undefined)
          .map(({ key, value }) => [key, value]),
      ).toEqual([["y", { metrics: { n: 1 } }]]);
    expect(() => [
      ...jsonMembers(pieces('{"a": {"x": {"metrics": {"n": nope}}}}', 7), () => /metrics/),
    ]).toThrow(NotJson);
  });

  test("says what is no JSON object, and never hangs on any bytes", () => {
    const reason = (text: string | Uint8Array) =>
      reasonOf(() => {
        const parts = typeof text === "string" ? pieces(text, 3) : [text];
        return { format: String([...jsonMembers(parts, () => true)].length), metrics: [] };
      });
    expect(reason("")).toBe("empty");
    expect(reason("  \n")).toBe("empty");
    expect(reason("[1]")).toBe("a list");
    expect(reason("<html>")).toBe("a web page");
    expect(reason("Error: no")).toBe("no JSON object");
    expect(reason('{"a": {"b": 1')).toBe("JSON that is cut off before its end");
    expect(reason('{"a": {"b": nope}}')).toBe("no valid JSON");
    expect(reason('{"a": 1} {"a": 2}')).toBe("more than one value");
    expect(reason(Buffer.from("\uFEFF{}", "utf16le"))).toBe("written in UTF-16");
    expect(reason(Buffer.from("\uFEFF{}"))).toBe("fine");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        reason(bytes);
      }),
    );
  });
});

test("every file of the fixtures is read by a test here", () => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const source = readFileSync(new URL(import.meta.url), "utf8");
  expect(names.map(({ name }) => name).filter((name) => !source.includes(name))).toEqual([]);
});
