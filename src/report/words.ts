/** What reports for people say in the same words. */
import type { PointState } from "../lint/check.js";
import { checklist } from "../lint/playbook.js";
import { rules } from "../lint/rules/index.js";
import { sentence } from "../reading/sentence.js";
import { bySeverity, type Told } from "./report.js";

/** Stands where a score would. */
export const unread = "not judged: this cannot be read as a North Star yet";

/** How the definition was read, so that a person sees at once when they were misunderstood. */
export function understood({ reading, skipped, star }: Told): string | null {
  if (skipped && skipped.length > 0)
    return `${star?.language ? `Written in \`${star.language}\`` : "Not in English, it seems"}: the ${skipped.length} rules that read English are off`;
  if (!reading) return null;
  return `Reads as: ${sentence(reading) ?? "nothing that can be counted"}`;
}

/** What comments of the file answer, and nobody is told again. */
export function ignoredIn({ ignored = [] }: Told): string | null {
  if (ignored.length === 0) return null;
  const rules = [...new Set(ignored.map(({ rule }) => rule))];
  return `Ignored in comments: ${rules.join(", ")}; northstar ignores says why`;
}

/** The team's answer, what to ask for one, or what speaks against the point. */
export function reasonOf({ id, state }: PointState, { star, problems }: Told): string {
  if (state === "open") return checklist[id].question;
  if (state === "met") return star?.checklist?.[id] ?? "";
  const [against] = problems
    .filter((each) => each.point === id && each.rule !== "unanswered-point")
    .sort(bySeverity);
  return rules.find((rule) => rule.id === against?.rule)?.summary ?? "This report does not show what stands";
}
