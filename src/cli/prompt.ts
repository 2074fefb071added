/** Asking in a terminal; the only file that knows how inquirer talks. */
import { createPrompt, isEnterKey, useEffect, useKeypress, useRef, useState } from "@inquirer/core";
import inquirer from "inquirer";
import { commands } from "../interview/screen.js";
import type { Theme } from "../report/theme.js";
import type { World } from "./world.js";

/** What the person did: said something, or left the step in one of these ways. */
export type Reply<T> = { said: T } | { left: Left };
export type Left = "skip" | "back" | "next" | "more" | "stop";

export interface TextQuestion {
  /** What stands in the line at first. */
  start: string;
  /** The lines above, by what is typed and whether more is wanted. */
  above(typed: string, more: boolean): readonly string[];
  /** The lines below, by what is typed and whether it was given and can still be changed. */
  below(typed: string, given: boolean): readonly string[];
  /** Whether an answer is taken at once, after it is given again, or not at all. */
  judge(typed: string): "taken" | "doubted" | "refused";
}

export interface Choice<T> {
  value: T;
  name: string;
  /** Shown while the choice is highlighted. */
  description?: string;
}

export interface ChoiceQuestion<T> {
  above: readonly string[];
  choices: readonly Choice<T>[];
  /** The choice that is highlighted first. */
  start?: T;
  keys: readonly string[];
}

/** Asks one thing at a time; each question disappears when it is answered. */
export interface Asker {
  text(question: TextQuestion): Promise<Reply<string>>;
  choose<T extends string>(question: ChoiceQuestion<T>): Promise<Reply<T>>;
  /** Several choices, or none. */
  tick<T extends string>(question: ChoiceQuestion<T>): Promise<Reply<T[]>>;
}

/** The keys that leave a choice; in a text they would be part of it. */
const leaving = { [commands.more]: "more", [commands.back]: "back", [commands.next]: "next" } as const;

interface Context {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  signal: AbortSignal;
  clearPromptOnDone: true;
}

const textPrompt = createPrompt<Reply<string>, TextQuestion>((question, done) => {
  const [typed, setTyped] = useState(question.start);
  const [given, setGiven] = useState<string>();
  const [more, setMore] = useState(false);
  const entering = useRef<NodeJS.Immediate>();
  useEffect((readline) => {
    if (question.start) readline.write(question.start);
    return () => clearImmediate(entering.current);
  }, []);
  useKeypress((key, readline) => {
    clearImmediate(entering.current);
    if (!isEnterKey(key)) {
      setTyped(readline.line);
      return;
    }
    // After a line break in a pasted text more of it follows at once, and it is a space.
    readline.write(`${typed} `);
    entering.current = setImmediate(() => enter(tidy(typed), readline));
  });

  function enter(text: string, readline: { clearLine(direction: 0): void }): void {
    if (text === commands.more) {
      readline.clearLine(0);
      setMore(true);
      setTyped("");
    } else if (text === "") done({ left: "skip" });
    else if (text === commands.back) done({ left: "back" });
    else if (text === commands.next) done({ left: "next" });
    else {
      const verdict = text === question.start ? "taken" : question.judge(text);
      if (verdict === "taken" || (verdict === "doubted" && given === text)) done({ said: text });
      else setGiven(text);
    }
  }
  const above = question.above(typed, more);
  const below = question.below(typed, given !== undefined && given === tidy(typed));
  return [[...above, `› ${typed}`].join("\n"), ["", ...below].join("\n")];
});

function tidy(typed: string): string {
  return typed.trim().replace(/\s+/g, " ");
}

/** Asks on the terminal of the world; questions go where messages go. */
export function askerFor(world: World, theme: Theme): Asker {
  const input = world.stdin as NodeJS.ReadStream;
  const output = world.stderr as NodeJS.WriteStream;
  const look = {
    prefix: { idle: "", done: "" },
    icon: { cursor: "›", checked: theme.met("◉"), unchecked: "○" },
    style: {
      message: theme.plain,
      highlight: theme.note,
      description: (text: string) => `\n${theme.faint(text)}\n`,
    },
  };

  return {
    text: (question) => leavable({}, (context) => textPrompt(question, context)),
    choose: (question) =>
      leavable(leaving, async (context) => {
        const ask = inquirer.createPromptModule(context);
        const { said } = await ask([{ type: "select", name: "said", ...choicesOf(question) }]);
        return { said };
      }),
    tick: (question) =>
      leavable(leaving, async (context) => {
        const ask = inquirer.createPromptModule(context);
        const { said } = await ask([{ type: "checkbox", name: "said", ...choicesOf(question) }]);
        return { said };
      }),
  };

  function choicesOf<T extends string>({ above, choices, start, keys }: ChoiceQuestion<T>) {
    return {
      message: above.join("\n"),
      choices: [...choices],
      default: start,
      pageSize: 12,
      loop: false,
      theme: { ...look, style: { ...look.style, keysHelpTip: () => keys.join("\n") } },
    };
  }

  /** Asks until there is an answer, or a key says what else to do. */
  async function leavable<T>(
    ways: Readonly<Record<string, Left>>,
    ask: (context: Context) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    const controller = new AbortController();
    let left: Left = "stop";
    input.on("keypress", leave);
    input.on("end", stop);
    try {
      return await ask({ input, output, signal: controller.signal, clearPromptOnDone: true });
    } catch (error) {
      if (error instanceof Error && /^(?:Abort|Exit)PromptError$/.test(error.name)) return { left };
      throw error;
    } finally {
      input.off("keypress", leave);
      input.off("end", stop);
    }

    function leave(sequence: string | undefined, key: { ctrl?: boolean; name?: string } | undefined): void {
      const way = key?.ctrl && key.name === "d" ? "stop" : ways[sequence ?? ""];
      if (!way) return;
      left = way;
      controller.abort();
    }

    function stop(): void {
      controller.abort();
    }
  }
}
