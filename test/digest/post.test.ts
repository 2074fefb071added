/** The post of a week: short, honest, and safe in each format. */
import { HtmlValidate } from "html-validate/node";
import { describe, expect, test } from "vitest";
import { countWords, cutTo } from "../../src/digest/cut.js";
import { postMail } from "../../src/digest/mail.js";
import { postMarkdown } from "../../src/digest/markdown.js";
import { mostWords, type Post, postOf, saidIn } from "../../src/digest/post.js";
import { slackPost } from "../../src/digest/slack.js";
import { teamsPost } from "../../src/digest/teams.js";
import { postText } from "../../src/digest/text.js";
import { weekOf } from "../../src/digest/week.js";
import type { Northstar } from "../../src/file/northstar.js";
import { defaultTheme } from "../../src/render/theme.js";
import type { RenderData } from "../../src/render/view-model.js";
import { translations, wordsIn } from "../../src/render/words/words.js";
import { hostile, hostileTexts } from "../render/hostile.js";
import { escapesIn, faultsOf } from "../render/markdown.js";
import { published, starNames, told, withSeries } from "../render/stars.js";

const stars: (readonly [string, RenderData])[] = [
  ...starNames.map((name) => [name, told(name)] as const),
  ["with numbers", withSeries(told("amplitude"))] as const,
  ...published.map(([name, star]) => [`published ${name}`, star] as const),
  ...Object.entries(hostileTexts).map(([name, text]) => [`hostile ${name}`, hostile(text)] as const),
];

/** Against this one everything is new. */
const earlier = told("five-keys").star;

async function postFor(
  { star, series }: Pick<RenderData, "star" | "series">,
  { from = "2025-12-20", to = "2026-10-01", language = star.language, isIndex = false, isNew = false } = {},
): Promise<Post & { size: number }> {
  const before = isNew ? { star: earlier, commit: "0".repeat(40) } : undefined;
  return postOf(weekOf({ star, from, to, before, series }), await wordsIn(language), isIndex);
}

const look = { color: false, width: 80 };

/** A team's own words in each place of a post. */
const whole: Northstar = {
  ...told("amplitude").star,
  bets: [
    bet({ stage: "closed", outcome: { date: "2026-09-29", verdict: "lost", learned: "Nobody opened one." } }),
    bet({ stage: "active", review: "2026-09-20", owner: "Sharing pod" }),
    bet({ stage: "active", review: "2026-10-06", owner: "Sharing pod" }),
    bet({ stage: "review", review: "2026-10-01" }),
  ],
  limits: { active: 1 },
  review: { last: "2026-04-05", every: "6 months" },
  reviews: [{ date: "2026-09-30", question: "Whose experience is missing?", answer: "Readers." }],
  history: [{ date: "2026-09-28", name: "Weekly Query Users", definition: "x", reason: "It counted clicks" }],
  considered: [{ date: "2026-09-28", name: "Charts Made", definition: "x" }],
};

function bet(more: object): NonNullable<Northstar["bets"]>[number] {
  return {
    level: 3,
    for: "starting-points",
    if: "we ship chart templates",
    // biome-ignore lint/suspicious/noThenProperty: the format calls it so
    then: "newcomers start from one",
    ...more,
  } as NonNullable<Northstar["bets"]>[number];
}

test("everything of a week is told in the order of a person", async () => {
  const post = await postFor({ star: whole }, { from: "2026-09-24" });
  expect(postText(post, look)).toBe(`Weekly Learning Users: September 24 – October 1, 2026

What we learned
  • Lost: “we ship chart templates”. Nobody opened one.
  • Weekly Query Users is no longer our metric. It counted clicks.
  • Charts Made was considered and left.
  • “Whose experience is missing?” Readers.

What is due, and who is asked
  • Sharing pod: look again at “we ship chart templates” (due since September
    20)
  • Nobody yet: is “we ship chart templates” won, lost or unclear? (due today)
  • Head of Product: does Weekly Learning Users still hold? (due on October 5)
  • Sharing pod: look again at “we ship chart templates” (due on October 6)
  • Head of Product: 2 bets are active, 1 more than the limit of 1: which one
    waits?
`);
});

test("what is said otherwise than before is told, too", async () => {
  const star: Northstar = {
    ...whole,
    definition: "Users who share a learning",
    inputs: whole.inputs.slice(1),
    bets: [bet({ stage: "active", if: "we send a digest" }), bet({ stage: "next" })],
  };
  const before = { ...whole, bets: [bet({ stage: "active" })] };
  const week = weekOf({
    star,
    from: "2026-09-24",
    to: "2026-10-01",
    before: { star: before, commit: "" },
  });
  const { sections } = postOf(week, await wordsIn("en"), false);
  const said = sections.flatMap(({ id, items }) => items.map(({ lead, text }) => `${id}: ${lead} ${text}`));
  expect(said.filter((text) => !text.startsWith("due"))).toEqual([
    "starts: null “we send a digest”",
    expect.stringMatching(
      /^changed: Counted in another way: Users who share a learning\. Before: The count of/,
    ),
    `changed: No Input any more: ${whole.inputs[0]?.name}`,
    "changed: Parked: “we ship chart templates”",
  ]);
});

