/** What an agent can call: by the names, words and shapes that it is told, each with what it does. */
import type { CallToolResult, McpServer } from "@modelcontextprotocol/server";
import { array, boolean, number, object, enum as oneOf, string } from "zod";
import { points, severities } from "../../../file/problem.js";
import { errorMessage, Failure } from "../../host/exit.js";
import type { Asked } from "./asked-star.js";

/** How long a text may be that is given, in characters. */
const longest = { file: 1_000_000, work: 20_000, sentence: 2_000, word: 200 };

/** What reads and changes nothing. */
const reading = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const place = object({ line: number(), column: number() });
const problems = array(
  object({
    rule: string(),
    point: oneOf(points).optional(),
    severity: oneOf(severities),
    confidence: oneOf(["high", "medium", "low"]),
    message: string(),
    question: string().optional(),
    chapter: number().optional(),
    range: object({ start: place, end: place }),
    help: string(),
  }),
).describe("What was found; lines and columns count from 1, columns in UTF-16 units.");
const state = oneOf(["met", "open", "doubtful", "broken"]);

/** Registers the tools. What they need is loaded when one is called. */
export function addTools(server: McpServer, asked: Asked): void {
  server.registerTool(
    "check",
    {
      title: "Check a North Star",
      description:
        "Judges a northstar.yaml against the seven points of the North Star Checklist: the file of this project, or a text as if it stood there. Use it before you propose a change of the file.",
      inputSchema: object({
        text: string().max(longest.file).optional().describe("The whole YAML text; the file when left out."),
      }),
      outputSchema: object({
        file: string(),
        name: string().optional(),
        score: string()
          .optional()
          .describe('"5 of 7 points met, 1 open"; not there where it cannot be read.'),
        reading: string().optional().describe("How the definition was understood."),
        points: array(object({ id: oneOf(points), number: number(), state })),
        problems,
        more: number().describe("How many problems are left out."),
      }),
      annotations: reading,
    },
    ({ text }) =>
      answered(async () => {
        const { checkFor, checkInLines } = await import("./check-text.js");
        const answer = await checkFor(asked, text);
        return [checkInLines(answer), answer];
      }),
  );

  server.registerTool(
    "explain",
    {
      title: "Explain a rule or a term",
      description:
        "Explains a rule by its id, a point of the checklist, a term of the North Star Playbook or a key of the file, with a bad and a good example.",
      inputSchema: object({
        id: string().max(longest.word).describe("lagging-metric, leading, opportunity, bets.disproof, …"),
      }),
      annotations: reading,
    },
    ({ id }) =>
      answered(async () => {
        const { pagesOf } = await import("../shared/explanations.js");
        return [pagesOf([id], { color: false, width: 100 }), undefined];
      }),
  );

  const bet = {
    id: string().optional(),
    if: string(),
    ["then" as const]: string(),
    stage: oneOf(["next", "active", "review", "closed"]).optional(),
    review: string().optional(),
    owner: string().optional(),
    disproof: string().optional(),
  };
  const words = array(string()).describe("The words of the description by which it was found.");
  server.registerTool(
    "which_input",
    {
      title: "Which Input does this work serve?",
      description:
        "Call it before you build: takes a description of work (a task, a request, a pull request) and tells which Input of the North Star it may serve, the opportunity under it, what would disprove that, and limits. It compares words and says how doubtful that is.",
      inputSchema: object({
        work: string()
          .min(1)
          .max(longest.work)
          .describe("What the work would make possible, and for whom, in a few sentences."),
      }),
      outputSchema: object({
        file: string(),
        metric: object({ name: string(), definition: string() }),
        fit: oneOf(["likely", "doubtful", "none"]),
        says: string().describe("How sure it is, and why."),
        candidates: array(
          object({
            id: string(),
            name: string(),
            definition: string(),
            owner: string().optional(),
            words,
            opportunities: array(object({ ...bet, words, interventions: array(object(bet)) })),
          }),
        ).describe("Inputs that speak of the work, the likeliest first."),
        others: array(object({ id: string(), name: string(), definition: string() })).describe(
          "Inputs that may be meant in other words.",
        ),
        warnings: array(
          object({
            kind: oneOf(["lost", "misfit"]),
            text: string(),
            learned: string().optional(),
            words: array(string()),
          }),
        ).describe("What was tried and lost, or moves no Input, and speaks of the same."),
        limits: array(string()),
        guardrails: array(object({ name: string(), breach: string().optional() })),
        question: string().describe("What to ask of the request."),
      }),
      annotations: reading,
    },
    ({ work }) =>
      answered(async () => {
        const { whichInput, whichInputLines } = await import("./which-input.js");
        const answer = await whichInput(asked, work);
        return [whichInputLines(answer), answer];
      }),
  );

  const sentence = string().max(longest.sentence);
  const writing = asked.write
    ? { write: boolean().optional().describe("Write it into the file, where it makes nothing worse.") }
    : {};
  server.registerTool(
    "propose_bet",
    {
      title: "Propose a bet",
      description: `Proposes a bet for the North Star file as a diff that a person applies. ${
        asked.write ? "It is written only with write: true." : "Nothing is written."
      } Level 2 is an opportunity (what would be different for customers), level 3 an intervention (what is tried for an opportunity).`,
      inputSchema: object({
        level: number().int().min(0).max(3),
        for: string()
          .max(longest.word)
          .describe("The id or name of what it stands under: an Input, an opportunity."),
        if: sentence.describe("What is bet on, after the word if."),
        ["then" as const]: sentence.describe("What comes of it, after the word then."),
        id: string().max(longest.word).optional(),
        owner: string().max(longest.word).optional(),
        problem: sentence.optional().describe("What is hard for customers now."),
        disproof: sentence.optional().describe("What would show that the bet is lost."),
        stage: oneOf(["next", "active", "review"]).optional(),
        review: string()
          .max(10)
          .optional()
          .describe("The day on which it is looked at again, as YYYY-MM-DD."),
        ...writing,
      }),
      outputSchema: object({
        file: string(),
        diff: string().describe("A unified diff, for git apply."),
        aside: string().optional(),
        problems,
        harmful: boolean().describe("Whether the file would have errors that it has not now."),
        score: string().optional(),
        written: boolean(),
      }),
      annotations: asked.write
        ? { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false }
        : reading,
    },
    (given) =>
      answered(async () => {
        const { proposalLines, proposeBet } = await import("./propose-bet.js");
        const { write, ...bet } = { write: false, ...given };
        const said = Object.entries(bet).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, [String(value)]] as const],
        );
        const answer = await proposeBet(asked, Object.fromEntries(said), asked.write && write === true);
        return [proposalLines(answer), answer];
      }),
  );
}

/** An answer as text and as a value; what could not be done is told as the result, with the next step. */
async function answered(
  answer: () => Promise<[text: string, value: Record<string, unknown> | undefined]>,
): Promise<CallToolResult> {
  try {
    const [text, value] = await answer();
    return { content: [{ type: "text", text }], ...(value && { structuredContent: value }) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { content: [{ type: "text", text: errorMessage(error) }], isError: true };
  }
}
