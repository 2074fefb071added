/** The agenda of the next review: what is due, in the minutes that there are. */
import { expect, test } from "vitest";
import { meetingOf, type Topic } from "../../src/digest/meeting.js";
import { meetingMarkdown, meetingText, toldMeeting } from "../../src/digest/meeting-text.js";
import type { Northstar } from "../../src/file/northstar.js";
import { points } from "../../src/file/problem.js";
import { wordsIn } from "../../src/render/words/words.js";
import { hostile, hostileTexts } from "../render/hostile.js";
import { escapesIn, faultsOf } from "../render/markdown.js";
import { told, withSeries } from "../render/stars.js";

const met = points.map((id, index) => ({ id, number: index + 1, state: "met" as const }));

const star: Northstar = {
  ...told("amplitude").star,
  owner: "Ada",
  bets: [
    bet({ stage: "active", review: "2026-09-20", owner: "Sharing pod" }),
    bet({ stage: "active", review: "2026-11-06" }),
    bet({
      stage: "review",
      expect: { direction: "up", by: "10 %", after: "3 weeks" },
      disproof: "few open one",
    }),
  ],
  limits: { active: 1 },
  review: { last: "2026-04-01", every: "6 months" },
  candidates: [{ name: "Charts shared" }],
};

function bet(more: object): NonNullable<Northstar["bets"]>[number] {
  return {
    level: 3,
    for: "starting-points",
    if: "we ship templates",
    // biome-ignore lint/suspicious/noThenProperty: the format calls it so
    then: "newcomers start from one",
    ...more,
  } as NonNullable<Northstar["bets"]>[number];
}

const dataOf = (given: Northstar = star, day = "2026-10-02") => ({
  star: given,
  day,
  points: met.map((each) => (each.id === "leading" ? { ...each, state: "doubtful" as const } : each)),
  stale: ["value" as const],
  series: withSeries(told("amplitude")).series,
});
const kinds = (topics: readonly Topic[]) => topics.map(({ kind }) => kind);

test("what is due is decided in the order that helps, and who does what comes last", () => {
  const meeting = meetingOf(dataOf({ ...star, series: "a.csv" }), 120);
  expect(kinds(meeting.topics)).toEqual([
    "numbers",
    "verdict",
    "look",
    "limit",
    "holds",
    "inputs",
    "checklist",
    "questions",
    "close",
  ]);
  expect(meeting.left).toEqual([]);
  expect(meeting.next).toBe("2026-11-06");
});

test.each([10, 15, 20, 30, 60, 480])(
  "a meeting of %i minutes has no longer agenda, and drops nothing",
  (most) => {
    const all = meetingOf(dataOf(), 480);
    const meeting = meetingOf(dataOf(), most);
    const minutes = meeting.topics.reduce((sum, topic) => sum + topic.minutes, 0);
    expect(minutes).toBe(meeting.minutes);
    expect(minutes).toBeLessThanOrEqual(most);
    expect(kinds([...meeting.topics, ...meeting.left]).sort()).toEqual(kinds(all.topics).sort());
  },
);

test("each topic says who brings it, what helps to decide, and how to note it", async () => {
  const words = await wordsIn("en");
  const meeting = meetingOf({ ...dataOf(), series: undefined }, 40);
  const commands = meeting.topics.map(({ kind }) => (kind === "verdict" ? ["northstar close '#3'"] : []));
  expect(
    meetingText(toldMeeting(meeting, commands, words, false), words, { color: false, width: 80 }),
  ).toBe(`Review of Weekly Learning Users, October 2, 2026
40 minutes

0:00–0:05  Nobody yet: Is “we ship templates” won, lost or unclear?
  • If we ship templates, then newcomers start from one
  • Expected up by 10 % after 3 weeks
  • Lost if few open one
    northstar close '#3'

0:05–0:10  Sharing pod: Look again at “we ship templates”
  • If we ship templates, then newcomers start from one
  • Due since September 20

0:10–0:15  Ada: 2 bets are active, 1 more than the limit of 1: which one waits?
  • “we ship templates”
  • “we ship templates”

0:15–0:25  Ada: Does Weekly Learning Users still hold?
  • Due since October 1

0:25–0:35  Ada: Which candidates become Inputs?
  • Charts shared

0:35–0:40  Ada: Who does what until when?

What has to wait
  • Does each point of the checklist hold? (5 minutes)
  • 13 questions of the quarter are open (10 minutes)
`);
});

test("where nothing is due there is one sentence, and no meeting", async () => {
  const calm = { ...star, bets: [], limits: {}, candidates: [] };
  const meeting = meetingOf({ ...dataOf(calm, "2026-08-03"), points: met, stale: [], series: undefined }, 60);
  expect(meeting).toMatchObject({ minutes: 0, topics: [], left: [] });
  expect(toldMeeting(meeting, [], await wordsIn("en"), false).note).toBe(
    "Nothing has to be decided on August 3, 2026, and nothing is due before October 1.",
  );
  expect(meetingOf(dataOf({ ...star, status: "retired" }), 60).topics).toEqual([]);
});

test("the questions of a quarter come with a review, or again where they were answered", () => {
  const { review: _, ...others } = star;
  const has = (given: Northstar) => kinds(meetingOf(dataOf(given), 480).topics).includes("questions");
  expect(has(others)).toBe(false);
  const answered = (date: string) => ({
    ...others,
    reviews: [{ date, question: "What does the metric not tell us?", answer: "Much." }],
  });
  expect(has(answered("2026-01-02"))).toBe(true);
  expect(has(answered("2026-09-02"))).toBe(false);
});

test.each(Object.entries(hostileTexts))("%s gets out of its place in no format", async (_, text) => {
  const meeting = meetingOf({ ...dataOf(hostile(text).star), stale: ["value"] }, 60);
  // Japanese puts no spaces around texts of the team's.
  const words = await wordsIn("ja");
  const said = toldMeeting(meeting, [], words, false);
  const markdown = meetingMarkdown(said, words);
  expect(escapesIn(markdown)).toEqual([]);
  expect(faultsOf(markdown).filter((fault) => !/MD034|MD060/.test(fault))).toEqual([]);
  const shown = meetingText(said, words, { color: false, width: 80 }).replaceAll("\n", "");
  expect(shown).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
});
