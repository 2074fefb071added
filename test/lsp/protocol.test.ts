/** The protocol itself: edits, versions, encodings, what is taken back, what comes too early, and what is no message. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { CancellationTokenSource } from "vscode-languageserver-protocol/node";
import { able, editor, uriOf } from "../support/editor.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";
import { broken, scraps } from "../support/yaml.js";

const example = readFileSync("examples/amplitude/northstar.yaml", "utf8");

/** A position by the letter of the protocol, apart from how the server counts. */
function positionOf(text: string, offset: number, encoding: string) {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r(?!\n|$)/);
  const last = lines.at(-1) ?? "";
  return { line: lines.length - 1, character: encoding === "utf-8" ? Buffer.byteLength(last) : last.length };
}

/** Texts whose line ends no edit can split, and without halves of characters. */
const anyText = fc.oneof(broken, scraps, fc.constantFrom(example, "")).map((text) => plain(text));
const plain = (text: string) => Buffer.from(text.replaceAll("\r", "")).toString();

const change = fc.record({
  from: fc.nat(),
  length: fc.nat(40),
  text: fc.oneof(scraps, fc.string({ unit: "grapheme" })),
});

/** The start of the character that an offset is in. */
const boundary = (text: string, offset: number) =>
  /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset;

for (const encoding of ["utf-16", "utf-8"])
  test(`after any edits the text is that of the editor, counted in ${encoding}`, {
    tags: ["slow"],
    timeout: 240_000,
  }, async () => {
    const path = join(folderWith(), "northstar.yaml");
    const other = join(folderWith(), "northstar.yaml");
    const client = await editor({ ...able, general: { positionEncodings: [encoding, "utf-16"] } });
    const whole = await editor({ ...able, general: { positionEncodings: [encoding] } });
    expect(client.server.capabilities.positionEncoding).toBe(encoding);
    await whole.open(other, "");
    await fc.assert(
      fc.asyncProperty(
        anyText,
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
        async (start, rounds) => {
          let text = start;
          let version = 1;
          let found = await client.open(path, text);
          for (const round of rounds) {
            const contentChanges = round.map(({ from, length, text: typed }) => {
              const begin = boundary(text, from % (text.length + 1));
              const end = boundary(text, Math.min(begin + length, text.length));
              const range = {
                start: positionOf(text, begin, encoding),
                end: positionOf(text, end, encoding),
              };
              const inserted = plain(typed.slice(0, 20));
              text = text.slice(0, begin) + inserted + text.slice(end);
              return { range, text: inserted };
            });
            version += 1;
            const shown = client.next(path);
            await client.connection.sendNotification("textDocument/didChange", {
              textDocument: { uri: uriOf(path), version },
              contentChanges,
            });
            const published = await shown;
            expect(published.version).toBe(version);
            found = published.diagnostics;
          }
          expect(withoutFile(found)).toEqual(withoutFile(await whole.replace(other, text)));
        },
      ),
      { numRuns: 150 },
    );
    await client.close();
    await whole.close();
  });

function withoutFile(diagnostics: readonly Diagnostic[]) {
  return diagnostics.map(({ relatedInformation = [], ...each }) => ({
    ...each,
    related: relatedInformation.map(({ location, message }) => ({ range: location.range, message })),
  }));
}

test("a place beyond a line or a text is its end", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  await client.open(path, "name: A\n");
  const shown = client.next(path);
  const far = { line: 99, character: 99 };
  await client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: uriOf(path), version: 2 },
    contentChanges: [
      { range: { start: { line: 0, character: 99 }, end: { line: 0, character: 99 } }, text: "B" },
      { range: { start: far, end: far }, text: "game: productivity\n" },
    ],
  });
  const { diagnostics } = await shown;
  expect(diagnostics).toEqual(await client.replace(path, "name: AB\ngame: productivity\n"));
  await client.close();
});

test("what is typed quickly is judged once, and the last version is what is shown", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  await client.open(path, example);
  const before = client.published.length;
  for (let version = 2; version <= 60; version += 1)
    void client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: uriOf(path), version },
      contentChanges: [{ text: `${example}# ${version}\n` }],
    });
  await client.connection.sendRequest("textDocument/hover", {
    textDocument: { uri: uriOf(path) },
    position: { line: 0, character: 0 },
  });
  const shown = client.published.slice(before);
  expect(shown.at(-1)?.version).toBe(60);
  expect(shown.length).toBeLessThan(30);
  await client.close();
});

test("a request that is taken back is answered as cancelled, in the queue as well", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  await client.open(path, example);
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri: uriOf(path) }, position: { line: 6, character: 2 } };
  const kept = client.connection.sendRequest("textDocument/hover", params);
  const cancelled = client.connection.sendRequest("textDocument/hover", params, source.token);
  source.cancel();
  await expect(cancelled).rejects.toMatchObject({ code: -32800 });
  await expect(kept).resolves.toHaveProperty("contents");
  expect((await client.replace(path, "name: [\n")).length).toBe(1);
  await client.close();
});

