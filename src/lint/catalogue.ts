/** The documentation of every rule, which reports join to problems by the rule's id. */
import * as configFaults from "../config/faults.js";
import * as formatFaults from "../file/faults.js";
import type { Fault } from "../file/problem.js";
import * as commentFaults from "./comment-faults.js";
import { rules } from "./rules/index.js";

/** What lint judges: a team may say how grave each of them is. */
export const judgements: readonly Fault[] = [...rules, ...Object.values<Fault>(commentFaults)];

/** Every fault that a report can name: what is judged, then what keeps a file or a configuration from being read. */
export const catalogue: readonly Fault[] = [
  ...judgements,
  ...Object.values<Fault>(formatFaults),
  ...Object.values<Fault>(configFaults),
];

const byId = new Map(catalogue.map((fault) => [fault.id, fault]));

/** The entry of a rule that a problem names. Throws a RangeError where there is none. */
export function faultOf(rule: string): Fault {
  const fault = byId.get(rule);
  if (!fault) throw new RangeError(`there is no rule ${rule}`);
  return fault;
}

/** What a rule asks, where it asks anything. */
export function questionOf(rule: string): string | null {
  return byId.get(rule)?.question ?? null;
}

/** The command that explains a rule. */
export function helpOf(rule: string): string {
  return `northstar explain ${rule}`;
}
