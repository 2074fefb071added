/** Packages that one command alone needs: each file of them is beside the program, so that no other call reads it. */
import { join } from "node:path";
import { build } from "esbuild";
import { withoutUnused } from "./start-up.js";

/** What each file holds: all of a package, or of several what the sources import. */
const files = {
  "modelcontextprotocol.cjs": {
    "@modelcontextprotocol/server": ["McpServer", "ResourceNotFoundError", "ResourceTemplate"],
    "@modelcontextprotocol/server/stdio": ["serveStdio", "StdioServerTransport"],
    zod: ["array", "boolean", "enum", "number", "object", "string"],
  },
  "diff.cjs": { diff: ["diffArrays"] },
  "csv-parse.cjs": { "csv-parse": ["CsvError", "parse"] },
  "vscode-jsonrpc.cjs": { "vscode-jsonrpc/node": ["*"] },
};

const fileOf = new Map(
  Object.entries(files).flatMap(([file, packages]) => Object.keys(packages).map((name) => [name, file])),
);

/** Lets the program ask for such a file when it needs it: from dist/ and from bin/, which loads the program, alike. */
export const withoutLibraries = {
  name: "libraries",
  setup({ onResolve }) {
    onResolve({ filter: /^[@a-z]/ }, ({ path }) =>
      fileOf.has(path) ? { path: `../dist/${fileOf.get(path)}`, external: true } : undefined,
    );
  },
};

/** A third of a package: it validates what people answer to a server's questions, and ours asks none. */
const withoutQuestions = {
  name: "questions",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, ({ path }) => ({
      path,
      namespace: "questions",
    }));
    onLoad({ filter: /./, namespace: "questions" }, () => ({
      contents: `export { default as process } from "node:process"; export class DefaultJsonSchemaValidator {}`,
    }));
  },
};

/** Makes the files; the metafile of each says what is in it. */
export function buildLibraries(common) {
  return Promise.all(
    Object.entries(files).map(async ([file, packages]) => {
      const exports = Object.entries(packages).map(([name, all]) =>
        all.includes("*") ? `export * from "${name}";` : `export { ${all.join(", ")} } from "${name}";`,
      );
      const { metafile } = await build({
        ...common,
        stdin: { contents: exports.join("\n"), resolveDir: "." },
        outfile: join("dist", file),
        format: "cjs",
        metafile: true,
        plugins: [withoutQuestions, withoutUnused],
      });
      return metafile;
    }),
  );
}
