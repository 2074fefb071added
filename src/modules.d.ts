/** A validator that the build compiles from a JSON Schema (scripts/compile-schema.js). */
declare module "*.schema.json?validate" {
  import type { ErrorObject } from "ajv";

  const validate: { (value: unknown): boolean; errors?: ErrorObject[] | null };
  export default validate;
}
