/** What a program may import. */
import { today as currentDay } from "./cli/host/clock.js";
import type { Horizons, Setting } from "./config/config.generated.js";
import { readDocument } from "./file/document.js";
import { edit as editDocument } from "./file/edit.js";
import { expectChanges } from "./file/expect-changes.js";
import { joinWords } from "./file/message-text.js";
import { nearest } from "./file/nearest.js";
import type { Northstar } from "./file/northstar.js";
import { applyEdits } from "./file/patch.js";
import type { Path } from "./file/path.js";
import { type Edit, type Fix, type Problem, type RuleDoc, severities } from "./file/problem.js";
import { catalogue, helpOf, judgements } from "./lint/catalogue.js";
import { checkSource as judge, type PointState } from "./lint/check.js";
import { rules as every } from "./lint/rules/index.js";
import { lexiconOf, type OwnWords } from "./reading/lexicon.js";
import { type Format, formatsOf, type RendererName, rendererNames, toldIn } from "./render/renderers.js";
import { defaultTheme, type Theme } from "./render/theme.js";
import type { Sheet } from "./render/view-model.js";
import { type ReadingReport, readingOf } from "./report/reading-report.js";

export type { Horizon, Horizons, Setting } from "./config/config.generated.js";
export type * from "./file/northstar.js";
export type { Edit, Fix, Path, Point, Position, Problem, Range, Related, Severity } from "./file/problem.js";
export type { PointState, State } from "./lint/check.js";
export type { OwnWords } from "./reading/lexicon.js";
export type { Format, RendererName } from "./render/renderers.js";
export { type Theme, type ThemeSettings, themeOf } from "./render/theme.js";
export type { Paper, Sheet } from "./render/view-model.js";
export type { ReadingReport } from "./report/reading-report.js";

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

/** What a check gives: plain data, which JSON keeps whole (schemas/api.schema.json). */
export interface CheckResult {
  /** What the text says; missing where it cannot be read as a North Star, and `problems` says why. */
  star?: Northstar;
  /** The states of the seven points, in the playbook's order; none where the text cannot be read. */
  points: readonly PointState[];
  /** In the order of the file. */
  problems: readonly Problem[];
  /** What was found, and a comment of the file answers. */
  ignored: readonly Problem[];
  /** How the definition was understood; null where it is not in English, has blanks, or cannot be read. */
  reading: ReadingReport | null;
  /** Ids of the rules that read English and were left out, since the file's `language` is another. */
  skipped: readonly string[];
}

/**
 * Judges the text of a northstar.yaml, as northstar.config.yaml says with `rules`, `words` and `horizons`. Throws a RangeError
 * where `rules` name one that does not exist, or a severity.
 */
export function check(
  text: string,
  { today = currentDay(), rules = {}, words, horizons, ignores = true }: CheckOptions = {},
): CheckResult {
  for (const [id, setting] of Object.entries(rules)) expectSetting(id, setting);
  const lexicon = words && lexiconOf(words);
  const { star, points, problems, ignored, reading, skipped } = judge(text, {
    rules: every,
    today,
    severities: rules,
    horizons,
    ignores,
    ...(lexicon && { lexicon }),
  });
  return {
    ...(star && { star }),
    points,
    problems,
    ignored: ignored ?? [],
    reading: reading ? readingOf(reading) : null,
    skipped: skipped ?? [],
  };
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

/** A change of what the file says, at a path of keys and of indexes from 0: plain data, as JSON has it. */
export type ValueChange =
  /** Puts a value there, and makes maps and lists that are missing on the way. */
  | { set: Path; to: unknown }
  /** Adds a value at the end of a list, which is made where there is none. */
  | { append: Path; value: unknown }
  /** Takes out what is there, if anything. */
  | { remove: Path }
  /** Gives a key another name, in the same place. */
  | { rename: Path; to: string }
  /** Writes a list or map in brackets or braces on lines of its own. */
  | { unfold: Path };

/** What an edit gives: plain data (schemas/api.schema.json). */
export interface EditResult {
  /** The text after the changes; missing where the text before them is no YAML, and `problems` says why. */
  text?: string;
  /** What was put into the text before: they do not overlap, and are in the order of the text. */
  edits: readonly Edit[];
  problems: readonly Problem[];
}

/**
 * Changes what the text of a northstar.yaml says, one change after the other, or as a problem's `fix` says; every other byte
 * of the text stays. Judges nothing: check the text that comes of it. Throws a RangeError, and has changed nothing, where a
 * change is none, does not fit what the text says, or could not be read afterwards.
 */
function editYaml(text: string, changes: readonly ValueChange[] | Fix): EditResult {
  const document = readDocument(text);
  if (Array.isArray(document)) return { edits: [], problems: document };
  if ("edits" in changes) {
    const { edits } = changes;
    return { text: applyEdits(text, edits), edits, problems: [] };
  }
  const wanted = expectChanges("changes" in changes ? changes.changes : changes);
  try {
    const { text: after, edits } = editDocument(document, wanted);
    return { text: after, edits, problems: [] };
  } catch (cause) {
    throw new RangeError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

export { editYaml as edit };

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
