/** What shells complete: commands, their flags, and the values that both take. */

/** Files, one of a few words, or anything else, which no shell can guess. */
export type Values = "files" | "anything" | readonly string[];

export interface Flag {
  /** `-f`; null where there is only a long one. */
  short: string | null;
  /** `--format` */
  long: string;
  description: string;
  /** What it takes; null for nothing. */
  takes: Values | null;
  /** Whether its value may be left out; then it stands behind an equals sign. */
  optional: boolean;
}

export interface CommandSpec {
  name: string;
  summary: string;
  /** Its own, and those that every command has. */
  flags: readonly Flag[];
  operands: Values;
}

export interface Spec {
  /** Before any command. */
  flags: readonly Flag[];
  commands: readonly CommandSpec[];
}

/** The names of a flag. */
export function flagNames({ short, long }: Flag): string[] {
  return short === null ? [long] : [short, long];
}
