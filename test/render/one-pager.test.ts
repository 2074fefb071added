import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { onePager } from "../../src/render/one-pager.js";
import { onePagerPage } from "../../src/render/one-pager-html.js";
import { defaultTheme } from "../../src/render/theme.js";
import { treeSource } from "../../src/render/tree.js";
import { plain } from "../../src/report/escape.js";
import { type Browser, chromium, type Page, startChromium } from "../support/chromium.js";
import { hasMermaid, mermaids, openMermaid } from "../support/mermaid.js";
import { hostile, hostileTexts } from "./hostile.js";
import { escapesIn, headingsOf, narrow, nodesOf, textOf } from "./markdown.js";
import { published, starNames, told, toldOf } from "./stars.js";

test("a North Star of five keys has no empty headings", () => {
  expect(headingsOf(onePager(told("five-keys")))).toEqual([
    "Articles Read To The End",
    "Why this metric",
    "The checklist",
    "The tree",
    "Inputs",
  ]);
});

test("a full North Star is told in one order", () => {
  expect(headingsOf(onePager(told("amplitude")))).toEqual([
    "Weekly Learning Users (WLU)",
    "Why this metric",
    "What we believe",
    "When customers get value",
    "The checklist",
    "The tree",
    "Results",
    "Inputs",
    "Bets",
    "North Star bets (level 0, 1 year or more)",
    "Input bets (level 1, 1 to 3 quarters)",
    "Opportunities (level 2, 1 to 3 months) and interventions (level 3, 1 to 3 weeks)",
    "What we learned",
    "Guardrails",
    "Earlier metrics",
    "Considered and left",
    "Next review",
    "Sources",
  ]);
});

test("a bet that is written with its if and then is told with one of each", () => {
  const bet = "  - { level: 2, for: comments, if: If readers found it, then: then more would stay }";
  const star = toldOf(
    `name: Stories read\ndefinition: Stories that readers finish in a week.\ngame: attention\ninputs:\n  - { name: Comments, definition: Comments in a week }\nbets:\n${bet}\n`,
  );
  expect(onePager(star)).toContain("If readers found it, then more would stay");
});

test("bets are told in the playbook's words, with how they went", () => {
  const text = narrow(onePager(told("amplitude")));
  expect(text).toContain(
    "\n    _focusing_ · Sharing pod · review 2026-12-15\n    - If we ship chart templates",
  );
  expect(text).toContain(
    "\n      _closed_ · **won** · expected up by 10 % after 3 weeks · lost if fewer than",
  );
  expect(text).toContain("\n      _trying_ · Sharing pod");
  expect(text).toContain("\n    _focus next_ · Notebook pod");
  expect(text).toContain(
    "| **lost** | Analysts edited faster and shared no more than before. (2026-08-14) |",
  );
});

test("what was only considered stands apart from what once was the metric, without a day until which it held", () => {
  const text = onePager(told("amplitude"));
  const page = onePagerPage(told("amplitude"), defaultTheme);
  expect(text).toContain("| **Weekly Querying Users** (until 2017-12-31) |");
  expect(text).toContain("| **Weekly Shared Charts** | The number of charts that are shared in a week. |");
  expect(page).toContain(">Weekly Shared Charts</h3>");
  expect(page.slice(page.indexOf("Considered and left"))).not.toContain("until");
});

test("a bet that stands under nothing is not lost", () => {
  const { star, ...rest } = told("five-keys");
  const bets = told("amplitude").star.bets ?? [];
  expect(onePager({ star: { ...star, bets }, ...rest })).toContain(
    "- **opportunity:** If a finding could be told with its context",
  );
});

describe.each(Object.entries(hostileTexts))("hostile text: %s", (_, text) => {
  const markdown = onePager(hostile(text));

  test("stays text", () => {
    expect(escapesIn(markdown)).toEqual([]);
    expect(nodesOf(markdown).filter((node) => node.type === "code")).toHaveLength(1);
  });

  test("reads as it was written", () => {
    const quote = nodesOf(markdown).find((node) => node.type === "blockquote");
    const unlinked = plain(text).replace(/https?:\/\/(?=example|evil)/g, "");
    expect(quote && textOf(quote).replaceAll("\u200B", "")).toBe(unlinked);
  });
});

