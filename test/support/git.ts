import { execFileSync } from "node:child_process";

/** Runs git in a folder as nobody in particular, on a day of the test's choice. */
export function git(cwd: string, args: readonly string[], day = "2026-11-02"): string {
  return execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
    cwd,
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      GIT_AUTHOR_DATE: `${day}T23:30:00-0800`,
      GIT_COMMITTER_DATE: `${day}T23:30:00-0800`,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_SYSTEM: "/dev/null",
    },
  });
}

/** Adds everything, or only some files, and commits it; makes the repository where there is none. */
export function commit(cwd: string, { day, files = ["."] }: { day?: string; files?: string[] } = {}): void {
  git(cwd, ["init", "-q", "-b", "main"]);
  git(cwd, ["add", ...files]);
  git(cwd, ["commit", "-q", "-m", "x"], day);
}
