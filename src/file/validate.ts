/** From any value to a Northstar; the only file that knows `ajv`. */
import type { ErrorObject } from "ajv";
import conforms from "../../schemas/northstar.schema.json?validate";
import * as faults from "./faults.js";
import type { Northstar } from "./northstar.js";
import { compareProblems, type Path, type Problem, problem } from "./problem.js";
import type { Source } from "./source.js";

/** The value as a Northstar, or every way in which it does not have the shape of the schema. */
export function validate(source: Source): Northstar | Problem[] {
  if (conforms(source.value)) return source.value as Northstar;
  return (conforms.errors ?? []).map((error) => problemOf(error, source)).sort(compareProblems);
}

function problemOf(error: ErrorObject, source: Source): Problem {
  const path = pathOf(error.instancePath, source.value);
  const { keyword, params } = error;
  if (keyword === "required")
    return problem(faults.missingField, source.locate(path), `\`${params.missingProperty}\` is missing`);
  if (keyword === "additionalProperties") {
    const key = params.additionalProperty;
    return problem(
      faults.unknownKey,
      source.locate([...path, key], { at: "key" }),
      `\`${key}\` is not known`,
    );
  }
  if (keyword === "enum" || keyword === "const")
    return problem(faults.wrongValue, source.locate(path), error.message ?? "");
  return problem(faults.wrongType, source.locate(path), error.message ?? "");
}

/** A JSON pointer as a path in the value. */
function pathOf(pointer: string, value: unknown): Path {
  const path: (string | number)[] = [];
  let here = value;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const step = Array.isArray(here) ? Number(key) : key;
    path.push(step);
    here = here && typeof here === "object" ? (here as Record<string, unknown>)[key] : undefined;
  }
  return path;
}
