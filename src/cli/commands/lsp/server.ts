/** The language server: from what an editor says to what it shows. */
import { createMessageConnection, ResponseError } from "vscode-jsonrpc/node";
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  InitializeParams,
  InitializeResult,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver-protocol";
import { type Configs, configName, configsOf, shortName } from "../../host/config.js";
import { errorMessage, exit, Failure } from "../../host/exit.js";
import { printMessage, withoutMessages } from "../../host/terminal.js";
import { version } from "../../host/version.computed.js";
import type { World } from "../../host/world.js";
import { type Abilities, abilitiesOf, encodingOf } from "./abilities.js";
import type * as answers from "./answers.js";
import { diagnosticsOf, pageScheme } from "./diagnostics.js";
import { type Judgement, judgeOpen } from "./judge-open.js";
import { OpenFile } from "./open-file.js";
import type { Encoding } from "./places.js";
import { isCancel, Reader, Writer } from "./wire.js";

/** How long, in seconds, configurations that were read count as fresh while somebody types. */
const freshness = 1;

/** How often, in milliseconds, it is looked whether the editor is still there. */
const heartbeat = 3000;

/** The protocol's errors. */
const notInitialized = -32002;
const invalidRequest = -32600;
const methodNotFound = -32601;
const invalidParams = -32602;
const requestCancelled = -32800;

const gone = "the editor is gone without a word";

type Handlers = Readonly<Record<string, (params: never) => unknown>>;

/** Serves the editor at the other end of standard input and output until it ends. Gives the exit code. */
export function serveEditor(world: World, editor?: number): Promise<number> {
  return new Promise((resolve) => {
    start(world, editor, resolve);
  });
}

