/** What must not change a verdict: how a definition is written, rather than what it says. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { subjectOf } from "../../src/lint/lint.js";
import { starRules as rules } from "../../src/lint/rules/index.js";
import { read } from "../../src/reading/reading.js";
import { sentence } from "../../src/reading/sentence.js";

interface Labelled {
  name: string;
  definition: string;
  game: "attention" | "transaction" | "productivity";
  verdict: "good" | "bad";
  fair: boolean;
}

const metrics: Labelled[] = JSON.parse(readFileSync(new URL("metrics.json", import.meta.url), "utf8"));
const judging = rules.filter(
  ({ english, severity, part }) => english && severity !== "note" && part !== "statement",
);

function verdict({ name, definition, game }: Pick<Labelled, "name" | "definition" | "game">): string[] {
  const subject = subjectOf({ name, definition, game, inputs: [] }, "2026-11-22");
  return judging.filter((rule) => [...rule.check(subject)].length > 0).map(({ id }) => id);
}

const numbers: [RegExp, string][] = [
  [/\btwo\b/g, "2"],
  [/\bthree\b/g, "3"],
  [/\bfive\b/g, "5"],
  [/\bseven\b/g, "7"],
  [/\bten\b/g, "10"],
];

const rewritings: [string, (text: string) => string][] = [
  ["lower case, but for abbreviations", (text) => (/[A-Z]{2}/.test(text) ? text : text.toLowerCase())],
  ["a trailing full stop", (text) => (text.endsWith(".") ? text.slice(0, -1) : `${text}.`)],
  [
    "count of for number of",
    (text) => text.replace(/\bNumber of\b/g, "Count of").replace(/\bnumber of\b/g, "count of"),
  ],
  ["the number of for number of", (text) => text.replace(/^Number of\b/, "The number of")],
  ["digits for words", (text) => numbers.reduce((all, [word, digit]) => all.replace(word, digit), text)],
  ["non-breaking spaces", (text) => text.replaceAll(" ", "\u00a0")],
  ["line breaks and double spaces", (text) => text.replaceAll(" ", " \n ")],
  ["curly apostrophes", (text) => text.replaceAll("'", "’")],
  [
    "a leading article",
    (text) => text.replace(/^(?:Percentage|Share) of/, (found) => `The ${found.toLowerCase()}`),
  ],
];

describe.each(rewritings)("%s", (_, rewrite) => {
  test("changes no verdict", () => {
    const changed = metrics.flatMap((metric) => {
      const [before, after] = [
        verdict(metric),
        verdict({ ...metric, definition: rewrite(metric.definition) }),
      ];
      return before.join() === after.join() ? [] : [`${metric.definition} [${before}] → [${after}]`];
    });
    expect(changed).toEqual([]);
  });
});

describe("more of what is good", () => {
  const good = metrics.filter(
    (metric) =>
      metric.verdict === "good" &&
      verdict(metric).length === 0 &&
      !/[.;]\s*\S|[.)"]$/.test(metric.definition.replace(/\.$/, "")),
  );

  test.each([" at least twice", " and recommend it to a colleague", ", completed without an issue"])(
    "%s accuses no good metric",
    (addition) => {
      const accused = good.flatMap((metric) => {
        const definition = `${metric.definition.replace(/\.$/, "")}${addition}.`;
        const found = verdict({ ...metric, definition });
        return found.length > 0 ? [`${definition} [${found}]`] : [];
      });
      expect(accused).toEqual([]);
    },
  );
});

const vocabulary = [...new Set(metrics.flatMap(({ definition }) => definition.split(/\s+/)))];

test("any words give a reading whose parts are parts of the text", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...vocabulary), fc.string({ unit: "grapheme" })), { maxLength: 40 }),
      (words) => {
        const definition = words.join(" ");
        const reading = read("A name", definition);
        const parts = [
          reading.counted,
          reading.window,
          reading.per,
          reading.time,
          ...reading.acts,
          ...reading.thresholds,
          ...reading.qualifiers,
        ];
        for (const part of parts) if (part) expect(definition.slice(part.start, part.end)).toBe(part.text);
        sentence(reading);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each([
  ["words", vocabulary.join(" ")],
  ["thresholds", "at least two or more than 7 "],
  ["audiences", "our team's users who earn by the team "],
  ["windows", "in the previous seven days of the last month "],
  ["commas", "a, "],
  ["digits", "1,1."],
  ["marks", "!?"],
])("a definition of 30,000 words is read: %s", (_, text) => {
  const definition = text.repeat(Math.ceil(180_000 / text.length));
  expect(read("Long", definition).definition).toBe(definition);
});

test.each(["名称", "Ünïcödé Übungen", "🚀 東京 🚀", "مقياس", "Ñandú", "ＦＵＬＬ　ＷＩＤＴＨ"])(
  "%s never matches by accident",
  (text) => {
    expect(
      verdict({ name: text, definition: `${text}: ${text}`, game: "attention" }).filter(
        (id) => id !== "nothing-countable",
      ),
    ).toEqual([]);
  },
);
