import { distance } from "fastest-levenshtein";

/** The candidate that was probably meant, or null when more than two letters in five differ, or another share. */
export function nearest(text: string, candidates: Iterable<string>, share = 0.4): string | null {
  // A longer text is no misspelling, and comparing it would take quadratic time.
  if (text.length > 100) return null;
  let best: { candidate: string; cost: number } | null = null;
  for (const candidate of candidates) {
    if (candidate.length > 100) continue;
    const length = Math.max(text.length, candidate.length);
    const cost = costOf(text.toLowerCase(), candidate.toLowerCase());
    if (cost <= Math.round(length * share) && (!best || cost < best.cost)) best = { candidate, cost };
  }
  return best?.candidate ?? null;
}

/** How many letters differ; two that have changed places are one slip of the fingers, not two. */
function costOf(text: string, candidate: string): number {
  const cost = distance(text, candidate);
  return cost === 2 && isSwapped(text, candidate) ? 1 : cost;
}

function isSwapped(text: string, candidate: string): boolean {
  const at = [...text].findIndex((letter, index) => letter !== candidate[index]);
  const swapped = `${text.slice(0, at)}${text[at + 1] ?? ""}${text[at] ?? ""}${text.slice(at + 2)}`;
  return swapped === candidate;
}