function start(world: World, editor: number | undefined, done: (code: number) => void): void {
  const files = new Map<string, OpenFile>();
  const unshown = new Set<OpenFile>();
  const judged = new Map<OpenFile, { version: number | null; found: Promise<Judgement | undefined> }>();
  let state: "new" | "ready" | "shut down" | "ended" = "new";
  let encoding: Encoding = "utf-16";
  let can: Abilities = abilitiesOf({});
  let configs: { value: Configs; until: number } | undefined;
  let handled = 0;
  let isShowing = false;
  /** Whether nothing more will be said. */
  let isOver = false;
  let pulse: NodeJS.Timeout | undefined;

  const reader = new Reader(
    world,
    (reason) => stop(exit.failed, `what the editor sent cannot be read: ${reason}`),
    () => {
      isOver = true;
      goOn();
    },
  );
  const connection = createMessageConnection(reader, new Writer(world.commands ?? world.stdout), logger(), {
    messageStrategy: {
      handleMessage(message, next) {
        const answered = next(message);
        if (!isCancel(message)) handled += 1;
        goOn();
        return answered;
      },
    },
  });
  connection.onRequest(answer);
  connection.onNotification(take);

  const requests: Handlers = {
    initialize,
    shutdown: () => {
      state = "shut down";
      return null;
    },
    "workspace/textDocumentContent": async ({ uri }: { uri: string }) => ({ text: await pageOf(uri) }),
    "textDocument/hover": about("hover"),
    "textDocument/codeAction": about("codeActions"),
    "textDocument/completion": about("completion"),
    "textDocument/definition": about("definition"),
    "textDocument/references": about("references"),
    "textDocument/documentHighlight": about("highlights"),
    "textDocument/prepareRename": about("prepareRename"),
    "textDocument/rename": about("renameId"),
    "textDocument/documentSymbol": about("symbols"),
    "textDocument/foldingRange": about("foldingRanges"),
    "textDocument/codeLens": about("codeLenses"),
  };

  const notifications: Handlers = {
    initialized: watchConfigurations,
    exit: () => stop(state === "shut down" ? exit.done : exit.problems),
    "textDocument/didOpen": open,
    "textDocument/didChange": change,
    "textDocument/didSave": save,
    "textDocument/didClose": close,
    "workspace/didChangeWatchedFiles": rejudge,
  };

  watch(editor);
  if (state === "new") connection.listen();

  /** Once all that was said is heard: what was typed since makes an older text not worth a look. */
  function goOn(): void {
    if (handled !== reader.count) return;
    if (isOver) stop(exit.failed, gone);
    else void show().then(() => reader.goOn());
  }

  async function answer(method: string, params: unknown, token: { isCancellationRequested: boolean }) {
    const handler = Object.hasOwn(requests, method) ? requests[method] : undefined;
    if (state === "new" && method !== "initialize")
      return refusal(notInitialized, "`initialize` comes first");
    if (state !== "new" && (method === "initialize" || state !== "ready"))
      return refusal(invalidRequest, `${method} comes too late`);
    if (!handler) return refusal(methodNotFound, `there is no ${method} here`);
    if (token.isCancellationRequested) return refusal(requestCancelled, "it was taken back");
    const result = await handler(params as never);
    return token.isCancellationRequested ? refusal(requestCancelled, "it was taken back") : result;
  }

  function take(method: string, params: unknown): void {
    const handler = Object.hasOwn(notifications, method) ? notifications[method] : undefined;
    if (method === "exit" || state === "ready") handler?.(params as never);
  }

  function initialize({ processId, capabilities = {} }: Partial<InitializeParams>): InitializeResult {
    state = "ready";
    watch(processId ?? undefined);
    can = abilitiesOf(capabilities);
    encoding = encodingOf(capabilities);
    return {
      serverInfo: { name: "northstar", version },
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: 2, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [" ", "-", "#"] },
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: can.prepareRename ? { prepareProvider: true } : true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        codeLensProvider: {},
        codeActionProvider: { codeActionKinds: ["quickfix", "source.fixAll.northstar"] },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: false },
          ...(can.pages && { textDocumentContent: { schemes: [pageScheme] } }),
        },
      },
    };
  }

  function open({ textDocument: { uri, version, text } }: DidOpenTextDocumentParams): void {
    forget(uri);
    const file = new OpenFile(uri, version, text, encoding);
    files.set(uri, file);
    unshown.add(file);
  }

  function change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const file = files.get(uri);
    if (!file || !Array.isArray(contentChanges) || !contentChanges.every(isChange)) return;
    file.change(version, contentChanges);
    unshown.add(file);
  }

  function save({ textDocument: { uri } }: DidSaveTextDocumentParams): void {
    const { path = "" } = files.get(uri) ?? {};
    if (path.endsWith(configName) || path.endsWith(shortName)) rejudge();
  }

  function close({ textDocument: { uri } }: DidCloseTextDocumentParams): void {
    if (forget(uri)) publish(uri, null, []);
  }

  function forget(uri: string): boolean {
    const file = files.get(uri);
    if (!file) return false;
    files.delete(uri);
    judged.delete(file);
    unshown.delete(file);
    return true;
  }

  /** What counts for the open files may have changed. */
  function rejudge(): void {
    configs = undefined;
    judged.clear();
    for (const file of files.values()) unshown.add(file);
  }

  /** Judges what has changed and shows it, the file that changed last at the end. */
  async function show(): Promise<void> {
    if (isShowing) return;
    isShowing = true;
    for (const file of unshown) {
      unshown.delete(file);
      const { version } = file;
      const found = await judge(file);
      if (files.get(file.uri) === file && file.version === version)
        publish(file.uri, version, found ? diagnosticsOf(file, found.problems, can) : []);
    }
    isShowing = false;
  }

  function judge(file: OpenFile): Promise<Judgement | undefined> {
    const known = judged.get(file);
    if (known?.version === file.version) return known.found;
    const found = judgeOpen(world, configsNow(), file).catch((error: unknown) => {
      tell(`${file.uri}: ${errorMessage(error)}`);
      return undefined;
    });
    judged.set(file, { version: file.version, found });
    return found;
  }

  function configsNow(): Configs {
    const now = process.uptime();
    if (!configs || now > configs.until)
      configs = { value: configsOf(withoutMessages(world), {}), until: now + freshness };
    return configs.value;
  }

  /** Answers what is asked about an open file; what does so is loaded with the first question. */
  function about(name: keyof typeof answers) {
    return async (params: { textDocument?: { uri?: unknown } }) => {
      if (typeof params?.textDocument?.uri !== "string") return refusal(invalidParams, "it names no file");
      try {
        const { [name]: call } = await import("./answers.js");
        return await call({ world, can, configs: configsNow(), lookUp, open: openAt }, params as never);
      } catch (error) {
        if (error instanceof Failure) return refusal(invalidParams, error.message);
        throw error;
      }
    };
  }

  async function lookUp({ uri }: { uri: string }) {
    const file = files.get(uri);
    const found = file && (await judge(file));
    return found && { file, found };
  }

  function openAt(path: string): OpenFile | undefined {
    return [...files.values()].find((file) => file.path === path);
  }

  function publish(uri: string, version: number | null, diagnostics: unknown[]): void {
    const params = { uri, ...(version !== null && { version }), diagnostics };
    void connection.sendNotification("textDocument/publishDiagnostics", params);
  }

  /** A configuration that is saved by other means than the editor counts at once where the editor tells of it. */
  function watchConfigurations(): void {
    if (!can.watch) return;
    const watchers = [{ globPattern: "**/northstar.config.{yaml,yml}" }];
    const method = "workspace/didChangeWatchedFiles";
    const registrations = [{ id: "configurations", method, registerOptions: { watchers } }];
    connection.sendRequest("client/registerCapability", { registrations }).catch(() => {});
  }

  function tell(message: string): void {
    printMessage(world, message);
    if (state === "ready") void connection.sendNotification("window/logMessage", { type: 1, message });
  }

  function logger() {
    const quiet = () => {};
    return { error: (message: string) => printMessage(world, message), warn: quiet, info: quiet, log: quiet };
  }

  /** Ends when the process of the editor does, whatever it has left open. */
  function watch(id: number | undefined): void {
    if (id === undefined || pulse) return;
    const look = () => {
      try {
        process.kill(id, 0);
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ESRCH") stop(exit.failed, gone);
      }
    };
    pulse = setInterval(look, heartbeat);
    look();
  }

  function stop(code: number, reason?: string): void {
    if (state === "ended") return;
    const isOver = state === "shut down";
    state = "ended";
    clearInterval(pulse);
    reader.dispose();
    if (reason !== undefined && !isOver) printMessage(world, reason);
    done(isOver ? exit.done : code);
  }
}

function isChange(change: TextDocumentContentChangeEvent): boolean {
  return typeof change?.text === "string" && (!("range" in change) || change.range?.end !== undefined);
}

function refusal(code: number, message: string): ResponseError<void> {
  return new ResponseError(code, message);
}

/** The page of a rule, by the address that diagnostics give. */
async function pageOf(uri: string): Promise<string> {
  const { ruleBlocks } = await import("../../../language/hover.js");
  const [, rule = ""] = /\/([a-z-]+)\.md$/.exec(uri) ?? [];
  const blocks = ruleBlocks(rule);
  return blocks.length > 0 ? `${[`# ${rule}`, ...blocks].join("\n\n")}\n` : "";
}
