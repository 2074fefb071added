/** What a program may import. */
import { today as currentDay } from "./cli/host/clock.js";
import type { Horizons, Setting } from "./config/config.generated.js";
import { joinWords } from "./file/message-text.js";
import { nearest } from "./file/nearest.js";
import type { Northstar } from "./file/northstar.js";
import { type RuleDoc, severities } from "./file/problem.js";
import { catalogue, helpOf, judgements } from "./lint/catalogue.js";
import { type Checked, checkSource as judge, type PointState } from "./lint/check.js";
import { rules as every } from "./lint/rules/index.js";
import { lexiconOf, type OwnWords } from "./reading/lexicon.js";
import { type Format, formatsOf, type RendererName, rendererNames, toldIn } from "./render/renderers.js";
import { defaultTheme, type Theme } from "./render/theme.js";
import type { Sheet } from "./render/view-model.js";

export type { Horizon, Horizons, Setting } from "./config/config.generated.js";
export type * from "./file/northstar.js";
export type { Edit, Fix, Path, Point, Position, Problem, Range, Related, Severity } from "./file/problem.js";
export type { Checked, PointState, State } from "./lint/check.js";
export type { OwnWords } from "./reading/lexicon.js";
export type { Format, RendererName } from "./render/renderers.js";
export { type Theme, type ThemeSettings, themeOf } from "./render/theme.js";
export type { Paper, Sheet } from "./render/view-model.js";

export interface CheckOptions {
  /** The day of the check, as YYYY-MM-DD: which reviews are overdue. The current day when left out. */
  today?: string;
  /** By a rule's id, how grave the team finds what it says; a rule that is off does not run. */
  rules?: Readonly<Record<string, Setting>>;
  /** The team's own words: acts in which customers get value, results, abbreviations and so on. */
  words?: OwnWords;
  /** How far the bets of some levels look ahead, where it is not as usual. */
  horizons?: Horizons;
  /** False to find what comments of the file ignore, too. */
  ignores?: boolean;
}

/**
 * Judges the text of a northstar.yaml, as northstar.config.yaml says with `rules`, `words` and `horizons`. Throws a RangeError
 * where `rules` name one that does not exist, or a severity.
 */
export function check(
  text: string,
  { today = currentDay(), rules = {}, words, horizons, ignores = true }: CheckOptions = {},
): Checked {
  for (const [id, setting] of Object.entries(rules)) expectSetting(id, setting);
  const lexicon = words && lexiconOf(words);
  return judge(text, {
    rules: every,
    today,
    severities: rules,
    horizons,
    ignores,
    ...(lexicon && { lexicon }),
  });
}

const settings: readonly string[] = [...severities, "off"];

function expectSetting(id: string, setting: string): void {
  const ids = judgements.map(({ id }) => id);
  if (!ids.includes(id)) {
    const meant = nearest(id, ids);
    throw new RangeError(`there is no rule ${id}${meant ? `; did you mean ${meant}?` : ""}`);
  }
  if (!settings.includes(setting))
    throw new RangeError(`${id} cannot be ${setting}, only ${joinWords(settings, "or")}`);
}

/** What is true of every problem of a rule. */
export interface Explanation
  extends Pick<RuleDoc, "id" | "severity" | "summary" | "why" | "question" | "chapter"> {
  /** The command that tells more, with a bad and a good example. */
  help: string;
}

/** Explains the rule that a problem names; undefined where there is none of that id. */
export function explain(rule: string): Explanation | undefined {
  const doc = catalogue.find(({ id }) => id === rule);
  if (!doc) return undefined;
  const { id, severity, summary, why, question, chapter } = doc;
  return { id, severity, summary, why, question, chapter, help: helpOf(id) };
}

export interface RenderOptions {
  /** The one-pager when left out. */
  to?: RendererName;
  /** The document's first one when left out. */
  format?: Format;
  /** As YYYY-MM-DD: which reviews are overdue. When left out, nothing in the document depends on the day. */
  today?: string | null;
  /** How far the bets of some levels look ahead, where it is not as usual. */
  horizons?: Horizons;
  /** For the document `bet`: the number of the one bet to draw, from 1; every open one when left out. */
  bet?: number;
  /** For the one-pager as html: its paper, and on how many pages it has to fit when it is printed; one A4 when left out. */
  sheet?: Sheet;
  theme?: Theme;
}

/** Draws a document of a North Star, with the states that a check gave: text, or the bytes of a file. */
export async function render(
  { star, points }: { star: Northstar; points: readonly PointState[] },
  { to = "one-pager", format, today, horizons, bet, sheet, theme = defaultTheme }: RenderOptions = {},
): Promise<string | Uint8Array> {
  if (!rendererNames.includes(to)) {
    const meant = nearest(to, rendererNames);
    throw new RangeError(`there is no document ${to}${meant ? `; did you mean ${meant}?` : ""}`);
  }
  const formats = formatsOf(to);
  const load = format ? formats[format] : Object.values(formats)[0];
  if (!load)
    throw new RangeError(`${to} is not made as ${format}, only as ${Object.keys(formats).join(", ")}`);
  const draw = await load();
  return draw(await toldIn(to, { star, points, today: today ?? null, horizons, bet, sheet }), theme);
}
