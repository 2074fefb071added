/** The YAML language server beside northstar's: what it shows of the schema, and that nothing is said twice. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { formatTable } from "../../src/file/fields.computed.js";
import { editor } from "../support/editor.js";
import { folderWith } from "../support/folder.js";

const schemas = {
  "northstar.json": "schemas/northstar.schema.json",
  "northstar.config.json": "schemas/config.schema.json",
};

test.each(Object.entries(schemas))("%s is ready for a store of schemas", (name, path) => {
  const schema = JSON.parse(readFileSync(path, "utf8"));
  expect(schema.$id).toBe(`https://www.schemastore.org/${name}`);
  expect(() => new Ajv({ strict: true, allowUnionTypes: true }).compile(schema)).not.toThrow();
  expect(JSON.stringify(schema)).not.toMatch(/"(?:title|examples|format)":(?!\{)/);
});

/** `npx` brings it: .ci/run says which. */
const server = process.env.NORTHSTAR_YAML_SERVER;

const head = `name: Weekly Learning Users
definition: Number of users who share a learning that at least two other people consume in a week.
game: productivity
inputs:
  - name: Broadcasted Learnings
    definition: Charts and dashboards consumed by two or more people in seven days.
`;

describe.skipIf(!server)("the YAML language server", () => {
  let child: ChildProcess;
  let connection: ProtocolConnection;
  let count = 0;
  const validating = { validate: true };
  const shown = new Map<string, Diagnostic[]>();

  beforeAll(async () => {
    child = spawn("npx", ["-y", "-p", server ?? "", "yaml-language-server", "--stdio"], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    if (!child.stdout || !child.stdin) throw new Error("it has no streams");
    connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest("workspace/configuration", ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => (section === "yaml" ? settings() : null)),
    );
    connection.onRequest("client/registerCapability", () => null);
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
      shown.set(uri, diagnostics);
    });
    connection.listen();
    const capabilities = {
      workspace: { configuration: true },
      textDocument: {
        hover: { contentFormat: ["markdown" as const] },
        completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown" as const] } },
      },
    };
    await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities });
    await connection.sendNotification("initialized", {});
    await configure(true);
    // It answers before it knows the schema.
    for (let tries = 0; tries < 100 && !(await ask(head.replace("game", "ga^me"), "hover")); tries += 1)
      await new Promise((done) => setTimeout(done, 100));
  }, 120_000);

  afterAll(() => {
    connection.dispose();
    child.kill();
  });

  function settings() {
    const url = pathToFileURL(join(process.cwd(), schemas["northstar.json"])).href;
    return {
      ...validating,
      schemas: { [url]: ["*.yaml"] },
      schemaStore: { enable: false },
      hover: true,
      completion: true,
    };
  }

  async function configure(validate: boolean): Promise<void> {
    validating.validate = validate;
    await connection.sendNotification("workspace/didChangeConfiguration", { settings: { yaml: settings() } });
  }

  /** Opens a text, and asks what is at `^`. */
  async function ask<T>(marked: string, method: string): Promise<T> {
    const uri = open(marked.replace("^", ""));
    const before = marked.slice(0, marked.indexOf("^")).split("\n");
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return await connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, position });
  }

  function open(text: string): string {
    count += 1;
    const uri = `file:///tmp/beside/${count}.northstar.yaml`;
    void connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    });
    return uri;
  }

  async function diagnosed(text: string): Promise<string[]> {
    const uri = open(text);
    for (let tries = 0; tries < 200 && !shown.has(uri); tries += 1)
      await new Promise((done) => setTimeout(done, 50));
    return (shown.get(uri) ?? []).map(({ message }) => String(message));
  }

  test("shows what a key means, and heads it with no title", { timeout: 60_000 }, async () => {
    for (const [marked, words] of [
      [head.replace("game", "ga^me"), "The one game"],
      [head.replace("  definition", "  defin^ition"), "Precisely how the Input is counted"],
      [`${head}review:\n  la^st: 2026-09-01\n`, "The day of the last review"],
    ] as const) {
      const { contents } = await ask<Hover>(marked, "hover");
      expect((contents as { value: string }).value.startsWith(words)).toBe(true);
    }
  });

  test("completes keys with their colons, and no title or example among them", {
    timeout: 60_000,
  }, async () => {
    const { items } = await ask<{ items: CompletionItem[] }>("^", "completion");
    const keys = items.filter(({ kind }) => kind === 10).map(({ label }) => label);
    expect(keys.sort()).toEqual(
      Object.keys(formatTable)
        .filter((key) => !key.includes("."))
        .sort(),
    );
    // What YAML 1.1 takes for a truth value is quoted.
    for (const { insertText, label } of items.filter(({ kind }) => kind === 10))
      expect(insertText, label).toMatch(new RegExp(`^"?${label}"?:`));
    for (const place of [
      "owner: ^",
      "checklist: ^",
      "bets:\n  - level: 1\n    expect: ^",
      "bets:\n  - level: 1\n    rank: ^",
    ]) {
      const answer = await ask<{ items: CompletionItem[] } | null>(`${head}${place}\n`, "completion");
      expect(answer?.items ?? [], place).toEqual([]);
    }
    const games = await ask<{ items: CompletionItem[] }>(head.replace("productivity", "^"), "completion");
    expect(games.items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["attention", "transaction", "productivity"]),
    );
  });

  const wrong = `${head}bogus: 1\nreview: { last: 2026-02-30 }\n`;

  test("says the same of a mistake where it validates, and nothing where the docs say that it should not", {
    timeout: 60_000,
  }, async () => {
    const client = await editor();
    const path = join(folderWith(), "northstar.yaml");
    const own = (await client.open(path, wrong)).map(({ code }) => code);
    expect(own).toContain("unknown-key");
    await client.close();
    expect(await diagnosed(head)).toEqual([]);
    expect(await diagnosed(wrong)).toEqual(["Property bogus is not allowed."]);
    expect(readFileSync("docs/editors.md", "utf8")).toContain('"yaml.validate": false');
    await configure(false);
    expect(await diagnosed(`${wrong}# again\n`)).toEqual([]);
    const { contents } = await ask<Hover>(head.replace("game", "ga^me"), "hover");
    expect((contents as { value: string }).value).toContain("The one game");
  });

  test("takes a day that there is not, which northstar does not", { timeout: 60_000 }, async () => {
    await configure(true);
    const dated = `${head}review: { last: 2026-02-30 }\n`;
    expect(await diagnosed(dated)).toEqual([]);
    const client = await editor();
    const found = await client.open(join(folderWith(), "northstar.yaml"), dated);
    expect(found.map(({ code }) => code)).toContain("impossible-date");
    await client.close();
  });
});