test("a week in which nothing happened has one sentence", async () => {
  const star: Northstar = { ...whole, bets: [], limits: {}, reviews: [], history: [], considered: [] };
  const said = async (more: Partial<Northstar>) =>
    (await postFor({ star: { ...star, ...more } }, { from: "2026-08-01", to: "2026-08-08" })).note;
  expect(await said({})).toBe(
    "Nothing in the file is dated in these days, and nothing is due before October 5.",
  );
  expect(await said({ review: undefined } as object)).toBe(
    "Nothing in the file is dated in these days, and nobody has set a day to look again.",
  );
  const before = { star, commit: "" };
  const same = weekOf({ star, from: "2026-08-01", to: "2026-08-08", before });
  expect(postOf(same, await wordsIn("en"), false)).toMatchObject({
    note: "Nothing was closed or started in these days, and nothing is due before October 5.",
    sections: [],
  });
  expect((await postFor({ star })).note).toBe(null);
});

test("nothing is due in a North Star that is retired", async () => {
  const star: Northstar = { ...whole, status: "retired" };
  expect((await postFor({ star })).sections.map(({ id }) => id)).toEqual(["learned"]);
});

describe("numbers", () => {
  const day = (week: number) =>
    new Date(Date.UTC(2026, 7, 3) + week * 7 * 86_400_000).toISOString().slice(0, 10);
  const weeks = (values: readonly number[]) => ({
    grain: "week" as const,
    points: values.map((value, week) => ({ t: day(week), value })),
  });
  const star: Northstar = { ...told("amplitude").star, series: "a.csv", bets: [], limits: {} };
  const moved = async (values: readonly number[], to: string, isIndex = false) => {
    const post = await postFor(
      { star, series: new Map([["metric", weeks(values)]]) },
      { from: to < "2026-10" ? "2026-08-31" : "2026-10-13", to, isIndex },
    );
    return post.sections.map(({ title, items }) => [
      title,
      ...items.map(({ lead, text }) => `${lead} ${text}`),
    ]);
  };
  const title = "What moved (week from August 31)";
  const name = "Weekly Learning Users:";

  test("are those of the last week that is over", async () => {
    expect(await moved([900, 950, 980, 1000, 1037], "2026-09-07")).toEqual([
      [title, `${name} 1,037, up 3.7% in a week`],
    ]);
    expect(await moved([900, 950, 980, 1000, 900], "2026-09-07")).toEqual([
      [title, `${name} 900, down 10% in a week`],
    ]);
    expect(await moved([900, 950, 980, 1000, 1000], "2026-09-07")).toEqual([
      [title, `${name} 1,000, as a week before`],
    ]);
    expect(await moved([1, 2, 1, 0, 7], "2026-09-07")).toEqual([[title, `${name} 7, up 7 in a week`]]);
    expect(await moved([1_000_000, 1, 2, 1_000_000, 1_000_300], "2026-09-07")).toEqual([
      [title, `${name} 1,000,300, up 0.03% in a week`],
    ]);
  });

  test("are an index where the team shows no others", async () => {
    expect(await moved([900, 950, 980, 1000, 990], "2026-09-07", true)).toEqual([
      [title, `${name} 110, where the first value is 100, down 1% in a week`],
    ]);
    expect(await moved([0, 950, 980, 0, 990], "2026-09-07", true)).toEqual([
      [title, `${name} there is a new number`],
    ]);
  });

  test("that are old are no news; somebody is asked", async () => {
    expect(await moved([900, 950, 980, 1000, 1037], "2026-10-20")).toEqual([
      [
        "What is due, and who is asked",
        "Head of Product: there is no number for Weekly Learning Users since August 31",
      ],
    ]);
  });
});

test.each(stars)("the post of %s has at most 150 words in every language", async (name, star) => {
  const languages = name === "with numbers" ? ["en", ...Object.keys(translations)] : ["en", "ja"];
  for (const language of languages) {
    const post = await postFor(star, { language, isNew: true });
    expect(countWords(saidIn(post))).toBe(post.size);
    expect(post.size).toBeLessThanOrEqual(mostWords);
    expect(post.note === null).toBe(post.sections.some(({ id }) => id !== "moved"));
  }
});

