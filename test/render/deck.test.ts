import { createRequire } from "node:module";
import { Marp } from "@marp-team/marp-core";
import { strFromU8, unzipSync } from "fflate";
import { check } from "prettier";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { slug } from "../../src/file/northstar.js";
import { htmlDeck } from "../../src/render/deck/html.js";
import { marpDeck } from "../../src/render/deck/marp.js";
import type { DeckOptions } from "../../src/render/deck/parts.js";
import { pptxDeck } from "../../src/render/deck/pptx.js";
import { slidesOf } from "../../src/render/deck/slides.js";
import { area, treeLabel, typeScale } from "../../src/render/deck/typeset.js";
import { widthOfWords } from "../../src/render/fit-text.js";
import { generatedMarker } from "../../src/render/generated-marker.js";
import { defaultTheme } from "../../src/render/theme.js";
import type { RenderData } from "../../src/render/view-model.js";
import { plain } from "../../src/report/escape.js";
import { type Browser, chromium, startChromium } from "../support/chromium.js";
import { marpSlides } from "../support/marp.js";
import { hostile, hostileTexts } from "./hostile.js";
import { published, starNames, told } from "./stars.js";

const stars = [
  ...starNames.map((name) => [name, told(name)] as const),
  ...published.map(([name, star]) => [`published ${name}`, star] as const),
  ...Object.entries(hostileTexts).map(([name, text]) => [`hostile ${name}`, hostile(text)] as const),
];
// Its main file is no module, though its package says so, and its module has a name that is taken for another kind.
const { parse: parsePptx }: typeof import("pptxtojson") = createRequire(import.meta.url)(
  "pptxtojson/dist/index.cjs",
);

/** Makes once what many tests look at. */
function once<Made>(make: (star: RenderData) => Made): (star: RenderData) => Made {
  const made = new WeakMap<object, Map<string, Made>>();
  return (star) => {
    const own = made.get(star.star) ?? new Map<string, Made>();
    const key = JSON.stringify({ ...star, star: null });
    const found = own.get(key) ?? make(star);
    made.set(star.star, own.set(key, found));
    return found;
  };
}

const slides = once((star) => slidesOf(star, defaultTheme));
const friendly = stars.filter(([name]) => !name.startsWith("hostile"));
const kinds: DeckOptions[] = [{}, { for: "board" }, { for: "team" }, { full: true }, { since: "2026-01-01" }];
const asked = (name: (typeof starNames)[number], deck: DeckOptions) => slides({ ...told(name), deck });
const titles = (name: (typeof starNames)[number]) => slides(told(name)).map((slide) => slide.title);

