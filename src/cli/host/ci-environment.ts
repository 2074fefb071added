/** What environment variables say of the CI service that runs this. */
import type { World } from "./world.js";

/** Whether a job of GitHub Actions runs this. */
export function isActions({ env }: Pick<World, "env">): boolean {
  return env.GITHUB_ACTIONS === "true";
}

/** Whether something reads commands out of what is printed. */
export function isRunner({ env }: Pick<World, "env">): boolean {
  return isActions({ env }) || Boolean(env.TF_BUILD || env.TEAMCITY_VERSION);
}

/** Where the forge that runs the job shows the commit's files; null elsewhere. */
export function blobUrl({ env }: Pick<World, "env">): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  if (server && repository && commit) return `${server}/${repository}/blob/${commit}/`;
  if (env.CI_PROJECT_URL && env.CI_COMMIT_SHA) return `${env.CI_PROJECT_URL}/-/blob/${env.CI_COMMIT_SHA}/`;
  return null;
}