test.each(stars)(
  "%s is valid in every format, and nothing of it gets out of its place",
  async (name, star) => {
    const post = await postFor(star);
    const markdown = postMarkdown(post);
    expect(escapesIn(markdown)).toEqual([]);
    expect(faultsOf(markdown).filter((fault) => !/MD013|MD034|MD060/.test(fault))).toEqual([]);
    expect(postText(post, look).replaceAll("\n", "")).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);

    const mail = postMail(post, { language: "en", direction: "ltr", theme: defaultTheme });
    const elements = new Set([...mail.matchAll(/<(\w+)/g)].map(([, name]) => name));
    expect([...elements].sort()).toEqual(
      ["body", "h1", "h2", "head", "html", "meta", "strong", "table", "td", "title", "tr"].filter(
        (name) => elements.has(name) || !["h2", "strong"].includes(name),
      ),
    );
    expect(mail).not.toMatch(/<[^>]*\s(?:class|href|src|on\w+)=/);
    expect(mail).not.toMatch(/<[^>]*(?<!-)color:(?!\/\/)|background/);
    if (!validated.has(name)) return;
    const { results } = await htmlValidate.validateString(mail);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  },
);

/** What says most, and what means most harm: to validate a page takes long. */
const validated = new Set(["with numbers", "hostile script", "hostile closing", "hostile rightToLeft"]);

const htmlValidate = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    "no-inline-style": "off",
    "attribute-boolean-style": "off",
    "no-deprecated-attr": "off",
    "doctype-style": "off",
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
  },
});

interface Block {
  type: string;
  text?: { type: string; text: string };
  elements?: { type: string }[];
}

test.each(stars)("the message to Slack of %s keeps to the limits of Slack", async (_, star) => {
  const { text, blocks } = JSON.parse(slackPost(await postFor(star, { isNew: true }))) as {
    text: string;
    blocks: Block[];
  };
  expect(blocks.length).toBeLessThanOrEqual(50);
  expect(new Set(blocks.slice(1).map(({ type }) => type))).toEqual(new Set(["rich_text"]));
  expect(blocks[0]?.type).toBe("header");
  expect(blocks[0]?.text?.type).toBe("plain_text");
  expect(blocks[0]?.text?.text.length).toBeLessThanOrEqual(150);
  expect(text.replace(/&(?:amp|lt|gt);/g, "")).not.toMatch(/[&<>]/);
  const said = textsIn(blocks.slice(1));
  expect(said.length).toBeGreaterThan(0);
  for (const each of said) expect(each.length).toBeLessThanOrEqual(3000);
  const others = [...kindsIn(blocks.slice(1))].filter(
    (kind) => !/^(?:rich_text(?:_section|_list)?|text)$/.test(kind),
  );
  expect(others).toEqual([]);
});

test.each(stars)("the card for Teams of %s is small, and has runs that read no Markdown", async (_, star) => {
  const message = teamsPost(await postFor(star, { isNew: true }), "en");
  expect(Buffer.byteLength(message)).toBeLessThan(28_000);
  const { type, attachments } = JSON.parse(message);
  expect(type).toBe("message");
  expect(attachments).toHaveLength(1);
  expect(attachments[0].content.version).toBe("1.5");
  expect(kindsIn(attachments[0].content.body)).toEqual(new Set(["RichTextBlock", "TextRun"]));
  for (const text of textsIn(attachments[0].content)) expect(text).not.toContain("{{");
});

/** Every text of a message. */
function textsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === "text" && typeof each === "string" ? [each] : textsIn(each),
  );
}

/** Every kind of thing in a message. */
function kindsIn(value: unknown): Set<string> {
  if (typeof value !== "object" || value === null) return new Set();
  return new Set(
    Object.entries(value).flatMap(([key, each]) =>
      key === "type" && typeof each === "string" ? [each] : [...kindsIn(each)],
    ),
  );
}

test("what a text calls somebody by stands in Slack as it was written", async () => {
  const star = { ...whole, name: "<!channel> & <@U1>", owner: "@here" };
  const message = slackPost(await postFor({ star }, { from: "2026-09-24" }));
  expect(JSON.parse(message).text).toMatch(/^&lt;!channel&gt; &amp; &lt;@U1&gt;: /);
  expect(message).toContain('"text": "@here:"');
});

test("words are counted as people count them", () => {
  expect(countWords("one  two-three, 10,310 (+3.7%) – • x")).toBe(5);
  expect(countWords("日本語です")).toBe(3);
  expect(countWords("")).toBe(0);
});

test("a text is cut between words, and only where it is too long", () => {
  expect(cutTo("a b c", 3)).toBe("a b c");
  expect(cutTo("one two, three four", 2)).toBe("one two…");
  expect(cutTo("日本語日本語", 2)).toBe("日本語日…");
  expect(cutTo("x".repeat(5000), 3)).toBe(`${"x".repeat(36)}…`);
  expect(cutTo("see postgres://me:secret@db", 9)).toBe("see postgres://me:******@db");
});
