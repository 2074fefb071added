import { PassThrough, Writable } from "node:stream";
import type { World } from "../../src/cli/host/world.js";
import { main } from "../../src/cli/main.js";

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
  /** Both, in the order in which they were written: what a terminal shows. */
  screen: string;
}

export interface Setting extends Partial<Omit<World, "args" | "today">> {
  today?: string;
  /** A terminal of so many columns instead of a pipe. */
  columns?: number;
}

/** The day on which tests happen, unless they say otherwise. */
export const today = "2026-11-02";

/** Runs a command as a shell would, in a world made for the test. */
export async function northstar(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  const { columns, today: day = today, ...given } = setting;
  const ran: Ran = { code: -1, stdout: "", stderr: "", screen: "" };
  const code = await main({
    args,
    cwd: process.cwd(),
    env: {},
    today: () => day,
    home: new URL("../../", import.meta.url),
    stdin: new PassThrough().end(),
    stdout: recorder("stdout"),
    stderr: recorder("stderr"),
    ...given,
  });
  return { ...ran, code };

  function recorder(stream: "stdout" | "stderr") {
    const output = new Writable({
      write(chunk, _encoding, done) {
        ran[stream] += chunk;
        ran.screen += chunk;
        done();
      },
    });
    return Object.assign(output, columns === undefined ? {} : { isTTY: true, columns });
  }
}
