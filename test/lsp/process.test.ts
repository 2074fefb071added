/** The built server as a process: whatever becomes of its editor, it does not stay behind. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { afterEach, beforeAll, expect, test } from "vitest";

const program = new URL("../../bin/northstar.js", import.meta.url).pathname;
const running = new Set<ChildProcess>();

beforeAll(() => {
  if (!existsSync("dist/vscode-jsonrpc.cjs")) throw new Error("There is no dist; run `npm run build` first");
});

afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});

function start(command: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, command, { stdio: ["pipe", "pipe", "pipe"] });
  running.add(child);
  return child;
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));

const message = (method: string, params: object, id?: number) => {
  const text = JSON.stringify({ jsonrpc: "2.0", ...(id !== undefined && { id }), method, params });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = "";
    child.stdout?.on("data", (chunk) => {
      said += chunk;
      if (said.includes("\n")) resolve(said.split("\n", 1)[0] ?? "");
    });
  });
}

async function isGone(id: number): Promise<boolean> {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      process.kill(id, 0);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** An editor that never reads what it is told. */
const deafEditor = `
  const { spawn } = require("node:child_process");
  const server = spawn(process.execPath, [${JSON.stringify(program)}, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  console.log(server.pid);
  process.stdin.pipe(server.stdin);`;

test("an editor that is killed leaves no server behind, even one that has much to say to it", {
  timeout: 60_000,
}, async () => {
  const editor = start(["-e", deafEditor]);
  const server = Number(await firstLine(editor));
  const text = "name: [\n";
  editor.stdin?.write(message("initialize", { processId: null, capabilities: {} }, 1));
  for (let version = 0; version < 400; version += 1) {
    const textDocument = {
      uri: `file:///stars/${version}/northstar.yaml`,
      languageId: "yaml",
      version: 1,
      text,
    };
    editor.stdin?.write(message("textDocument/didOpen", { textDocument }));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(() => process.kill(server, 0)).not.toThrow();
  editor.kill("SIGKILL");
  expect(await isGone(server)).toBe(true);
});

test("a server ends when the process of its editor is gone, whoever still holds its input", {
  timeout: 60_000,
}, async () => {
  const editor = start(["-e", "setInterval(() => {}, 1000)"]);
  const server = start([program, "lsp", `--clientProcessId=${editor.pid}`]);
  let stderr = "";
  server.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  server.stdin?.write(message("initialize", { processId: editor.pid, capabilities: {} }, 1));
  await new Promise((resolve) => server.stdout?.once("data", resolve));
  editor.kill("SIGKILL");
  expect(await ended(server)).toBe(2);
  expect(stderr).toBe("northstar: the editor is gone without a word\n");
});

test("a server whose editor is gone before it said a word ends, whoever still holds its input", {
  timeout: 60_000,
}, async () => {
  const editor = start(["-e", "0"]);
  await ended(editor);
  expect(await ended(start([program, "lsp", `--clientProcessId=${editor.pid}`]))).toBe(2);
});

test("the first message may come in pieces", { timeout: 60_000 }, async () => {
  const server = start([program, "lsp"]);
  const text = message("initialize", { processId: process.pid, capabilities: {} }, 1);
  for (const piece of [text.slice(0, 9), text.slice(9, 40), text.slice(40, -1)]) {
    server.stdin?.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.stdin?.write(text.slice(-1) + message("shutdown", {}, 2));
  server.stdin?.write(message("exit", {}));
  expect(await ended(server)).toBe(0);
});

test("after a goodbye the process ends at once, though its input is open", { timeout: 60_000 }, async () => {
  const server = start([program, "lsp"]);
  server.stdin?.write(message("initialize", { processId: process.pid, capabilities: {} }, 1));
  server.stdin?.write(message("shutdown", {}, 2));
  server.stdin?.write(message("exit", {}));
  expect(await ended(server)).toBe(0);
});

test("nothing but messages comes out of it", { timeout: 60_000 }, async () => {
  const server = start([program, "lsp"]);
  let out = "";
  server.stdout?.on("data", (chunk) => {
    out += chunk;
  });
  server.stdin?.end("GET / HTTP/1.1\r\n\r\n");
  expect(await ended(server)).toBe(2);
  expect(out).toBe("");
});
