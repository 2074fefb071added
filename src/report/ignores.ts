/** What `northstar ignores` prints. */
import { dayNumber } from "../file/calendar.js";
import type { Ignore } from "../lint/ignores.js";
import { pluralize } from "./report.js";
import { jsonText, visible, wrap } from "./terminal-text.js";
import { type Look, terminalTheme } from "./terminal-theme.js";

/** An ignore, and where it stands. */
export interface Listed extends Ignore {
  file: string;
  /** The day on which it was written, as YYYY-MM-DD; null where nobody knows. */
  since: string | null;
}

/** Every ignore with its place, its reason, its age and its last day. */
export function ignoresPage(ignores: readonly Listed[], files: number, today: string, look: Look): string {
  const theme = terminalTheme(look.color);
  const entries = ignores.map((ignore) => {
    const { file, range, rules, scope, reason } = ignore;
    const about = scope ? [theme.faint(visible(scope.path.join(" › ")))] : [];
    const place = theme.place(visible(`${file}:${range.start.line}`));
    const title = [place, ...about, theme.bold(visible(rules.map(({ rule }) => rule).join(", ")))];
    const why = wrap(reason === "" ? "no reason is given" : reason, look.width - 2);
    return [
      title.join(theme.faint(" · ")),
      ...why.map((line) => `  ${reason === "" ? theme.warning(line) : line}`),
      ...timesOf(ignore, today).map((line) => `  ${theme.faint(line)}`),
    ].join("\n");
  });
  const total = `${pluralize(ignores.length, "ignore")} in ${pluralize(files, "file")}`;
  return `${[...entries, theme.bold(total)].join("\n\n")}\n`;
}

/** The same for programs, version 1: schemas/ignores.schema.json. `errors` are what keeps files from being listed. */
export function ignoresJson(ignores: readonly Listed[], files: number, errors: readonly string[]): string {
  const list = ignores.map(({ file, range, rules, scope, reason, since, until }) => ({
    file,
    range,
    rules: rules.map(({ rule }) => rule),
    path: scope?.path ?? null,
    reason,
    since,
    until,
  }));
  const summary = { files, ignores: list.length };
  return jsonText({ version: 1, ignores: list, summary, errors });
}

function timesOf({ since, until }: Listed, today: string): string[] {
  const age = since === null ? [] : [`since ${since} · ${ageOf(since, today)}`];
  const end = until === null ? [] : [until < today ? `counted until ${until}` : `counts until ${until}`];
  return [[...age, ...end].join(" · ")].filter(Boolean);
}

/** How long something has been there, in the largest unit that says enough. */
function ageOf(since: string, today: string): string {
  const days = (dayNumber(today) ?? 0) - (dayNumber(since) ?? 0);
  if (days < 1) return "new today";
  if (days < 28) return `${pluralize(days, "day")} old`;
  if (days < 365) return `${pluralize(Math.floor(days / 30.4) || 1, "month")} old`;
  return `${pluralize(Math.floor(days / 365.25) || 1, "year")} old`;
}
