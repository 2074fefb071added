/** A reading said in one line, so that a person sees at once when they were misunderstood. */
import { hasOne, setOf, wordSetOf } from "./pattern.js";
import { goesOnFromName } from "./predicates.js";
import type { Aggregation, TextSpan, Understood } from "./reading.js";
import { sentencePatterns as patterns, type SentencePattern } from "./sentence-patterns.js";

type Counted = NonNullable<Understood["counted"]>;

/** "count of active users who shared a learning …, per 7 days"; null where nothing is counted. */
export function sentence(reading: Understood): string | null {
  const { counted, definition } = reading;
  if (!counted)
    return goesOnFromName(reading) ? `what the name says, ${uncapitalized(oneLine(definition))}` : null;
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

/**
 * Openings that are said in the words of the definition, the first that fits. A pattern is tried where one of its words
 * is said: compiling one takes longer than reading a text.
 */
const verbatim: readonly (readonly [row: SentencePattern, signs: string, say: (found: string) => string])[] =
  [
    ["how much", "how", (found) => found],
    ["times", "times", (found) => `count of ${found}`],
    ["percentile", "p percentile", (found) => `${found} of`],
    ["extreme", "median typical peak highest lowest longest shortest maximum minimum", (found) => found],
    ["change", "growth increase change rise decline reduction decrease improvement", (found) => found],
    ["rate", "rate odds probability ratio", (found) => found],
  ];

/** "count of", "median"; nothing where the counted phrase, or what follows it, says how it is counted. */
function openingOf({ aggregation, definition }: Understood, before: string): string {
  const words = wordSetOf(before.toLowerCase());
  for (const [row, signs, say] of verbatim) {
    const [found] = (hasOne(setOf(signs), words) && patterns[row].exec(before)) || [];
    if (found !== undefined) return uncapitalized(say(found));
  }
  if (aggregation === "share") {
    // "> 90 % of visits" says itself that it is a share.
    const said = before.replace(patterns["share threshold"], "");
    return patterns.share.test(said) ? "share of" : "";
  }
  if (aggregation === "ratio")
    return patterns.ratio.test(before) || patterns.division.test(definition) ? "ratio of" : "";
  return aggregation ? openings[aggregation] : "";
}

/** A number or a threshold right before the counted phrase: "*0.3* x logins", "at least *5 of the* last 6 orders". */
function amountOf({ thresholds }: Understood, before: string): string {
  const [link = ""] = patterns["of the"].exec(before) ?? [];
  const rest = before.slice(0, before.length - link.length);
  const threshold = thresholds.find(({ text }) => rest.endsWith(text.replace(/\s+/g, " ")));
  if (threshold) return `${threshold.label}${link} `;
  const [number] = patterns.number.exec(before.slice(-24)) ?? [];
  return number ? `${number} ` : "";
}

/** Without the capital that only the start of the sentence gave. */
function uncapitalized(text: string): string {
  return text.replace(patterns.capital, (capital) => capital.toLowerCase());
}

/** The window where it can go to the end of the line: it stands outside the counted phrase, and nothing hangs on it. */
function movable({ definition, window, thresholds }: Understood, counted: TextSpan): Understood["window"] {
  if (!window || (window.start >= counted.start && window.end <= counted.end)) return null;
  if (window.end <= counted.start) return window;
  const stop = endOf(definition, counted.end);
  if (window.start >= stop) return patterns.exclusion.test(definition.slice(stop)) ? null : window;
  const before = definition.slice(0, window.start).trimEnd();
  const frequency = patterns["how often"].test(before) || thresholds.some(({ end }) => end === before.length);
  if (frequency || patterns["each of"].test(window.text)) return null;
  return patterns["after a window"].test(definition.slice(window.end)) ? window : null;
}

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
  const clause = (text + definition.slice(at, stop)).replace(patterns.division, "to");
  const asks = patterns["how many"].test(before) && !patterns["no verb"].test(clause.trim());
  return asks ? ` ${counted.kind === "audience" ? "who" : "that"}${clause}` : clause;
}

/** Where the first sentence ends, at or after an offset. */
function endOf(definition: string, from: number): number {
  const end = definition.slice(from).search(patterns["end of a sentence"]);
  return end < 0 ? definition.length : from + end;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** On one line, without what is left around a part that was taken out. */
function tidied(text: string): string {
  return oneLine(text.replace(patterns["empty brackets"], ""))
    .replace(patterns["space before a sign"], "")
    .replace(patterns["comma before a bracket"], "")
    .replace(patterns["signs after a comma"], ",")
    .replace(patterns["dash before a comma"], "");
}
