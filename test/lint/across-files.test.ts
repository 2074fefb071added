/** What is wrong with files only beside one another. */
import { describe, expect, test } from "vitest";
import { acrossFiles } from "../../src/lint/across-files.js";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";
import { completed } from "../examples.js";

function judged(path: string, text: string, options: Partial<Parameters<typeof checkSource>[1]> = {}) {
  return { path, ...checkSource(completed(text), { rules, today: "2026-11-22", ...options }) };
}

/** The files in which the rule finds something, with what it says of the other files. */
function found(files: readonly ReturnType<typeof judged>[]): string[] {
  return acrossFiles(files).flatMap(({ path, problems }) =>
    problems
      .filter(({ rule }) => rule === "duplicate-product")
      .map(({ message }) => `${path}: ${message.replace(/, too: .*/, "")}`),
  );
}

const claiming = (...products: string[]) =>
  products.map((product, index) => judged(`${index}.yaml`, `product: ${JSON.stringify(product)}`));

test("each file that claims a product names the others", () => {
  expect(found(claiming("The Daily", "The Weekly", "The Daily", "The Daily"))).toEqual([
    "0.yaml: claimed in 2.yaml and 3.yaml",
    "2.yaml: claimed in 0.yaml and 3.yaml",
    "3.yaml: claimed in 0.yaml and 2.yaml",
  ]);
});

test("of very many files a few are named", () => {
  const [one] = claiming("The Daily");
  if (!one) throw new Error("there is one file");
  const all = found(Array.from({ length: 1000 }, (_, index) => ({ ...one, path: `${index}.yaml` })));
  expect(all).toHaveLength(1000);
  expect(all[2]).toBe("2.yaml: claimed in 0.yaml, 1.yaml, 3.yaml, 4.yaml, 5.yaml and 994 more");
  expect(found(claiming(...Array.from({ length: 7 }, () => "The Daily")))[6]).toBe(
    "6.yaml: claimed in 0.yaml, 1.yaml, 2.yaml, 3.yaml, 4.yaml and 5.yaml",
  );
});

test.each([
  ["the daily", "The Daily"],
  ["  The   Daily ", "The Daily"],
  ["The\u00A0Daily", "The Daily"],
  ["The-Daily", "The Daily"],
  ["Burger King’s app", "burger king's app"],
  ["Ｄａｉｌｙ", "daily"],
  ["Cafe\u0301", "café"],
])("%j is %j", (one, other) => {
  expect(found(claiming(one, other))).toHaveLength(2);
});

test.each([
  ["Disney", "Disney+"],
  ["C#", "C"],
  ["Slack", "Slack (self-service)"],
  ["resume", "résumé"],
  ["", " "],
  ["____", "____"],
])("%j is not %j", (one, other) => {
  expect(found(claiming(one, other))).toEqual([]);
});

test.each(["candidate", "retired"])("who is %s claims nothing", (status) => {
  const claimed = judged("a.yaml", "product: The Daily");
  expect(found([claimed, judged("b.yaml", `product: The Daily\nstatus: ${status}`)])).toEqual([]);
  expect(found([claimed, judged("b.yaml", "product: The Daily\nstatus: adopted")])).toHaveLength(2);
});

describe("as the team wants it", () => {
  const plain = judged("a.yaml", "product: The Daily");
  const answered = "# northstar-ignore duplicate-product: two until the move\nproduct: The Daily";

  test("a comment answers it in its file, and is never unused", () => {
    const alone = judged("b.yaml", answered);
    expect(acrossFiles([alone])).toEqual([alone]);
    expect(alone.problems.filter(({ rule }) => rule === "unused-ignore")).toEqual([]);
    const [a, b] = acrossFiles([plain, alone]);
    expect(found([plain, alone])).toEqual(["a.yaml: claimed in b.yaml"]);
    expect(a?.ignored).toEqual([]);
    expect(b?.ignored?.map(({ rule }) => rule)).toEqual(["duplicate-product"]);
    expect(found([plain, judged("b.yaml", answered, { ignores: false })])).toHaveLength(2);
  });

  test("a comment where nothing is claimed is unused", () => {
    const { problems } = judged("b.yaml", `${answered}\nstatus: retired`);
    expect(problems.map(({ rule }) => rule)).toContain("unused-ignore");
  });

  test("each file has its own severity", () => {
    const mild = judged("b.yaml", "product: The Daily", { severities: { "duplicate-product": "note" } });
    const severities = acrossFiles([plain, mild]).map(({ problems }) =>
      problems.flatMap(({ rule, severity }) => (rule === "duplicate-product" ? [severity] : [])),
    );
    expect(severities).toEqual([["error"], ["note"]]);
    const off = judged("b.yaml", "product: The Daily", { severities: { "duplicate-product": "off" } });
    expect(found([plain, off])).toEqual([]);
  });
});

test("what was found beside others is found anew", () => {
  const [a, b, c] = claiming("The Daily", "The Daily", "The Daily");
  if (!a || !b || !c) throw new Error("there are three files");
  const all = acrossFiles([a, b, c]);
  expect(acrossFiles(all)).toEqual(all);
  expect(acrossFiles(all.slice(0, 1))).toEqual([{ ...a, ignored: [] }]);
  expect(found(all.slice(0, 2))).toEqual(["0.yaml: claimed in 1.yaml", "1.yaml: claimed in 0.yaml"]);
});

test("it stands in the order of the file", () => {
  const [file] = acrossFiles([
    judged("a.yaml", "name: Active users\nproduct: The Daily\nreview: { last: 2020-01-01, every: 1 month }"),
    judged("b.yaml", "product: The Daily"),
  ]);
  const lines = file?.problems.map(({ range }) => range.start.line) ?? [];
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
  expect(new Set(lines).size).toBeGreaterThan(2);
});

test("North Stars of one owner that share an Input are asked about, unless one is a part of the other", () => {
  const asked = (...files: string[]) =>
    acrossFiles(files.map((text, index) => judged(`${index}.yaml`, text))).map(
      ({ problems }) => problems.find(({ rule }) => rule === "overlapping-stars")?.message.split(",")[0],
    );
  expect(asked("product: A\nowner: Ada", "product: B\nowner: ada", "product: C\nowner: Ben")).toEqual([
    "also owns 1.yaml",
    "also owns 0.yaml",
    undefined,
  ]);
  expect(asked("product: A\nowner: Ada\nparts: [b]", "product: B\nowner: Ada")).toEqual([
    undefined,
    undefined,
  ]);
  expect(asked("product: A\nowner: Ada", "product: A\nowner: Ada")).toEqual([undefined, undefined]);
  expect(asked("owner: Ada", "owner: Ada\nstatus: candidate")).toEqual([undefined, undefined]);
});
