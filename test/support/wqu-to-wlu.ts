/** The playbook's way from Weekly Querying Users to Weekly Learning Users, as a repository of commits. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** A commit: its day, its author and the whole file. */
export interface Written {
  day: string;
  author: string;
  message: string;
  star: string;
}

const head = `product: Amplitude Analytics
`;

const querying = `
name: Weekly Querying Users
abbreviation: WQU
definition: The count of users who ran at least one query in the previous month.
game: productivity

vision: Help companies build better products.
strategy: Everybody in product can ask the data a question.

inputs:
  - id: activated
    name: Activated Users
    definition: New users who run a first query within seven days.
  - id: queries
    name: Queries per User
    definition: Queries that a user runs in a week.
  - id: data
    name: Events Sent
    definition: Organizations that send events in the week.

bets:
  - level: 0
    for: retention
    if: more users ask their data a question each week
    then: more customers are retained
`;

const editor = `  - level: 2
    id: editor
    for: queries
    if: users could change many charts at once
    then: they would query more
`;

const week = (text: string) => text.replace("in the previous month", "in the previous seven days");

const closedEditor = `${editor}    stage: closed
    outcome:
      date: 2017-03-31
      verdict: lost
      learned: The same experts queried more, and nobody else saw what they found.
`;

const results = `
results:
  - id: retention
    name: Customer retention
    kind: business
`;

const notebooks = `  - level: 2
    id: starting-points
    for: consumption
    if: users had a starting point for a new chart instead of an empty page
    then: more people would consume what they learn
`;

const learning = `
name: Weekly Learning Users
abbreviation: WLU
definition: >-
  The count of active users who have shared a learning that at least two other
  people consumed in the previous seven days.
game: productivity

vision: Help companies build better products.
strategy: Learning about a product is a team sport, so what one finds has to reach those who decide.

inputs:
  - id: activated
    name: Activated Organizations
    definition: Organizations with at least five weekly learning users.
  - id: broadcasts
    name: Broadcasted Learnings
    definition: Charts, dashboards and notebooks consumed by two or more people within seven days.
  - id: consumption
    name: Consumption of Learnings
    definition: Total reach of broadcasted learnings inside an organization over seven days.

bets:
  - level: 0
    for: retention
    if: more users share learnings that others consume
    then: more customers are retained
${closedEditor.replace("for: queries", "for: consumption")}`;

const history = `
history:
  - date: 2017-12-31
    name: Weekly Querying Users
    abbreviation: WQU
    definition: The count of users who ran at least one query in the previous seven days.
    reason: It measured one person asking a question, and the strategy moved on to teams.
`;

const wonNotebooks = `${notebooks}    stage: closed
    outcome:
      date: 2018-09-28
      verdict: won
      learned: Newcomers start from a chart that others understand, and share what they make of it.
`;

/** The way, commit by commit. */
export const wquToWlu: readonly Written[] = [
  {
    day: "2016-02-01",
    author: "Ada",
    message: "Write down what we steer by",
    star: head + querying + results,
  },
  {
    day: "2016-09-12",
    author: "Grace",
    message: "Count the week: a month hides who left",
    star: head + week(querying) + results,
  },
  {
    day: "2016-11-07",
    author: "Ada",
    message: "Bet on bulk editing",
    star: head + week(querying) + editor + results,
  },
  {
    day: "2017-04-03",
    author: "Ada",
    message: "Call the bet on bulk editing",
    star: head + week(querying) + closedEditor + results,
  },
  {
    day: "2018-01-08",
    author: "Grace",
    message: "Count learning instead of querying",
    star: head + learning + results + history,
  },
  {
    day: "2018-03-05",
    author: "Alan",
    message: "Bet on starting points",
    star: head + learning + notebooks + results + history,
  },
  {
    day: "2018-10-01",
    author: "Alan",
    message: "Call the bet on starting points",
    star: head + learning + wonNotebooks + results + history,
  },
];

/** Runs git in a folder on a day and as somebody, without settings of the machine. */
export function gitAs(cwd: string, author: string, day: string, args: readonly string[]): string {
  return execFileSync("git", [...args], {
    cwd,
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_SYSTEM: "/dev/null",
      GIT_AUTHOR_NAME: author,
      GIT_AUTHOR_EMAIL: `${author.toLowerCase()}@example.com`,
      GIT_AUTHOR_DATE: `${day}T10:00:00+0000`,
      GIT_COMMITTER_NAME: author,
      GIT_COMMITTER_EMAIL: `${author.toLowerCase()}@example.com`,
      GIT_COMMITTER_DATE: `${day}T10:00:00+0000`,
    },
  });
}

/** Makes a repository of a folder, in which a file is written version by version; the last is checked out. */
export function commitAll(
  cwd: string,
  versions: readonly Written[],
  { file = "northstar.yaml", format = "sha1" }: { file?: string; format?: "sha1" | "sha256" } = {},
): void {
  gitAs(cwd, "Ada", "2016-01-01", ["init", "-q", "-b", "main", `--object-format=${format}`]);
  for (const { day, author, message, star } of versions) {
    writeFileSync(join(cwd, file), star);
    gitAs(cwd, author, day, ["add", "-A"]);
    gitAs(cwd, author, day, ["commit", "-q", "-m", message]);
  }
}
