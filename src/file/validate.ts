/** From any value to a Northstar; the only file that knows `ajv`. */
import type { Northstar } from "./northstar.js";
import type { Problem } from "./problem.js";
import type { Source } from "./source.js";

/** The value as a Northstar, or every way in which it does not have the shape of the schema. */
export function validate(_source: Source): Northstar | Problem[] {
  throw new Error("to be written");
}