describe("slides", () => {
  test("of hundreds of bets under one opportunity are set in time, each bet once", () => {
    const amplitude = told("amplitude");
    const { star } = amplitude;
    const under = star.bets?.find(({ level, id }) => level === 2 && id !== undefined);
    const many = Array.from({ length: 400 }, (_, index) => ({
      level: 3 as const,
      id: `idea-${index}`,
      for: under?.id ?? "",
      if: `we try idea ${1000 + index}`,
      // biome-ignore lint/suspicious/noThenProperty: a bet has one
      then: "people see more",
      stage: "active" as const,
    }));
    const started = performance.now();
    const pages = slidesOf(
      { ...amplitude, deck: { full: true }, star: { ...star, bets: [...(star.bets ?? []), ...many] } },
      defaultTheme,
    );
    expect(performance.now() - started).toBeLessThan(5000);
    const cards = pages
      .filter(({ title }) => title.startsWith("We focus on"))
      .flatMap(({ shapes }) =>
        shapes.flatMap((shape) => (shape.kind === "text" ? [JSON.stringify(shape)] : [])),
      );
    for (const { if: idea } of many) expect(cards.filter((card) => card.includes(idea))).toHaveLength(1);
  });

  test("tell the story in its order", () => {
    expect(titles("amplitude")).toEqual([
      "Weekly Learning Users",
      "Why Weekly Learning Users",
      "We play the productivity game",
      "2 results follow from Weekly Learning Users",
      "1 metric, 3 Inputs, 2 opportunities",
      "3 Inputs drive Weekly Learning Users",
      "We focus on 1 opportunity now",
      "We learned from 2 bets",
      "1 guardrail must hold",
      "Why we trust it",
      "Next review",
    ]);
  });

  test("keep a number with its words in a title from right to left", () => {
    expect(titles("arabic").filter((title) => /results|Inputs drive/.test(title))).toEqual([
      expect.stringMatching(/^\u200F\u200E2 results follow from /),
      expect.stringMatching(/^\u200F\u200E3 Inputs drive /),
    ]);
  });

  test("say nothing of what the file does not say", () => {
    expect(titles("five-keys")).toEqual([
      "Articles Read To The End",
      "We play the attention game",
      "1 metric, 3 Inputs",
      "3 Inputs drive Articles Read To The End",
      "What each of us can move",
    ]);
  });

  test.each(published)("of the published %s are 8 to 14", (_, star) => {
    expect(slides(star).length).toBeGreaterThanOrEqual(8);
    expect(slides(star).length).toBeLessThanOrEqual(14);
  });

  test("are few of a large North Star, and everything in full", () => {
    expect(slides(told("large")).length).toBeLessThanOrEqual(14);
    expect(asked("large", { full: true }).length).toBeGreaterThan(30);
  });

  test("say German Inputs in full, and break no word of the tree or of the last slide", () => {
    const all = slides(told("german"));
    const textOf = ({ shapes }: (typeof all)[number]) =>
      shapes.flatMap((shape) =>
        shape.kind === "text" ? shape.paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)) : [],
      );
    const inputs = all.find(({ arrangement }) => arrangement === "list");
    for (const { name, definition } of told("german").star.inputs)
      expect(inputs && textOf(inputs)).toEqual(expect.arrayContaining([name, definition]));
    for (const { arrangement, shapes } of all)
      for (const shape of shapes)
        if (shape.kind === "text" && (arrangement === "tree" || arrangement === "ending"))
          for (const { runs } of shape.paragraphs)
            for (const { text, size, bold = false } of runs)
              expect(widthOfWords(text, { size, bold }), text).toBeLessThanOrEqual(
                shape.width - 2 * (shape.inset ?? 0) + 0.01,
              );
  });

  test.each(kinds)("of the kind %j are not half empty", (deck) => {
    for (const [name, star] of friendly)
      for (const { title, ground, shapes } of slides({ ...star, deck })) {
        if (ground === "deep") continue;
        const ends = shapes.flatMap((shape) =>
          shape.kind === "table" || (shape.kind === "text" && (shape.fill || shape.outline))
            ? [shape.y + shape.height]
            : [],
        );
        expect(Math.max(...ends), `${name}: ${title}`).toBeGreaterThanOrEqual(area.y + area.height / 2);
      }
  });

  test.each(kinds)("of cards in a deck of the kind %j leave no third of their slide empty", (deck) => {
    for (const [name, star] of friendly)
      for (const { title, arrangement, shapes } of slides({ ...star, deck })) {
        if (!["cards", "list", "driven", "columns", "groups"].includes(arrangement ?? "")) continue;
        const ends = shapes.flatMap((shape) =>
          shape.kind === "text" && (shape.fill || shape.outline) ? [shape.y + shape.height] : [],
        );
        expect(Math.max(...ends), `${name}: ${title}`).toBeGreaterThanOrEqual(area.y + area.height * 0.75);
      }
  });

  test("set three things that say little below one another, and their text in the middle of their room", () => {
    const inputs = slides(told("five-keys")).find(({ title }) => title.startsWith("3 Inputs"));
    expect(inputs?.arrangement).toBe("list");
    const cards = inputs?.shapes.filter((shape) => shape.kind === "text" && shape.name === "Card") ?? [];
    expect(cards).toHaveLength(6);
    for (const card of cards) expect(card).toMatchObject({ anchor: "middle" });
  });

  test.each(published)(
    "of the published %s say the reasons of the checklist in 18 points or more",
    (_, star) => {
      const checklist = slides(star).find(({ kicker }) => kicker === "The North Star Checklist");
      if (checklist) expect(checklist.size).toBeGreaterThanOrEqual(18);
    },
  );

  test.each(friendly)(
    "of %s count in the title of the tree no opportunity that it does not show",
    (_, star) => {
      const tree = slides(star).find(({ arrangement }) => arrangement === "tree");
      const ofKind = (tree?.shapes ?? [])
        .filter(({ kind }) => kind === "text")
        .map((shape) => "name" in shape && shape.name);
      const {
        star: { language = "en" },
      } = star;
      if (language !== "en") return;
      const shown = ofKind.filter((name) => name === "Opportunity").length;
      const [, counted = "0"] = /(\d+) opportunit/.exec(tree?.title ?? "") ?? [];
      expect(Number(counted)).toBe(shown);
    },
  );

  test.each(stars)("of %s begin with words that no star stands on", (_, star) => {
    const [{ shapes = [] } = {}] = slides(star);
    const [drawn] = shapes.filter(({ kind }) => kind === "star");
    if (drawn?.kind !== "star") throw new Error("A cover without a star");
    for (const shape of shapes)
      if (shape.kind === "text" && shape.paragraphs.some(({ runs }) => runs.some(({ text }) => text)))
        expect(
          shape.x + shape.width <= drawn.x ||
            drawn.x + drawn.width <= shape.x ||
            drawn.y + drawn.height <= shape.y ||
            shape.y + shape.height <= drawn.y,
          shape.name,
        ).toBe(true);
  });

  test.each(kinds)("of the kind %j are set in the sizes of one scale", (deck) => {
    const used = new Set<number>();
    for (const [, star] of stars)
      for (const slide of slides({ ...star, deck }))
        for (const shape of slide.shapes) {
          const runs =
            shape.kind === "text"
              ? shape.paragraphs.flatMap((each) => each.runs)
              : shape.kind === "table"
                ? shape.rows.flatMap(({ cells }) => cells)
                : [];
          for (const { size } of runs) if (slide.arrangement !== "tree" || size !== treeLabel) used.add(size);
        }
    expect([...used].filter((size) => !(typeScale as readonly number[]).includes(size))).toEqual([]);
  });

  test.each(stars)("of %s stay on their canvas", (_, star) => {
    for (const { title, shapes } of slides(star))
      for (const shape of shapes)
        if (shape.kind !== "connector") {
          const { x, y, width, height } = shape;
          expect(
            [x >= 0, y >= 0, x + width <= 960.01, y + height <= 540.01],
            `${title}: ${shape.kind}`,
          ).not.toContain(false);
        }
  });

  test.each(stars)("of %s shorten nothing that the notes do not say in full", (_, star) => {
    const all = slides(star);
    const notes = all
      .flatMap((slide) => slide.notes)
      .join("\n")
      .replace(/\s+/g, " ");
    for (const { shapes } of all)
      for (const shape of shapes)
        if (shape.kind === "text" && shape.name === "Definition")
          for (const text of shape.paragraphs.flatMap(({ runs }) => runs.map((run) => run.text)))
            if (text.endsWith("…")) expect(notes).toContain(star.star.definition.replace(/\s+/g, " ").trim());
  });
});

