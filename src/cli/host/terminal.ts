/** What an output stream can show: colours and columns; and messages on standard error. */
import { visible, wrap } from "../../report/terminal-text.js";
import type { Look } from "../../report/terminal-theme.js";
import type { Output, World } from "./world.js";

/**
 * Whether to colour: what the person asked for, then FORCE_COLOR and NO_COLOR (no-color.org), then whether it is
 * a terminal that knows colours.
 */
export function colorOf({ env }: World, output: Output, asked?: boolean): boolean {
  if (asked !== undefined) return asked;
  if (env.FORCE_COLOR) return !/^(0|false)$/.test(env.FORCE_COLOR);
  if (env.NO_COLOR) return false;
  return output.isTTY === true && env.TERM !== "dumb";
}

/** How many columns to fill, from 40 up to 100: a terminal's own, or else what COLUMNS says; 80 where nothing does. */
export function columnsOf({ env }: Pick<World, "env">, output: Output): number {
  const own = output.isTTY ? output.columns : undefined;
  const said = /^\d{1,5}$/.test(env.COLUMNS ?? "") ? Number(env.COLUMNS) : undefined;
  return Math.min(Math.max(own || said || 80, 40), 100);
}

/** Tells the person something that is not the result: in one line on standard error, broken at words on a terminal. */
export function printMessage({ stderr }: Pick<World, "stderr">, message: string): void {
  const line = `northstar: ${message}`;
  const lines = stderr.isTTY && stderr.columns ? wrap(line, Math.max(stderr.columns, 20)) : [visible(line)];
  stderr.write(`${lines.join("\n")}\n`);
}

/** The same world, in which nothing is said on standard error: for those who show what went wrong in another way. */
export function withoutMessages(world: World): World {
  return Object.create(world, { stderr: { value: { write: () => true } } });
}

/** What standard output can show. */
export function lookOf(world: World, color?: boolean): Look {
  return { color: colorOf(world, world.stdout, color), width: columnsOf(world, world.stdout) };
}
