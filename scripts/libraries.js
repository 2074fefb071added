/** Packages that one command alone needs: each is a file of its own beside the program, so that no other call reads it. */
import { join } from "node:path";
import { build } from "esbuild";

/** What the sources import, and what the file of it is called. */
const files = {
  "vscode-jsonrpc/node": "vscode-jsonrpc.cjs",
};

/** Lets the program ask for such a file when it needs it: from dist/ and from bin/, which loads the program, alike. */
export const withoutLibraries = {
  name: "libraries",
  setup({ onResolve }) {
    onResolve({ filter: /^[@a-z]/ }, ({ path }) =>
      Object.hasOwn(files, path) ? { path: `../dist/${files[path]}`, external: true } : undefined,
    );
  },
};

/** Makes the files; the metafile of each says what is in it. */
export function buildLibraries(common) {
  return Promise.all(
    Object.entries(files).map(async ([name, file]) => {
      const { metafile } = await build({
        ...common,
        entryPoints: [name],
        outfile: join("dist", file),
        format: "cjs",
        metafile: true,
      });
      return metafile;
    }),
  );
}
