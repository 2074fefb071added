/** Writes a text, number or truth value as YAML; with document.ts the only file that uses `yaml`. */
import { Scalar, stringify } from "yaml";

const width = 96;

/**
 * A scalar as it stands behind a key or a dash that is `indent` spaces in, without a line break at its end.
 * Quoted where YAML 1.1 or 1.2 would read anything but the text, except days, which nobody quotes; long texts are
 * folded, those of several lines kept as lines. Blank lines and comments may follow: they never become part of it.
 */
export function writeScalar(value: string | number | boolean | null, indent: number): string {
  if (isPlain(value) && String(value).length + indent <= width - 16) return String(value);
  const scalar = new Scalar(value);
  if (typeof value === "string") {
    const lines = value.split("\n");
    const long = value.length + indent > width - 16;
    // A block with spaces at its edges is read differently by different readers.
    if (!lines.every((line) => /^\S+( \S+)*$/.test(line) || line === "") || /^\n|\n\n$/.test(value))
      scalar.type = long || lines.length > 1 ? "QUOTE_DOUBLE" : "PLAIN";
    else if (lines.length > 1) scalar.type = "BLOCK_LITERAL";
    else if (long) scalar.type = "BLOCK_FOLDED";
  }
  const lineWidth = scalar.type === "BLOCK_FOLDED" ? Math.max(40, width - indent) : 0;
  const options = { compat: "yaml-1.1", doubleQuotedAsJSON: true, lineWidth } as const;
  const [first = "", ...rest] = stringify({ k: scalar }, options).slice("k:".length, -1).split("\n");
  return [first.replace(/^ /, ""), ...rest.map((line) => line && " ".repeat(indent) + line)].join("\n");
}

/** A scalar on one line, as it may stand in brackets or braces. */
export function writeFlowScalar(value: string | number | boolean | null): string {
  if (isPlain(value)) return String(value);
  const options = {
    collectionStyle: "flow",
    compat: "yaml-1.1",
    doubleQuotedAsJSON: true,
    lineWidth: 0,
  } as const;
  const scalar = new Scalar(value);
  if (typeof value === "string" && /\n|^\s|\s$/.test(value)) scalar.type = "QUOTE_DOUBLE";
  return stringify([scalar], options).trim().slice(1, -1).trim();
}

/** A day, or words in a row: most texts are, and need none of what the package does for the others. */
function isPlain(value: unknown): boolean {
  if (typeof value !== "string" || /^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value)) return false;
  return /^(?:\d{4}-\d\d-\d\d|[A-Za-z]\w*(?: \w+)*\.?)$/.test(value);
}
