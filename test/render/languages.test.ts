/** Documents in the language of their file. */
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Northstar } from "../../src/file/northstar.js";
import { points } from "../../src/file/problem.js";
import { listeners } from "../../src/render/deck/parts.js";
import type { Entry } from "../../src/render/portfolio.js";
import { portfolioFormats } from "../../src/render/portfolio-formats.js";
import {
  type Format,
  formatsOf,
  type RendererName,
  rendererNames,
  renderers,
  toldIn,
  toldTogether,
} from "../../src/render/renderers.js";
import { defaultTheme } from "../../src/render/theme.js";
import type { RenderData } from "../../src/render/view-model.js";
import { english } from "../../src/render/words/en.js";
import {
  counted,
  dayText,
  durationText,
  fill,
  inSentences,
  translations,
  wordsIn,
} from "../../src/render/words/words.js";
import { marpSlides } from "../support/marp.js";

const tags = Object.keys(translations);

/** What a language leaves to English, by its key. */
const untranslated: Readonly<Record<string, readonly string[]>> = { de: [], es: [], fr: [], ja: [], pt: [] };

type Leaf = string | Readonly<Record<string, string>>;
const leaves = (groups: object): [string, Leaf][] =>
  Object.entries(groups).flatMap(([group, texts]) =>
    Object.entries(texts as Record<string, Leaf>).map(([key, text]): [string, Leaf] => [
      `${group}.${key}`,
      text,
    ]),
  );
const spoken = (leaf: Leaf): string[] => (typeof leaf === "string" ? [leaf] : Object.values(leaf));
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();

describe.each(tags)("the words of %s", (tag) => {
  test("are all there but for those that are listed", async () => {
    const own = new Map(leaves((await translations[tag]?.()) ?? {}));
    const missing = leaves(english).flatMap(([key]) => (own.has(key) ? [] : [key]));
    expect(missing).toEqual(untranslated[tag]);
  });

  test("have room for the same values", async () => {
    const own = new Map(leaves((await translations[tag]?.()) ?? {}));
    for (const [key, leaf] of leaves(english)) {
      const known = new Set(spoken(leaf).flatMap(holes));
      for (const text of spoken(own.get(key) ?? leaf)) {
        const used = holes(text);
        expect([...known], `${key}: ${text}`).toEqual(expect.arrayContaining(used));
        // "A new bet" need not say how many, and Japanese has one word for one bet and for several.
        const needed = typeof leaf === "string" ? [...known] : [];
        expect(used, `${key}: ${text}`).toEqual(expect.arrayContaining(needed));
      }
    }
  });
});

test("what a language does not say is said in English, and so is every language that there is not", async () => {
  expect((await wordsIn("it")).titles.review).toBe("Next review");
  expect((await wordsIn("it")).locale).toBe("it");
  expect((await wordsIn("DE-at")).titles.review).toBe("Nächstes Review");
  expect((await wordsIn("constructor")).tag).toBe("en");
  expect((await wordsIn(undefined)).tag).toBe("en");
});

test("days, durations and numbers are those of the language", async () => {
  const said = async (tag: string) => {
    const words = await wordsIn(tag);
    return [
      dayText("2026-12-15", words),
      durationText("1 month", words),
      durationText("2 quarters", words),
      counted(words, words.counts.more, 1),
      counted(words, words.counts.more, 2),
    ];
  };
  expect(await said("en")).toEqual([
    "December 15, 2026",
    "1 month",
    "2 quarters",
    "and 1 more",
    "and 2 more",
  ]);
  expect(await said("de")).toEqual([
    "15. Dezember 2026",
    "1 Monat",
    "6 Monate",
    "und 1 weitere",
    "und 2 weitere",
  ]);
  expect(await said("fr")).toEqual([
    "15 décembre 2026",
    "1\u00A0mois",
    "6\u00A0mois",
    "et 1 autre",
    "et 2 autres",
  ]);
  expect(await said("ja")).toEqual(["2026年12月15日", "1 か月", "6 か月", "ほか1件", "ほか2件"]);
});

