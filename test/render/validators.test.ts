/** Every document of every North Star, in every format that it can be made in, passes the validators of the format. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { HtmlValidate } from "html-validate/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { slidesOf } from "../../src/render/deck/slides.js";
import { portfolioFormats } from "../../src/render/portfolio-formats.js";
import { type Format, formatNames, formatsOf, rendererNames } from "../../src/render/renderers.js";
import { defaultTheme } from "../../src/render/theme.js";
import { chromium, startChromium } from "../support/chromium.js";
import { hasMermaid, mermaidVersions, openMermaid } from "../support/mermaid.js";
import { hostile, hostileTexts } from "./hostile.js";
import { faultsOf } from "./markdown.js";
import { published, starNames, told, withSeries } from "./stars.js";

const stars = [
  ...starNames.map((name) => [name, told(name)] as const),
  ["with numbers", withSeries(told("amplitude"))] as const,
  ...published.map(([name, star]) => [`published ${name}`, star] as const),
  ...Object.entries(hostileTexts).map(([name, text]) => [`hostile ${name}`, hostile(text)] as const),
];

/** Without those that are published, whose bets are like one another. */
const others = stars.filter(([name]) => !name.startsWith("published "));

type Made = string | Uint8Array;

/** All that can be made, by its format. */
const made = Object.fromEntries(formatNames.map((format) => [format, [] as [string, Made][]])) as Record<
  Format,
  [name: string, made: Made][]
>;
for (const to of rendererNames)
  for (const format of formatNames) {
    const render = await formatsOf(to)[format]?.();
    if (render)
      for (const [name, star] of to === "bet" || to === "roadmap" || to === "story" ? others : stars)
        made[format].push([`${to} of ${name}`, render(star, defaultTheme)]);
  }
const index = stars.map(([, star], each) => ({ ...star, path: `${each}/northstar.yaml` }));
made.md.push(["portfolio", (await portfolioFormats.formats.md())(index)]);
made.pptx.push(["portfolio", (await portfolioFormats.formats.pptx())(index, defaultTheme)]);
made.html.push(["portfolio", (await portfolioFormats.formats.html())(index, defaultTheme)]);

test("there is something in every format", () => {
  for (const format of formatNames) expect(made[format].length, format).toBeGreaterThanOrEqual(stars.length);
});

// Some of what hostile texts hold cannot be written in the way that a linter likes best.
test.each(made.md.filter(([name]) => !name.includes("hostile") && name !== "portfolio"))(
  "markdownlint finds nothing in the %s",
  (_, markdown) => {
    expect(faultsOf(String(markdown))).toEqual([]);
  },
);

describe("HTML", () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: {
      // Titles in the tree name its cards, and a long title of a page is somebody's long name.
      "long-title": "off",
      "svg-focusable": "off",
    },
  });

  test.each(made.html)("html-validate finds nothing in the %s", async (_, html) => {
    const { results } = await validator.validateString(String(html));
    const faults = results.flatMap(({ messages }) =>
      messages.map((each) => `${each.line}: ${each.message} (${each.ruleId})`),
    );
    expect(faults).toEqual([]);
  });
});

test.skipIf(!chromium).for(mermaidVersions)("Mermaid %s parses every tree", async (version, { skip }) => {
  skip(!hasMermaid(version), "it is not there; .ci/run fetches it");
  const browser = await startChromium();
  try {
    const page = await openMermaid(browser, version);
    const faults = await page.evaluate<string[]>(`(async () => {
      const faults = [];
      for (const [name, source] of ${JSON.stringify(made.mmd)})
        await mermaid.parse(source).catch((error) => faults.push(name + ": " + error));
      return faults;
    })()`);
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
  }
});

test("xmllint finds nothing in the pictures", async () => {
  expect(await faultsOfXml(made.svg.map(([name, svg]) => [name, String(svg)]))).toEqual([]);
});

