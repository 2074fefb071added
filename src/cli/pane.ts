/** Whether, and where, a person can be asked. */
import type { Pane } from "../interview/screen.js";
import { themeOf } from "../report/theme.js";
import { colorOf, widthOf } from "./terminal.js";
import type { World } from "./world.js";

/** Whether somebody can be asked: they type here, and see here what is asked. */
export function isTerminal({ stdin, stderr }: World): boolean {
  return stdin.isTTY === true && stderr.isTTY === true;
}

/** Where questions are shown: in short lines also where the terminal is wide, and it may change its width. */
export function paneOf(world: World, color?: boolean): Pane {
  return {
    theme: themeOf(colorOf(world, world.stderr, color)),
    get width() {
      return Math.min(widthOf(world.stderr) - 2, 76);
    },
  };
}
