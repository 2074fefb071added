/** The documentation of every rule, which reports join to problems by the rule's id. */
import * as configFaults from "../config/faults.js";
import * as formatFaults from "../file/faults.js";
import type { RuleDoc } from "../file/problem.js";
import * as commentFaults from "./comment-faults.js";
import { rules } from "./rules/index.js";

/** What lint judges: a team may say how grave each of them is. */
export const judgements: readonly RuleDoc[] = [...rules, ...Object.values<RuleDoc>(commentFaults)];

/** Every rule that a report can name: those that are judged, then what keeps a file or a configuration from being read. */
export const catalogue: readonly RuleDoc[] = [
  ...judgements,
  ...Object.values<RuleDoc>(formatFaults),
  ...Object.values<RuleDoc>(configFaults),
];

const byId = new Map(catalogue.map((doc) => [doc.id, doc]));

/** The entry of a rule that a problem names. Throws a RangeError where there is none. */
export function ruleDocOf(rule: string): RuleDoc {
  const doc = byId.get(rule);
  if (!doc) throw new RangeError(`there is no rule ${rule}`);
  return doc;
}

/** What a rule asks, where it asks anything. */
export function questionOf(rule: string): string | null {
  return byId.get(rule)?.question ?? null;
}

/** The command that explains a rule. */
export function helpOf(rule: string): string {
  return `northstar explain ${rule}`;
}
