/** Makes a finding's path and span from a part of the metric's name or definition. */
import type { TextSpan } from "../reading/reading.js";
import type { Finding } from "./rule.js";

export function inDefinition(part: TextSpan): Pick<Finding, "path" | "span"> {
  return { path: ["definition"], span: [part.start, part.end] };
}
