/** The extension for VS Code: built, packed, unpacked again, and activated with the client library against its own server. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { verbs } from "../../src/cli/program.js";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

const root = new URL("../..", import.meta.url).pathname;
const source = join(root, "editors/vscode");
const manifest = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
const lagging = readFileSync(join(root, "examples/amplitude/northstar.yaml"), "utf8").replace(
  /^name: .*/m,
  "name: Monthly Recurring Revenue",
);

beforeAll(() => {
  if (!existsSync(join(root, "dist/northstar.cjs")))
    throw new Error("There is no dist; run `npm run build` first");
  execFileSync(process.execPath, [join(source, "build.js")]);
});

/** What the extension at a folder does when it is activated with a file open. */
function activated(extension: string) {
  const folder = folderWith({ "northstar.yaml": lagging });
  const script = join(root, "test/support/activate.cjs");
  const ran = spawnSync(process.execPath, [script, extension, join(folder, "northstar.yaml")], {
    encoding: "utf8",
    cwd: folder,
    timeout: 120_000,
  });
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(ran.stdout);
}

function check(did: ReturnType<typeof activated>): void {
  expect(did.commands.sort()).toEqual(
    manifest.contributes.commands.map((each: { command: string }) => each.command).sort(),
  );
  const [[uri, found]] = did.diagnostics;
  expect(uri).toMatch(/northstar\.yaml$/);
  expect(found[0]).toMatchObject({
    source: "northstar",
    severity: 0,
    code: { value: "lagging-metric", target: { text: "northstar:/rules/lagging-metric.md" } },
  });
  const [panel, fromWalkthrough, ...others] = did.panels;
  expect(panel.title).toBe("North Star: one-pager");
  expect(panel.webview.html).toContain("Monthly Recurring Revenue");
  expect(panel.webview.html).toMatch(
    /<head><meta http-equiv="Content-Security-Policy" content="default-src 'none';/,
  );
  expect(fromWalkthrough.webview.html).toContain("Monthly Recurring Revenue");
  expect(others).toEqual([]);
  expect(did.terminals).toMatchObject([
    {
      name: "North Star",
      shellArgs: [expect.any(String), "init"],
      cwd: { path: expect.stringMatching(/empty$/) },
    },
  ]);
  expect(did.shown).toEqual([
    expect.stringMatching(/(?<!empty.)northstar\.yaml$/),
    expect.stringMatching(/empty.northstar\.yaml$/),
  ]);
  expect(did.messages).toEqual([
    expect.stringContaining("Open the folder first"),
    expect.stringContaining("has a northstar.yaml already"),
    expect.stringContaining("no saved northstar.yaml"),
  ]);
}

test("it starts its own server, shows what is found, and draws a document anew when the file is saved", {
  timeout: 180_000,
}, () => {
  check(activated(source));
});

test("its manifest agrees with the program", () => {
  expect(manifest.version).toBe(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version);
  expect(Object.keys(verbs)).toEqual(expect.arrayContaining(["lsp", "render", "init"]));
  const client = JSON.parse(
    readFileSync(join(root, "node_modules/vscode-languageclient/package.json"), "utf8"),
  );
  expect(manifest.engines.vscode).toBe(client.engines.vscode);
  expect(
    JSON.parse(readFileSync(join(root, "node_modules/@types/vscode/package.json"), "utf8")).version,
  ).toBe(manifest.engines.vscode.slice(1));
  const named = new Set(manifest.contributes.commands.map((each: { command: string }) => each.command));
  const used = [...JSON.stringify(manifest).matchAll(/(?:command:|onCommand:)(northstar\.\w+)/g)].map(
    ([, name]) => name,
  );
  expect(used.length).toBeGreaterThan(3);
  expect(used.filter((name) => !named.has(name))).toEqual([]);
});

test("what the walkthrough says is so", async () => {
  const page = (name: string) => readFileSync(join(source, `walkthrough/${name}.md`), "utf8");
  const [, star = ""] = /```yaml\n(.*?)```/s.exec(page("write")) ?? [];
  const { problems } = checkSource(star, { rules, today: "2026-11-28" });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const shown = [...page("show").matchAll(/^\| ([a-z-]*[a-z]) \| /gm)].map(([, name]) => name).slice(1);
  const code = readFileSync(join(source, "src/preview.ts"), "utf8");
  expect([...code.matchAll(/label: "(.*?)"/g)].map(([, name]) => name).sort()).toEqual(shown.sort());
  const folder = folderWith({ "northstar.yaml": star });
  const [, command = ""] = /`northstar (render .*?)`/.exec(page("show")) ?? [];
  expect(await northstar(command.split(" "), { cwd: folder })).toMatchObject({ code: 0 });
});

/** `npx` brings it: .ci/run says which. */
const vsce = process.env.NORTHSTAR_VSCE;

describe.skipIf(!vsce)("packed with vsce", () => {
  test("it holds all that its manifest names, and works where it is unpacked", { timeout: 300_000 }, () => {
    const folder = folderWith();
    const file = join(folder, "northstar.vsix");
    const words = ["-y", "-p", vsce ?? "", "vsce", "package", "--no-dependencies", "--out", file];
    const packed = spawnSync("npx", words, {
      cwd: source,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(packed.stderr).not.toMatch(/error/i);
    const entries = Object.entries(unzipSync(readFileSync(file))).filter(([path]) =>
      path.startsWith("extension/"),
    );
    const names = entries.map(([path]) => path.slice("extension/".length));
    expect(names).toEqual(
      expect.arrayContaining([
        "LICENSE.txt",
        "readme.md",
        "out/THIRD-PARTY-LICENSES.txt",
        "out/server/bin/northstar.js",
        "out/server/dist/northstar.cjs",
        "out/server/dist/THIRD-PARTY-LICENSES.txt",
      ]),
    );
    expect(names.filter((name) => /\.ts$|^src\/|node_modules/.test(name))).toEqual([]);
    const paths = [
      ...JSON.stringify(manifest).matchAll(
        /"(?:\.\/)?((?:out|syntaxes|walkthrough)\/[^"]+|language-configuration\.json)"/g,
      ),
    ];
    expect(paths.length).toBeGreaterThan(6);
    for (const [, path] of paths) expect(names).toContain(path);
    const own = JSON.parse(
      Buffer.from(entries.find(([path]) => path === "extension/package.json")?.[1] ?? []).toString(),
    );
    expect(own).toMatchObject({ name: "northstar", publisher: "northstar", main: "./out/extension.cjs" });
    const unpacked = join(folder, "unpacked");
    for (const [path, bytes] of entries) {
      mkdirSync(dirname(join(unpacked, path)), { recursive: true });
      writeFileSync(join(unpacked, path), bytes);
    }
    check(activated(join(unpacked, "extension")));
  });
});
