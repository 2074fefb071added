/** The pages of docs/, made from the rules and the schema. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Part, parts, type RuleDoc } from "../src/file/problem.js";
import { catalogue } from "../src/lint/catalogue.js";
import { partNames } from "../src/lint/playbook.js";
import { joined, unwrapped } from "../src/report/markdown-blocks.js";
import { fenced } from "../src/report/rule-markdown.js";
import { commit } from "../test/support/git.js";
import { runPage } from "../test/support/page.js";
import { commitAll, wquToWlu } from "../test/support/wqu-to-wlu.js";
import { between } from "./between.js";
import { keysOfFile, mapsOfFile } from "./reference.js";
import { configSchema, schemaIn } from "./schemas.js";

const made = "<!-- Made from the source by `UPDATE=1 npm test`: change the source, not this page. -->";

/** Pages that people write. */
const written = [
  "docs/agents.md",
  "docs/api.md",
  "docs/baseline.md",
  "docs/commands.md",
  "docs/completion.md",
  "docs/diff.md",
  "docs/doctor.md",
  "docs/editing.md",
  "docs/editors.md",
  "docs/ignores.md",
  "docs/judgement.md",
  "docs/links.md",
  "docs/measure.md",
  "docs/playbook.md",
  "docs/playground.md",
  "docs/preview.md",
  "docs/reliability.md",
  "docs/reports.md",
  "docs/sources.md",
  "docs/speed.md",
  "docs/workshop.md",
  "docs/ci/badge.md",
  "docs/ci/docker.md",
  "docs/ci/github-actions.md",
  "docs/ci/gitlab.md",
  "docs/ci/pre-commit.md",
];

/** How to make each page, by its path. */
export const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  ...Object.fromEntries(catalogue.map((rule) => [`docs/rules/${rule.id}.md`, () => pageOf(rule)])),
  "docs/rules/README.md": indexPage,
  "docs/format.md": formatPage,
  "docs/configuration.md": configurationPage,
  ...Object.fromEntries(written.map((path) => [path, () => ran(path)])),
  "docs/ci/badge.svg": () =>
    ran("docs/ci/badge.md", { make: (_, folder) => readFileSync(join(folder, "badge.svg"), "utf8") }),
  "docs/documents.md": documentsPage,
  "docs/digest.md": () =>
    ran("docs/digest.md", {
      prepare(folder) {
        cpSync("test/fixtures/digest", folder, { recursive: true });
        commit(folder, { day: "2026-10-20" });
      },
    }),
  ...Object.fromEntries(["README.md", "docs/evidence.md"].map((path) => [path, () => withDinnerApp(path)])),
  "docs/log.md": () => ran("docs/log.md", { prepare: (folder) => commitAll(folder, wquToWlu) }),
  "CONTRIBUTING.md": contributingPage,
};

/** A rule's page. */
function pageOf({ id, part, severity, chapter, summary, why, question, good, bad }: RuleDoc): string {
  const facts = [severity, partNames[part], ...(chapter === null ? [] : [`playbook, chapter ${chapter}`])];
  return joined([
    made,
    `# ${id}`,
    `${summary}.`,
    `*${facts.join(" · ")}*`,
    unwrapped(why),
    question === null ? "" : `> ${question}`,
    ...(bad ? ["## This is found", fenced(bad)] : []),
    ...(good ? ["## This is fine", fenced(good)] : []),
    "[All rules](README.md)",
  ]);
}

function indexPage(): string {
  return joined([
    made,
    "# Rules",
    "An **error** breaks a point of the checklist, a **warning** puts it in doubt, and a **note** asks the team a question and never fails anything by default. `northstar explain <id>` shows each page in the terminal.",
    ...parts.filter(hasRules).flatMap((part) => [`## ${partNames[part]}`, table(part)]),
  ]);
}

function hasRules(part: Part): boolean {
  return catalogue.some((rule) => rule.part === part);
}

function table(part: Part): string {
  const rows = catalogue
    .filter((rule) => rule.part === part)
    .map(({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary} |`);
  return ["| rule | severity | what it finds |", "| --- | --- | --- |", ...rows].join("\n");
}

/** The page of documents with what its commands print now, and the tree that they draw. */
async function documentsPage(): Promise<string> {
  return ran("docs/documents.md", {
    make(page, folder) {
      const tree = readFileSync(join(folder, "tree.mmd"), "utf8").replace(/^%%.*\n/, "");
      return between(page, "tree", `\`\`\`mermaid\n${tree}\`\`\``);
    },
  });
}

/** CONTRIBUTING.md with a rule as it is. */
function contributingPage(): string {
  const rule = readFileSync("src/lint/rules/value/too-many-exchanges.ts", "utf8");
  return between(readFileSync("CONTRIBUTING.md", "utf8"), "rule", `\`\`\`ts\n${rule}\`\`\``);
}

/** The reference of northstar.yaml: every key of the schema, map by map. */
function formatPage(): string {
  const schema = schemaIn("schemas/northstar.schema.json");
  return joined([
    made,
    "# northstar.yaml, format 1",
    "One North Star per file. `name`, `definition`, `game` and `inputs` are needed, `bets` join them as soon as there are some, and everything else can be left out. Keys are single lower-case words; a key that is not listed here is an error, except for a team's own keys, which start with `x-` and are kept and ignored. Days are written `2026-12-15`, durations `3 weeks`.",
    "What the schema leaves to judgement, such as how many Inputs are good, is the business of the [rules](rules/README.md).",
    "## In an editor",
    "Editors complete and check the file as you type with the [JSON Schema](../schemas/northstar.schema.json), which is installed with northstar. In a project that has northstar in its `node_modules`, the YAML language server finds it when the first line is",
    fenced("# yaml-language-server: $schema=./node_modules/northstar/schemas/northstar.schema.json"),
    "The path is seen from the folder of the file, and not from the root of the project: two folders below, it starts with `../../node_modules/`. `northstar init` writes the line that leads there from where it writes, and `northstar doctor FILE` says whether an editor finds the schema, and which line would help. The line counts only above the first key.",
    "With a global installation the path differs from one machine to the next, so it belongs into the settings of your editor and not into the file, and `init` writes no such line. `northstar schema` prints the path; in VS Code and other editors with the YAML language server:",
    [
      "```json",
      '{ "yaml.schemas": { "<what northstar schema prints>": ["northstar.yaml", "*.northstar.yaml"] } }',
      "```",
    ].join("\n"),
    "`northstar schema config` prints that of `northstar.config.yaml`, and `northstar schema --print` the schema itself.",
    "## The whole file",
    keysOfFile(schema),
    ...mapsOfFile(schema),
  ]);
}

/**
 * A page that people write, with what its commands print now in a new folder. That may be prepared, and something else
 * made of the page and of the files that are there then.
 */
async function ran(
  path: string,
  steps: { prepare?(folder: string): void; make?(page: string, folder: string): string } = {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "northstar-"));
  try {
    steps.prepare?.(folder);
    const page = await runPage(readFileSync(path, "utf8"), folder);
    return steps.make?.(page, folder) ?? page;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A page that has the numbers of the app that plans dinners. */
async function withDinnerApp(path: string): Promise<string> {
  return ran(path, { prepare: (folder) => cpSync("test/fixtures/dinner-app", folder, { recursive: true }) });
}

/** docs/configuration.md with the keys that there are. */
async function configurationPage(): Promise<string> {
  const schema = configSchema();
  const maps = mapsOfFile(schema).map((text) => text.replace(/^## /, "### "));
  return between(await ran("docs/configuration.md"), "keys", [keysOfFile(schema), ...maps].join("\n\n"));
}
