import { describe, expect, test } from "vitest";
import { type Life, lifeOf, type Version } from "../../src/diff/life.js";
import type { Bet, Northstar } from "../../src/file/northstar.js";
import { eventsOf, tellLife } from "../../src/render/life.js";
import { englishWords } from "../../src/render/words/words.js";

const star = (more: Partial<Northstar> = {}): Northstar => ({
  name: "Shared Charts",
  definition: "The number of charts that two colleagues look at in a week.",
  game: "productivity",
  inputs: [{ id: "charts", name: "Charts", definition: "Charts that are made in a week." }],
  ...more,
});

const bet: Bet = {
  level: 1,
  id: "start",
  for: "charts",
  if: "charts had a start",
  ["then" as const]: "more are made",
};
const lost: Bet = {
  ...bet,
  stage: "closed",
  outcome: { date: "2020-03-01", verdict: "lost", learned: "Nobody saw it." },
};

const version = (commit: string, day: string, value: Northstar, ...parents: string[]): Version => ({
  commit,
  day,
  author: "Ada",
  subject: commit,
  parents,
  star: value,
});

/** What a person reads: a line for each thing, behind its day. */
function lines(life: Life): string[] {
  return tellLife(life, englishWords).chapters.flatMap((chapter) => [
    [chapter.title, chapter.span, chapter.reason].filter(Boolean).join(" | "),
    ...eventsOf(chapter).flatMap(({ day, told }) =>
      told.map(({ label, text, more }) => [day, label, text, ...more].filter(Boolean).join(" | ")),
    ),
  ]);
}

describe("without versions", () => {
  test("the file tells its former metrics and its closed bets", () => {
    const now = star({
      bets: [lost],
      history: [
        { name: "Logins", reason: "They say little." },
        { name: "Charts Made", date: "2020-06-01", reason: "Nobody looked." },
      ],
    });
    expect(lines(lifeOf([], now))).toEqual([
      "Logins | They say little.",
      "Charts Made | until 2020-06-01 | Nobody looked.",
      "2020-03-01 | Lost | If charts had a start, then more are made | Learned: Nobody saw it.",
      "Shared Charts | since 2020-06-01",
    ]);
  });
});

describe("of versions and the file together", () => {
  test("a metric that both know is told once, with the day and the reason of the file", () => {
    const was = star({ name: "Charts Made", definition: "The number of charts in a week." });
    const now = star({
      history: [{ name: "Charts Made", date: "2020-06-01", reason: "Nobody looked." }],
    });
    expect(
      lines(lifeOf([version("a", "2020-01-01", was), version("b", "2020-07-01", now, "a")], now)),
    ).toEqual([
      "Charts Made | until 2020-06-01 | Nobody looked.",
      "2020-01-01 | First written down | 1 Input",
      "Shared Charts | since 2020-06-01",
      "2020-07-01 | In the place of Charts Made",
    ]);
  });

  test("a definition is another metric only where the file says so", () => {
    const three = star({ definition: "The number of charts that three colleagues look at in a week." });
    const two = star({
      history: [{ name: three.name, definition: three.definition, date: "2020-02-01", reason: "Too many." }],
    });
    const [a, b] = [version("a", "2020-01-01", three), version("b", "2020-02-03", two, "a")];
    expect(lines(lifeOf([a, b], two))).toEqual([
      "Shared Charts | until 2020-02-01 | Too many.",
      "2020-01-01 | First written down | 1 Input",
      "Shared Charts | since 2020-02-01",
      "2020-02-03 | Counted in another way",
    ]);
    const silent = star();
    expect(lines(lifeOf([a, version("b", "2020-02-03", silent, "a")], silent))).toEqual([
      "Shared Charts",
      "2020-01-01 | First written down | 1 Input",
      `2020-02-03 | Counted in another way | ${silent.definition} | Before: ${three.definition}`,
    ]);
  });

  test("a bet is closed once, on the day of its outcome and in the words that stand there last", () => {
    const mended: Bet = {
      ...lost,
      outcome: { date: "2020-03-01", verdict: "lost", learned: "Nobody knew it." },
    };
    const versions = [
      version("a", "2020-01-01", star()),
      version("b", "2020-02-01", star({ bets: [bet] }), "a"),
      version("c", "2020-03-04", star({ bets: [lost] }), "b"),
      version("d", "2020-03-05", star({ bets: [mended] }), "c"),
      version("e", "2020-09-01", star({ bets: [] }), "d"),
    ];
    expect(lines(lifeOf(versions, star()))).toEqual([
      "Shared Charts",
      "2020-01-01 | First written down | 1 Input",
      "2020-02-01 | A new bet | If charts had a start, then more are made",
      "2020-03-01 | Lost | If charts had a start, then more are made | Learned: Nobody knew it.",
    ]);
  });
});