/** A conversation by hand: what is sent, and what comes back. */
async function conversation(sent: string | Buffer) {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  let said = "";
  stdout.on("data", (chunk) => {
    said += chunk;
  });
  const ran = northstar(["lsp"], { stdin, stdout });
  stdin.end(sent);
  const { code, stderr } = await ran;
  const answers = said
    .split(/Content-Length: \d+\r\n\r\n/)
    .filter(Boolean)
    .map((text) => JSON.parse(text));
  return { code, stderr, answers };
}

const message = (body: unknown) => {
  const text = JSON.stringify(body);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};
const request = (id: number, method: string, params: object = {}) =>
  message({ jsonrpc: "2.0", id, method, params });
const notice = (method: string, params: object = {}) => message({ jsonrpc: "2.0", method, params });
const initialize = request(1, "initialize", { processId: null, capabilities: {} });

test("what comes before the greeting, after the goodbye or has no name is refused by the protocol's numbers", async () => {
  const asked = await conversation(
    request(7, "textDocument/hover") +
      initialize +
      request(2, "initialize") +
      request(3, "no/such") +
      request(4, "textDocument/hover") +
      request(5, "textDocument/hover", { textDocument: { uri: "file:///nowhere.yaml" } }) +
      notice("no/such") +
      request(6, "shutdown") +
      request(8, "textDocument/hover") +
      notice("exit"),
  );
  expect(asked).toMatchObject({ code: 0, stderr: "" });
  const codes = Object.fromEntries(asked.answers.map(({ id, error, result }) => [id, error?.code ?? result]));
  expect(codes).toEqual({
    7: -32002,
    1: expect.anything(),
    2: -32600,
    3: -32601,
    4: -32602,
    5: null,
    6: null,
    8: -32600,
  });
});

test("how it ends: with a goodbye, with half of one, with none", async () => {
  expect(await conversation(initialize + request(2, "shutdown") + notice("exit"))).toMatchObject({
    code: 0,
    stderr: "",
  });
  expect(await conversation(initialize + request(2, "shutdown"))).toMatchObject({ code: 0, stderr: "" });
  expect(await conversation(initialize + notice("exit"))).toMatchObject({ code: 1, stderr: "" });
  expect(await conversation(initialize)).toMatchObject({
    code: 2,
    stderr: "northstar: the editor is gone without a word\n",
  });
  expect(await conversation("")).toMatchObject({
    code: 2,
    stderr: "northstar: the editor is gone without a word\n",
  });
});

const said = (reason: string) => `northstar: what the editor sent cannot be read: ${reason}\n`;

test.each([
  ["a line of HTTP", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", 'a header without Content-Length: "GET / HTTP/1.1'],
  ["noise", Buffer.from([0, 255, 1, 254, 10, 13]), "this is no header:"],
  ["no length", "Content-Type: x\r\n\r\n{}", 'a header without Content-Length: "Content-Type: x"'],
  ["a length that is none", "Content-Length: -1\r\n\r\n{}", "a header without Content-Length:"],
  [
    "a length without end",
    "Content-Length: 99999999999\r\n\r\n{}",
    "a message of 99999999999 bytes is too long",
  ],
  ["a header without end", `Content-Length: ${" ".repeat(9000)}`, "this is no header:"],
  ["no JSON", "Content-Length: 3\r\n\r\n{a}", 'a message is no JSON: "{a}"'],
  ["no object", "Content-Length: 2\r\n\r\n[]", 'a message is no object: "[]"'],
  ["half a message", `Content-Length: 99\r\n\r\n{"jsonrpc"`, "it ended in the middle of a message"],
  ["half a header", "Content-Le", "it ended in the middle of a message"],
])("%s ends it with a line that says so, and exit code 2", async (_, garbage, reason) => {
  for (const before of ["", initialize]) {
    const ended = await conversation(Buffer.concat([Buffer.from(before), Buffer.from(garbage)]));
    expect(ended.code).toBe(2);
    expect(ended.stderr.startsWith(said(reason).slice(0, -1))).toBe(true);
    expect(ended.stderr.split("\n")).toHaveLength(2);
  }
});

test("any bytes end it with 2, whatever went before, and nothing hangs", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, greeted) => {
      const { code, stderr } = await conversation(
        Buffer.concat([Buffer.from(greeted ? initialize : ""), bytes]),
      );
      expect(code).toBe(2);
      expect(stderr).toMatch(/^northstar: [^\n]+\n$/);
    }),
    { numRuns: 200 },
  );
});