test("xmllint finds nothing in the parts of the decks", async () => {
  // The same part in several decks is one part.
  const parts = new Map<string, string>();
  for (const [name, bytes] of made.pptx)
    for (const [path, part] of Object.entries(unzipSync(bytes as Uint8Array)))
      if (/\.(?:xml|rels)$/.test(path)) parts.set(strFromU8(part), `${name}: ${path}`);
  expect(await faultsOfXml([...parts].map(([xml, name]) => [name, xml]))).toEqual([]);
});

/** It has no room for the names of more files at once. */
const mostFiles = 500;

async function faultsOfXml(files: readonly (readonly [name: string, text: string])[]): Promise<string[]> {
  const faults: string[] = [];
  for (let from = 0; from < files.length; from += mostFiles) {
    const own = files.slice(from, from + mostFiles);
    const { errors } = await validateXML({
      xml: own.map(([, contents], index) => ({ fileName: `${index}.xml`, contents })),
      normalization: "format",
      modifyArguments: (args) => args.map((each) => (each === "--format" ? "--noout" : each)),
      initialMemoryPages: 2048,
      maxMemoryPages: 2048,
    });
    for (const { rawMessage, loc } of errors)
      faults.push(`${loc ? own[Number.parseInt(loc.fileName, 10)]?.[0] : ""}: ${rawMessage}`);
  }
  return faults;
}

describe("PowerPoint", () => {
  let folder: string;
  const files = made.pptx.map(([, bytes], each) => [`${each}.pptx`, bytes as Uint8Array] as const);
  const fileOf = (name: string) => `${made.pptx.findIndex(([made]) => made === name)}.pptx`;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "northstar-pptx-"));
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const hasOffice = ["soffice --version", "pdfinfo -v"].every(
    (command) => spawnSync(command, { shell: true }).status === 0,
  );

  test.skipIf(!hasOffice)("LibreOffice opens decks with all their slides", { timeout: 300_000 }, () => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    // It takes a second for each: those with the most kinds of slides, and the texts that are hardest to lay out.
    const hard = ["hostile script", "hostile rightToLeft", "hostile long", "with numbers"];
    const decks = stars.flatMap(([name, star]) =>
      hard.includes(name) || starNames.some((known) => known === name)
        ? [[fileOf(`deck of ${name}`), star] as const]
        : [],
    );
    spawnSync("soffice", [profile, "--headless", "--convert-to", "pdf", ...decks.map(([name]) => name)], {
      cwd: folder,
    });
    const pages = decks.map(([name]) => {
      const { stdout } = spawnSync("pdfinfo", [name.replace("pptx", "pdf")], {
        cwd: folder,
        encoding: "utf8",
      });
      return Number(/^Pages: +(\d+)$/m.exec(stdout)?.[1]);
    });
    expect(pages).toEqual(decks.map(([, star]) => slidesOf(star, defaultTheme).length));
  });

  // Which package it is: too large and too rarely packaged to be a dependency.
  const validator = process.env.NORTHSTAR_VALIDATOR ?? "";

  test.skipIf(!validator)("the Open XML validator finds nothing in decks", { timeout: 300_000 }, () => {
    // It takes more than a second for each, and the others consist of the same elements with the same attributes.
    const stars = ["amplitude", "arabic", "large", "with numbers", "hostile script", "hostile long"];
    const names = made.pptx
      .map(([name]) => name)
      .filter((name) => name === "portfolio" || stars.some((star) => name.endsWith(` of ${star}`)))
      // Stories consist of what decks consist of.
      .filter((name) => !name.startsWith("story") || name === "story of amplitude");
    expect(names).toHaveLength(20);
    const each = `for file in ${names.map(fileOf).join(" ")}; do ooxml-validator "$file" || true; done`;
    const { stdout } = spawnSync("npx", ["-y", "-p", validator, "-c", each], {
      cwd: folder,
      encoding: "utf8",
    });
    const reports = stdout.split(/^(?=\{)/m).map((text) => JSON.parse(text));
    expect(reports.flatMap(({ file, errors }) => (errors.length > 0 ? [{ file, errors }] : []))).toEqual([]);
    expect(reports.length).toBe(names.length);
  });
});
