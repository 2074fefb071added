/** The schema is what editors show: draft-07, with words and an example for every key. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { readDocument } from "../../src/file/document.js";
import { exampleOf } from "../support/schema-example.js";

interface Shape {
  description?: string;
  $comment?: string;
  properties?: Record<string, Shape>;
  patternProperties?: Record<string, Shape>;
  additionalProperties?: boolean;
}

const schema: Shape & { $schema: string; definitions: Record<string, Shape> } = JSON.parse(
  readFileSync("schemas/northstar.schema.json", "utf8"),
);
const maps = [["", schema] as const, ...Object.entries(schema.definitions)].filter(
  ([, shape]) => shape.properties,
);
const keys = maps.flatMap(([id, { properties = {} }]) =>
  Object.entries(properties).map(([key, shape]) => [`${id}/${key}`, id, key, shape] as const),
);

test("it is draft-07, and strict", () => {
  expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(() => ajv.compile(schema)).not.toThrow();
});

test.each(keys)("%s is described, in a sentence", (_, _id, key, { description }) => {
  expect(description).toMatch(/^[0-9A-Z].+[.)]$/);
  expect(key).toMatch(/^[a-z]+$/);
});

/** Each kind of map without what it requires, as its keys are tried one by one. */
const validators = new Map(
  maps.map(([id, shape]) => [id, new Ajv({ strict: false }).compile({ ...schema, ...shape, required: [] })]),
);

test.each(keys)("%s has an example that is valid and can be written as it is", (_, id, key, shape) => {
  const example = exampleOf(shape);
  const validate = validators.get(id);
  expect(validate?.({ [key]: example }), JSON.stringify(validate?.errors)).toBe(true);
  expect(readDocument(stringify({ [key]: example }))).toHaveProperty("value", { [key]: example });
});

test.each(maps)("the map %j takes no keys but its own and the team's", (_, shape) => {
  expect(shape.additionalProperties).toBe(false);
  // What names one thing has no room for another.
  const own = "maxProperties" in shape ? [] : ["^x-"];
  expect(Object.keys(shape.patternProperties ?? {})).toEqual(own);
});
