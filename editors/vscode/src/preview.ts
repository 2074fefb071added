/** Documents of a North Star in a panel beside it. */
import { execFile } from "node:child_process";
import { basename } from "node:path";
import * as vscode from "vscode";
import type { Program } from "./program.js";

/** What can be shown, with what it is for. */
const documents: readonly (vscode.QuickPickItem & { label: string })[] = [
  { label: "one-pager", description: "what the North Star is" },
  { label: "tree", description: "how bets, Inputs and results hang together" },
  { label: "board", description: "what is worked on now" },
  { label: "roadmap", description: "bets now, next and later" },
  { label: "deck", description: "a talk of about ten slides" },
];

let panel: vscode.WebviewPanel | undefined;

/** Asks which document, and shows it of the North Star that is open, anew whenever a file is saved. */
export async function showDocument(context: vscode.ExtensionContext, program: Program): Promise<void> {
  const file = await fileToShow();
  if (!file) {
    const write = "Write One";
    const message = "There is no saved northstar.yaml here that could be shown.";
    if ((await vscode.window.showInformationMessage(message, write)) === write)
      await vscode.commands.executeCommand("northstar.init");
    return;
  }
  const chosen = await vscode.window.showQuickPick(documents, { placeHolder: "Which document?" });
  if (!chosen) return;
  panel?.dispose();
  const { label } = chosen;
  const shown = vscode.window.createWebviewPanel("northstar", `North Star: ${label}`, {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: true,
  });
  panel = shown;
  const draw = async () => {
    shown.webview.html = await drawn(program, file.fsPath, label);
  };
  const saved = vscode.workspace.onDidSaveTextDocument(() => draw());
  shown.onDidDispose(() => {
    saved.dispose();
    if (panel === shown) panel = undefined;
  });
  context.subscriptions.push(shown);
  await draw();
}

/** The North Star in front, or else one that is open or lies in the folder: the walkthrough is no text, and has none in front. */
async function fileToShow(): Promise<vscode.Uri | undefined> {
  const { window, workspace } = vscode;
  const { document } = window.activeTextEditor ?? {};
  if (document && canBeStar(document)) return document.uri;
  const open = workspace.textDocuments.find((each) => canBeStar(each) && each.languageId === "northstar");
  if (open) return open.uri;
  const [found] = await workspace.findFiles("**/{northstar.yaml,*.northstar.yaml}", "**/node_modules/**", 1);
  return found;
}

/** A configuration may call any YAML file a North Star. */
function canBeStar({ uri, languageId }: vscode.TextDocument): boolean {
  const isYaml = languageId === "northstar" || languageId === "yaml";
  return uri.scheme === "file" && isYaml && basename(uri.fsPath) !== "northstar.config.yaml";
}

/** The page of a document, or what keeps it from being drawn. It can do nothing but be looked at. */
function drawn({ command, args, env }: Program, file: string, name: string): Promise<string> {
  const words = [...args, "render", file, "--to", name, "--format", "html", "--draft", "--no-color"];
  const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(command, words, options, (error, page, reason) => {
      resolve(page ? closed(page) : plainPage(reason || error?.message || ""));
    });
  });
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;

function closed(page: string): string {
  return page.replace(/<head>/, `<head>${meta}`);
}

function plainPage(text: string): string {
  const safe = text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html><html><head>${meta}</head><body><pre>${safe}</pre></body></html>`;
}