describe.each(stars)("Marp: %s", (_, star) => {
  const text = marpDeck(star, defaultTheme);
  const { html, comments } = marpSlides(text, {
    math: false,
    emoji: { shortcode: false, unicode: false },
  });

  test("renders as many slides as there are, with notes", () => {
    const expected = slides(star);
    expect(html.match(/<svg data-marpit-svg/g)).toHaveLength(expected.length);
    expect(comments.map((each) => each.length > 0)).toEqual(expected.map((slide) => slide.notes.length > 0));
  });

  test("holds no foreign element", () => {
    const elements = new Set([...html.matchAll(/<([a-z][a-z0-9-]*)/gi)].map(([, name]) => name));
    const known = [
      "div",
      "svg",
      "foreignObject",
      "section",
      "h1",
      "h2",
      "h3",
      "p",
      "strong",
      "em",
      "ul",
      "li",
      "a",
      "br",
    ];
    const table = ["table", "thead", "tbody", "tr", "th", "td"];
    expect([...elements].filter((name) => ![...known, ...table].includes(name ?? ""))).toEqual([]);
    for (const [, target] of html.matchAll(/<a href="([^"]*)"/g))
      expect(target).toMatch(/^(https?:|mailto:)/);
  });
});

describe("the web page", () => {
  describe.skipIf(!chromium)("in Chromium", () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startChromium();
    });
    afterAll(() => browser.close());

    test("turns its slides with the keys of a presenter, and shows the notes", async () => {
      const page = await browser.open(htmlDeck(told("burger-king"), defaultTheme), {
        width: 1280,
        height: 720,
      });
      const seen = () =>
        page.evaluate<string>(
          `[...document.querySelectorAll(".slide, .notes")].filter((each) => each.checkVisibility()).map((each) => each.id || each.className).join()`,
        );
      expect(await seen()).toBe("slide-1");
      for (const key of ["ArrowRight", "PageDown", "ArrowLeft"]) await page.press(key);
      expect(await seen()).toBe("slide-2");
      expect(await page.evaluate("location.hash")).toBe("#2");
      await page.press("End");
      await page.press("ArrowRight");
      expect(await seen()).toBe("slide-8");
      await page.press("Home");
      await page.press("n");
      expect(await seen()).toBe("slide-1,notes");
      expect(page.complaints).toEqual([]);
    });

    // Most kinds of deck of a small North Star are the same.
    const looked = new Set<string>();
    test.each(kinds)(
      "Marp's slides of the kind %j hold what they say",
      async (deck) => {
        for (const [name, star] of friendly) {
          const text = marpDeck({ ...star, deck }, defaultTheme);
          if (looked.has(text)) continue;
          looked.add(text);
          const marp = new Marp({ script: false, math: false, emoji: { shortcode: false, unicode: false } });
          const { html, css } = marp.render(text);
          const page = await browser.open(
            `<!doctype html><meta charset="utf-8"><style>${css}</style>${html}`,
            {
              width: 1280,
              height: 720,
            },
          );
          // Where the number of the slide stands, nothing else does.
          const full = await page.evaluate<
            string[]
          >(`[...document.querySelectorAll("section")].filter((each) => {
          const { top, height } = each.getBoundingClientRect();
          const ends = [...each.children].map((one) => ((one.getBoundingClientRect().bottom - top) * 720) / height);
          return each.scrollHeight > each.clientHeight + 1 || Math.max(...ends) > 680;
        }).map((each) => each.id + " " + each.className)`);
          expect(full, name).toEqual([]);
          const small = await page.evaluate<
            string[]
          >(`[...document.querySelectorAll("section :is(h1, h2, p, li, th, td, strong, em)")].filter((each) => {
          const texts = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
          const least = each.closest("section").matches(".tree") ? 14 : 16;
          return texts && parseFloat(getComputedStyle(each).fontSize) < (least * 4) / 3 - 0.1;
        }).map((each) => each.textContent)`);
          expect(small, name).toEqual([]);
        }
        // The first kind looks at the decks of all of them.
      },
      120_000,
    );

    test("prints a page for each slide", async () => {
      const page = await browser.open(htmlDeck(told("amplitude"), defaultTheme), {
        width: 1280,
        height: 720,
      });
      expect((await page.pdf()).toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(11);
    });

    test.each(stars)("of %s has room for all its text, and runs nothing else", async (_, star) => {
      const page = await browser.open(htmlDeck(star, defaultTheme), { width: 800, height: 450 });
      const kindsOf = slides(star).map(({ arrangement }) => arrangement);
      const faults = await page.evaluate<string[]>(`(() => {
        const faults = [];
        slides.forEach((slide, index) => {
          show(index);
          const canvas = slide.querySelector(".canvas").getBoundingClientRect();
          for (const shape of slide.querySelectorAll(".shape")) {
            const box = shape.getBoundingClientRect();
            if (box.bottom > canvas.bottom + 1 || box.right > canvas.right + 1) faults.push(index + 1 + " off: " + shape.id);
            // A table is as high as its text; the foot of the slide is its limit.
            const table = shape.querySelector("table")?.getBoundingClientRect();
            if (table && table.bottom > canvas.top + (canvas.height * 506) / 540) faults.push(index + 1 + " table: " + shape.id);
            for (const inner of shape.querySelectorAll(".p")) {
              const text = inner.getBoundingClientRect();
              if (text.bottom > Math.max(box.bottom, text.top) + 3 || text.top < box.top - 3 || text.right > box.right + 3 || text.bottom > canvas.bottom)
                faults.push(index + 1 + " " + shape.id + ": " + inner.textContent.slice(0, 60));
            }
          }
        });
        return faults;
      })()`);
      expect(faults).toEqual([]);
      const smallest = await page.evaluate<number[]>(`slides.map((slide, index) => {
        show(index);
        const scale = 960 / slide.querySelector(".canvas").getBoundingClientRect().width;
        const texts = [...slide.querySelectorAll(".canvas :is(span, th, td)")].filter((each) => each.textContent && !each.children.length);
        const sizes = texts.map((each) => parseFloat(getComputedStyle(each).fontSize) * scale);
        return Math.round(Math.min(...sizes) * 10) / 10;
      })`);
      expect(smallest.filter((size, index) => size < (kindsOf[index] === "tree" ? 14 : 16))).toEqual([]);
      expect(page.complaints).toEqual([]);
      expect(await page.evaluate("document.title")).not.toBe("owned");
    });
  });
});

