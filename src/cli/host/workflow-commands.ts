/** Keeps a CI runner from reading printed lines as its own commands. */
import type { Output, World } from "./world.js";

/** A world whose texts hold no commands, whatever files and folders are called; `commands` is the way around. */
export function withoutWorkflowCommands(world: World): World {
  return Object.create(world, {
    stdout: { get: () => harmless(world.stdout) },
    stderr: { get: () => harmless(world.stderr) },
    commands: { get: () => world.stdout },
  });
}

function harmless(output: Output): Output {
  const write = (text: string | Uint8Array) =>
    output.write(typeof text === "string" ? withoutCommands(text) : text);
  return Object.create(output, { write: { value: write } });
}

/** GitHub reads `::name::` at the start of a line and `##[name]` anywhere, Azure `##vso[` and TeamCity `##teamcity[`. */
function withoutCommands(text: string): string {
  return text
    .replace(/^([^\S\n]*):(?=:)/gm, "$1‹U+003A›")
    .replace(/#(?=#(?:\[|vso\[|teamcity\[))/gi, "‹U+0023›");
}
