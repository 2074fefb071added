/** The exit codes, the same for every command, format and option. */
export const exit = {
  /** Done, and nothing found at or above the threshold. */
  done: 0,
  /** Problems at or above the threshold. */
  problems: 1,
  /** It could not be done: usage, configuration, a missing or unreadable file, a crash. */
  failed: 2,
  /** The person pressed Ctrl-C, as shells say it. */
  stopped: 130,
} as const;

/** What could not be done and the next step, in one line: standard error shows it, and the exit code is 2. */
export class Failure extends Error {}
