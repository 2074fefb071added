/** The changes that a command plans, or why it refuses. */
import type { Change } from "../file/change.js";

export interface Plan {
  changes: Change[];
  /** What more is done than was asked for, in words for the person. */
  aside?: string;
}

/** Why something cannot be, with the next step. */
export interface Refusal {
  reason: string;
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "reason" in value;
}