describe("merges", () => {
  const more = star({ inputs: [...star().inputs, { name: "Views", definition: "Views in a week." }] });
  const reworded = star({ definition: "The number of charts that two people look at in a week." });
  const both = star({ inputs: more.inputs, definition: reworded.definition });
  const versions = [
    version("a", "2020-01-01", star()),
    version("b", "2020-02-01", more, "a"),
    version("c", "2020-02-02", reworded, "a"),
  ];

  test("are no news where they only bring together", () => {
    expect(lines(lifeOf([...versions, version("d", "2020-02-03", both, "b", "c")], both)).slice(2)).toEqual([
      "2020-02-01 | New among the Inputs | Views",
      `2020-02-02 | Counted in another way | ${reworded.definition} | Before: ${star().definition}`,
    ]);
  });

  test("tell what differs from all that they bring together", () => {
    const strict = star({ inputs: more.inputs, definition: "The number of charts in a week." });
    expect(
      lines(lifeOf([...versions, version("d", "2020-02-03", strict, "b", "c")], strict)).at(-1),
    ).toContain("2020-02-03 | Counted in another way | The number of charts in a week.");
  });

  test("of a commit that was picked to both sides tell it once", () => {
    const picked = version("c", "2020-02-01", star({ inputs: more.inputs, owner: "Bo" }), "z");
    const life = lifeOf(
      [
        version("a", "2020-01-01", star()),
        version("b", "2020-02-01", more, "a"),
        version("z", "2020-01-15", star({ owner: "Bo" }), "a"),
        { ...picked, subject: "b" },
        version("d", "2020-02-03", star({ inputs: more.inputs, owner: "Bo" }), "b", "c"),
      ],
      more,
    );
    expect(lines(life).filter((line) => line.includes("Views"))).toHaveLength(1);
  });
});

test("a version that cannot be read is passed over, and what it changed is told with the next", () => {
  const { star: _, ...broken } = version("b", "2020-02-01", star(), "a");
  const now = star({ vision: "Everybody sees" });
  const life = lifeOf(
    [
      version("a", "2020-01-01", star()),
      { ...broken, fault: "line 1: wrong" },
      version("c", "2020-03-01", now, "b"),
    ],
    now,
  );
  expect(lines(life).at(-1)).toBe("2020-03-01 | Vision | Everybody sees");
  expect(life.unread).toMatchObject([{ commit: "b", fault: "line 1: wrong" }]);
});

test("limits, owners and answers of the checklist are told in words", () => {
  const was = star({
    owner: "Ada",
    limits: { opportunities: 3 },
    checklist: { value: "They keep them." },
    bets: [bet],
  });
  const [input] = was.inputs;
  const now = star({
    owner: "Bo",
    limits: { opportunities: 2, active: 4 },
    checklist: { value: "They come back to them." },
    inputs: [{ ...(input as (typeof was.inputs)[number]), owner: "Grace" }],
    bets: [{ ...bet, owner: "Sharing team" }],
  });
  const life = lifeOf([version("a", "2020-01-01", was), version("b", "2020-02-01", now, "a")], now);
  expect(lines(life).slice(2)).toEqual([
    "2020-02-01 | Owner | Bo | Before: Ada",
    "2020-02-01 | Most opportunities at a time | 2 | Before: 3",
    "2020-02-01 | Most bets at a time | 4",
    `2020-02-01 | ${englishWords.points.value} | They come back to them. | Before: They keep them.`,
    "2020-02-01 | Owner (Charts) | Grace",
    "2020-02-01 | Owner (If charts had a start) | Sharing team",
  ]);
});