describe("PowerPoint", () => {
  const parts = once((star) =>
    Object.entries(unzipSync(pptxDeck(star, defaultTheme))).map(
      ([path, bytes]) => [path, strFromU8(bytes)] as const,
    ),
  );

  test("has the same bytes every time, and shows that northstar made it", () => {
    const bytes = Buffer.from(pptxDeck(told("large"), defaultTheme));
    expect(bytes.equals(Buffer.from(pptxDeck(told("large"), defaultTheme)))).toBe(true);
    expect(bytes.includes(generatedMarker)).toBe(true);
  });

  test.each(stars)("of %s says what each shape is, and glues its connectors to shapes", (_, star) => {
    for (const [path, xml] of parts(star).filter(([path]) => path.startsWith("ppt/slides/slide"))) {
      const shapes = [...xml.matchAll(/<p:cNvPr id="(\d+)" name="([^"]*)"(?: descr="([^"]*)")?/g)];
      for (const [, id, , description] of shapes)
        if (id !== "1") expect(description, `${path} ${id}`).toBeTruthy();
      const ids = shapes.map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, start, end] of xml.matchAll(/<a:stCxn id="(\d+)" idx="1"\/><a:endCxn id="(\d+)"/g))
        expect(ids).toEqual(expect.arrayContaining([start, end]));
      expect(xml.match(/<p:ph type="(?:title|ctrTitle)"\/>/g)).toHaveLength(1);
      // Screen readers hear what a slide is called before all else.
      expect(xml.indexOf("<p:ph ")).toBe(xml.search(/<p:ph type="(?:title|ctrTitle)"\/>/));
    }
  });

  test.each(stars)(
    "of %s has every placeholder of a slide on its layout, and each of those on the master",
    (_, star) => {
      const all = new Map(parts(star));
      const marksIn = (path: string) =>
        [...(all.get(path) ?? "").matchAll(/<p:ph(?: type="(\w+)")?(?: sz="\w+")?(?: idx="(\d+)")?\/>/g)].map(
          ([, type = "obj", number = "0"]) => `${type} ${number}`,
        );
      const used = new Set<string>();
      for (const path of all.keys()) {
        if (!/^ppt\/slides\/slide\d+\.xml$/.test(path)) continue;
        const rels = all.get(path.replace("slides/", "slides/_rels/").concat(".rels")) ?? "";
        const layout = /slideLayouts\/slideLayout\d\.xml/.exec(rels)?.[0] ?? "";
        used.add(layout);
        const marks = marksIn(path);
        expect(new Set(marks).size, path).toBe(marks.length);
        for (const mark of marks) expect(marksIn(`ppt/${layout}`), path).toContain(mark);
      }
      expect(used.size).toBeGreaterThanOrEqual(2);
      expect(marksIn("ppt/slideMasters/slideMaster1.xml")).toEqual(["title 0", "body 1", "sldNum 12"]);
    },
  );

  test.each(stars.filter(([name]) => !/hostile (?:words|long|japanese|emoji)/.test(name)))(
    "of %s is read by another program: its slides, titles, tables, grounds, colours and notes",
    async (_, star) => {
      const slides = slidesOf(star, defaultTheme);
      const bytes = pptxDeck(star, defaultTheme);
      const read = await parsePptx(new Uint8Array(bytes).buffer);
      expect(read.size).toEqual({ width: 960, height: 540 });
      expect(read.slides).toHaveLength(slides.length);
      for (const [index, { title, ground, shapes, notes }] of slides.entries()) {
        const { elements, note, fill } = read.slides[index] as (typeof read.slides)[number];
        const tables = shapes.filter(({ kind }) => kind === "table").length;
        expect(
          elements.filter(({ type }) => type === "table"),
          title,
        ).toHaveLength(tables);
        const [first] = elements;
        expect(first?.type, title).toBe("text");
        expect(first && "content" in first && first.content).toBeTruthy();
        expect(fill).toMatchObject({
          type: "color",
          value: expect.stringMatching(new RegExp(defaultTheme.light[ground].slice(1), "i")),
        });
        if (notes.length > 0) expect(note.length).toBeGreaterThan(0);
      }
      expect(read.themeColors.map((each: string) => each.toLowerCase())).toContain(defaultTheme.light.accent);
    },
  );

  test("shows its text in an outline: a title on each slide, and under it what is no card or label", () => {
    const told = parts(published[0]?.[1] as RenderData).filter(([path]) =>
      /slides\/slide\d+\.xml$/.test(path),
    );
    const outlined = told.filter(([, xml]) =>
      /<p:ph(?: type="subTitle")?(?: sz="half")? idx="1"\/>/.test(xml),
    );
    // Most slides of the default deck are cards.
    expect(outlined.length).toBeGreaterThanOrEqual(told.length / 3);
  });

  test.each(stars.filter(([name]) => !name.startsWith("hostile")))(
    "of %s changes all its colours with its theme",
    (_, star) => {
      for (const [path, xml] of parts(star))
        if (!path.includes("theme")) expect(xml, path).not.toContain("srgbClr");
    },
  );

  test("has a real table and notes", () => {
    const all = new Map(parts({ ...told("amplitude"), deck: { full: true } }));
    expect(all.get("ppt/slides/slide15.xml")?.match(/<a:tr /g)).toHaveLength(7);
    expect(all.get("ppt/slides/slide8.xml")?.match(/<p:cxnSp>/g)).toHaveLength(3);
    expect(all.get("ppt/notesSlides/notesSlide8.xml")).toContain(
      "lost if fewer than one in ten newcomers opens a template",
    );
  });

  test.each([{}, { for: "team" }] as const)(
    "of the kind %j has no type that the last row cannot read",
    (deck) => {
      for (const [name, star] of stars)
        for (const [path, xml] of parts({ ...star, deck })) {
          if (!path.startsWith("ppt/slides/slide")) continue;
          const sizes = [...xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size) / 100);
          const least = xml.includes(">The tree<") ? 14 : 16;
          expect(Math.min(...sizes), `${name}: ${path}`).toBeGreaterThanOrEqual(least);
        }
    },
  );
});

