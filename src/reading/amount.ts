/** How much, and in which time: thresholds and windows. */
import { thousands } from "../file/text.js";
import { is, type Token } from "./token.js";

/** Tokens [from, to) with what they mean, said short. */
export interface Amount {
  from: number;
  to: number;
  /** "≥ 2", "7 days", "week". */
  label: string;
}

/** A span of time. */
export interface Window extends Amount {
  /** Whether it is counted again and again ("per week"), rather than being a deadline, a length or a day. */
  repeats: boolean;
}

/** Comparisons, each as the words before the number and the sign they stand for. */
const comparisons: readonly (readonly [readonly string[], string])[] = [
  [["at", "least"], "≥"],
  [["no", "fewer", "than"], "≥"],
  [["no", "less", "than"], "≥"],
  [["not", "less", "than"], "≥"],
  [["a", "minimum", "of"], "≥"],
  [["minimum", "of"], "≥"],
  [["more", "than"], ">"],
  [["greater", "than"], ">"],
  [["exceed"], ">"],
  [["exceeds"], ">"],
  [["exceeding"], ">"],
  [["exceeded"], ">"],
  [["over"], ">"],
  [["above"], ">"],
  [["at", "most"], "≤"],
  [["no", "more", "than"], "≤"],
  [["up", "to"], "≤"],
  [["fewer", "than"], "<"],
  [["less", "than"], "<"],
  [["under"], "<"],
  [["below"], "<"],
  [["≥"], "≥"],
  [["≤"], "≤"],
  [[">", "="], "≥"],
  [["<", "="], "≤"],
  [[">"], ">"],
  [["<"], "<"],
];

/** The comparisons by their first word. */
const before = new Map<string, typeof comparisons>();
for (const comparison of comparisons) {
  const [[first = ""]] = comparison;
  before.set(first, [...(before.get(first) ?? []), comparison]);
}

/** Every threshold: "at least two", "more than 7", "three or more", "5+", "at least N", "a set number of". */
export function thresholdsIn(tokens: readonly Token[]): Amount[] {
  const found: Amount[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const amount = thresholdAt(tokens, i);
    if (!amount) continue;
    found.push(amount);
    i = amount.to - 1;
  }
  return found;
}

function thresholdAt(tokens: readonly Token[], from: number): Amount | undefined {
  for (const [words, sign] of before.get(tokens[from]?.word ?? "") ?? []) {
    if (!words.every((word, i) => tokens[from + i]?.word === word)) continue;
    const at = from + words.length;
    const open = openAmount(tokens, at);
    if (open) return { from, to: at + open, label: `${sign} a set number` };
    const number = numberAt(tokens, at);
    if (number && !tokens[number.to]?.unit) return { from, to: number.to, label: `${sign} ${number.label}` };
  }
  const number = numberAt(tokens, from);
  if (!number) return undefined;
  const next = tokens[number.to];
  if (next?.word === "+") return { from, to: number.to + 1, label: `≥ ${number.label}` };
  const after = tokens[number.to + 1];
  if (next?.word === "or" && is(after, "or more"))
    return { from, to: number.to + 2, label: `≥ ${number.label}` };
  if (next?.word === "or" && is(after, "or less"))
    return { from, to: number.to + 2, label: `≤ ${number.label}` };
  return undefined;
}

/** How many tokens an amount without a number takes: "N", "a certain number of". */
function openAmount(tokens: readonly Token[], at: number): number {
  if (is(tokens[at], "open number")) return 1;
  const article = tokens[at]?.word === "a" || tokens[at]?.word === "the" ? 1 : 0;
  return is(tokens[at + article], "set amount") && is(tokens[at + article + 1], "amount noun")
    ? article + 2
    : 0;
}

