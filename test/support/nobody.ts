/** Somebody who is not root, to whom modes mean something where root runs the tests. */
import { spawnSync } from "node:child_process";

/** The number of the user `nobody` and of its group. */
export const nobody = 65_534;

/** Whether somebody who is not root can read a file: a clone in a private folder is root's alone. */
export function canRead(path: string): boolean {
  const look = `require("node:fs").accessSync(${JSON.stringify(path)})`;
  const { status } = spawnSync(process.execPath, ["-e", look], { uid: nobody, gid: nobody, cwd: "/" });
  return status === 0;
}
