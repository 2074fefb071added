/** GitHub Actions: annotations at the lines of a change, and the summary of a job. */
import { randomBytes } from "node:crypto";
import { appendFileSync, statSync } from "node:fs";
import type { Report } from "../report/report.js";
import { attempt } from "./read.js";
import { say } from "./terminal.js";
import type { World } from "./world.js";

/** GitHub drops the whole summary of a step that is larger than this, in bytes. */
const most = 1024 * 1024;

/**
 * The report for people with an annotation for each problem. The runner reads commands out of whatever is printed,
 * so it is told to leave the report alone, which quotes texts that anybody may have written.
 */
export async function annotated(report: Report, text: string): Promise<string> {
  const { github } = await import("../report/github.js");
  const token = randomBytes(16).toString("hex");
  return `::stop-commands::${token}\n${text}::${token}::\n${github(report)}`;
}

/** Adds all problems to the summary of the job, since a step shows ten annotations of a kind at most. */
export async function summarize(world: World, report: Report): Promise<void> {
  const file = world.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const { markdownReport } = await import("../report/markdown.js");
  const written = attempt(() => {
    const there = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    appendFileSync(file, shortened(`${markdownReport(report)}\n`, most - there));
  });
  if ("reason" in written) say(world, `cannot write the summary of the job: ${written.reason}`);
}

/** As many whole blocks of Markdown as fit into so many bytes. */
function shortened(text: string, room: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= room) return text;
  const more = "\n\nThe rest does not fit into a summary: the log has everything.\n";
  const head = bytes.subarray(0, Math.max(0, room - more.length)).toString("utf8");
  return head.slice(0, Math.max(0, head.lastIndexOf("\n\n"))) + (room > more.length ? more : "");
}
