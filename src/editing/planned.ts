/** What is going to be done to a file, or why it cannot be. */
import type { Change } from "../file/change.js";

export interface Planned {
  changes: Change[];
  /** What more is done than was asked for, in words for the person. */
  aside?: string;
}

/** Why something cannot be, with the next step. */
export interface Fault {
  fault: string;
}

export function isFault(value: unknown): value is Fault {
  return typeof value === "object" && value !== null && "fault" in value;
}
