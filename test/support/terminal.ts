/** Terminals for tests: somebody types, and what they see can be waited for. */
import { spawn, spawnSync } from "node:child_process";
import { PassThrough, Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { main } from "../../src/cli/main.js";
import { today } from "./world.js";

export interface Terminal {
  /** Types a text. */
  type(text: string): void;
  /** Types a text, and presses Enter. */
  say(text: string): void;
  press(key: keyof typeof keys): void;
  /** Waits until a text is shown after what was waited for last; fails with what is shown instead. */
  see(text: string): Promise<void>;
  /** Everything that was shown so far, on any stream, without colours. */
  shown(): string;
  code: Promise<number>;
}

export interface Setting {
  cwd: string;
  columns?: number;
  rows?: number;
  /** What the environment says besides. */
  env?: Readonly<Record<string, string>>;
}

const keys = {
  enter: "\r",
  down: "\x1b[B",
  end: "\x1b[F",
  space: " ",
  "ctrl-c": "\x03",
  "ctrl-d": "\x04",
  "ctrl-u": "\x15",
  question: "?",
  back: "<",
  next: ">",
} as const;

/** A command in a terminal that is made of streams: fast, and in the process of the test. */
export function terminal(
  args: readonly string[],
  { cwd, columns = 80, rows = 40, env = {} }: Setting,
): Terminal & { stdout(): string; resize(columns: number): void } {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const eyes = open();
  let stdout = "";
  const screen = Object.assign(output(eyes.look), { isTTY: true });
  const code = main({
    args,
    cwd,
    env: { NO_COLOR: "1", ...env },
    today: () => today,
    home: new URL("../../", import.meta.url),
    stdin,
    stdout: output((text) => {
      stdout += text;
      eyes.look(text);
    }),
    stderr: screen,
  });
  const resize = (columns: number) => Object.assign(screen, { columns }).emit("resize");
  return { ...hands((text) => stdin.write(text)), ...eyes, code, stdout: () => stdout, resize };

  function output(note: (text: string) => void) {
    const stream = new Writable({
      write(chunk, _encoding, done) {
        note(String(chunk));
        done();
      },
    });
    // Node never ends a terminal either.
    return Object.assign(stream, { end: () => stream, columns, rows });
  }
}

/** Whether this machine has the program that {@link pseudoTerminal} needs. */
export const hasPseudoTerminal = /util-linux/.test(
  spawnSync("script", ["--version"], { encoding: "utf8" }).stdout ?? "",
);

/** The program as it was built, in a pseudo-terminal of the system. */
export function pseudoTerminal(args: readonly string[], setting: Setting): Terminal {
  const program = new URL("../../bin/northstar.js", import.meta.url).pathname;
  return anyProgram([process.execPath, program, ...args], setting);
}

/** Any program in a pseudo-terminal of the system. */
export function anyProgram(words: readonly string[], setting: Setting): Terminal {
  const { cwd, columns = 80, rows = 40, env } = setting;
  const quoted = words.map((word) => `'${word}'`);
  const command = `stty cols ${columns} rows ${rows}; exec ${quoted.join(" ")}`;
  const child = spawn("script", ["-qfec", command, "/dev/null"], {
    cwd,
    // These tests run in pipelines as well, where nothing would be asked.
    env: { ...process.env, TERM: "xterm", CI: "", ...env },
  });
  const eyes = open();
  child.stdout.setEncoding("utf8").on("data", eyes.look);
  const code = new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? -1)));
  return { ...hands((text) => child.stdin.write(text)), ...eyes, code };
}

function hands(type: (text: string) => void): Pick<Terminal, "type" | "say" | "press"> {
  return { type, say: (text) => type(`${text}\r`), press: (key) => type(keys[key]) };
}

function open(): Pick<Terminal, "see" | "shown"> & { look(text: string): void } {
  let raw = "";
  let page = "";
  let seen = 0;
  // What is erased stays here as a line of its own.
  const shown = () => stripVTControlCharacters(raw.replaceAll("\x1b[2K", "\n"));
  return {
    look(text) {
      raw += text;
      page = "";
    },
    shown,
    async see(text) {
      const end = Date.now() + 20_000;
      for (;;) {
        page ||= flat(shown());
        const found = page.indexOf(text, seen);
        if (found >= 0) {
          seen = found + text.length;
          return;
        }
        if (Date.now() > end)
          throw new Error(`waited for ${JSON.stringify(text)}, but saw ${page.slice(seen)}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}

/** Lines are broken where the terminal ends; a reader does not mind. */
function flat(text: string): string {
  return text.replace(/\s+/g, " ");
}
