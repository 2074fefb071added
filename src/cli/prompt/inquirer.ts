/** Prompts in a terminal; the only file that uses inquirer. */
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  useEffect,
  useKeypress,
  usePagination,
  useRef,
  useState,
} from "@inquirer/core";
import inquirer from "inquirer";
import { commands } from "../../interview/screen.js";
import type { TerminalTheme } from "../../report/terminal-theme.js";
import type { World } from "../host/world.js";

/** What the person did: said something, or left the step in one of these ways; `before` that they gave an answer. */
export type Reply<T> = { said: T } | { left: Navigation; before?: T };
type Navigation = "skip" | "back" | "next" | "stop";

interface TextQuestion {
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
}

/** Its choices and keys are looked up anew whenever it is drawn, since the terminal may have another width by then. */
interface ListQuestion<T> {
  /** The lines above, by whether more is wanted. */
  above(more: boolean): readonly string[];
  choices: readonly Choice<T>[];
  keys: readonly string[];
}

interface ChoiceQuestion<T> extends ListQuestion<T> {
  /** The choice that is highlighted first. */
  start?: T | undefined;
}

interface TickQuestion<T> extends ListQuestion<T> {
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

/** Where a question is asked. */
interface Place {
  output: NodeJS.WriteStream;
  theme: TerminalTheme;
}

/** A key as a terminal sends it. */
interface Key {
  name: string;
  ctrl: boolean;
  sequence?: string;
}

const textPrompt = createPrompt<Reply<string>, TextQuestion & Place>((question, done) => {
  const [typed, setTyped] = useState("");
  const [offered, setOffered] = useState(question.start);
  const [given, setGiven] = useState<string>();
  const [more, setMore] = useState(false);
  const waiting = useRef<NodeJS.Immediate>();
  useEffect(() => () => clearImmediate(waiting.current), []);
  useResize(question.output);
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
function edited(text: string, { name, ctrl }: Key): string | undefined {
  if (ctrl) return name === "u" ? "" : /^[abe]$/.test(name) ? text : undefined;
  if (name === "backspace") return [...text].slice(0, -1).join("");
  return ["left", "right", "home", "end"].includes(name) ? text : undefined;
}

function tidy(typed: string): string {
  return typed.trim().replace(/\s+/g, " ");
}

/** A list in which one thing is chosen or, where some may be ticked, several. */
const listPrompt = createPrompt<
  Reply<string[]>,
  Place & { list: ListQuestion<string>; start: number; ticked?: readonly string[] }
>(({ list, theme, output, ...question }, done) => {
  const [active, setActive] = useState(question.start);
  const [ticked, setTicked] = useState(question.ticked);
  const [more, setMore] = useState(false);
  useResize(output);
  useKeypress((key, readline) => {
    const { sequence } = key as Key;
    readline.clearLine(0);
    const { choices } = list;
    const here = choices[active]?.value ?? "";
    if (isEnterKey(key)) done({ said: [...(ticked ?? [here])] });
    else if (isUpKey(key)) setActive(Math.max(0, active - 1));
    else if (isDownKey(key)) setActive(Math.min(choices.length - 1, active + 1));
    else if (isSpaceKey(key) && ticked)
      setTicked(ticked.includes(here) ? ticked.filter((each) => each !== here) : [...ticked, here]);
    else if (sequence === commands.more) setMore(true);
    else if (sequence === commands.back) done({ left: "back", before: [...(ticked ?? [])] });
    else if (sequence === commands.next) done({ left: "next", before: [...(ticked ?? [])] });
  });
  const { choices, keys } = list;
  const lines = list.above(more);
  const rows = output.rows || 24;
  const page = usePagination({
    items: choices,
    active,
    renderItem: ({ item: { name, value }, isActive }) => {
      const box = ticked ? (ticked.includes(value) ? `${theme.met("◉")} ` : "○ ") : "";
      return (isActive ? theme.note : theme.plain)(`${isActive ? "›" : " "} ${box}${name}`);
    },
    pageSize: Math.max(3, rows - lines.length - keys.length - 3),
    loop: false,
  });
  return `${[...lines, page, "", ...keys].join("\n")}${hiddenCursor}`;
});

const hiddenCursor = "\x1b[?25l";

/** Draws the question again when the terminal gets another size: what stands there is broken elsewhere then. */
function useResize(output: NodeJS.WriteStream): void {
  const [, setSize] = useState("");
  useEffect(() => {
    const redraw = () => {
      output.write("\x1b[H\x1b[J");
      setSize(`${output.columns}×${output.rows}`);
    };
    output.on("resize", redraw);
    return () => void output.off("resize", redraw);
  }, []);
}

/** The kinds of questions that inquirer is taught. */
const prompts = { text: textPrompt, list: listPrompt } as const;

/** Asks on the terminal of the world; questions go where messages go. */
export function askerFor(world: World, theme: TerminalTheme): Asker {
  const input = world.stdin as NodeJS.ReadStream;
  const output = world.stderr as NodeJS.WriteStream;
  const place = { output, theme };

  return {
    text: async (question) => {
      let before: string | undefined;
      const judge = (typed: string) => {
        const verdict = question.judge(typed);
        before = verdict === "refused" ? undefined : typed;
        return verdict;
      };
      const reply = await untilStopped<string>("text", { ...question, ...place, judge });
      return "left" in reply && reply.left !== "skip" && before !== undefined ? { ...reply, before } : reply;
    },
    choose: async <T extends string>(list: ChoiceQuestion<T>) => {
      const start = Math.max(
        0,
        list.choices.findIndex(({ value }) => value === list.start),
      );
      const reply = await untilStopped<string[]>("list", { list, ...place, start });
      return "said" in reply ? { said: reply.said[0] as T } : { left: reply.left };
    },
    tick: async <T extends string>(list: TickQuestion<T>) => {
      const { ticked } = list;
      return await untilStopped<T[]>("list", { list, ...place, start: 0, ticked });
    },
  };

  /** Asks until there is an answer, or the person breaks it off, or nothing more can come from them. */
  async function untilStopped<T>(type: keyof typeof prompts, question: object): Promise<Reply<T>> {
    const controller = new AbortController();
    const stop = () => controller.abort();
    const leave = (_: unknown, key: Partial<Key> | undefined) => {
      if (key?.ctrl && key.name === "d") stop();
    };
    input.on("keypress", leave);
    input.on("end", stop);
    try {
      const context = { input, output, signal: controller.signal, clearPromptOnDone: true };
      const ask = inquirer.createPromptModule(context);
      ask.registerPrompt(type, prompts[type]);
      const { reply } = await ask([{ ...question, type, name: "reply" } as never]);
      return reply;
    } catch (error) {
      if (error instanceof Error && /^(?:Abort|Exit)PromptError$/.test(error.name)) return { left: "stop" };
      throw error;
    } finally {
      input.off("keypress", leave);
      input.off("end", stop);
    }
  }
}
