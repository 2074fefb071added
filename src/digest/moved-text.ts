/** What a number did, in a sentence. */
import { trendOf } from "../render/trend.js";
import { counted, dayInYear, fill, inLocale, type Wording } from "../render/words/words.js";
import type { Movement } from "./movement.js";

/** "10,310, up 3.7% in a week" */
export function movedText({ series, change }: Movement, words: Wording, isIndex: boolean): string {
  const { digest } = words;
  const value = trendOf(series, { words, closed: [], isIndex })?.last;
  // Of an index nothing is shown that does not begin above 0.
  if (value === undefined) return digest.new;
  const amount = change && amountText(change, isIndex, words);
  if (change === null || amount === null) return value;
  if (amount === "") return counted(words, digest.same, change.weeks, { value });
  const way = change.to.value > change.from.value ? digest.rose : digest.fell;
  return counted(words, way, change.weeks, { value, text: amount });
}

/** "week from October 26" */
export function periodText({ series, last }: Movement, to: string, words: Wording): string {
  return fill(words.trend[series.grain], { text: dayInYear(last.t, to, words) });
}

/** "3.7%"; empty where nothing changed that could be read, and null where only the index may be shown and has none. */
function amountText(
  change: NonNullable<Movement["change"]>,
  isIndex: boolean,
  words: Wording,
): string | null {
  const { share, from, to } = change;
  if (from.value === to.value) return "";
  if (share === undefined && isIndex) return null;
  return inLocale(words.locale, (language) => {
    if (share === undefined)
      return new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(
        Math.abs(to.value - from.value),
      );
    const size = Math.abs(share);
    const digits =
      size < 0.001 ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: size < 0.1 ? 1 : 0 };
    return new Intl.NumberFormat(language, { style: "percent", ...digits }).format(size);
  });
}
