/** Makes documents in the format that is asked for. */
import { extname, resolve } from "node:path";
import { joinWords } from "../../../file/message-text.js";
import type { Entry } from "../../../render/portfolio.js";
import { portfolioFormats } from "../../../render/portfolio-formats.js";
import {
  type DocumentName,
  type Format,
  formatNames,
  formatsOf,
  type Render,
  type RendererName,
  toldIn,
  toldTogether,
} from "../../../render/renderers.js";
import type { Theme } from "../../../render/theme.js";
import type { RenderData } from "../../../render/view-model.js";
import type { Judged } from "../../../report/report.js";
import type { Cut } from "../../host/chromium.js";
import { Failure } from "../../host/exit.js";
import { shownPath } from "../../host/paths.js";
import type { World } from "../../host/world.js";
import { placedIn, type Size } from "./picture-size.js";
import { shownSeries } from "./shown-series.js";

/** A PDF is printed, and a picture drawn, from the web page of a document. */
export type Ending = Format | "pdf" | "png";
export const endings: readonly Ending[] = [...formatNames, "pdf", "png"];

/** Whether a browser makes it: with other bytes from one time, and one browser, to the next. */
export function isPrinted(ending: Ending): ending is "pdf" | "png" {
  return ending === "pdf" || ending === "png";
}

/** In which ways a document can be made; the first is meant when nothing else is said. */
export function endingsOf(to: DocumentName): Ending[] {
  const names = Object.keys(to === "portfolio" ? portfolioFormats.formats : formatsOf(to)) as Format[];
  return names.includes("html") ? [...names, "pdf", "png"] : names;
}

/** How a picture is cut, and what ends it early. */
export interface Printing {
  size?: Size | undefined;
  /** Of a deck, the number of the slide that a picture shows. */
  slide?: number | undefined;
  stop?: AbortSignal;
}

/** What was asked for, else what the file's name ends with, else the first that the document can be made in. */
export function endingOf(to: DocumentName, out: string | undefined, asked: Ending | undefined): Ending {
  const possible = endingsOf(to);
  const first = possible[0];
  const ending = out === undefined ? first : extname(out).slice(1).toLowerCase();
  const wanted = possible.find((each) => each === (asked ?? ending));
  if (wanted) return wanted;
  if (asked) throw new Failure(`${to} is not made as ${asked}, only as ${joinWords(possible, "or")}`);
  throw new Failure(
    `${to} is made as ${joinWords(possible, "or")}: end ${out} with ${joinWords(
      possible.map((each) => `.${each}`),
      "or",
    )}, or say --format`,
  );
}

/** A document of one North Star. */
export async function drawDocument(
  world: World,
  to: RendererName,
  format: Ending,
  data: RenderData,
  theme: Theme,
  printing: Printing = {},
): Promise<string | Uint8Array> {
  const { size, slide = 1, stop } = printing;
  const formats: Partial<Record<Format, () => Promise<Render>>> = formatsOf(to);
  if (format === "png" && formats.svg) {
    const { svgPicture } = await import("../../host/draw-picture.js");
    const placed = placedIn(
      String((await formats.svg())(await toldIn(to, data), theme)),
      size,
      theme.light.paper,
    );
    return await svgPicture(world, placed.svg, placed, stop);
  }
  const render = await formats[isPrinted(format) ? "html" : format]?.();
  const made = render?.(await toldIn(to, data), theme) ?? "";
  return await printed(
    world,
    made,
    format,
    to === "deck" || to === "story" ? { ...printing, slide } : printing,
  );
}

/** The index of several North Stars. */
export async function drawPortfolio(
  world: World,
  entries: readonly Entry[],
  format: Ending,
  theme: Theme,
  printing: Printing = {},
): Promise<string | Uint8Array> {
  const { formats } = portfolioFormats;
  const render = await formats[format === "md" || format === "pptx" ? format : "html"]();
  return await printed(world, render(await toldTogether(entries), theme), format, printing);
}

/** North Stars for a portfolio in a folder, as seen from there. */
export async function entriesOf(
  world: World,
  judged: readonly Judged[],
  folder: string,
  { today, numbers }: Pick<RenderData, "today" | "numbers">,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const { star, points, pending, path } of judged) {
    if (!star) continue;
    const series = await shownSeries(world, path, star);
    const shown = shownPath(resolve(world.cwd, path), folder);
    entries.push({ star, points, pending, today, numbers, series, path: shown });
  }
  return entries;
}

/** A web page as what is made of it. */
export async function printed(
  world: World,
  made: string | Uint8Array,
  format: Ending,
  { size, slide, stop }: Printing,
): Promise<string | Uint8Array> {
  if (format === "pdf") {
    const { pdfOf } = await import("../../host/chromium.js");
    return await pdfOf(world, String(made), stop);
  }
  if (format !== "png") return made;
  const { pagePicture, pixelsEach } = await import("../../host/draw-picture.js");
  const cut = slide === undefined ? cutOf(size) : slideCut(slide, size);
  return await pagePicture(world, String(made), { scale: pixelsEach, ...cut }, stop);
}

/** A page, of which only whole sections are shown where the height is limited, in the middle; a board becomes smaller, and loses its last rows where that is too small. */
function cutOf({ width, height }: Size = { width: 1280 }): Omit<Cut, "scale"> {
  if (height === undefined) return { width };
  return {
    width,
    height,
    before: `{
      const parts = [...document.querySelectorAll(".sheet > *")].filter((each) => each.offsetHeight > 0);
      const room = () => ${height} - (parts.at(-1)?.getBoundingClientRect().bottom ?? ${height});
      while (parts.length > 1 && room() < 0) parts.pop().remove();
      if (parts.length > 0) parts[0].style.marginTop = Math.max(0, (room() - parts[0].getBoundingClientRect().top) / 2) + "px";
      else {
        const isHigher = () => document.body.getBoundingClientRect().bottom > ${height};
        for (let zoom = 1; isHigher() && zoom > 0.6; zoom -= 0.05) document.body.style.zoom = zoom;
        const rows = [...document.querySelectorAll("tbody")];
        while (isHigher() && rows.length > 1) rows.pop().remove();
      }
    }`,
  };
}

/** One slide. The deck says for some seconds which keys turn it. */
function slideCut(slide: number, size: Size | undefined): Cut {
  const before = 'document.getElementById("help").remove()';
  return { width: 1280, height: 720, scale: (size?.width ?? 1280) / 640, part: String(slide), before };
}
