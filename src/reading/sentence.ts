/** A reading said in one line, so that a person sees at once when they were misunderstood. */
import type { Aggregation, Part, Understood } from "./reading.js";

/** A piece of the line; strong ones are words of the team's own. */
export interface Piece {
  text: string;
  strong: boolean;
}

const openings: Record<Aggregation, string> = {
  count: "count of",
  share: "share of",
  ratio: "ratio of",
  sum: "sum of",
  average: "average",
  time: "total",
};

/** "count of *active users* who *shared a learning …*, per *7 days*"; null where nothing is counted. */
export function sentence(reading: Understood): Piece[] | null {
  const { counted, window, per, definition } = reading;
  if (!counted) return null;
  const shown = window && (window.start < counted.start || window.end > counted.end) ? window : null;
  return merged([
    plain(openingOf(reading)),
    strong(counted.start === 0 ? uncapitalized(counted.text) : counted.text),
    ...clausePieces(clauseOf(reading, counted.end)),
    ...(per
      ? [plain(/divided by\s*$/i.test(definition.slice(0, per.start)) ? "to" : "per"), strong(per.text)]
      : []),
    ...(shown ? [plain(", per"), strong(shown.label)] : []),
  ]);
}

/** "count of"; a median is called one. */
function openingOf({ aggregation, definition }: Understood): string {
  if (aggregation === "average" && /\bmedian\b/i.test(definition)) return "median";
  return aggregation ? openings[aggregation] : "amount of";
}

/** Without the capital that only the start of the sentence gave. */
function uncapitalized(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function merged(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.strong === piece.strong) last.text += (/^['’]/.test(piece.text) ? "" : " ") + piece.text;
    else all.push({ ...piece });
  }
  return all;
}

/** The line as text, with the strong pieces as they are. */
export function sentenceText(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => piece.text)
    .join(" ")
    .replaceAll(" ,", ",");
}

const plain = (text: string): Piece => ({ text, strong: false });
const strong = (text: string): Piece => ({ text, strong: true });

function clausePieces(clause: string): Piece[] {
  if (clause === "") return [];
  const [connector] =
    /^(?:in which|for which|to which|for whom|who|that|which|whose|where|when)\b/i.exec(clause) ?? [];
  if (!connector) return [strong(clause)];
  const rest = clause.slice(connector.length).trim();
  return [plain(connector.toLowerCase()), ...(rest === "" ? [] : [strong(rest)])];
}

/** What the first sentence says after the counted phrase: thresholds short, window and divisor left to the end. */
function clauseOf(reading: Understood, start: number): string {
  const { definition, thresholds, window, per } = reading;
  const end = definition.slice(start).search(/[.!?;](?:\s|$)/);
  const stop = end < 0 ? definition.length : start + end;
  const gone = [window, per && widened(definition, per)]
    .filter((part) => part !== null)
    .map((part) => ({ ...part, label: "" }));
  const changes = [...thresholds, ...gone]
    .filter((part) => part.start >= start && part.end <= stop)
    .sort((a, b) => a.start - b.start);
  let text = "";
  let at = start;
  for (const { start: from, end: to, label } of changes) {
    if (from < at) continue;
    text += definition.slice(at, from) + label;
    at = to;
  }
  return (text + definition.slice(at, stop))
    .replace(/\s+/g, " ")
    .replace(/\s+([,)])/g, "$1")
    .replace(/^[\s,–—-]+|[\s,–—-]+$/g, "");
}

/** A divisor with the words before it: "per", "divided by". */
function widened(definition: string, per: Part): Part {
  const [lead = ""] =
    /(?:per|divided by|for each)\s+(?:the\s+)?$/i.exec(definition.slice(0, per.start)) ?? [];
  return { ...per, start: per.start - lead.length };
}
