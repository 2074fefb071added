/** The words of ours in a document, in the language that its file names. */
import type { Horizon } from "../../config/config.generated.js";
import { horizonText } from "../../config/horizons.js";
import { dayNumber } from "../../file/calendar.js";
import { decimalsOf } from "../../series/summary.js";
import { markFor } from "../direction.js";
import { english } from "./en.js";
import type { Plural, Texts, Translation } from "./translation.js";

export interface Wording extends Texts {
  /** The language of these words. */
  tag: string;
  /** The language that the file names, which days and durations are written in. */
  locale: string;
}

export const englishWords: Wording = { ...english, tag: "en", locale: "en" };

/** The languages there are besides English; each is loaded only to be told in. */
export const translations: Readonly<Record<string, () => Promise<Translation>>> = {
  de: async () => (await import("./de.js")).german,
  es: async () => (await import("./es.js")).spanish,
  fr: async () => (await import("./fr.js")).french,
  ja: async () => (await import("./ja.js")).japanese,
  pt: async () => (await import("./pt.js")).portuguese,
};

/** The words of a language by its BCP 47 tag, or those of English. */
export async function wordsIn(language = "en"): Promise<Wording> {
  const tag = language.toLowerCase().split("-")[0] ?? "en";
  const own = Object.hasOwn(translations, tag) ? await translations[tag]?.() : undefined;
  if (!own) return { ...englishWords, locale: language };
  const told: Readonly<Record<string, object | undefined>> = own;
  const groups = Object.entries<object>(english).map(([group, texts]) => [
    group,
    { ...texts, ...told[group] },
  ]);
  return { ...(Object.fromEntries(groups) as Texts), tag, locale: language };
}

/** The language that several files share, as all name it or without its region; else English. */
export function sharedLanguage(languages: readonly string[]): string {
  const [first = "en", ...others] = languages;
  if (others.every((each) => each === first)) return first;
  const primary = (language: string) => language.toLowerCase().split("-")[0] ?? "en";
  return others.every((each) => primary(each) === primary(first)) ? primary(first) : "en";
}

type Values = Readonly<Record<string, string | number>>;

/** A text with what its braces stand for. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
}

/** A text of ours around one of the team's, to be read in the direction of that. */
export function around(words: string, text: string): string {
  return markFor([text]) + fill(words, { text });
}

/** A text, and in parentheses what is said of it. */
export function aside(text: string, said: string, { labels }: Wording): string {
  return fill(labels.aside, { text, aside: said });
}

const ended = /[.!?…。！？؟]$/;

/** Sentences after one another, each ended once; what is empty is left out. */
export function inSentences(texts: readonly (string | null | undefined | false)[], words: Wording): string {
  const { stop } = words.labels;
  const [first = "", ...others] = texts.flatMap((text) => text || []);
  return others.reduce((told, text) => told + (ended.test(told) ? stop.slice(1) : stop) + text, first);
}

/** What is said of so many. */
export function counted(
  { tag }: Pick<Wording, "tag">,
  plural: Plural,
  count: number,
  values: Values = {},
): string {
  const rules = pluralRules.get(tag) ?? new Intl.PluralRules(tag);
  pluralRules.set(tag, rules);
  return fill(plural[rules.select(count)] ?? plural.other, { count, ...values });
}

/** To make them takes longer than to say a sentence. */
const pluralRules = new Map<string, Intl.PluralRules>();

/** Things as a sentence has them: "a, b and c". */
export function listed({ tag }: Wording, things: readonly string[]): string {
  return new Intl.ListFormat(tag === "en" ? "en-GB" : tag).format(things);
}

/** A day as people say it, in the language of the file. */
export function dayText(date: string, { locale }: Pick<Wording, "locale">): string {
  const number = dayNumber(date);
  if (number === null) return date;
  const day = new Date(number * 86_400_000);
  const wanted = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return inLocale(locale, (language) => new Intl.DateTimeFormat(language, wanted).format(day));
}

/** The same without the year, where it is that of another day. */
export function dayInYear(date: string, of: string, words: Pick<Wording, "locale">): string {
  const number = dayNumber(date);
  if (number === null || date.slice(0, 4) !== of.slice(0, 4)) return dayText(date, words);
  const wanted = { day: "numeric", month: "long", timeZone: "UTC" } as const;
  const day = new Date(number * 86_400_000);
  return inLocale(words.locale, (language) => new Intl.DateTimeFormat(language, wanted).format(day));
}

/** From one day to another: "October 26 – November 2, 2026". */
export function daysBetween(from: string, to: string, { locale }: Pick<Wording, "locale">): string {
  const wanted = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const day = (date: string) => new Date((dayNumber(date) ?? 0) * 86_400_000);
  const text = inLocale(locale, (language) =>
    new Intl.DateTimeFormat(language, wanted).formatRange(day(from), day(to)),
  );
  // Which spaces stand around the dash differs from one version of the data to another.
  return text.replace(/[\u2009\u202F]/g, " ");
}

/** A day in a sentence: English has it as the file does. */
export function dateText(date: string, words: Wording): string {
  return words.tag === "en" ? date : dayText(date, words);
}

const units: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  d: ["day", 1],
  w: ["week", 1],
  m: ["month", 1],
  q: ["month", 3],
  y: ["year", 1],
};

function measured(duration: string): { unit: string; count: number } | null {
  const [, count, letter = ""] = /^(\d+) ([a-z])/.exec(duration) ?? [];
  const found = units[letter];
  return found ? { unit: found[0], count: Number(count) * found[1] } : null;
}

/** A duration of the file, such as "6 months". */
export function durationText(duration: string, { tag, locale }: Wording): string {
  const known = tag === "en" ? null : measured(duration);
  if (!known) return duration;
  return inLocale(locale, (language) => lengths(language, known.unit).format(known.count));
}

/** "every 6 months" */
export function rhythmText(every: string, words: Wording): string {
  return counted(words, words.counts.every, measured(every)?.count ?? 2, {
    text: durationText(every, words),
  });
}

/** How far bets look ahead: "1 to 3 months". */
export function aheadText(horizon: Horizon, words: Wording): string {
  const { least, most } = horizon;
  if (words.tag === "en") return horizonText(horizon);
  if (most === undefined) return fill(words.labels.orMore, { text: durationText(least, words) });
  const [from, to] = [measured(least), measured(most)];
  if (!from || from.unit !== to?.unit || from.count >= to.count)
    return `${durationText(least, words)} – ${durationText(most, words)}`;
  return inLocale(words.locale, (language) => lengths(language, from.unit).formatRange(from.count, to.count));
}

function lengths(language: string, unit: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
}

/** What Intl makes of a tag, or of English where it is no tag. */
export function inLocale(locale: string, format: (language: string) => string): string {
  try {
    return format(locale);
  } catch {
    return format("en");
  }
}

/** A value as people of a language read it: "1,204", "0.25". */
export function numberText(value: number, { locale }: Wording): string {
  return inLocale(locale, (language) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: decimalsOf(value) }).format(value),
  );
}
