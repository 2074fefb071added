/**
 * How fast the language server is, beside the YAML language server and ESLint's on the same text and edits: `npm run
 * bench -- --editors`. Times are taken by the client, from writing a message until the answer to it has been read.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bareIn, env, folder, ratioOf, rounded, timed } from "./timing.js";

/** What is installed to be measured: the YAML language server, and the server of VS Code's ESLint with what it loads. */
const peers = {
  "yaml-language-server": "2.0.0",
  "vscode-langservers-extracted": "4.10.0",
  eslint: "10.15.0",
  "eslint-plugin-yml": "3.10.0",
};

/** A language server that is started for a measurement. */
interface Server {
  name: string;
  command: readonly string[];
  /** Whether it tells diagnostics only to those who ask. */
  isAsked?: boolean;
  /** What it gets for each part of the editor's configuration that it wants to know. */
  settings?: object;
}

type Message = { id?: number; method?: string; params?: { uri?: string; items?: unknown[] } };

/** The other end of a server's streams. */
class Client {
  readonly child: ChildProcess;
  /** Of the text that is open. */
  version = 1;
  private readonly waiting: ((message: Message) => void)[] = [];
  private chunks = Buffer.alloc(0);
  private readonly server: Server;
  private questions = 2;

  constructor(server: Server) {
    this.server = server;
    const [file = "", ...args] = server.command;
    const cache = { XDG_CACHE_HOME: join(folder, "cache") };
    this.child = spawn(file, args, { stdio: ["pipe", "pipe", "ignore"], env: { ...env, ...cache } });
    this.child.setMaxListeners(0);
    this.child.stdout?.on("data", (chunk: Buffer) => this.read(chunk));
  }