test("sentences end once, and in Japanese as Japanese ends them", async () => {
  const told = async (tag: string) => inSentences(["A", "B.", "", null, "C!", "D"], await wordsIn(tag));
  expect(await told("en")).toBe("A. B. C! D");
  expect(await told("ja")).toBe("A。B.C!D");
});

test("values are put in as they are", () => {
  expect(fill("{a} of {b}", { a: "{b}", b: "$&" })).toBe("{b} of $&");
});

let count = 0;
/** A text of a team's in no Latin letters, so that every word that is left is one of ours. */
const own = () => `文${++count}`;
const bet = (level: number, more: object = {}): object => ({
  level,
  for: level > 1 ? "a" : level === 1 ? "a" : "r",
  if: own(),
  // biome-ignore lint/suspicious/noThenProperty: the format calls it so
  then: own(),
  owner: own(),
  problem: own(),
  rank: 1,
  review: "2026-03-04",
  expect: { direction: "up", by: own(), after: "3 weeks" },
  value: "high",
  likelihood: "medium",
  confidence: "low",
  because: own(),
  disproof: own(),
  links: [own()],
  ...more,
});
const closed = (verdict: string) => ({
  stage: "closed",
  outcome: { date: "2026-05-06", verdict, learned: own() },
});

const said = {
  product: own(),
  name: own(),
  abbreviation: own(),
  definition: own(),
  thresholds: [{ says: own(), because: own() }],
  game: "attention",
  status: "candidate",
  owner: own(),
  unit: own(),
  window: own(),
  population: own(),
  excludes: [own()],
  how: own(),
  vision: own(),
  strategy: own(),
  formula: own(),
  misfits: [own()],
  beliefs: [own()],
  exchanges: [own()],
  results: [
    { id: "r", name: own(), definition: own(), kind: "business" },
    { id: "s", name: own(), definition: own(), kind: "customer" },
  ],
  inputs: ["breadth", "depth", "frequency", "efficiency", "health", "other"].map((factor, index) => ({
    id: "abcdef"[index],
    name: own(),
    definition: own(),
    how: own(),
    moves: own(),
    ideas: index,
    factor,
    owner: own(),
  })),
  checklist: Object.fromEntries(points.map((point) => [point, own()])),
  guardrails: [{ name: own(), definition: own(), protects: own(), owner: own(), breach: own() }],
  bets: [
    bet(0),
    bet(1),
    bet(2, { id: "o", stage: "next" }),
    bet(2, { stage: "active", expect: { direction: "down", by: own() } }),
    bet(2, { stage: "review", expect: { direction: "down", after: "1 year" } }),
    bet(3, { for: "o", stage: "next", expect: { direction: "up" } }),
    bet(3, { for: "o", stage: "active" }),
    bet(3, { for: "o", stage: "review", confidence: undefined }),
    bet(2, closed("won")),
    bet(2, closed("lost")),
    bet(2, closed("unclear")),
    bet(2, { for: "nothing", stage: "active" }),
    bet(0, { for: "nothing" }),
    bet(1, { for: "nothing" }),
    ...Array.from({ length: 12 }, () => bet(2, { for: "b", stage: "active" })),
    ...Array.from({ length: 3 }, () => bet(3, { for: "o", stage: "active" })),
  ],
  limits: { active: 3, opportunities: 2, interventions: 40 },
  review: { last: "2025-01-01", every: "6 months" },
  reviews: [{ date: "2026-01-02", question: own(), answer: own() }],
  history: [{ date: "2026-02-01", name: own(), definition: own(), inputs: [{ name: own() }], reason: own() }],
  considered: [{ name: own(), definition: own(), reason: own() }],
  next: { name: own(), definition: own(), sign: own() },
  sources: [own()],
} as unknown as Northstar;

const states = ["met", "met", "met", "open", "doubtful", "broken", "met"] as const;
const told = (language: string, { star = said, ...more }: Partial<RenderData> = {}): RenderData => ({
  star: { ...star, language },
  points: points.map((id, index) => ({ id, number: index + 1, state: states[index] ?? "met" })),
  today: "2026-10-01",
  ...more,
});

