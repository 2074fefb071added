/** Templates that add to lists of another one: nothing that it asks is lost. */
import { expect, test } from "vitest";
import { templateFor } from "../../src/cli/host/templates.js";
import { startSession } from "../../src/interview/session.js";

const world = { home: new URL("../../", import.meta.url), cwd: process.cwd(), args: [] };

/** The questions about a list, each with its place. */
function asked(names: readonly string[], list: string): string[] {
  return startSession(templateFor(world, names, undefined)).steps.flatMap((step) =>
    step.kind === "blank" && step.path[0] === list && step.path.at(-1) !== "if" && step.path.at(-1) !== "then"
      ? [`${step.path.slice(1).join(".")} ${step.question.ask}`]
      : [],
  );
}

test.each([[["opportunity"]], [["blank", "opportunity"]]])(
  "the template for an opportunity leaves the bets of other levels to the template it is added to: %s",
  (names) => {
    expect(asked(names, "bets")).toEqual([
      "0.for The North Star bet: which result do you bet on?",
      "1.for An Input bet: which Input drives the metric most?",
      "2.for Another Input bet: which other Input drives the metric?",
      "3.for And which other Input?",
      "4.for And which other Input?",
      "5.for And the last one?",
      "6.for Which Input could you influence next?",
      "6.id What do you call this opportunity, in two or three words?",
      "7.for An intervention: which opportunity does it pursue?",
      "8.for Another intervention: which opportunity does it pursue?",
    ]);
    const { value, sections } = templateFor(world, names, undefined);
    const levels = [...(sections.byKey.get("bets") ?? "").matchAll(/level: (\d)/g)].map(([, level]) => level);
    expect(levels).toEqual(["0", "1", "1", "1", "1", "1", "2", "3", "3"]);
    expect(value.bets).toHaveLength(9);
  },
);

test("beliefs of two templates stand side by side, and the same one only once", () => {
  const more = "0 What would you have to see more of?";
  expect(asked(["beliefs"], "beliefs")[0]).toBe(more);
  expect(asked(["beliefs"], "beliefs")).toHaveLength(13);
  expect(asked(["candidate", "blank"], "beliefs")).toEqual([more, "0 How could that be counted?"]);
});

test("Inputs of another template take the place of the ones below", () => {
  expect(asked(["blank", "attention"], "inputs")[0]).toMatch(/^0\.name Breadth: .*pay attention/);
});
