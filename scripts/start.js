import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("..", import.meta.url));
const example = "examples/amplitude/northstar.yaml";

// The first look at the program: a published North Star, judged and shown.
for (const args of [
  ["lint", example],
  ["render", example],
]) {
  console.log(`$ northstar ${args.join(" ")}\n`);
  const { status, error } = spawnSync(process.execPath, ["bin/northstar.js", ...args], {
    cwd: home,
    stdio: "inherit",
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 2);
  console.log();
}
