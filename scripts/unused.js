/** What packages import for things that nobody does here, by who imports it. */
const unused = {
  "node:child_process": /\/commander\//,
  "#supports-color": /\/chalk\//,
  "@inquirer/external-editor": /\/@?inquirer\//,
};

/** Keeps such imports out of the bundle, since each takes its part of the start-up: they get nothing. */
export const withoutUnused = {
  name: "unused",
  setup({ onLoad, onResolve }) {
    const filter = new RegExp(`^(?:${Object.keys(unused).join("|")})$`);
    onResolve({ filter }, ({ path, importer }) =>
      unused[path].test(importer) ? { path, namespace: "unused" } : undefined,
    );
    onLoad({ filter: /./, namespace: "unused" }, () => ({ contents: "module.exports = {};" }));
  },
};
