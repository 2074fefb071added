/** Whether a person can be asked, and the width and theme to ask with. */
import type { Pane } from "../../interview/screen.js";
import { terminalTheme } from "../../report/terminal-theme.js";
import { colorOf, columnsOf } from "../host/terminal.js";
import type { World } from "../host/world.js";

/** Whether somebody can be asked: they type here and see here what is asked, and no job of a pipeline runs here. */
export function isTerminal(world: World): boolean {
  return hasTerminal(world) && !isPipeline(world);
}

/** Why nobody can be asked, in words that go on after "and". */
export function whyNotAsked(world: World): string {
  return hasTerminal(world) ? "CI is set, so nothing is asked" : "there is no terminal to ask on";
}

function hasTerminal({ stdin, stderr }: World): boolean {
  return stdin.isTTY === true && stderr.isTTY === true;
}

/** Pipelines set CI, and some of them have a terminal at which nobody sits. */
function isPipeline({ env }: World): boolean {
  return !/^(?:|0|false)$/i.test(env.CI ?? "");
}

/** Where questions are shown: in short lines also where the terminal is wide, and it may change its size. */
export function paneOf(world: World, color?: boolean): Pane {
  return {
    theme: terminalTheme(colorOf(world, world.stderr, color)),
    get width() {
      return Math.min(columnsOf(world, world.stderr) - 2, 76);
    },
    get height() {
      return world.stderr.rows || 24;
    },
  };
}
