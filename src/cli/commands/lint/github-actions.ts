/** GitHub Actions: annotations at the lines of a change, and the summary of a job. */
import { randomBytes } from "node:crypto";
import { appendFileSync, statSync } from "node:fs";
import type { Report } from "../../../report/report.js";
import { attempt } from "../../host/read-file.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";

/** GitHub drops the whole summary of a step that is larger than this, in bytes. */
const largestSummary = 1024 * 1024;
const reason = "GitHub drops a summary that is larger than this; the log of the job has everything";

/**
 * The report for people with an annotation for each problem. The runner reads commands out of whatever is printed,
 * so it is told to leave the report alone, which quotes texts that anybody may have written.
 */
export async function annotated(report: Report, text: string): Promise<string> {
  const { github } = await import("../../../report/github.js");
  if (text === "") return github(report);
  const token = randomBytes(16).toString("hex");
  return `::stop-commands::${token}\n${text}::${token}::\n${github(report)}`;
}

/** Adds all problems to the summary of the job, since a step shows ten annotations of a kind at most. */
export async function summarize(world: World, report: Report): Promise<void> {
  const file = world.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const { markdownWithin } = await import("../../../report/markdown.js");
  const written = attempt(() => {
    const there = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    const limit = { most: largestSummary - there - 1, sizeOf: Buffer.byteLength, reason };
    const text = markdownWithin(report, limit);
    if (text !== "") appendFileSync(file, `${text}\n`);
  });
  if ("reason" in written) printMessage(world, `cannot write the summary of the job: ${written.reason}`);
}
