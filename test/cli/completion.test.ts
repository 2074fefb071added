/** The scripts that complete words, in the shells that read them. */
import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/lint/catalogue.js";
import { rendererNames } from "../../src/render/renderers.js";
import { reportFormatNames } from "../../src/report/formats.js";
import { folderWith } from "../support/folder.js";
import { anyProgram, hasPseudoTerminal } from "../support/terminal.js";
import { northstar } from "../support/world.js";

const shells = ["bash", "zsh", "fish", "powershell"] as const;
const scripts: Record<string, string> = {};
beforeAll(async () => {
  for (const shell of shells) scripts[shell] = (await northstar(["completion", shell])).stdout;
});

function has(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}

/** What somebody types before they press Tab, and the words that stand there then. */
const typed: readonly (readonly [typed: string, words: readonly string[]])[] = [
  ["expl", ["explain"]],
  ["--deb", ["--debug"]],
  ["lint --max", ["lint", "--max-warnings"]],
  ["lint --fail-on warn", ["lint", "--fail-on", "warning"]],
  ["lint --fail-on=warn", ["lint", "--fail-on=warning"]],
  ["lint --no-color -f sar", ["lint", "--no-color", "-f", "sarif"]],
  ["lint --fix=al", ["lint", "--fix=all"]],
  ["lint norths", ["lint", "northstar.yaml"]],
  ["lint --config conf", ["lint", "--config", "config file.yaml"]],
  ["render --to one-", ["render", "--to", "one-pager"]],
  ["explain lagging-m", ["explain", "lagging-metric"]],
  ["help expl", ["help", "explain"]],
  ["completion fis", ["completion", "fish"]],
];

/** How a shell is started, and how it gets the script. */
const terminals = {
  bash: [["bash", "--norc", "-i"], "source ./_northstar"],
  zsh: [["zsh", "-f", "-i"], "autoload -Uz compinit && compinit -u -d dump; source ./_northstar"],
  "zsh, in $fpath": [
    ["zsh", "-f", "-i"],
    "fpath=($PWD $fpath); autoload -Uz compinit && compinit -u -d dump",
  ],
} as const;

test.each(Object.entries(terminals))(
  "%s completes what is typed in a terminal",
  async (name, [start, prepare]) => {
    const [shell] = start;
    if (!has(shell) || !hasPseudoTerminal) return;
    const cwd = folderWith({
      "northstar.yaml": "",
      "config file.yaml": "",
      _northstar: scripts[shell] ?? "",
    });
    const terminal = anyProgram(start, { cwd, columns: 200 });
    terminal.say(`PS1=; northstar() { printf '<%s>' "$@"; echo; }; ${prepare}; echo rea''dy`);
    await terminal.see("ready");
    for (const [text, words] of typed) {
      terminal.type(`northstar ${text}\t`);
      terminal.say("");
      await terminal.see(words.map((word) => `<${word}>`).join(""));
    }
    terminal.say("exit");
    expect(await terminal.code, name).toBe(0);
  },
);

describe("fish", () => {
  const complete = (cwd: string, text: string) => {
    const command = `source script; complete -C ${JSON.stringify(`northstar ${text}`)}`;
    const { stdout } = spawnSync("fish", ["--no-config", "-c", command], { cwd, encoding: "utf8" });
    return stdout.split("\n").flatMap((line) => (line ? [line.split("\t")[0] ?? ""] : []));
  };

  test.skipIf(!has("fish"))("completes what is typed", () => {
    const cwd = folderWith({ "northstar.yaml": "", "config file.yaml": "", script: scripts.fish ?? "" });
    for (const [text, words] of typed) expect(complete(cwd, text), text).toEqual(words.slice(-1));
  });

  test.skipIf(!has("fish"))("says what a flag does once, and nothing of it beside each value", () => {
    const cwd = folderWith({ script: scripts.fish ?? "" });
    const shown = (text: string) =>
      spawnSync("fish", ["--no-config", "-c", `source script; complete -C ${JSON.stringify(text)}`], {
        cwd,
        encoding: "utf8",
      }).stdout;
    expect(shown("northstar render --to ")).toMatch(/^badge\nbet\nboard\n/);
    expect(shown("northstar render --to")).toMatch(/^--to\twhat to make/);
    expect(shown("northstar lint --hel")).toBe("--help\tprint the help\n");
    expect(shown("northstar help lint --f")).toBe("");
  });
});

describe("PowerShell", () => {
  test.skipIf(!has("pwsh"))("completes what is typed", () => {
    const cwd = folderWith({ script: scripts.powershell ?? "" });
    for (const [text, words] of typed.filter(([, words]) => !words.at(-1)?.endsWith(".yaml"))) {
      const line = `northstar ${text}`;
      const command = `Get-Content -Raw script | Invoke-Expression; (TabExpansion2 '${line}' ${line.length}).CompletionMatches.CompletionText`;
      const { stdout } = spawnSync("pwsh", ["-NoProfile", "-Command", command], { cwd, encoding: "utf8" });
      expect(stdout.trim(), text).toBe(words.at(-1));
    }
  });
});

test.each(shells)("%s: the script knows every command, flag, format, document and rule", async (shell) => {
  const script = scripts[shell] ?? "";
  const help = (await northstar(["--help"])).stdout;
  const commands = [...help.matchAll(/^ {2}([a-z]+)\b.* {2}/gm)].map(([, name = ""]) => name);
  expect(commands).toContain("completion");
  for (const command of commands.filter((name) => name !== "help")) {
    expect(script).toMatch(new RegExp(`\\b${command}\\b`));
    const flags = (await northstar([command, "--help"])).stdout.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm);
    for (const [, flag = ""] of flags)
      expect(script, `--${flag} of ${command}`).toMatch(new RegExp(`(?:--|-l )${flag}\\b`));
  }
  for (const word of [...reportFormatNames, ...rendererNames, ...catalogue.map(({ id }) => id)])
    expect(script).toMatch(new RegExp(`\\b${word}\\b`));
});

test.each([
  ["bash", ["-n"]],
  ["zsh", ["-n"]],
  ["fish", ["-n"]],
] as const)("%s finds nothing wrong with its script", (shell, flags) => {
  if (!has(shell)) return;
  const cwd = folderWith({ script: scripts[shell] ?? "" });
  const { status, stderr } = spawnSync(shell, [...flags, "script"], { cwd, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("in PowerShell's script every quote and bracket is closed", () => {
  const code = (scripts.powershell ?? "").replace(/^#.*$/gm, "").replace(/'(?:[^']|'')*'|"[^"\n]*"/g, "");
  expect(code).not.toMatch(/['"]/);
  const open: string[] = [];
  for (const [sign] of code.matchAll(/[()[\]{}]/g))
    if ("([{".includes(sign)) open.push(sign);
    else expect(open.pop()).toBe({ ")": "(", "]": "[", "}": "{" }[sign]);
  expect(open).toEqual([]);
});

test("a shell that there is not is told, with what was probably meant", async () => {
  expect(await northstar(["completion", "bsh"])).toMatchObject({
    code: 2,
    stdout: "",
    stderr: "northstar: unknown shell 'bsh', did you mean bash?\n",
  });
  expect((await northstar(["completion"])).stderr).toBe(
    "northstar: missing required argument 'shell'; see northstar completion --help\n",
  );
});
