/**
 * Every row of function-words.ts earns its place: function-words.json has a text for it, with what is read in the text
 * (reads), and what would be read without the row (not).
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { doingIn, isWish, taskIn } from "../../src/reading/clause.js";
import { contentWords, countedWords } from "../../src/reading/content-words.js";
import { isFeatureList } from "../../src/reading/feature-list.js";
import { functionWords, type WordClass } from "../../src/reading/function-words.js";
import { read } from "../../src/reading/reading.js";
import { forgetAnswers } from "../../src/reading/remember.js";
import { tokenize } from "../../src/reading/token.js";

interface Row {
  text: string;
  reads: readonly string[];
  not: readonly string[];
}

const page = new URL("./function-words.json", import.meta.url);
const rows: Readonly<Record<string, Row>> = JSON.parse(readFileSync(page, "utf8"));
const names = Object.keys(functionWords) as WordClass[];

test("every row has an example, and every example a row", () => {
  expect(Object.keys(rows)).toEqual(names);
});

test.each(names)("a text is read otherwise without the row: %s", (name) => {
  const { text, reads, not } = rows[name] ?? { text: "", reads: [], not: [] };
  expect(reads.length + not.length, "give it an example, or take it out").toBeGreaterThan(0);
  const read = partsOf(text);
  const without = withoutRow(name, text);
  expect({ reads: read.filter(isNotIn(without)), not: without.filter(isNotIn(read)) }).toEqual({
    reads,
    not,
  });
});

test("no word stands twice in a row", () => {
  const twice = names.flatMap((name) => {
    const words = functionWords[name].words.split(" ");
    return words.filter((word, index) => words.indexOf(word) !== index).map((word) => `${name}: ${word}`);
  });
  expect(twice).toEqual([]);
});

const isNotIn = (others: readonly string[]) => (part: string) => !others.includes(part);

/** What is read in a text while its words are not in a group; tokens of one word share their classes. */
function withoutRow(name: WordClass, text: string): string[] {
  const all = new Set(tokenize(text).map(({ classes }) => classes as Set<WordClass>));
  const taken = [...all].filter((classes) => classes.delete(name));
  forgetAnswers();
  try {
    return partsOf(text);
  } finally {
    for (const classes of taken) classes.add(name);
    forgetAnswers();
  }
}

/** What is read in a text, each part in a few words. */
function partsOf(text: string): string[] {
  const reading = read("", text);
  const { counted, window, time, per, company, goal, formula, factors, sinceEver } = reading;
  const doing = doingIn(text);
  const parts: [string, unknown][] = [
    ["aggregation", reading.aggregation],
    ["explicit", reading.explicit],
    ["tracks", reading.tracks],
    [counted?.kind ?? "", counted?.text],
    ...reading.acts.map(({ kind, ours, text }) => [ours ? `our ${kind}` : kind, text] as [string, unknown]),
    ...reading.thresholds.map(({ label }) => ["threshold", label] as [string, unknown]),
    ...reading.qualifiers.map(({ text }) => ["qualifier", text] as [string, unknown]),
    ["window", window?.label],
    ["time", time?.text],
    ["per", per?.text],
    ["company", company?.text],
    ["customers' money", reading.customersMoney],
    ["by several", reading.several],
    ["goal", goal?.text],
    ["formula", formula?.text],
    ["factors", factors?.text],
    ["ever", sinceEver?.text],
    ["doing", doing && `${doing.kind}: ${text.slice(doing.start, doing.end)}`],
    ["task", taskIn(text)?.kind],
    ["wish", isWish(text)],
    ["features", isFeatureList(text)],
    ["abbreviations", reading.abbreviations.map(({ text }) => text).join(" ")],
    ["speaks of", [...contentWords(text)].join(" ")],
    ["counts", [...countedWords(text)].join(" ")],
  ];
  return parts.flatMap(([name, said]) => (said ? [said === true ? name : `${name}: ${said}`] : []));
}
