import { pages } from "./docs.js";
import { examplePages, picturePages } from "./examples.js";
import { fixesText } from "./fixes.js";
import { configSchema, configTypeSchema, schemaIn, schemaText, typesOf } from "./schemas.js";
import { weightsFile } from "./train.js";

const format = "schemas/northstar.schema.json";
const config = "schemas/config.schema.json";

/**
 * How to make each generated file, by its path. test/generated.test.ts compares; `UPDATE=1 npm test` writes.
 */
export const generated: Readonly<Record<string, () => string | Promise<string>>> = {
  "src/file/format.generated.ts": () => typesOf(schemaIn(format), "Northstar", format),
  [config]: () => schemaText(configSchema()),
  "src/config/config.generated.ts": () => typesOf(configTypeSchema(), "Config", config),
  "src/model/weights.generated.ts": weightsFile,
  "src/lint/fixes.generated.ts": fixesText,
  ...pages,
  ...examplePages,
  ...picturePages,
};
