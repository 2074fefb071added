/** The `out` of a kept document: a path with placeholders for what differs between North Stars. */

/** What may stand in braces. */
export const placeholders = ["product", "name", "folder", "file"] as const;
export type Placeholder = (typeof placeholders)[number];

const placeholder = /\{([^{}]*)\}/g;

/** The words in braces, whether there is such a placeholder or not. */
export function placeholdersIn(out: string): string[] {
  return [...out.matchAll(placeholder)].map(([, word = ""]) => word);
}

/** The path with every placeholder filled. */
export function fillPlaceholders(out: string, value: (name: Placeholder) => string): string {
  return out.replace(placeholder, (_, word: Placeholder) => value(word));
}
