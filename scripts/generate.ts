import { readFileSync } from "node:fs";
import { compile, type JSONSchema } from "json-schema-to-typescript";

/**
 * How to make each generated file, by its path. test/generated.test.ts compares; `UPDATE=1 npm test` writes.
 */
export const generated: Readonly<Record<string, () => string | Promise<string>>> = {
  "src/file/format.generated.ts": () =>
    compile(schemaForTypes("schemas/northstar.schema.json"), "Northstar", {
      bannerComment: "/** Generated from schemas/northstar.schema.json by `UPDATE=1 npm test`. */",
      additionalProperties: false,
    }),
};

/** Keys that the program ignores have no type; a list of texts is a string[]. */
function schemaForTypes(path: string): JSONSchema {
  return JSON.parse(readFileSync(path, "utf8"), (key, value) => {
    if (key === "patternProperties") return undefined;
    if (value?.$ref === "#/definitions/text") return { description: value.description, type: "string" };
    if (value?.$ref === "#/definitions/texts")
      return { description: value.description, type: "array", items: { type: "string" } };
    return value;
  });
}
