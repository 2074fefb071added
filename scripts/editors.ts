/**
 * How fast the language server is, beside the YAML language server on the same text and edits: `npm run bench --
 * --editors`. Times are taken by the client, from writing a message until the answer to it has been read.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bareIn, env, folder, ratioOf, rounded, timed } from "./timing.js";

const peer = { name: "yaml-language-server", version: "2.0.0" };

/** A language server that is started for a measurement. */
interface Server {
  name: string;
  command: readonly string[];
}

type Message = { id?: number; method?: string; params?: { uri?: string; version?: number } };

/** The other end of a server's streams. */
class Client {
  readonly child: ChildProcess;
  private readonly waiting: ((message: Message) => void)[] = [];
  private chunks = Buffer.alloc(0);

  constructor({ command: [file = "", ...args] }: Server) {
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

  /** The next message that passes a test. */
  next(test: (message: Message) => boolean): Promise<Message> {
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
    const shown = this.next(
      ({ method, params }) => method === "textDocument/publishDiagnostics" && params?.uri === uri,
    );
    const initialize = { processId: process.pid, rootUri: null, capabilities: {} };
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    this.send(
      { id: 1, method: "initialize", params: initialize },
      { method: "initialized", params: {} },
      { method: "textDocument/didOpen", params: { textDocument } },
    );
    await shown;
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
      if (message.id !== undefined && message.method !== undefined) this.answer(message.id, message.method);
    }
  }

  /** What servers ask their editor: nothing is configured. */
  private answer(id: number, method: string): void {
    this.send({ id, result: method === "workspace/configuration" ? [{}, {}, {}, {}, {}] : null });
  }
}

/** The servers: northstar's own, and the other, installed for once. */
function servers(): [own: Server, other: Server] {
  const home = join(folder, "editors");
  mkdirSync(home, { recursive: true });
  writeFileSync(
    join(home, "package.json"),
    JSON.stringify({ private: true, dependencies: { [peer.name]: peer.version } }),
  );
  const npm = [process.env.npm_execpath ?? "", "install", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { status, stderr } = spawnSync(process.execPath, npm, { cwd: home, encoding: "utf8" });
  if (status !== 0) throw new Error(`${peer.name} cannot be installed: ${stderr}`);
  const program = join(home, "node_modules", peer.name, "bin/yaml-language-server");
  return [
    { name: "northstar lsp", command: [process.execPath, resolve("bin/northstar.js"), "lsp", "--stdio"] },
    { name: `${peer.name} ${peer.version}`, command: [process.execPath, program, "--stdio"] },
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

/** Milliseconds from each keystroke until its diagnostics: a letter is typed into the definition, and taken out again. */
async function keystrokes(
  client: Client,
  text: string,
  uri: string,
  count: number,
  first = 2,
): Promise<number[]> {
  const lines = text.split("\n");
  const line = lines.findIndex((each) => each.startsWith("definition:"));
  const character = (lines[line] ?? "").length;
  const place = { line, character };
  const times: number[] = [];
  for (let version = first; version < first + count; version += 1) {
    const isTyped = version % 2 === 0;
    const range = { start: place, end: isTyped ? place : { line, character: character + 1 } };
    const shown = client.next(
      ({ method, params }) => method === "textDocument/publishDiagnostics" && params?.uri === uri,
    );
    const begin = performance.now();
    const textDocument = { uri, version };
    client.send({
      method: "textDocument/didChange",
      params: { textDocument, contentChanges: [{ range, text: isTyped ? "x" : "" }] },
    });
    await shown;
    times.push(performance.now() - begin);
  }
  return times;
}

/** What a process has of the memory, in MiB. */
function memoryOf({ child: { pid } }: Client): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

/** The rows of the table: what, northstar, its aim, the other, how much further ahead. */
export async function editorTable(star: string, long: string, mostRuns: number): Promise<string[]> {
  const [own, other] = servers();
  const schema = pathToFileURL(resolve("schemas/northstar.schema.json"));
  const uri = pathToFileURL(join(folder, "editor", "northstar.yaml")).href;
  // The other server finds the schema by this line; northstar passes over it.
  const withSchema = (text: string) => `# yaml-language-server: $schema=${schema}\n${text}`;
  const bare: number[] = [];
  const starts: number[][] = [[], []];
  await untilFirst(own, withSchema(star), uri);
  for (let turn = 0; turn < Math.min(11, mostRuns); turn += 1) {
    bare.push(timed(bareIn(".")));
    for (const [index, server] of [own, other].entries())
      starts[index]?.push(await untilFirst(server, withSchema(star), uri));
  }
  const [ours = [], theirs = []] = starts;
  const rows: string[] = [];
  const tell = (row: string) => {
    console.error(row);
    rows.push(row);
  };
  for (const row of [
    "| what | northstar | aim | yaml-language-server | northstar is ahead by |",
    "| --- | --: | --: | --: | --: |",
    `| start to first diagnostics, × bare node | ${rounded(ratioOf(ours, bare))} | 3 | ${rounded(ratioOf(theirs, bare))} | ${rounded(ratioOf(theirs, ours))} × |`,
  ])
    tell(row);
  const typed = async (server: Server, text: string, count: number) => {
    const client = new Client(server);
    await client.open(withSchema(text), uri);
    await keystrokes(client, withSchema(text), uri, count >> 1);
    const times = await keystrokes(client, withSchema(text), uri, count, 2 + (count >> 1));
    await client.close();
    return times;
  };
  for (const [name, text, count, aims] of [
    ["75 lines", star, 400, ["5", "15"]],
    ["5,000 lines", long, 60, ["60", ""]],
  ] as const) {
    const mine = await typed(own, text, Math.min(count, mostRuns * 40));
    const yours = await typed(other, text, Math.min(count >> 2, mostRuns * 40));
    for (const [word, share, aim] of [
      ["median", 0.5, aims[0]],
      ["99 of 100", 0.99, aims[1]],
    ] as const) {
      const [a, b] = [percentile(mine, share), percentile(yours, share)];
      tell(
        `| keystroke to diagnostics, ${name}, ${word}, ms | ${a.toFixed(1)} | ${aim} | ${b.toFixed(1)} | ${rounded(b / a)} × |`,
      );
    }
  }
  const client = new Client(own);
  await client.open(star, uri);
  // Until then, more and more of the program is compiled.
  await keystrokes(client, star, uri, 3000);
  const before = memoryOf(client);
  await keystrokes(client, star, uri, 10_000, 3002);
  tell(
    `| memory after 10,000 more edits, MiB | + ${Math.max(0, memoryOf(client) - before).toFixed(1)} | + 10 | | |`,
  );
  await client.close();
  return rows;
}
