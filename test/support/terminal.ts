/** A terminal made for tests: somebody types, and what they see can be waited for. */
import { PassThrough, Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { main } from "../../src/cli/main.js";
import { today } from "./world.js";

export interface Terminal {
  /** Types a text, and presses Enter. */
  say(text: string): void;
  press(key: "enter" | "down" | "space" | "ctrl-c" | "ctrl-d" | "question" | "back" | "next"): void;
  /** Waits until a text is shown after what was waited for last; fails with what is shown instead. */
  see(text: string): Promise<void>;
  /** Everything that was shown so far, on any stream. */
  shown(): string;
  /** What went to standard output. */
  stdout(): string;
  code: Promise<number>;
}

const sequences = {
  enter: "\r",
  down: "\x1b[B",
  space: " ",
  "ctrl-c": "\x03",
  "ctrl-d": "\x04",
  question: "?",
  back: "<",
  next: ">",
} as const;

/** Runs a command in a terminal of so many columns. */
export function terminal(
  args: readonly string[],
  { cwd, columns = 80 }: { cwd: string; columns?: number },
): Terminal {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  let shown = "";
  let stdout = "";
  let seen = 0;
  const output = (note: (text: string) => void) => {
    const stream = new Writable({
      write(chunk, _encoding, done) {
        note(String(chunk));
        done();
      },
    });
    // Node never ends a terminal either.
    return Object.assign(stream, { end: () => stream, columns, rows: 40 });
  };
  const show = (text: string) => {
    // What is erased stays here as a line of its own.
    shown += stripVTControlCharacters(text.replaceAll("\x1b[2K", "\n"));
  };
  const code = main({
    args,
    cwd,
    env: { NO_COLOR: "1" },
    today: () => today,
    home: new URL("../../", import.meta.url),
    stdin,
    stdout: output((text) => {
      stdout += text;
      show(text);
    }),
    stderr: Object.assign(output(show), { isTTY: true }),
  });
  return {
    say: (text) => stdin.write(`${text}\r`),
    press: (key) => stdin.write(sequences[key]),
    shown: () => shown,
    stdout: () => stdout,
    code,
    async see(text) {
      const end = Date.now() + 10_000;
      for (;;) {
        const found = flat(shown).indexOf(text, seen);
        if (found >= 0) {
          seen = found + text.length;
          return;
        }
        if (Date.now() > end)
          throw new Error(`waited for ${JSON.stringify(text)}, but saw ${flat(shown).slice(seen)}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}

/** Lines are broken where the terminal ends; a reader does not mind. */
function flat(text: string): string {
  return text.replace(/\s+/g, " ");
}
