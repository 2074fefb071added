import type { RunError } from "../../report/report.js";

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
export class Failure extends Error {
  /** What reports for programs show of it, with the places that it is about. */
  readonly errors: readonly RunError[];

  constructor(message: string, errors: readonly RunError[] = [{ message }]) {
    super(message);
    this.errors = errors;
  }
}

/** A failure that is about a file. */
export function failureAt(path: string, message: string): Failure {
  return new Failure(message, [{ message, path }]);
}

/** Several failures as one. */
export function combineFailures(failures: readonly Failure[]): Failure {
  return new Failure(
    failures.map(({ message }) => message).join("; "),
    failures.flatMap(({ errors }) => errors),
  );
}

/** What comes of a promise, or the failure that it ends with. */
export function catchFailure<T>(promise: Promise<T>): Promise<T | Failure> {
  return promise.catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
}

/** Whatever was thrown, in words for the person; what is no {@link Failure} is a fault of ours. */
export function errorMessage(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const [what] = (error instanceof Error ? error.message : String(error)).split("\n");
  return `crashed: ${what} (our fault: please report it as the README says, with what --debug adds)`;
}