  /** Several messages go out as one, as an editor that starts sends them. */
  send(...messages: object[]): void {
    const texts = messages.map((each) => JSON.stringify({ jsonrpc: "2.0", ...each }));
    this.child.stdin?.write(
      texts.map((text) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`).join(""),
    );
  }

  /** Sends messages; resolves at the first diagnostics after them. */
  async look(uri: string, ...messages: object[]): Promise<void> {
    if (this.server.isAsked) {
      this.questions += 1;
      const id = this.questions;
      const shown = this.next((message) => message.id === id && message.method === undefined);
      this.send(...messages, { id, method: "textDocument/diagnostic", params: { textDocument: { uri } } });
      await shown;
    } else {
      const shown = this.next(
        ({ method, params }) => method === "textDocument/publishDiagnostics" && params?.uri === uri,
      );
      this.send(...messages);
      await shown;
    }
  }

  /** The next message that passes a test. */
  private next(test: (message: Message) => boolean): Promise<Message> {
    return new Promise((done, fail) => {
      this.child.once("exit", (code) => fail(new Error(`a server ended with ${code} before it answered`)));
      const look = (message: Message) => {
        if (!test(message)) return;
        this.waiting.splice(this.waiting.indexOf(look), 1);
        done(message);
      };
      this.waiting.push(look);
    });
  }

  async open(text: string, uri: string): Promise<void> {
    const initialize = { processId: process.pid, rootUri: null, capabilities: {} };
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    await this.look(
      uri,
      { id: 1, method: "initialize", params: initialize },
      { method: "initialized", params: {} },
      { method: "textDocument/didOpen", params: { textDocument } },
    );
  }

  async close(): Promise<void> {
    const ended = new Promise((done) => this.child.once("exit", done));
    this.send({ id: 2, method: "shutdown" }, { method: "exit" });
    const patience = setTimeout(() => this.child.kill(), 2000);
    await ended;
    clearTimeout(patience);
  }

  private read(chunk: Buffer): void {
    this.chunks = Buffer.concat([this.chunks, chunk]);
    for (;;) {
      const end = this.chunks.indexOf("\r\n\r\n");
      const length = Number(
        /Content-Length: (\d+)/.exec(this.chunks.toString("latin1", 0, Math.max(end, 0)))?.[1],
      );
      if (end < 0 || this.chunks.length < end + 4 + length) return;
      const message = JSON.parse(this.chunks.toString("utf8", end + 4, end + 4 + length)) as Message;
      this.chunks = this.chunks.subarray(end + 4 + length);
      for (const look of [...this.waiting]) look(message);
      if (message.method !== undefined) this.answer(message);
    }
  }

  /** What servers ask their editor. */
  private answer({ id, method, params }: Message): void {
    if (id === undefined) return;
    const { settings = {} } = this.server;
    this.send({
      id,
      result: method === "workspace/configuration" ? (params?.items ?? []).map(() => settings) : null,
    });
  }
}

/** The servers: northstar's own, and the others, installed for once in `home`. */
function servers(home: string): [own: Server, yaml: Server, eslint: Server] {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), JSON.stringify({ private: true, dependencies: peers }));
  writeFileSync(
    join(home, "eslint.config.mjs"),
    'import yml from "eslint-plugin-yml";\nexport default yml.configs.recommended;\n',
  );
  const npm = [process.env.npm_execpath ?? "", "install", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { status, stderr } = spawnSync(process.execPath, npm, { cwd: home, encoding: "utf8" });
  if (status !== 0) throw new Error(`the other servers cannot be installed: ${stderr}`);
  const installed = (program: string) => [process.execPath, join(home, "node_modules", program), "--stdio"];
  return [
    { name: "northstar lsp", command: [process.execPath, resolve("bin/northstar.js"), "lsp", "--stdio"] },
    { name: "yaml-language-server", command: installed("yaml-language-server/bin/yaml-language-server") },
    {
      name: "eslint",
      command: installed("vscode-langservers-extracted/bin/vscode-eslint-language-server"),
      isAsked: true,
      settings: {
        validate: "on",
        run: "onType",
        nodePath: home,
        workingDirectory: { directory: home },
        options: {},
        problems: {},
        rulesCustomizations: [],
        experimental: {},
      },
    },
  ];
}

/** Milliseconds from the start of the process until the first diagnostics. */
async function untilFirst(server: Server, text: string, uri: string): Promise<number> {
  const begin = performance.now();
  const client = new Client(server);
  await client.open(text, uri);
  const took = performance.now() - begin;
  await client.close();
  return took;
}

/** What is typed at the end of the definition, letter by letter; the next keystroke takes it out again. */
const typedWords = " and who did so on purpose";

/** Milliseconds from each keystroke until its diagnostics. */
async function keystrokes(client: Client, text: string, uri: string, count: number): Promise<number[]> {
  const lines = text.split("\n");
  const head = lines.findIndex((each) => each.startsWith("definition:"));
  const below = lines.findIndex((each, index) => index > head && /^\S/.test(each));
  const place = { line: below - 1, character: (lines[below - 1] ?? "").length };
  const times: number[] = [];
  let typed = 0;
  for (let stroke = 0; stroke < count || typed > 0; stroke += 1) {
    const here = { ...place, character: place.character + typed };
    const isTyped = typed < typedWords.length && stroke < count;
    const range = { start: isTyped ? here : place, end: here };
    const begin = performance.now();
    client.version += 1;
    const textDocument = { uri, version: client.version };
    const contentChanges = [{ range, text: isTyped ? typedWords.charAt(typed) : "" }];
    await client.look(uri, { method: "textDocument/didChange", params: { textDocument, contentChanges } });
    times.push(performance.now() - begin);
    typed = isTyped ? typed + 1 : 0;
  }
  return times;
}

/** What a process has of the memory, in MiB. */
function memoryOf({ child: { pid } }: Client): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

/** The rows of the table: what, northstar, its aim, and each other with how far northstar is ahead of it. */
export async function editorTable(star: string, long: string, mostRuns: number): Promise<string[]> {
  const home = join(folder, "editors");
  const [own, ...others] = servers(home);
  const schema = pathToFileURL(resolve("schemas/northstar.schema.json"));
  const uri = pathToFileURL(join(home, "northstar.yaml")).href;
  // The YAML language server finds the schema by this line; the others pass over it.
  const withSchema = (text: string) => `# yaml-language-server: $schema=${schema}\n${text}`;
  const rows: string[] = [];
  const tell = (...cells: string[]) => {
    const row = `| ${cells.join(" | ")} |`;
    console.error(row);
    rows.push(row);
  };
  tell("what", "northstar", "aim", ...others.flatMap(({ name }) => [name, "× as long"]));
  tell("---", "--:", "--:", ...others.flatMap(() => ["--:", "--:"]));

  const all = [own, ...others];
  const bare: number[] = [];
  const starts = all.map((): number[] => []);
  await untilFirst(own, withSchema(star), uri);
  for (let turn = 0; turn < Math.min(11, mostRuns); turn += 1) {
    bare.push(timed(bareIn(".")));
    for (const [index, server] of all.entries())
      starts[index]?.push(await untilFirst(server, withSchema(star), uri));
  }
  const [ours = [], ...theirs] = starts;
  tell(
    "start to first diagnostics, × bare node",
    rounded(ratioOf(ours, bare)),
    "3",
    ...theirs.flatMap((taken) => [rounded(ratioOf(taken, bare)), rounded(ratioOf(taken, ours))]),
  );

  const typed = async (server: Server, text: string, count: number) => {
    const client = new Client(server);
    await client.open(withSchema(text), uri);
    await keystrokes(client, withSchema(text), uri, count >> 1);
    const times = await keystrokes(client, withSchema(text), uri, count);
    await client.close();
    return times;
  };
  for (const [name, text, count, aims] of [
    ["75 lines", star, 400, ["5", "15"]],
    ["5,000 lines", long, 60, ["60", ""]],
  ] as const) {
    const mine = await typed(own, text, Math.min(count, mostRuns * 40));
    const yours: number[][] = [];
    for (const other of others) yours.push(await typed(other, text, Math.min(count >> 2, mostRuns * 40)));
    for (const [word, share, aim] of [
      ["median", 0.5, aims[0]],
      ["99 of 100", 0.99, aims[1]],
    ] as const) {
      const own = percentile(mine, share);
      tell(
        `keystroke to diagnostics, ${name}, ${word}, ms`,
        own.toFixed(1),
        aim,
        ...yours
          .map((times) => percentile(times, share))
          .flatMap((other) => [other.toFixed(1), rounded(other / own)]),
      );
    }
  }

  const client = new Client(own);
  await client.open(star, uri);
  // Until then, more and more of the program is compiled.
  await keystrokes(client, star, uri, 3000);
  const before = memoryOf(client);
  await keystrokes(client, star, uri, 10_000);
  const grown = Math.max(0, memoryOf(client) - before);
  tell(
    "memory after 10,000 more edits, MiB",
    `+ ${grown.toFixed(1)}`,
    "+ 10",
    ...others.flatMap(() => ["", ""]),
  );
  await client.close();
  return rows;
}
