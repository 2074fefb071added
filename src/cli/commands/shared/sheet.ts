/** What one-pagers are printed on. */
import type { Config } from "../../../config/config.js";
import type { Paper, Sheet } from "../../../render/view-model.js";

type Asked = Pick<Config, "paper" | "pages">;
type PaperName = NonNullable<Asked["paper"]>;

const papers: Readonly<Record<PaperName, Paper>> = { a4: "A4", letter: "letter" };
export const paperNames = Object.keys(papers) as PaperName[];

/** What is asked, the first that says something before the others; undefined where none does. */
export function sheetOf(...asked: readonly Asked[]): Sheet | undefined {
  const paper = asked.find((each) => each.paper !== undefined)?.paper;
  const pages = asked.find((each) => each.pages !== undefined)?.pages;
  if (paper === undefined && pages === undefined) return undefined;
  return { paper: papers[paper ?? "a4"], pages: pages ?? 1 };
}
