/** A North Star with blanks is no finished one, and no document of it looks like one. */
import { unfilledBlank } from "../lint/rules/format/unfilled-blank.js";
import type { Judged } from "../report/report.js";

/** What has blanks is called a draft in every document. */
export function markedDraft<One extends Pick<Judged, "star" | "problems">>(judged: One): One {
  const { star, problems } = judged;
  return star && problems.some(isUnfilled)
    ? { ...judged, star: { ...star, name: `Draft: ${star.name}` } }
    : judged;
}

/** Whether a problem is about a blank that nobody has filled in. */
export function isUnfilled({ rule }: { rule: string }): boolean {
  return rule === unfilledBlank.id;
}
