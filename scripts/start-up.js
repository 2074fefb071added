/** What the build does for a quick start, as plugins of esbuild. */
import { readFileSync } from "node:fs";
import { build, transformSync } from "esbuild";

/** Puts what a `.computed.ts` exports, which is plain data, in the place of the code that computes it. */
const computed = {
  name: "computed",
  setup({ onLoad }) {
    onLoad({ filter: /\.computed\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: "esm" });
      const values = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
      const lines = Object.entries(values).map(
        ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
      );
      return { contents: lines.join("\n") };
    });
  },
};

/** Makes the script of a page short, which stands in its source as text. */
const pageScripts = {
  name: "page-scripts",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]preview[\\/]page\.ts$/ }, ({ path }) => {
      const short = (_, text) => {
        const { code } = transformSync(new Function(`return \`${text}\``)(), { minify: true });
        return `const script = ${JSON.stringify(code.trim())};`;
      };
      const contents = readFileSync(path, "utf8").replace(/^const script = `([^`]*)`;$/m, short);
      return { contents, loader: "ts" };
    });
  },
};

/** What packages import for things that nobody does here, by who imports it: they get nothing. */
const unused = {
  crypto: /\/vscode-jsonrpc\//,
  net: /\/vscode-jsonrpc\//,
  os: /\/vscode-jsonrpc\//,
  "node:child_process": /\/commander\//,
  "#supports-color": /\/chalk\//,
  "@inquirer/external-editor": /\/@?inquirer\//,
};

export const withoutUnused = {
  name: "unused",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: anyOf(Object.keys(unused)) }, ({ path, importer }) =>
      unused[path].test(importer) ? { path, namespace: "unused" } : undefined,
    );
    onLoad({ filter: /./, namespace: "unused" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** What takes its time to load and few calls need, by the functions that are asked of it. */
const late = {
  "fast-string-width": ["default"],
  "node:child_process": ["spawn", "spawnSync"],
  "node:crypto": ["createHash", "hash", "randomBytes", "timingSafeEqual"],
  "node:zlib": ["crc32"],
};

/** Loads it when one of them is first called. */
const loadedLate = {
  name: "late",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: anyOf(Object.keys(late)) }, ({ path, importer, resolveDir }) =>
      /\/node_modules\//.test(importer) || importer === path
        ? undefined
        : { path, namespace: "late", pluginData: resolveDir },
    );
    onLoad({ filter: /./, namespace: "late" }, ({ path, pluginData }) => {
      const functions = late[path].map((name) => {
        const start = name === "default" ? "export default" : `export const ${name} =`;
        return `${start} (...given) => require(${JSON.stringify(path)}).${name}(...given);`;
      });
      return { contents: functions.join("\n"), resolveDir: pluginData };
    });
  },
};

function anyOf(names) {
  return new RegExp(`^(?:${names.join("|")})$`);
}

export const startUp = [computed, pageScripts, withoutUnused, loadedLate];
