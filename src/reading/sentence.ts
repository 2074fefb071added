/** A reading said in one line, so that a person sees at once when they were misunderstood. */
import { hasOne, setOf, wordSetOf } from "./pattern.js";
import type { Aggregation, TextSpan, Understood } from "./reading.js";

type Counted = NonNullable<Understood["counted"]>;

/** "count of active users who shared a learning …, per 7 days"; null where nothing is counted. */
export function sentence(reading: Understood): string | null {
  const { counted, definition } = reading;
  if (!counted) return null;
  const window = movable(reading, counted);
  const before = oneLine(definition.slice(0, counted.start));
  const opening = openingOf(reading, before);
  const words =
    counted.start === 0 ? uncapitalized(counted.text) : `${amountOf(reading, before)}${counted.text}`;
  const clause = clauseOf(reading, counted, window, before);
  return tidied(`${opening} ${words}${clause}${window ? `, per ${window.label}` : ""}`);
}

const openings: Readonly<Record<Exclude<Aggregation, "share" | "ratio">, string>> = {
  count: "count of",
  sum: "sum of",
  average: "average",
  time: "total",
};

/** Openings that are said in the words of the definition, and the words of which each has one. */
const verbatim: readonly (readonly [signs: string, opening: RegExp, say: (found: string) => string])[] = [
  ["how", /\bhow (?:often|long|far|quickly|fast|much)\b.*$/i, (found) => found],
  ["times", /\btimes(?: (?:an?|the|each|every|any|our))?$/i, (found) => `count of ${found}`],
  ["p percentile", /\b(?:p\d{2,3}|\d+(?:st|nd|rd|th)[ -]percentile)\b/i, (found) => `${found} of`],
  [
    "median typical peak highest lowest longest shortest maximum minimum",
    /\b(?:median|typical|peak|highest|lowest|longest|shortest|maximum|minimum)\b/i,
    (found) => found,
  ],
  [
    "growth increase change rise decline reduction decrease improvement",
    /(?:\b\w+-(?:over|on|to)-\w+ )?\b(?:growth|increase|change|rise|decline|reduction|decrease|improvement) (?:in|of)\b/i,
    (found) => found,
  ],
  [
    "rate odds probability ratio",
    /\b(?:rate|odds|probability) (?:of|that|at which)\b|\bratio between$/i,
    (found) => found,
  ],
];

/** "count of", "median"; nothing where the counted phrase, or what follows it, says how it is counted. */
function openingOf({ aggregation, definition }: Understood, before: string): string {
  const words = wordSetOf(before.toLowerCase());
  for (const [signs, pattern, say] of verbatim) {
    const [found] = (hasOne(setOf(signs), words) && pattern.exec(before)) || [];
    if (found !== undefined) return uncapitalized(say(found));
  }
  if (aggregation === "share") {
    // "> 90 % of visits" says itself that it is a share.
    const said = before.replace(/\d[\d.,]* ?(?:%|percent) of(?: the)?$/i, "");
    return /percent|%|share|proportion|fraction|portion/i.test(said) ? "share of" : "";
  }
  if (aggregation === "ratio")
    return /ratio/i.test(before) || /\bdivided by\b/i.test(definition) ? "ratio of" : "";
  return aggregation ? openings[aggregation] : "";
}

/** A number or a threshold right before the counted phrase: "*0.3* x logins", "at least *5 of the* last 6 orders". */
function amountOf({ thresholds }: Understood, before: string): string {
  const [, rest = "", link = ""] = /^(.*?)((?: of(?: the)?)?)$/.exec(before) ?? [];
  const threshold = thresholds.find(({ text }) => rest.endsWith(text.replace(/\s+/g, " ")));
  if (threshold) return `${threshold.label}${link} `;
  const [number] = /(?<![A-Za-z\d\xC0-\u024F])\d[\d.,]*(?: ?%)?$/.exec(before.slice(-24)) ?? [];
  return number ? `${number} ` : "";
}

/** Without the capital that only the start of the sentence gave. */
function uncapitalized(text: string): string {
  return /^[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The window where it can go to the end of the line: it stands outside the counted phrase, and nothing hangs on it. */
function movable({ definition, window, thresholds }: Understood, counted: TextSpan): Understood["window"] {
  if (!window || (window.start >= counted.start && window.end <= counted.end)) return null;
  if (window.end <= counted.start) return window;
  const stop = endOf(definition, counted.end);
  if (window.start >= stop)
    return /\b(?:exclud|except|not|ignor)/i.test(definition.slice(stop)) ? null : window;
  const before = definition.slice(0, window.start).trimEnd();
  const frequency =
    /(?:\btimes|\bonce|\btwice|\dx|\b(?:measured|counted|calculated|averaged|reported|tracked))$/i.test(
      before,
    ) || thresholds.some(({ end }) => end === before.length);
  if (frequency || /\b(?:each|every|any) of\b/i.test(window.text)) return null;
  return loose.test(definition.slice(window.end)) ? window : null;
}

/** What may follow a window that is left out. */
const loose =
  /^\s*(?:$|[.,;:!?)–—-]|(?!in a row\b)(?:who|that|which|whose|whom|where|when|in|on|at|by|with|without|from|to|through|across|within|as|after|before|per|because|if|unless|including|excluding|divided)\b)/i;

/** What the first sentence says after the counted phrase: thresholds short, the window left to the end. */
function clauseOf(reading: Understood, counted: Counted, window: TextSpan | null, before: string): string {
  const { definition, thresholds } = reading;
  const stop = endOf(definition, counted.end);
  const changes = [...thresholds, ...(window ? [{ ...window, label: "" }] : [])]
    .filter(({ start, end }) => start >= counted.end && end <= stop)
    .sort((a, b) => a.start - b.start);
  let text = "";
  let at = counted.end;
  for (const { start, end, label } of changes) {
    if (start < at) continue;
    text += definition.slice(at, start) + label;
    at = end;
  }
  const clause = (text + definition.slice(at, stop)).replace(/\bdivided by\b/i, "to");
  const asks = /\bhow many\b/i.test(before) && isVerbal(clause.trim());
  return asks ? ` ${counted.kind === "audience" ? "who" : "that"}${clause}` : clause;
}

/** Whether a clause starts with a verb, as far as that can be seen: "nurses *fill a shift*", not "orders *in Spain*". */
function isVerbal(clause: string): boolean {
  return !/^(?:$|[^a-z\xC0-\u024F]|(?:of|in|on|at|by|with|from|to|for|per|within|who|that|which|whose|where|when|as)\b|\S+(?:ed|ing)\b|active|inactive|still)/i.test(
    clause,
  );
}

/** Where the first sentence ends, at or after an offset. */
function endOf(definition: string, from: number): number {
  const end = definition.slice(from).search(/[!?;](?:\s|$)|\.(?:\s+["“(]?[A-ZÀ-ÖØ-Þ]|\s*$)/);
  return end < 0 ? definition.length : from + end;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** On one line, without what is left around a part that was taken out. */
function tidied(text: string): string {
  return oneLine(text.replace(/\(\s*\)/g, ""))
    .replace(/\s+([,)])/g, "$1")
    .replace(/,\)/g, ")")
    .replace(/,(?:\s*[,–—-])+/g, ",")
    .replace(/ ?[–—-] ?,/g, ",");
}
