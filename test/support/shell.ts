import { spawnSync } from "node:child_process";

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program in a folder, with nothing of this process around it but its path. */
export function execute(
  [program = "", ...args]: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: process.env.HOME, GIT_CONFIG_GLOBAL: "/dev/null", ...env },
  });
  return { status, stdout, stderr };
}

/** Runs a script as pipelines do: it ends with the first command that fails. */
export function bash(script: string, cwd: string, env: Record<string, string> = {}): Ran {
  return execute(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd, env);
}
