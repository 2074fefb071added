/** Over how many days each value of a series counts, as far as the file says so. */
import { aboutDays } from "../config/horizons.js";
import { windowsIn } from "../reading/amount.js";
import { is, tokenize } from "../reading/token.js";

/** What says how something is counted. */
interface Counted {
  /** The key of the metric. */
  window?: string;
  definition?: string;
}

/**
 * The longest window in days: any that the key `window` names, or else one of the definition that moves along ("in the
 * previous 28 days"). Undefined where there is none.
 */
export function windowDays({ window, definition }: Counted): number | undefined {
  const days = window === undefined ? daysIn(definition ?? "", true) : daysIn(window, false);
  return days.length > 0 ? Math.max(...days) : undefined;
}

/** The lengths of the windows in a text; of all, or of those that move along. */
function daysIn(text: string, moving: boolean): number[] {
  const tokens = tokenize(text);
  return windowsIn(tokens).flatMap(({ from, to, label }) => {
    const words = tokens.slice(Math.max(0, from - 1), to);
    if (
      moving &&
      !words.some((token) => is(token, "rolling") || /^(?:previous|preceding|last|past)$/.test(token.word))
    )
      return [];
    const [, count = "1", unit] = /^(?:(\d+) )?(day|week|month|quarter|year)s?$/.exec(label) ?? [];
    return unit === undefined ? [] : [aboutDays(`${count} ${unit}`)];
  });
}
