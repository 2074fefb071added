/**
 * Whether a text can have a key `source` at all, so that others need not be read for it. A key that is spelt with
 * escapes, or that stands apart from its colon, counts as one that may be it.
 */
export function mayHaveSource(text: string): boolean {
  return /source["']?\s*:/.test(text) || /"[^"\n]*\\/.test(text) || /^\s*\?\s/m.test(text);
}
