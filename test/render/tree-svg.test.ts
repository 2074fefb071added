import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultTheme } from "../../src/render/theme.js";
import { treePicture } from "../../src/render/tree-svg.js";
import type { RenderData } from "../../src/render/view-model.js";
import { type Browser, chromium, startChromium } from "../support/chromium.js";
import { hostile, hostileTexts } from "./hostile.js";
import { published, starNames, told } from "./stars.js";

test("the picture tells in words what it shows", () => {
  expect(treePicture(told("burger-king"), defaultTheme)).toContain(
    '<desc id="tree-description">Digital Transactions Per User leads to Total monthly sales. Its Inputs: New user activation; ' +
      "Registration; Frequency. Opportunities for Registration: If signing up is really appealing for new mobile users.",
  );
});

test("stages and outcomes are words of the playbook", () => {
  const words = [
    ...treePicture(told("amplitude"), defaultTheme).matchAll(/<text x[^>]*>([a-z ]+)<\/text>/g),
  ].map(([, word]) => word);
  expect(words).toEqual(["focusing", "won", "lost", "trying", "overdue", "focus next"]);
});

test("each column says how far its bets look ahead, with the team's own horizons", () => {
  const horizons = { interventions: { least: "2 weeks", most: "6 weeks" } };
  const svg = treePicture({ ...told("burger-king"), horizons }, defaultTheme);
  for (const head of [
    "North Star bets, level 0: 1 year or more",
    "Input bets, level 1: 1 to 3 quarters",
    "bets, level 2: 1 to 3 months",
    "bets, level 3: 2 to 6 weeks",
  ])
    expect(svg).toContain(`>${head}</text>`);
});

test("bets that stand under nothing are counted", () => {
  expect(treePicture(hostile("x"), defaultTheme)).toContain("1 bet stands under nothing yet");
});

test("what draws pictures outside of browsers sets right-to-left text in its card", () => {
  const svg = treePicture(told("arabic"), defaultTheme);
  expect(svg).not.toMatch(/direction="|text-transform/);
  expect(svg).toContain(">NORTH STAR METRIC</text>");
  const texts = [...svg.matchAll(/<text ([^>]*)><tspan x="[^"]*" y="[^"]*">(.*?)<\/text>/g)];
  expect(texts.length).toBeGreaterThan(20);
  for (const [, attributes, lines = ""] of texts) {
    expect(attributes).toContain('text-anchor="end"');
    for (const line of lines
      .replace(/<tspan[^>]*>/g, "")
      .split("</tspan>")
      .filter(Boolean))
      if (/[\u0600-\u06FF]/.test(line)) expect(line).toMatch(/^\u2067.*\u2069$/);
  }
  // In a drawing from left to right it stands on the left, as everything does.
  const name = "متعلّمون أنهوا درسًا";
  const star = told("five-keys");
  const other = treePicture({ ...star, star: { ...star.star, name } }, defaultTheme);
  expect(other).toMatch(/<text class="title" font-size="\d+"><tspan x="20" y="[^"]*">\u2067/);
  expect(other).not.toContain("text-anchor=");
});

test("it is drawn alike every time", () => {
  expect(treePicture(told("large"), defaultTheme)).toBe(treePicture(told("large"), defaultTheme));
});

/** Far more than anybody should have. */
function twelveInputs(): RenderData {
  const star = told("large");
  const inputs = Array.from({ length: 12 }, (_, index) => ({
    ...star.star.inputs[index % 5],
    id: `input-${index}`,
    name: `${star.star.inputs[index % 5]?.name} ${index}`,
  }));
  const bets = (star.star.bets ?? []).flatMap((bet) =>
    bet.level < 2
      ? []
      : inputs.map(({ id }, index) => ({
          ...bet,
          ...(bet.id && { id: `${bet.id}-${index}` }),
          for: bet.level === 2 ? id : `${bet.for}-${index}`,
        })),
  );
  return { ...star, star: { ...star.star, inputs, bets } as RenderData["star"] };
}

const stories = [
  ...starNames.map((name) => [name, told(name)] as const),
  ...published.map(([name, star]) => [`published ${name}`, star] as const),
  ["twelve Inputs", twelveInputs()] as const,
  ...Object.entries(hostileTexts).map(([name, text]) => [`hostile ${name}`, hostile(text)] as const),
];

describe.skipIf(!chromium)("in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  test.each(stories)("%s is drawn without overlap, nothing is cut and nothing runs", async (_, star) => {
    const svg = treePicture(star, defaultTheme);
    const page = await browser.open(svg, { width: 1280, height: 900 }, "svg");
    const seen = await page.evaluate<{ names: string[]; faults: string[] }>(`(() => {
      const box = (element) => element.getBoundingClientRect();
      const cards = [...document.querySelectorAll("rect.card")];
      const inside = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
      const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      const faults = [];
      for (const card of cards) {
        for (const other of cards) if (card !== other && !apart(box(card), box(other))) faults.push("overlap");
        for (const text of card.parentNode.querySelectorAll("text"))
          if (!inside(box(text), box(card))) faults.push("outside: " + text.textContent.slice(0, 80));
        if (!inside(box(card), box(document.querySelector(".paper")))) faults.push("off the paper");
      }
      return { names: [...new Set([...document.querySelectorAll("*")].map((each) => each.localName))].sort(), faults };
    })()`);
    expect(seen.faults).toEqual([]);
    const known = ["desc", "g", "path", "rect", "style", "svg", "text", "title", "tspan"];
    expect(seen.names.filter((name) => !known.includes(name))).toEqual([]);
    expect(page.complaints).toEqual([]);
  });
});
