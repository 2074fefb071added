import * as configFaults from "../config/faults.js";
import * as formatFaults from "../file/faults.js";
import type { Fault } from "../file/problem.js";
import * as commentFaults from "./comment-faults.js";
import { rules } from "./rules/index.js";

/** What lint judges: a team may say how grave each of them is. */
export const judgements: readonly Fault[] = [...rules, ...Object.values<Fault>(commentFaults)];

/** Every fault that a report can name: what is judged, then what keeps a file or a configuration from being read. */
export const knownFaults: readonly Fault[] = [
  ...judgements,
  ...Object.values<Fault>(formatFaults),
  ...Object.values<Fault>(configFaults),
];