const before = {
  ...said,
  name: own(),
  inputs: said.inputs.slice(1).map((input) => ({ ...input, definition: own() })),
  results: [{ ...said.results?.[0], definition: own() }, { name: own() }],
  guardrails: [{ name: own() }],
  bets: [],
} as unknown as Northstar;

/** What is asked for, where it is more than one thing; the first says most. */
const asked: Readonly<Record<string, Partial<RenderData>[]>> = {
  deck: [
    { deck: { full: true, for: "team", since: "2025-12-31", before } },
    ...listeners.map((each) => ({ deck: { for: each } })),
    { deck: { only: ["changed"], since: "2025-12-31", before: { ...before, name: said.name } } },
    { today: null },
  ],
  "one-pager": [{ sheet: { paper: "A4", pages: 2 } }, {}],
  bet: [{}, { bet: 9 }],
};

/** Too large for Mermaid by little, and by much. */
const flowcharts = [{}, ...[300, 3000].map((many) => ({ star: large(many) }))];

/** Every word is looked for in Japanese, where it stands out; in other languages, in what says most. */
function askedIn(language: string, name: RendererName, format: Format): Partial<RenderData>[] {
  const all = format === "mmd" ? flowcharts : (asked[name] ?? [{}]);
  return language === "ja" || format === "mmd" ? all : all.slice(0, 1);
}

function large(many: number): Northstar {
  const bets = Array.from({ length: many }, (_, index) =>
    bet(index % 5 ? 3 : 2, index % 5 ? { for: "big" } : { id: "big", ...closed("won") }),
  );
  return { ...said, bets: [...(said.bets ?? []), ...bets] } as Northstar;
}

/** What people read or hear of a document. */
function textOf(document: string | Uint8Array, format: Format): string {
  if (typeof document !== "string")
    return Object.entries(unzipSync(document))
      .filter(([path]) => /^ppt\/(?:slides|notesSlides)\/[^/]*\.xml$/.test(path))
      .flatMap(([, part]) => [...strFromU8(part).matchAll(/<a:t>([^<]*)<|descr="([^"]*)"/g)])
      .map(([, text, hidden]) => text ?? hidden)
      .join("\n");
  if (format === "md" && document.includes("\nmarp: true\n")) {
    const { html, comments } = marpSlides(document);
    return `${readable(html)}\n${comments.flat().join("\n")}`;
  }
  if (format === "mmd") return chartText(document);
  const charts = [...document.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, chart = ""]) =>
    chartText(chart),
  );
  return [readable(document.replace(/```mermaid\n[\s\S]*?```/g, "")), ...charts].join("\n");
}

/** What a flowchart shows: what is in quotes, and what is said of it. */
function chartText(chart: string): string {
  return [...chart.matchAll(/"([^"]*)"|acc\w+: (.*)/g)]
    .map(([, shown = "", hidden = ""]) => shown.replaceAll("<br>", "\n") + hidden)
    .join("\n");
}

function readable(html: string): string {
  const labels = [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label);
  return [
    html
      .replace(/<(style|script)[\s\S]*?<\/\1>/g, "")
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<[^>]*>/g, "\n"),
    ...labels,
  ].join("\n");
}

const translated = rendererNames.filter((name) => !renderers[name].isEnglish);
const cases = translated.flatMap((name) =>
  Object.keys(formatsOf(name)).map((format) => [name, format as Format] as const),
);

async function textIn(language: string, name: RendererName, format: Format): Promise<string> {
  const render = await formatsOf(name)[format]?.();
  const texts = [];
  for (const more of askedIn(language, name, format)) {
    const made = render?.(await toldIn(name, told(language, more)), defaultTheme) ?? "";
    texts.push(textOf(made, format));
  }
  return [...new Set(texts.join("\n").split("\n"))].join("\n");
}

