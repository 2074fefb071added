"use strict";
/**
 * Stands in for VS Code: gives an extension as much of its interface as the client library asks for when it starts, with
 * one open document, and keeps what the extension does. What nobody here looks at answers with more of the same.
 */
const { join } = require("node:path");
const { pathToFileURL, fileURLToPath } = require("node:url");

const seen = {
  diagnostics: new Map(),
  commands: new Map(),
  terminals: [],
  panels: [],
  messages: [],
  shown: [],
};

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}
class Range {
  constructor(...given) {
    const [a, b, c, d] = given;
    [this.start, this.end] = given.length === 2 ? [a, b] : [new Position(a, b), new Position(c, d)];
  }
}
class Uri {
  constructor(text) {
    this.text = text;
    this.scheme = text.split(":")[0];
    this.path = new URL(text).pathname;
  }
  get fsPath() {
    return fileURLToPath(this.text);
  }
  toString() {
    return this.text;
  }
  static parse(text) {
    return new Uri(text);
  }
  static file(path) {
    return new Uri(pathToFileURL(path).href);
  }
  static joinPath({ fsPath }, ...parts) {
    return Uri.file(join(fsPath, ...parts));
  }
}
class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}
class EventEmitter {
  listeners = new Set();
  event = (listener, self) => {
    const call = self ? listener.bind(self) : listener;
    this.listeners.add(call);
    return { dispose: () => this.listeners.delete(call) };
  };
  fire(value) {
    for (const each of this.listeners) each(value);
  }
  dispose() {}
}
class Disposable {
  constructor(dispose) {
    this.dispose = dispose ?? (() => {});
  }
  static from(...all) {
    return new Disposable(() => all.forEach((each) => void each.dispose()));
  }
}
class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: () => new Disposable() };
  cancel() {}
  dispose() {}
}

/** Something of which every part is a class, a function and a map, all at once. */
function anything(known = {}) {
  return new Proxy(Object.assign(class {}, {}), {
    get(target, key) {
      if (Object.hasOwn(known, key)) return known[key];
      if (key === "then" || typeof key === "symbol") return undefined;
      if (/^on[A-Z]/.test(key)) return () => new Disposable();
      if (!(key in target)) target[key] = anything();
      return target[key];
    },
    set(_, key, value) {
      known[key] = value;
      return true;
    },
    apply: () => anything(),
    construct: () => anything(),
  });
}

const [opened, changed, saved, terminalClosed] = Array.from({ length: 4 }, () => new EventEmitter());
const events = { opened, changed, saved, terminalClosed };
const textDocuments = [];

function documentOf(path, languageId, text) {
  const uri = Uri.file(path);
  return {
    uri,
    fileName: path,
    languageId,
    version: 1,
    isClosed: false,
    getText: () => text,
    lineCount: text.split("\n").length,
  };
}

function open(path, languageId, text) {
  const document = documentOf(path, languageId, text);
  textDocuments.push(document);
  vscode.window.activeTextEditor = { document };
  events.opened.fire(document);
  return document;
}

const isIn = (selector, { languageId, uri }) =>
  (Array.isArray(selector) ? selector : [selector]).some(
    ({ language, scheme }) => (!language || language === languageId) && (!scheme || scheme === uri.scheme),
  );

const vscode = {
  version: "1.91.0",
  Position,
  Range,
  Uri,
  Diagnostic,
  EventEmitter,
  Disposable,
  CancellationTokenSource,
  ViewColumn: { Beside: -2 },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  env: anything({ appName: "test", language: "en" }),
  l10n: { t: (text) => text },
  commands: anything({
    registerCommand(name, call) {
      seen.commands.set(name, call);
      return new Disposable();
    },
  }),
  languages: anything({
    match: (selector, document) => (isIn(selector, document) ? 10 : 0),
    createDiagnosticCollection: () => ({
      set: (uri, all) => seen.diagnostics.set(String(uri), all),
      delete: (uri) => seen.diagnostics.delete(String(uri)),
      clear: () => seen.diagnostics.clear(),
      has: (uri) => seen.diagnostics.has(String(uri)),
      dispose() {},
    }),
  }),
  window: anything({
    activeTextEditor: undefined,
    visibleTextEditors: [],
    tabGroups: {
      all: [],
      onDidChangeTabs: () => new Disposable(),
      onDidChangeTabGroups: () => new Disposable(),
    },
    createOutputChannel: () => ({
      append() {},
      appendLine() {},
      show() {},
      dispose() {},
      trace() {},
      debug() {},
      info() {},
      warn() {},
      error() {},
      logLevel: 0,
      onDidChangeLogLevel: () => new Disposable(),
    }),
    createTerminal(options) {
      seen.terminals.push(options);
      return Object.assign(options, { show() {} });
    },
    onDidCloseTerminal: events.terminalClosed.event,
    showTextDocument: async ({ fsPath }) => void seen.shown.push(fsPath),
    createWebviewPanel(type, title) {
      const panel = {
        type,
        title,
        webview: { html: "" },
        onDidDispose: () => new Disposable(),
        dispose() {},
      };
      seen.panels.push(panel);
      return panel;
    },
    showQuickPick: async (all) => all[0],
    showErrorMessage: async (text) => void seen.messages.push(text),
    showInformationMessage: async (text) => void seen.messages.push(text),
    showWarningMessage: async (text) => void seen.messages.push(text),
  }),
  workspace: anything({
    textDocuments,
    notebookDocuments: [],
    workspaceFolders: [],
    findFiles: async () => [],
    isTrusted: true,
    getConfiguration: () => ({ get: (_, usual) => usual, has: () => false, inspect: () => undefined }),
    onDidOpenTextDocument: events.opened.event,
    onDidChangeTextDocument: events.changed.event,
    onDidSaveTextDocument: events.saved.event,
  }),
};

module.exports = new Proxy(vscode, {
  get(target, key) {
    if (key === "testing") return { seen, open, events };
    if (!(key in target) && typeof key === "string" && key !== "then") target[key] = anything();
    return target[key];
  },
});
