/** Notices that a metric is counted in another way than before. */
import { hash } from "node:crypto";

/**
 * The hash of what a definition depends on, with its form before it: how that was put together. Only hashes of one form
 * can be compared; see hasDrifted (source.ts).
 */
export function definitionHash(form: string, value: unknown): string {
  return `${form}:${hash("sha256", inOrder(value), "hex").slice(0, 16)}`;
}

/** JSON with the keys of each map in order. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
