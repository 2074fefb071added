/** Neovim with the settings of docs/editors.md, without a screen, against the built server. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

const program = new URL("../../bin/northstar.js", import.meta.url).pathname;
const hasNeovim = spawnSync("nvim", ["--version"]).status === 0;
const [, settings = ""] = /```lua\n(.*?)```/s.exec(readFileSync("docs/editors.md", "utf8")) ?? [];
const star = readFileSync("examples/amplitude/northstar.yaml", "utf8").replace(
  /^name: .*/m,
  "name: Monthly Recurring Revenue",
);

/** Waits for what the server says, changes the text, asks and renames, and writes down what came of it. */
const script = `
local told = {}
local function say(key, value) told[key] = value end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, "textDocument/" .. method, params, 20000) or {}
  for _, answer in pairs(answers) do return answer.result end
end
local function place() return vim.lsp.util.make_position_params(0, "utf-16") end
local function shown()
  local all = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(all, { each.lnum + 1, each.col + 1, each.code or vim.NIL, each.message, each.severity })
  end
  return all
end
local ok, why = pcall(function()
  vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 20)
  say("first", shown())
  say("type", vim.bo.filetype)
  vim.fn.search("^name:")
  vim.cmd("normal! A per Team")
  vim.wait(30000, function()
    local first = vim.diagnostic.get(0)[1]
    return first and first.message:find("per Team") ~= nil
  end, 20)
  say("second", shown())
  vim.fn.search("^game:")
  say("hover", ask("hover", place()).contents.value)
  vim.fn.search("^  - id: \\\\zs", "w")
  local renamed = place()
  renamed.newName = "another-id"
  vim.lsp.util.apply_workspace_edit(ask("rename", renamed), "utf-16")
  say("text", table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\\n") .. "\\n")
end)
say("error", ok and vim.NIL or why)
vim.fn.writefile({ vim.fn.json_encode(told) }, "told.json")
vim.cmd("qa!")
`;

beforeAll(() => {
  if (!existsSync("dist/northstar.cjs")) throw new Error("There is no dist; run `npm run build` first");
});

async function linted(text: string): Promise<unknown[]> {
  const folder = folderWith({ "northstar.yaml": text });
  const { stdout } = await northstar(["lint", "-f", "json", join(folder, "northstar.yaml")], {
    today: new Date().toISOString().slice(0, 10),
  });
  const severities = { error: 1, warning: 2, note: 3 };
  const [{ problems }] = JSON.parse(stdout).files as [{ problems: JsonProblem[] }];
  return problems.map(({ range: { start }, rule, message, severity }) => [
    start.line,
    start.column,
    rule,
    message,
    severities[severity],
  ]);
}

interface JsonProblem {
  rule: string;
  message: string;
  severity: "error" | "warning" | "note";
  range: { start: { line: number; column: number } };
}

test.skipIf(!hasNeovim)(
  "Neovim shows what lint says, before and after an edit, and hovers and renames",
  { timeout: 120_000 },
  async () => {
    const cwd = folderWith({
      "northstar.yaml": star,
      "init.lua": settings,
      "script.lua": script,
      "bin/northstar": "",
    });
    writeFileSync(join(cwd, "bin/northstar"), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
    chmodSync(join(cwd, "bin/northstar"), 0o755);
    const env = {
      ...process.env,
      PATH: `${join(cwd, "bin")}:${process.env.PATH}`,
      HOME: cwd,
      XDG_CONFIG_HOME: cwd,
      XDG_STATE_HOME: cwd,
      XDG_DATA_HOME: cwd,
    };
    const words = ["--headless", "-u", "init.lua", "northstar.yaml", "-c", "luafile script.lua"];
    const ran = spawnSync("nvim", words, { cwd, env, encoding: "utf8", timeout: 100_000 });
    expect(ran.status, ran.stderr).toBe(0);
    const told = JSON.parse(readFileSync(join(cwd, "told.json"), "utf8"));
    expect(told.error).toBeNull();
    expect(told.type).toBe("yaml.northstar");
    expect(told.first).toEqual(await linted(star));
    const typed = star.replace(/^name: .*/m, "$& per Team");
    expect(told.second).toEqual(await linted(typed));
    expect(told.hover).toContain("The one game the product plays");
    const [, id = ""] = /^ {2}- id: (\S+)/m.exec(star) ?? [];
    expect(told.text).toContain("  - id: another-id\n");
    expect(told.text.replaceAll("another-id", id)).toBe(typed);
  },
);
