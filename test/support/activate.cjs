"use strict";
/** Activates an extension as VS Code would, in a process of its own: `node activate.cjs FOLDER FILE`, what it did as JSON. */
const Module = require("node:module");
const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

const [, , folder, file] = process.argv;
const stand = join(__dirname, "vscode.cjs");
const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...more) {
  return name === "vscode" ? stand : resolve.call(this, name, ...more);
};
const vscode = require(stand);
const { seen, open, events } = vscode.testing;
const extension = require(join(folder, JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).main));

async function until(test) {
  for (let tries = 0; tries < 600 && !test(); tries += 1) await new Promise((done) => setTimeout(done, 50));
}

async function act() {
  const document = open(file, "northstar", readFileSync(file, "utf8"));
  await extension.activate({ subscriptions: [], asAbsolutePath: (path) => join(folder, path) });
  await until(() => seen.diagnostics.size > 0);
  await seen.commands.get("northstar.preview")();
  const [panel] = seen.panels;
  const drawn = panel.webview.html;
  panel.webview.html = "";
  events.saved.fire(document);
  await until(() => panel.webview.html === drawn);
  await fromTheWalkthrough();
  const { diagnostics, commands, ...others } = seen;
  process.stdout.write(
    JSON.stringify({ ...others, commands: [...commands.keys()], diagnostics: [...diagnostics] }),
  );
  await extension.deactivate();
}

/** What is clicked there, with no text in front. */
async function fromTheWalkthrough() {
  vscode.window.activeTextEditor = undefined;
  const init = seen.commands.get("northstar.init");
  await seen.commands.get("northstar.preview")();
  await init();
  const empty = join(dirname(file), "empty");
  mkdirSync(empty);
  for (const path of [dirname(file), empty]) {
    vscode.workspace.workspaceFolders = [{ uri: vscode.Uri.file(path) }];
    await init();
  }
  writeFileSync(join(empty, "northstar.yaml"), "");
  events.terminalClosed.fire(seen.terminals[0]);
  vscode.workspace.textDocuments.length = 0;
  await seen.commands.get("northstar.preview")();
}

act().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
