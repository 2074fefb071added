/** Asking in a terminal; the only file that knows how inquirer talks. */
import { createPrompt, isEnterKey, useEffect, useKeypress, useRef, useState } from "@inquirer/core";
import inquirer from "inquirer";
import { commands } from "../interview/screen.js";
import type { Theme } from "../report/theme.js";
import type { World } from "./world.js";

/** What the person did: said something, or left the step in one of these ways; `before` that they gave an answer. */
export type Reply<T> = { said: T } | { left: Left; before?: T };
export type Left = "skip" | "back" | "next" | "more" | "stop";

export interface TextQuestion {
  /** What was said before: Enter keeps it, an editing key changes it, and any other key starts anew. */
  start: string;
  /** The lines above, by what is typed and whether more is wanted. */
  above(typed: string, more: boolean): readonly string[];
  /** The lines below, by what stands in the line, whether it was given and whether it waits to be kept. */
  below(typed: string, given: boolean, offered: boolean): readonly string[];
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

export interface TickQuestion<T> extends Omit<ChoiceQuestion<T>, "start"> {
  /** The choices that are ticked at first. */
  ticked: readonly T[];
}

/** Asks one thing at a time; each question disappears when it is answered. */
export interface Asker {
  text(question: TextQuestion): Promise<Reply<string>>;
  choose<T extends string>(question: ChoiceQuestion<T>): Promise<Reply<T>>;
  /** Several choices, or none. */
  tick<T extends string>(question: TickQuestion<T>): Promise<Reply<T[]>>;
}

/** The keys that leave a question; inside of a text they are part of it. */
const leaving = { [commands.more]: "more", [commands.back]: "back", [commands.next]: "next" } as const;

interface Context {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  signal: AbortSignal;
  clearPromptOnDone: true;
}

const textPrompt = createPrompt<Reply<string>, TextQuestion>((question, done) => {
  const [typed, setTyped] = useState("");
  const [offered, setOffered] = useState(question.start);
  const [given, setGiven] = useState<string>();
  const [more, setMore] = useState(false);
  const waiting = useRef<NodeJS.Immediate>();
  useEffect(() => () => clearImmediate(waiting.current), []);
  useKeypress((key, readline) => {
    clearImmediate(waiting.current);
    if (isEnterKey(key)) {
      if (offered) return enter(offered, readline);
      // After a line break in a pasted text more of it follows at once, and it is a space.
      readline.write(`${typed} `);
      waiting.current = setImmediate(() => enter(tidy(typed), readline));
      return;
    }
    if (offered && readline.line === "") {
      const left = edited(offered, key);
      if (left === undefined) return;
      readline.write(left);
    }
    setOffered("");
    setTyped(readline.line);
    // A pasted text may begin with such a key.
    const { line } = readline;
    if (Object.hasOwn(leaving, line)) waiting.current = setImmediate(() => enter(line, readline));
  });

  function enter(text: string, readline: { clearLine(direction: 0): void }): void {
    if (text === commands.more) {
      readline.clearLine(0);
      setMore(true);
      setTyped("");
      setOffered(given ?? question.start);
    } else if (text === "") done({ left: "skip" });
    else if (text === commands.back) done({ left: "back" });
    else if (text === commands.next) done({ left: "next" });
    else {
      const verdict = text === question.start ? "taken" : question.judge(text);
      if (verdict === "taken" || (verdict === "doubted" && given === text)) done({ said: text });
      else {
        readline.clearLine(0);
        setTyped("");
        setGiven(text);
        setOffered(text);
      }
    }
  }
  const shown = offered || typed;
  const above = question.above(shown, more);
  const below = question.below(shown, given !== undefined && given === tidy(shown), offered !== "");
  return [[...above, `› ${shown}`].join("\n"), ["", ...below].join("\n")];
});

/** What a key that edits leaves of a text that was offered, to be changed further; undefined for other keys. */
function edited(text: string, { name, ctrl }: { name: string; ctrl: boolean }): string | undefined {
  if (ctrl) return name === "u" ? "" : /^[abe]$/.test(name) ? text : undefined;
  if (name === "backspace") return [...text].slice(0, -1).join("");
  return ["left", "right", "home", "end"].includes(name) ? text : undefined;
}

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
    text: async (question) => {
      let before: string | undefined;
      const judge = (typed: string) => {
        const verdict = question.judge(typed);
        before = verdict === "refused" ? undefined : typed;
        return verdict;
      };
      const reply = await leavable({}, (context) => textPrompt({ ...question, judge }, context));
      return "left" in reply && reply.left !== "skip" && before !== undefined ? { ...reply, before } : reply;
    },
    choose: (question) =>
      leavable(leaving, async (context) => {
        const ask = inquirer.createPromptModule(context);
        const { said } = await ask([{ type: "select", name: "said", ...choicesOf(question) }]);
        return { said };
      }),
    tick: (question) =>
      leavable(leaving, async (context) => {
        const ask = inquirer.createPromptModule(context);
        const { ticked, ...rest } = question;
        const { choices, ...others } = choicesOf(rest);
        const marked = choices.map((choice) => ({ ...choice, checked: ticked.includes(choice.value) }));
        const { said } = await ask([{ type: "checkbox", name: "said", ...others, choices: marked }]);
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