/** What is said in English, but for words that a language has as well. */
async function labelsBut(tag: string): Promise<string[]> {
  const own = leaves((await translations[tag]?.()) ?? {}).flatMap(([, leaf]) => spoken(leaf));
  return leaves(english)
    .flatMap(([, leaf]) => spoken(leaf))
    .flatMap((text) => text.split(/\{\w+\}/))
    .map((part) => part.trim())
    .filter((part) => part.length > 3 && !own.join("\n").includes(part));
}

/** Which of the labels stand in a text as words. */
function found(labels: readonly string[], text: string): string[] {
  const escaped = (part: string) => part.replace(/[.*+?^$()[\]{}\\|]/g, "\\$&");
  return labels.filter(
    (part) => text.includes(part) && new RegExp(`(?<!\\p{L})${escaped(part)}(?!\\p{L})`, "u").test(text),
  );
}

describe.each(cases)("a %s as %s", (name, format) => {
  test("in Japanese has no word in Latin letters", async () => {
    const text = await textIn("ja", name, format);
    const words = [...text.matchAll(/[A-Za-z]{2,}/g)].map(([word]) => word);
    // What is typed into a terminal, and a name.
    const kept = ["render", "pages", "Mermaid"];
    expect([...new Set(words)].filter((word) => !kept.includes(word))).toEqual([]);
  });

  test.each(tags.filter((tag) => tag !== "ja"))("in %s has no label in English", async (tag) => {
    const labels = await labelsBut(tag);
    expect(labels.length).toBeGreaterThan(150);
    const text = await textIn(tag, name, format);
    expect(found(labels, text)).toEqual([]);
    expect(text).not.toMatch(/[{}]/);
  });

  test("in Italian, which there is not, has its labels in English", async () => {
    const text = await textIn("it", name, format);
    expect(found(await labelsBut("it"), text).length).toBeGreaterThan(name === "badge" ? 5 : 20);
  });

  test("names its language", async () => {
    if (format !== "html") return;
    const render = await formatsOf(name).html?.();
    const made = String(render?.(await toldIn(name, told("pt-BR")), defaultTheme));
    expect(made).toContain('<html lang="pt-BR">');
  });
});

/** Several North Stars that have to do with one another; two claim the same product, and eight lead to a result. */
function portfolioOf(languages: readonly string[]): Entry[] {
  return languages.map((language, index) => {
    const name = own();
    return {
      ...told(language, { star: { ...said, name, product: `文${index % 8}`, parts: [own()] } }),
      path: `${index}.yaml`,
      pending: { problems: [{ rule: "duplicate-product" }], ignored: [] } as unknown as Entry["pending"],
    };
  });
}

async function portfolioText(languages: readonly string[], format: keyof typeof portfolioFormats.formats) {
  const render = await portfolioFormats.formats[format]();
  const told = await toldTogether(portfolioOf(languages));
  return { made: render(told, defaultTheme), text: textOf(render(told, defaultTheme), format) };
}

describe.each(["md", "html", "pptx"] as const)("a portfolio as %s", (format) => {
  const nine = (tag: string) => Array.from({ length: 9 }, () => tag);

  test("has the language that all of its North Stars have", async () => {
    const { text, made } = await portfolioText(nine("ja"), format);
    const words = [...text.matchAll(/[A-Za-z]{2,}/g)].map(([word]) => word);
    expect([...new Set(words)].filter((word) => word !== "yaml")).toEqual([]);
    if (format === "html") expect(made).toContain('<html lang="ja">');
  });

  test.each(tags.filter((tag) => tag !== "ja"))("in %s has no label in English", async (tag) => {
    const { text } = await portfolioText([tag, `${tag}-XX`, ...nine(tag)], format);
    expect(found(await labelsBut(tag), text)).toEqual([]);
    expect(text).not.toMatch(/[{}]/);
  });

  test("of several languages is told in English", async () => {
    const { text, made } = await portfolioText([...nine("de"), "fr"], format);
    const { portfolio, columns } = english;
    const shown = format === "pptx" ? [columns.input, portfolio.met] : [portfolio.met, portfolio.relate];
    expect(found(shown, text)).toEqual(shown);
    if (format === "html") expect(made).toContain('<html lang="en">');
  });
});
