import { dayNumber } from "../../../file/calendar.js";
import { datesIn } from "../../dates.js";
import type { Rule } from "../../rule.js";

export const impossibleDate: Rule = {
  id: "impossible-date",
  part: "review",
  severity: "error",
  summary: "A date that no calendar has",
  why: "A day that does not exist cannot come, so nobody would ever be reminded of it.",
  question: null,
  chapter: null,
  good: `
review:
  last: 2028-02-29
`,
  bad: `
review:
  last: 2026-02-30
#       ^^^^^^^^^^ there is no such day: February 2026 ends on the 28th
`,
  *check({ star }) {
    for (const { date, path } of datesIn(star))
      if (dayNumber(date) === null) yield { path, message: messageFor(date) };
  },
};

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function messageFor(date: string): string {
  const [year = "", month = ""] = date.split("-");
  const last = [30, 29, 28].find((day) => dayNumber(`${year}-${month}-${day}`) !== null);
  return `there is no such day: ${months[Number(month) - 1]} ${year} ends on the ${last}th`;
}
