/** Other tools that people run over YAML, as `npm run bench -- --peers` installs them: in pinned versions, for once. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";

export interface Peer {
  name: string;
  /** What it does with the files, as the table says it. */
  does: string;
  /** The program and its arguments, to which a file is added or {@link all}. */
  command: readonly string[];
  all: string;
  /** The folder of the files: the North Stars, or what was made of them. */
  files: string;
  /** The end of the files' names. */
  ending: string;
}

const packages = {
  "@biomejs/biome": "2.5.15",
  prettier: "3.10.1",
  eslint: "10.15.0",
  "eslint-plugin-yml": "3.10.0",
  "ajv-cli": "5.0.0",
  "@stoplight/spectral-cli": "6.16.3",
};
const yamllint = "1.37.1";

/** Installs them below a folder. `stars` is the folder of North Stars that they read. */
export function peersIn(folder: string, stars: string): Peer[] {
  const home = join(folder, "peers");
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), JSON.stringify({ private: true, dependencies: packages }));
  run(process.execPath, [
    process.env.npm_execpath ?? "",
    "install",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
  ]);
  const schema = resolve("schemas/northstar.schema.json");
  const rules = join(home, "eslint.config.mjs");
  writeFileSync(rules, 'import yml from "eslint-plugin-yml";\nexport default yml.configs.recommended;\n');
  const ruleset = join(home, "spectral.json");
  const options = `{ "schema": ${readFileSync(schema, "utf8")}, "allErrors": true }`;
  writeFileSync(
    ruleset,
    `{ "rules": { "shape": { "given": "$", "severity": "error", "then": { "function": "schema", "functionOptions": ${options} } } } }`,
  );

  const yaml = { files: stars, ending: "yaml" };
  const peers: Peer[] = [
    {
      name: `biome ${packages["@biomejs/biome"]}`,
      does: "its rules for JSON, over the same values as JSON, since it reads no YAML; native code on all processors",
      command: [...installed("biome"), "lint"],
      all: ".",
      files: asJson(stars, join(folder, "json")),
      ending: "json",
    },
    {
      name: `prettier ${packages.prettier}`,
      does: "`--check`: whether it would lay the text out otherwise",
      command: [...installed("prettier"), "--check"],
      all: ".",
      ...yaml,
    },
    {
      name: `eslint ${packages.eslint} with eslint-plugin-yml ${packages["eslint-plugin-yml"]}`,
      does: "the recommended rules of the plugin: seven, about empty values and spaces",
      command: [...installed("eslint"), "--config", rules],
      all: ".",
      ...yaml,
    },
    {
      name: `ajv-cli ${packages["ajv-cli"]}`,
      does: "whether the values fit northstar's JSON Schema, without lines",
      command: [...installed("ajv"), "validate", "--strict=false", "--all-errors", "-s", schema, "-d"],
      all: "**/*.yaml",
      ...yaml,
    },
    {
      name: `spectral ${packages["@stoplight/spectral-cli"]}`,
      does: "whether the values fit northstar's JSON Schema, with lines",
      command: [...installed("spectral"), "lint", "--ruleset", ruleset],
      all: "**/*.yaml",
      ...yaml,
    },
  ];
  const linter = yamllintIn(join(home, "python"));
  if (linter)
    peers.splice(1, 0, {
      name: `yamllint ${linter.version}`,
      does: "the preset `relaxed`: how YAML is spelled, such as indentation, long lines and keys that stand twice",
      command: [linter.program, "-d", "relaxed"],
      all: ".",
      ...yaml,
    });
  else console.error("yamllint is left out: neither pip nor this machine has it");
  return peers;

  function installed(name: string): string[] {
    return [process.execPath, join(home, "node_modules/.bin", name)];
  }

  function run(program: string, args: readonly string[]): void {
    const { status, stderr } = spawnSync(program, args, { cwd: home, encoding: "utf8" });
    if (status !== 0) throw new Error(`${args.join(" ")} exits with ${status}: ${stderr}`);
  }
}

/** The pinned yamllint in a folder of its own, or else the one that this machine has. */
function yamllintIn(folder: string): { program: string; version: string } | undefined {
  spawnSync("python3", ["-m", "venv", folder]);
  spawnSync(join(folder, "bin/pip"), ["install", "--quiet", `yamllint==${yamllint}`]);
  for (const program of [join(folder, "bin/yamllint"), "yamllint"]) {
    const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
    const [, version] = /^yamllint (\S+)/.exec(stdout ?? "") ?? [];
    if (version) return { program, version };
  }
  return undefined;
}

/** The same values as JSON, in the same folders below another one. */
function asJson(stars: string, folder: string): string {
  for (const path of readdirSync(stars, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".yaml")) continue;
    const file = join(folder, path.replace(/yaml$/, "json"));
    mkdirSync(dirname(file), { recursive: true });
    const value = parse(readFileSync(join(stars, path), "utf8"));
    writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
  }
  return folder;
}
