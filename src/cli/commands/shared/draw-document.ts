/** Makes documents in the format that is asked for. */
import { extname, resolve } from "node:path";
import { joinWords } from "../../../file/message-text.js";
import type { Entry } from "../../../render/portfolio.js";
import {
  type DocumentName,
  type Format,
  formatNames,
  formatsOf,
  portfolioFormats,
  type RendererName,
} from "../../../render/renderers.js";
import type { Theme } from "../../../render/theme.js";
import type { RenderData } from "../../../render/view-model.js";
import type { Judged } from "../../../report/report.js";
import { Failure } from "../../host/exit.js";
import { shownPath } from "../../host/paths.js";
import type { World } from "../../host/world.js";

/** PDF is printed from the web page of a document. */
export type Ending = Format | "pdf";
export const endings: readonly Ending[] = [...formatNames, "pdf"];

/** What was asked for, else what the file's name ends with, else the first that the document can be made in. */
export function endingOf(to: DocumentName, out: string | undefined, asked: Ending | undefined): Ending {
  const names = Object.keys(to === "portfolio" ? portfolioFormats.formats : formatsOf(to));
  const possible = endings.filter((ending) => names.includes(ending === "pdf" ? "html" : ending));
  const first = possible.find((ending) => ending === names[0]);
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
): Promise<string | Uint8Array> {
  const render = await formatsOf(to)[format === "pdf" ? "html" : format]?.();
  const made = render?.(data, theme) ?? "";
  return format === "pdf" ? await pdf(world, made) : made;
}

/** The index of several North Stars. */
export async function drawPortfolio(
  world: World,
  entries: readonly Entry[],
  format: Ending,
  theme: Theme,
): Promise<string | Uint8Array> {
  const render = await portfolioFormats.formats[format === "md" ? "md" : "html"]();
  const page = render(entries, theme);
  return format === "pdf" ? await pdf(world, page) : page;
}

/** North Stars for a portfolio in a folder, as seen from there. */
export function entriesOf(
  { cwd }: World,
  judged: readonly Judged[],
  folder: string,
  today: string | null,
): Entry[] {
  return judged.flatMap(({ star, points, pending, path }) =>
    star ? [{ star, points, pending, today, path: shownPath(resolve(cwd, path), folder) }] : [],
  );
}

async function pdf(world: World, html: string | Uint8Array): Promise<Uint8Array> {
  const { pdfOf } = await import("../../host/print-pdf.js");
  return await pdfOf(world, String(html));
}
