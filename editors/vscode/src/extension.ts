/** The extension: starts the language server, and has commands for what it cannot show. */
import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import * as vscode from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { showDocument } from "./preview.js";
import { asNode, type Program } from "./program.js";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const program = programOf(context);
  client = new LanguageClient("northstar", "North Star", serverOf(program), {
    // A configuration may call any YAML file a North Star; the server leaves all others alone.
    documentSelector: [{ language: "northstar" }, { scheme: "file", language: "yaml" }],
  });
  context.subscriptions.push(
    vscode.commands.registerCommand("northstar.preview", () => showDocument(context, program)),
    vscode.commands.registerCommand("northstar.init", () => askQuestions(program)),
    vscode.commands.registerCommand("northstar.restart", () => client?.restart()),
  );
  await client.start();
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

/** The program that the settings name, or the one that comes with the extension. */
function programOf(context: vscode.ExtensionContext): Program {
  const named = vscode.workspace.getConfiguration("northstar").get<string>("path") ?? "";
  if (named === "") return asNode(context.asAbsolutePath(join("out", "server", "bin", "northstar.js")));
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return {
    command: folder && !isAbsolute(named) ? join(folder.uri.fsPath, named) : named,
    args: [],
    env: {},
  };
}

function serverOf({ command, args, env }: Program): ServerOptions {
  const options = { env: { ...process.env, ...env } };
  return { command, args: [...args, "lsp"], options, transport: TransportKind.stdio };
}

/** Asks the questions of `init` in a terminal, and shows the file that comes of them: the terminal goes with its last word. */
async function askQuestions({ command, args, env }: Program): Promise<void> {
  const { window, workspace, commands, Uri } = vscode;
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) {
    const choose = "Open Folder";
    const message = "Open the folder first that northstar.yaml should be written in.";
    if ((await window.showInformationMessage(message, choose)) === choose)
      await commands.executeCommand("vscode.openFolder");
    return;
  }
  const file = Uri.joinPath(folder.uri, "northstar.yaml");
  const show = async () => {
    if (existsSync(file.fsPath)) await window.showTextDocument(file);
  };
  if (existsSync(file.fsPath)) {
    void window.showInformationMessage("This folder has a northstar.yaml already: here it is.");
    return show();
  }
  const words = { shellPath: command, shellArgs: [...args, "init"], env, cwd: folder.uri };
  const terminal = window.createTerminal({ name: "North Star", ...words });
  const closed = window.onDidCloseTerminal((each) => {
    if (each !== terminal) return;
    closed.dispose();
    void show();
  });
  terminal.show();
}
