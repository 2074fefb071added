/** What a program may import. */
import type { Northstar } from "./file/northstar.js";
import { type Checked, check as judge, type PointState } from "./lint/check.js";
import { rules } from "./lint/rules/index.js";
import { type Format, formatsOf, type RendererName } from "./render/renderers.js";
import { defaultTheme, type Theme } from "./render/theme.js";

export type * from "./file/northstar.js";
export type { Edit, Fix, Path, Point, Position, Problem, Range, Related, Severity } from "./file/problem.js";
export type { Checked, PointState, State } from "./lint/check.js";
export type { Format, RendererName } from "./render/renderers.js";
export { type Theme, type ThemeSettings, themeOf } from "./render/theme.js";

/** Judges the text of a northstar.yaml by every rule, as of `today` (YYYY-MM-DD). */
export function check(text: string, { today }: { today: string }): Checked {
  return judge(text, { rules, today });
}

export interface RenderOptions {
  to: RendererName;
  /** The document's first one when left out. */
  format?: Format;
  /** As YYYY-MM-DD: which reviews are overdue. */
  today: string;
  theme?: Theme;
}

/** Draws a document of a North Star, with the states that a check gave: text, or the bytes of a file. */
export async function render(
  { star, points }: { star: Northstar; points: readonly PointState[] },
  { to, format, today, theme = defaultTheme }: RenderOptions,
): Promise<string | Uint8Array> {
  const formats = formatsOf(to);
  const load = format ? formats[format] : Object.values(formats)[0];
  if (!load)
    throw new RangeError(`${to} is not made as ${format}, only as ${Object.keys(formats).join(", ")}`);
  const draw = await load();
  return draw({ star, points, today }, theme);
}
