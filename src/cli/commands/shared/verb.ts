import type { Command, OptionValues } from "commander";
import type { World } from "../../host/world.js";

/** What a file in `commands/` exports. */
export interface Verb {
  /** What shells complete behind the command, where that is not files: words, or nothing where it may be "anything". */
  operands?: readonly string[] | "anything";
  /** Says which arguments and options the command has, and how its help ends. */
  define(command: Command): void;
  /** Tells those who read its output why it could not be called. */
  reportUsageError?(world: World, error: unknown): Promise<void>;
  /** Does it, and returns the exit code. Options hold those of every command too (CommonOptions). */
  run(world: World, args: string[], options: OptionValues, all: () => Promise<Commands>): Promise<number>;
}

/** Every command, each as its file exports it, and the program in which all of them are defined. */
export interface Commands {
  program: Command;
  verbs: ReadonlyMap<string, Verb>;
}
