import { readFileSync } from "node:fs";
import Ajv from "ajv";
import standalone from "ajv/dist/standalone/index.js";

const request = /\.schema\.json\?validate$/;

/** A JSON Schema (draft-07) file's validator as the text of an ES module, so that no command pays for Ajv's compiler. */
export function compileSchema(file) {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: true,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  });
  const validate = ajv.compile(JSON.parse(readFileSync(file, "utf8"), withoutDocumentation));
  return importsForRequires(standalone(ajv, validate));
}

/** A validator carries its schema; what only people read need not be loaded. */
function withoutDocumentation(key, value) {
  return ["$id", "$comment", "description"].includes(key) && typeof value === "string" ? undefined : value;
}

/** Ajv writes `require("ajv/…").default` even into ES modules. */
function importsForRequires(code) {
  const imports = [];
  const body = code.replace(/require\("(ajv\/[^"]+)"\)\.default/g, (_, path) => {
    imports.push(`import helper${imports.length} from "${path}.js";`);
    return `(helper${imports.length - 1}.default ?? helper${imports.length - 1})`;
  });
  return [...imports, body].join("\n");
}

/** Lets esbuild import `x.schema.json?validate`. */
export const esbuildSchemas = {
  name: "schemas",
  setup(build) {
    build.onResolve({ filter: request }, ({ path, resolveDir }) => ({
      path: new URL(path.replace(/\?validate$/, ""), `file://${resolveDir}/`).pathname,
      namespace: "validate",
    }));
    build.onLoad({ filter: /./, namespace: "validate" }, ({ path }) => ({
      contents: compileSchema(path),
      resolveDir: new URL(".", `file://${path}`).pathname,
    }));
  },
};

/** Lets vitest import `x.schema.json?validate`. */
export const viteSchemas = {
  name: "schemas",
  enforce: "pre",
  load(id) {
    return request.test(id) ? compileSchema(id.replace(/\?validate$/, "")) : null;
  },
};