describe("what is asked of a deck", () => {
  const titlesOf = (deck: DeckOptions) => asked("amplitude", deck).map(({ title }) => title);
  const saidIn = (deck: DeckOptions, name: (typeof starNames)[number] = "amplitude") =>
    asked(name, deck)
      .flatMap(({ title, shapes }) => [
        title,
        ...shapes.flatMap((shape) =>
          shape.kind === "text"
            ? shape.paragraphs.flatMap(({ runs }) => runs.map((run) => run.text))
            : shape.kind === "table"
              ? shape.rows.flatMap(({ cells }) => cells.map((cell) => cell.text))
              : [],
        ),
      ])
      .join("\n");
  const housekeeping = /overdue|at most|more than the limit|^open$/m;

  test("parts by name, in the order of the talk", () => {
    expect(titlesOf({ only: ["tree", "metric"] })).toEqual([
      "Weekly Learning Users",
      "1 metric, 3 Inputs, 2 opportunities",
    ]);
    expect(titlesOf({ skip: ["game", "checklist"] })).toEqual(
      titlesOf({}).filter((title) => !/game|trust/.test(title)),
    );
    expect(titlesOf({ only: ["history"] })).toEqual(["What came before Weekly Learning Users"]);
  });

  test("a part that is skipped is not in the notes of another, and one that has no slide is", () => {
    const notes = (deck: DeckOptions) =>
      asked("amplitude", deck)
        .flatMap((slide) => slide.notes)
        .join("\n");
    expect(notes({})).toContain("Weekly Querying Users");
    expect(notes({ skip: ["history"] })).not.toContain("Weekly Querying Users");
    expect(notes({ only: ["metric"] })).not.toContain("Weekly Querying Users");
  });

  test("what the team has to tidy up is for the team alone", () => {
    for (const name of ["amplitude", "large"] as const) {
      expect(saidIn({ for: "team" }, name)).toMatch(housekeeping);
      for (const deck of [{}, { for: "board" }, { full: true }] as const)
        expect(saidIn(deck, name)).not.toMatch(housekeeping);
    }
  });

  test("the title and the day of the talk", () => {
    expect(saidIn({ title: "All hands in May", date: "2026-05-04" })).toMatch(
      /All hands in May.*North Star Metric(?:.|\n)*May 4, 2026/,
    );
    const html = htmlDeck({ ...told("amplitude"), deck: { title: "All <b>hands</b>" } }, defaultTheme);
    expect(html).toContain("<title>All &#60;b&#62;hands&#60;/b&#62;</title>");
  });

  test("a review that lies before the day of the talk is not told as the next one", () => {
    expect(saidIn({ date: "2027-02-01" })).toContain("March 1, 2027");
    expect(saidIn({ date: "2027-04-01" })).not.toContain("March 1, 2027");
  });

  test("what changed since a day, by the days in the file and by the file of that day", () => {
    expect(titlesOf({ since: "2026-01-01" })).toContain("What changed since January 1, 2026");
    expect(titlesOf({ since: "2030-01-01" })).toEqual(titlesOf({}));
    const { star } = told("amplitude");
    const before = {
      ...star,
      name: "Weekly Sharing Users",
      inputs: [
        ...star.inputs.slice(1),
        { name: "Charts Made", definition: "Charts that are made in a week." },
      ],
      bets: (star.bets ?? []).slice(1),
    };
    const only = { only: ["changed"], since: "2030-01-01" } as const;
    const said = saidIn({ ...only, before });
    for (const text of [
      "Before: Weekly Sharing Users",
      "New among the Inputs",
      "Activated Organizations",
      "No Input any more",
      "Charts Made",
      "A new bet",
    ])
      expect(said).toContain(text);
    expect(saidIn({ ...only, before: star })).toBe("");
  });

  test("an Input has a slide where something was closed since, and in full", () => {
    const about = (deck: DeckOptions) =>
      titlesOf(deck).filter((title) => /^(?:Activated|Broadcasted|Consumption)/.test(title));
    expect(about({})).toEqual([]);
    expect(about({ since: "2026-01-01" })).toEqual(["Broadcasted Learnings (BL)"]);
    expect(about({ full: true })).toHaveLength(3);
  });
});

