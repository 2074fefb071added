import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { documentFor } from "../../src/interview/document.js";
import { targetOptions } from "../../src/interview/sentence-text.js";
import { currentStep, giveAnswer, skip, startSession } from "../../src/interview/session.js";
import { cueWords, pathKey, readTemplate } from "../../src/interview/template.js";
import { checkSource } from "../../src/lint/check.js";
import { convergingQuestions } from "../../src/lint/review-questions.js";
import { rules } from "../../src/lint/rules/index.js";
import { templateFrom, templates, wholeTemplates } from "./templates.js";

test("a template says what to ask about each blank", () => {
  const { about, sections, comments, cues, closing } = templateFrom(`
#? about: a test
# Kept.
#? part: Name
#? sentence: It is called {name}, and
#?   that is {definition}.
#? ask: What is it called?
#? hint: Short.
#? example: Full Carts
#? example: Regular Readers
#? explain: One.
#? explain: Two.
name: ____
definition: ____
#? say: attention = People read.
game: ____
#? items: 3 to 5
inputs:
  #? check: All of {inputs}?
  #? hint: Really?
  - name: ____
#? ask: For whom?
#? ask: Which need?
vision: For ____ who ____.
#? check: Is {name} good?
`);
  expect(about).toBe("a test");
  expect([...cues.keys()]).toEqual(["name", "game", "inputs", "inputs.0.name", "vision"]);
  expect(cues.get("name")).toEqual({
    part: "Name",
    checks: [],
    sentence: "It is called {name}, and that is {definition}.",
    questions: [
      {
        ask: "What is it called?",
        hints: ["Short."],
        examples: ["Full Carts", "Regular Readers"],
        explains: ["One.", "Two."],
        says: [],
      },
    ],
  });
  expect(cues.get("game")?.questions[0]?.says).toEqual([{ choice: "attention", statement: "People read." }]);
  expect(cues.get("inputs")?.items).toEqual({ least: 3, most: 5 });
  expect(cues.get("inputs.0.name")?.checks).toEqual([
    { sentence: "All of {inputs}?", hints: ["Really?"], explains: [] },
  ]);
  expect(cues.get("vision")?.questions.map((each) => each.ask)).toEqual(["For whom?", "Which need?"]);
  expect(closing).toEqual([{ sentence: "Is {name} good?", hints: [], explains: [] }]);
  expect(JSON.stringify([...sections.byKey, sections.head, ...comments])).not.toContain("#?");
});

const name = "name: ____\n";

test.each([
  ["", 1, /./],
  ["name: [", 1, /./],
  ["name: Full Carts\n", 1, "there is no blank to fill in; write ____ where an answer goes"],
  [`${name}nmae: ____\n`, 2, /nmae/],
  [`${name}inputs:\n  - name: ____\n    factor: breath\n`, 4, /./],
  [`#? exmaple: Full Carts\n${name}`, 1, "`exmaple:` is not known here; did you mean `example:`?"],
  [`#? ask:\n${name}`, 1, "nothing stands after `ask:`"],
  [`#? What is it?\n${name}`, 1, /begins with one of about, part/],
  [`#? ask: One?\n\n#? or two?\n${name}`, 3, /begins with one of/],
  [`#? ask: One?\n#? ask: Two?\n${name}`, 2, "one blank, one question: this is the second"],
  [
    `#? ask: One?\n#? ask: Two?\n#? ask: 3?\nvision: For ____, ____\n`,
    3,
    "2 blanks, 2 questions: this is one more",
  ],
  [`${name}#? ask: And now?\n`, 2, "there is no blank (____) below this question"],
  [`${name}#? hint: And now?\n`, 2, "there is no blank (____) below this question"],
  [`${name}#? part: The end\n`, 2, "`part:` needs a blank (____) below it"],
  [
    `#? sentence: It is {nmae}.\n${name}`,
    1,
    "{nmae} is not a key next to the blank or from the top of the file",
  ],
  [`#? check: Is it {metric}?\n${name}`, 1, /\{metric\} is not a key/],
  [`#? sentence: It is.\n${name}`, 1, "a sentence has a blank: ____, or {key} for a key"],
  [`#? items: 3 to 5\n${name}`, 1, "`items:` stands above a list"],
  [`#? items: three\nexchanges: [____]\n`, 1, "write `items:` as 3 to 5"],
  [`#? items: 5 to 3\nexchanges: [____]\n`, 1, "write `items:` as 3 to 5"],
  [`#? check: Is it {name}?\n#? example: Yes\n${name}`, 2, /belongs to a question/],
  ["#? say: fun = Yes.\ngame: ____\n", 1, /choice = statement, with one of attention/],
])("%j is no template, with line and hint", (text, line, message) => {
  const faults = readTemplate(text);
  expect(Array.isArray(faults) && faults[0]).toEqual({
    line,
    message: typeof message === "string" ? message : expect.stringMatching(message),
  });
});

test("all faults are told, in the order of the file", () => {
  const faults = readTemplate(`#? aks: One?\n${name}nmae: ____\n#? part: The end\n`);
  expect(Array.isArray(faults) && faults.map((fault) => fault.line)).toEqual([1, 3, 4]);
});

test.each(templates)("%s says in one line what it is for, and asks about every blank", (_, template) => {
  expect(template.about).toMatch(/^.{10,70}$/);
  expect(template.about).not.toMatch(/\.$/);
});

test("the last part asks the questions before a team settles on a metric", () => {
  const [, template] = templates.find(([name]) => name === "blank") ?? [];
  if (!template) throw new Error("there is no such template");
  const { cues, value } = template;
  const asked = convergingQuestions.map(({ question }) => ({ question, answer: "____" }));
  expect(Object.entries(value).at(-1)).toEqual(["reviews", asked]);
  for (const [index, { question, hint }] of convergingQuestions.entries()) {
    const [said] = cues.get(pathKey(["reviews", index, "answer"]))?.questions ?? [];
    expect(said?.ask).toBe(question);
    expect(said?.hints).toContain(hint);
  }
});

test("the guide shows every word, and its example is a template", () => {
  const guide = readFileSync("templates/README.md", "utf8");
  const [, example = ""] = /```yaml\n(.*?)```/s.exec(guide) ?? [];
  const { cues } = templateFrom(example);
  expect(cues.get("vision")?.questions.length).toBe(2);
  expect(cues.get("vision")?.checks.length).toBe(1);
  for (const word of cueWords) {
    expect(guide).toContain(`\n| \`${word}\` |`);
    expect(example).toContain(`#? ${word}: `);
  }
});

test.each(wholeTemplates)("%s: its own examples make a North Star without errors", (_, template) => {
  let session = startSession(template);
  for (let step = currentStep(session); step; step = currentStep(session)) {
    const bet = step.kind === "blank" && step.path.at(-1) === "for" ? step.path.slice(0, -1) : undefined;
    const target = bet && targetOptions(session, bet)[0]?.id;
    const example = step.kind === "blank" ? (step.field?.choices?.[0] ?? step.question.examples[0]) : "yes";
    const said = target ?? example;
    session = said ? giveAnswer(session, said) : skip(session);
  }
  const { text } = documentFor(session, { blanks: "needed", items: "needed" });
  const { star, problems } = checkSource(text, { rules, today: "2026-10-01" });
  expect(star).toBeDefined();
  expect(
    problems.filter((each) => each.severity === "error").map((each) => `${each.path}: ${each.message}`),
  ).toEqual([]);
});
