/** North Stars to render in tests. */
import { readFileSync } from "node:fs";
import { exampleNames, exampleTexts } from "../../scripts/published.js";
import { slug } from "../../src/file/northstar.js";
import { type Checked, checkSource } from "../../src/lint/check.js";
import { duplicateProduct } from "../../src/lint/rules/statement/duplicate-product.js";
import type { RenderData } from "../../src/render/view-model.js";
import type { Series } from "../../src/series/series.js";

export const starNames = ["amplitude", "arabic", "burger-king", "five-keys", "german", "large"] as const;

/** A star of this folder, as a renderer is given it, on a day on which some reviews are overdue. */
export function told(name: (typeof starNames)[number]) {
  const found =
    known.get(name) ?? toldOf(readFileSync(new URL(`stars/${name}.northstar.yaml`, import.meta.url), "utf8"));
  known.set(name, found);
  return found;
}

const known = new Map<string, ReturnType<typeof toldOf>>();

/** Any text that can be read as a North Star, and what it claims. */
export function toldOf(text: string): RenderData & Pick<Checked, "pending"> {
  const today = "2026-10-01";
  const { star, points, problems, pending } = checkSource(text, { rules: [duplicateProduct], today });
  if (!star) throw new Error(JSON.stringify(problems));
  return { star, points, today, ...(pending && { pending }) };
}

/** The published North Stars, each with its name. */
export const published: readonly (readonly [name: string, told: RenderData])[] = exampleNames.map(
  (name, index) => [name, toldOf(exampleTexts[index] ?? "")] as const,
);

/** With a series for the metric, which has a gap, and one for the first Input. */
export function withSeries<T extends RenderData>(data: T): T & { series: ReadonlyMap<string, Series> } {
  const day = (week: number) =>
    new Date(Date.UTC(2026, 5, 1) + week * 7 * 86_400_000).toISOString().slice(0, 10);
  const all = (from: number, to: number) =>
    Array.from({ length: 16 }, (_, week) => ({
      t: day(week),
      value: Math.round(from + ((to - from) * week) / 15),
    }));
  const [first] = data.star.inputs;
  return {
    ...data,
    series: new Map([
      ["metric", { grain: "week", points: all(9000, 12_345).filter((_, week) => week !== 7) }],
      [first?.id ?? slug(first?.name ?? ""), { grain: "week", points: all(420, 380) }],
    ]),
  };
}