function numberAt(tokens: readonly Token[], from: number): Amount | undefined {
  const money = tokens[from]?.sign && is(tokens[from], "money") ? 1 : 0;
  const number = tokens[from + money]?.number;
  if (number === undefined) return undefined;
  const to = from + money + 1;
  const apart = tokens[to]?.word === "per" && tokens[to + 1]?.word === "cent";
  const percent = apart || (is(tokens[to], "percent") && tokens[to]?.word !== "percentage");
  const times = is(tokens[to - 1], "number of times") ? (number === 1 ? " time" : " times") : "";
  const shown = tokens[to - 1]?.word === "half" ? "half" : thousands(number);
  const label = `${money ? tokens[from]?.text : ""}${shown}${percent ? " %" : ""}${times}`;
  return { from, to: to + (percent ? (apart ? 2 : 1) : 0), label };
}

/** Every window and cadence: "per month", "weekly", "in the previous seven days", "28-day", "week four". */
export function windowsIn(tokens: readonly Token[]): Window[] {
  const windows: Window[] = [];
  tokens.forEach((token, at) => {
    const window = windowAt(tokens, at, token);
    if (window) windows.push(window);
  });
  return windows;
}

function windowAt(tokens: readonly Token[], at: number, token: Token): Window | undefined {
  const { unit } = token;
  if (!unit)
    return (
      dayThatRecurs(tokens, at) ??
      (isLastOnes(tokens, at) ? { from: at - 2, to: at + 1, label: token.word, repeats: false } : undefined)
    );
  if (unit === "working") return undefined;
  const window = windowAround(tokens, at, unit);
  const bare = window.to - window.from === 1 && /[^s]s$/.test(token.word);
  return bare ? undefined : window;
}

/** "each Monday", "on Mondays", "every evening": the period after which such a day comes again. */
function dayThatRecurs(tokens: readonly Token[], at: number): Window | undefined {
  const token = tokens[at];
  const label = token?.recurs;
  if (!label) return undefined;
  const before = tokens[at - 1];
  const each = is(before, "every");
  const on = is(before, "on a day") && token?.word.endsWith("s") === true;
  return each || on ? { from: at - 1, to: at + 1, label, repeats: true } : undefined;
}

/** "the last seven evenings", "the previous 100 orders": as good as a window. */
function isLastOnes(tokens: readonly Token[], at: number): boolean {
  const [token, last] = [tokens[at], tokens[at - 2]];
  return token?.plural === true && tokens[at - 1]?.number !== undefined && is(last, "the last");
}

function windowAround(tokens: readonly Token[], at: number, unit: string): Window {
  let from = at;
  let number: number | undefined;
  while (from > 0 && at - from < 8) {
    const token = tokens[from - 1];
    if (!token) break;
    const value = token.number;
    // In "twice a week" and "two of the last four weeks" the article ends what belongs to the unit.
    const adjacent = number === undefined && !is(token, "number of times");
    if (value !== undefined && adjacent && token.word !== "one") number = value;
    else if (!is(token, "period") && !token.ordinal) break;
    from--;
    if (is(token, "opens a period")) break;
  }
  let to = at + 1;
  const following = tokens[to]?.number;
  const named = number === undefined && following !== undefined && !/ly$/.test(tokens[at]?.word ?? "");
  if (named) to++;
  const window = { from, to, label: number === undefined || number === 1 ? unit : `${number} ${unit}s` };
  return { ...window, repeats: !named && isRepeating(tokens, at, window) };
}

/** Whether a span is none of "within a week of …", "the same day", "at least 7 days", "than a year", "in days". */
function isRepeating(tokens: readonly Token[], unit: number, { from, to }: Amount): boolean {
  const words = tokens.slice(from, unit);
  const [first] = words;
  const word = tokens[unit]?.word ?? "";
  if (!first) return /ly$|^annual$/.test(word);
  const before = tokens[from - 1];
  if (first.word === "of" || before?.word === word || is(before, "before a length")) return false;
  if (is(tokens[to], "hangs on an event")) return false;
  if (words.some((each) => is(each, "once") || is(each, "ordinal") || each.ordinal)) return false;
  const counted = words.some((each) => each.number !== undefined);
  if (first.word === "on" && words.slice(1).every((each) => each.number !== undefined)) return false;
  if (first.number !== undefined) return is(tokens[to], "rolling");
  return counted || !/[^s]s$/.test(word);
}
