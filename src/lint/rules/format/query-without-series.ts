import type { Northstar } from "../../../file/northstar.js";
import type { Path } from "../../../file/problem.js";
import type { Rule } from "../../rule.js";

export const queryWithoutSeries: Rule = {
  id: "query-without-series",
  part: "format",
  severity: "error",
  summary: "A query whose answer has no place, or a connection without a query",
  why: `\`northstar measure --refresh\` asks the query and keeps what it gives in the file under \`series\`. Without
one there is nowhere to keep it, and the query is never asked. \`on\` says where the query runs, so it says nothing
where there is none.`,
  question: null,
  chapter: null,
  good: `
series: data/weekly-learning-users.csv
query: sql/weekly-learning-users.sql
on: warehouse
`,
  bad: `
query: sql/weekly-learning-users.sql
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what this query gives is kept nowhere; name a file for it, such as \`series: data/weekly-learning-users.csv\`
`,
  *check({ star }) {
    yield* missingIn(star, []);
    for (const list of ["inputs", "results", "guardrails"] as const)
      for (const [index, each] of (star[list] ?? []).entries()) yield* missingIn(each, [list, index]);
  },
};

function* missingIn({ series, query, on }: Pick<Northstar, "series" | "query" | "on">, path: Path) {
  if (query !== undefined && series === undefined)
    yield {
      path: [...path, "query"],
      message: `what this query gives is kept nowhere; name a file for it, such as \`series: data/${nameOf(query)}.csv\``,
    };
  if (on !== undefined && query === undefined)
    yield {
      path: [...path, "on"],
      message: "no query runs here; name its file, such as `query: sql/weekly.sql`, or take this out",
    };
}

/** The name of a file without its folder and its ending. */
function nameOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.\w+$/, "");
}
