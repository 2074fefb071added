/** Where a part of the metric's name or definition stands, as a rule's finding says it. */
import type { TextSpan } from "../reading/reading.js";
import type { Finding } from "./rule.js";

export function inDefinition(part: TextSpan): Pick<Finding, "path" | "span"> {
  return { path: ["definition"], span: [part.start, part.end] };
}