/** What Mermaid may take for HTML, Markdown or an order of its own. */
const marks = {
  ...hostileTexts,
  angles: "Ship <feature> to <b>all</b> who wait <3 days, a<br>b",
  number: "12) twelve",
  plus: "+ four",
  star: "* five",
  heading: "### six",
  quote: "> seven",
  rule: "---",
  code: "`**eight** _nine_ ~~ten~~`",
  end: "end",
  subgraph: "subgraph eleven",
  icon: "fa:fa-user twelve",
  math: "$$x^2$$",
  comment: "%% thirteen",
  shape: "@{ shape: rect } a:::b",
};

let browser: Browser | undefined;
afterAll(() => browser?.close());

describe.skipIf(!chromium).each(mermaids)("Mermaid %s in Chromium, set up as by %s", (version, by) => {
  let page: Page;
  beforeAll(async () => {
    if (!hasMermaid(version)) return;
    browser ??= await startChromium();
    page = await openMermaid(browser, version, by);
  });
  beforeEach(({ skip }) => skip(!hasMermaid(version), "it is not there; .ci/run fetches it"));

  /** The labels of a drawn flowchart: of its nodes, and of its arrows. */
  const draw = (source: string) =>
    page.evaluate<Record<"nodes" | "arrows", string[]>>(`(async () => {
      const { svg } = await mermaid.render("drawn", ${JSON.stringify(source)});
      document.body.innerHTML = svg;
      const textsOf = (labels) =>
        [...document.querySelectorAll(labels)].map((label) => label.textContent).filter(Boolean);
      return { nodes: textsOf(".nodeLabel"), arrows: textsOf(".edgeLabel .edgeLabel") };
    })()`);

  test.runIf(by === "GitHub").each([...starNames.map((name) => [name, told(name)] as const), ...published])(
    "draws %s",
    async (_, each) => {
      const { nodes } = await draw(treeSource(each));
      expect(nodes).toContain(each.star.name);
      expect(nodes.length).toBeGreaterThanOrEqual(each.star.inputs.length + 1);
    },
  );

  // Every text meets each version and each way to set it up, but not every pair of these.
  const half = (version === "11") === (by === "GitHub") ? 0 : 1;
  const own = Object.entries(marks).filter((_, index) => index % 2 === half);
  test.each(own)("draws what is written as text: %s", async (_, text) => {
    const { nodes, arrows } = await draw(treeSource(hostile(text)));
    const shown = plain(text).replace(/ /g, "").replace("\uFB02", "fl");
    expect(nodes.length).toBe(8);
    for (const label of nodes) {
      const said = label.replace(/^If |\([a-z ,]*\)$|…|\u200B| /g, "");
      if (text.length <= 80) expect(said).toBe(shown);
      else expect(shown).toContain(said);
    }
    expect(arrows.length).toBeGreaterThan(0);
    for (const reason of text.length <= 80 ? arrows : [])
      expect(
        reason
          .replace(/[ \u200B]/g, "")
          .split(shown)
          .join("_"),
      ).toMatch(/^(?:_|If_,then_|_If_,then_)$/);
    expect(page.complaints).toEqual([]);
  });
});

test("of several answers to a question the latest is shown, and the latest first", () => {
  const { star, ...rest } = told("five-keys");
  const reviews = [
    { date: "2026-06-01", question: "What does it not tell us?", answer: "The newer." },
    { date: "2026-03-01", question: "What does it not tell us?", answer: "The older." },
    { question: "Who else counts?", answer: "Nobody knows when." },
    { date: "2026-09-01", question: "What did we learn?", answer: "The newest." },
  ];
  const text = onePager({ star: { ...star, reviews }, ...rest });
  const answers = [...text.matchAll(/(?:The (?:new|old)|Nobody)[a-z ]+\.(?: \(.*?\))?/g)].map(
    ([each]) => each,
  );
  expect(answers).toEqual(["The newest. (2026-09-01)", "The newer. (2026-06-01)", "Nobody knows when."]);
});