describe("what is said to a Marp deck", () => {
  const saying = (text: string): RenderData => {
    const { star, ...rest } = told("five-keys");
    const inputs = star.inputs.map((input, index) => (index === 0 ? { ...input, definition: text } : input));
    const bets = JSON.parse(
      `[{ "level": 1, "for": "${slug(inputs[1]?.name ?? "")}", "if": "x", "then": "y" }]`,
    );
    return { star: { ...star, inputs, bets }, ...rest };
  };
  const forms = [
    '"header": said aloud',
    "'header': said aloud",
    "{class: invert}",
    "[class, invert]",
    "? class",
    "& class: invert",
    "&a class: invert",
    "! class: invert",
    "!!str class: invert",
    "* class: invert",
    "| class: invert",
    "> class: invert",
    "% class: invert",
    "# class: invert",
    "@ class: invert",
    "- class: invert",
    "--- class: invert",
    "class: invert",
    "class : invert",
    "_class: invert",
    "$theme: gaia",
    "headingDivider: 1",
    "title: A deck",
    "author: somebody",
    "transition: fade",
    "prettier-ignore",
    "markdownlint-disable MD013",
    "lint disable no-html",
    "--> <script>alert(1)</script>",
    "$x$ and $$y$$",
    "![bg](x.png)",
    "<!-- fit -->",
    "https://example.com",
    ":smile: 1:100:1",
  ];

  test.each(forms)("%s stays what a speaker says", (text) => {
    for (const looseYAML of [true, false]) {
      const { html, comments } = marpSlides(marpDeck(saying(text), defaultTheme), { looseYAML });
      const notes = comments
        .flat()
        .join("\n")
        .replace(/\u200B/g, "")
        .replace(/\u203A/g, ">");
      expect(notes).toContain(plain(text));
      expect(html).not.toMatch(
        /<header|class="[^"]*invert|data-(?:theme|title|author|transition)|gaia"|<img|<script|background-image:url/,
      );
      expect(html.match(/<section/g)?.length).toBe(slides(saying(text)).length);
    }
  });

  test("a name between colons is no emoji", () => {
    const star = told("five-keys");
    const name = "Match ratio 1:100:1 :smile: 12:30:45";
    const { html } = marpSlides(marpDeck({ ...star, star: { ...star.star, name } }, defaultTheme));
    expect(html).not.toContain("<img");
    expect(html.replaceAll("\u200B", "")).toContain(name);
  });

  test.each([
    "Ratio $1_*",
    `It's "so"`,
    'A "name" \\ here',
    "---",
    "計画 ".repeat(80),
    "x".repeat(900),
    "a: b # c",
  ])("a window is called %s", async (name) => {
    const star = told("five-keys");
    const text = marpDeck({ ...star, star: { ...star.star, name } }, defaultTheme);
    const [, head = ""] = /^---\n(.*?)^---\n/ms.exec(text) ?? [];
    const { title } = parse(head) as { title: string };
    expect(plain(name).startsWith(title.replace(/…$/, ""))).toBe(true);
    expect(await check(text, { parser: "markdown" })).toBe(true);
  });

  test("the notes of the first slide are the team's alone, and the file is known as ours", () => {
    const text = marpDeck(told("amplitude"), defaultTheme);
    const [first] = marpSlides(text).comments;
    expect(first?.join()).toMatch(/^Our North Star Metric is called Weekly Learning Users/);
    expect(text).toContain(generatedMarker);
  });
});
