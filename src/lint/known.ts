import * as formatFaults from "../file/faults.js";
import type { Fault } from "../file/problem.js";
import { rules } from "./rules/index.js";

/** Every fault that a report can name: what rules find, then what keeps a file from being read. */
export const knownFaults: readonly Fault[] = [...rules, ...Object.values<Fault>(formatFaults)];
