/** An editor for `northstar lsp`: the protocol's own client library at the other end of two streams. */
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import { placesIn } from "../../src/cli/commands/lsp/places.js";
import { applyEdits } from "../../src/file/patch.js";
import { northstar, type Ran, type Setting } from "./world.js";

/** All that an editor can do. */
export const able: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { snippetSupport: true } },
  },
  workspace: {
    textDocumentContent: {},
    workspaceEdit: {
      documentChanges: true,
      snippetEditSupport: true,
      resourceOperations: ["create", "rename", "delete"],
    },
  },
};

export interface Editor {
  connection: ProtocolConnection;
  server: InitializeResult;
  /** What the server has published, in order. */
  published: PublishDiagnosticsParams[];
  /** Opens a text and gives what is found in it. */
  open(path: string, text: string): Promise<Diagnostic[]>;
  /** Puts another text in its place, and gives what is found. */
  replace(path: string, text: string): Promise<Diagnostic[]>;
  /** The next diagnostics of a file. */
  next(path: string): Promise<PublishDiagnosticsParams>;
  /** Says goodbye; how the server ended. */
  close(): Promise<Ran>;
}

export const uriOf = (path: string) => pathToFileURL(path).href;

/** Starts a server in this process. */
export async function editor(
  capabilities: ClientCapabilities = able,
  { args = [], ...setting }: Setting & { args?: readonly string[] } = {},
): Promise<Editor> {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const ran = northstar(["lsp", ...args], { ...setting, stdin, stdout });
  const connection = createProtocolConnection(
    new StreamMessageReader(stdout),
    new StreamMessageWriter(stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  const waiting: { uri: string; resolve(params: PublishDiagnosticsParams): void }[] = [];
  const versions = new Map<string, number>();
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    published.push(params);
    const index = waiting.findIndex(({ uri }) => uri === params.uri);
    if (index >= 0) waiting.splice(index, 1)[0]?.resolve(params);
  });
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  const server = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities,
  });
  await connection.sendNotification("initialized", {});
  const next = (path: string) =>
    new Promise<PublishDiagnosticsParams>((resolve) => waiting.push({ uri: uriOf(path), resolve }));
  return {
    connection,
    server,
    published,
    next,
    async open(path, text) {
      const shown = next(path);
      const uri = uriOf(path);
      versions.set(uri, 1);
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "yaml", version: 1, text },
      });
      return (await shown).diagnostics;
    },
    async replace(path, text) {
      const shown = next(path);
      const uri = uriOf(path);
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      await connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
      return (await shown).diagnostics;
    },
    async close() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const ended = await ran;
      connection.dispose();
      return ended;
    },
  };
}

/** The text after an edit of one file. */
export function edited(text: string, edit: WorkspaceEdit | undefined, uri: string): string {
  const edits: TextEdit[] = [
    ...(edit?.changes?.[uri] ?? []),
    ...(edit?.documentChanges ?? []).flatMap((change) =>
      "edits" in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : [],
    ),
  ];
  const places = placesIn(text, "utf-16");
  return applyEdits(
    text,
    edits.map((each) => ({
      start: places.offsetOf(each.range.start),
      end: places.offsetOf(each.range.end),
      text: "snippet" in each ? String(Object(each.snippet).value) : each.newText,
    })),
  );
}