test("messages in pieces of any size are one conversation", async () => {
  const sent = Buffer.from(initialize + request(2, "shutdown") + notice("exit"));
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const ran = northstar(["lsp"], { stdin, stdout });
  for (const byte of sent) {
    stdin.write(Buffer.from([byte]));
    if (byte === 10) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await ran).toMatchObject({ code: 0, stderr: "" });
});

test("strange parameters harm nothing", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  await client.open(path, example);
  const textDocument = { uri: uriOf(path) };
  const odd: [string, object][] = [
    ["textDocument/hover", { textDocument, position: { line: -1, character: -5 } }],
    ["textDocument/hover", { textDocument, position: { line: 1e9, character: 1e9 } }],
    ["textDocument/completion", { textDocument, position: { line: "a", character: null } }],
    [
      "textDocument/codeAction",
      { textDocument, range: { start: { line: 5, character: 0 }, end: { line: 0, character: 0 } } },
    ],
  ];
  for (const [method, params] of odd) await client.connection.sendRequest(method, params);
  for (const method of ["hover", "completion", "codeAction", "rename", "documentSymbol", "codeLens"])
    await client.connection
      .sendRequest(`textDocument/${method}`, { textDocument })
      .catch((error) => expect(error.code).toBeLessThan(-32000));
  for (const params of [{}, { textDocument }, { textDocument: null }, { textDocument, contentChanges: [{}] }])
    await client.connection.sendNotification("textDocument/didChange", params);
  expect(await client.replace(path, "name: [\n")).toHaveLength(1);
  expect((await client.close()).code).toBe(0);
});

test("a file over a limit is said to be, and the server goes on", async () => {
  const path = join(folderWith(), "northstar.yaml");
  const client = await editor();
  expect(await client.open(path, `# ${"x".repeat(1_000_001)}\n`)).toMatchObject([{ code: "too-large" }]);
  expect(await client.replace(path, "a: [\n".repeat(200))).not.toEqual([]);
  const words = "- x: 1\n".repeat(60_000);
  expect(await client.replace(path, `bets:\n${words}`)).not.toEqual([]);
  expect(await client.replace(path, example)).toEqual(await client.replace(path, `${example}\n`));
  await client.close();
});

test("each file is judged by the configuration nearest to it, in several folders, anew when that is saved", async () => {
  const folder = folderWith({
    ".git/HEAD": "",
    "northstar.config.yaml": "rules:\n  input-without-owner: off\n",
  });
  for (const team of ["a", "b"]) mkdirSync(join(folder, team));
  writeFileSync(join(folder, "b/northstar.config.yaml"), "rules:\n  input-without-owner: warning\n");
  const elsewhere = folderWith({ "northstar.config.yaml": "files: ['*.star.yaml']\n" });
  const client = await editor({
    ...able,
    workspace: { ...able.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  });
  const text = example.replace(/^product:.*\n/m, "");
  const owner = (found: readonly Diagnostic[]) =>
    found.find(({ code }) => code === "input-without-owner")?.severity;
  expect(owner(await client.open(join(folder, "a/northstar.yaml"), text))).toBeUndefined();
  expect(owner(await client.open(join(folder, "b/northstar.yaml"), text))).toBe(2);
  expect(owner(await client.open(join(elsewhere, "one.star.yaml"), text))).toBe(3);
  expect(await client.open(join(elsewhere, "northstar.yaml"), "name: [\n")).toEqual([]);
  expect(await client.open(join(folder, "a/other.yaml"), "name: [\n")).toEqual([]);

  writeFileSync(join(folder, "northstar.config.yaml"), "rules:\n  input-without-owner: error\n");
  const shown = client.next(join(folder, "a/northstar.yaml"));
  const others = [
    client.next(join(folder, "b/northstar.yaml")),
    client.next(join(elsewhere, "one.star.yaml")),
  ];
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(join(folder, "northstar.config.yaml")), type: 2 }],
  });
  expect(owner((await shown).diagnostics)).toBe(1);
  await Promise.all(others);

  const closed = client.next(join(folder, "b/northstar.yaml"));
  await client.connection.sendNotification("textDocument/didClose", {
    textDocument: { uri: uriOf(join(folder, "b/northstar.yaml")) },
  });
  expect((await closed).diagnostics).toEqual([]);
  await client.close();
});

test("a text that has no file yet is judged by its name", async () => {
  const client = await editor();
  const uri = "untitled:northstar.yaml";
  const shown = new Promise<Diagnostic[]>((resolve) => {
    client.connection.onNotification("textDocument/publishDiagnostics", ({ diagnostics }) =>
      resolve(diagnostics),
    );
  });
  await client.connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "yaml", version: 1, text: "name: [\n" },
  });
  expect(await shown).toHaveLength(1);
  await client.close();
});
