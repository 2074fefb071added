/** Tells an agent which Input a piece of work serves, with what is bet there, and how doubtful that is. */
import { joinWords, listSome, quoted } from "../../../file/message-text.js";
import { type Bet, type Named, named } from "../../../file/northstar.js";
import { type ServedInput, type Serving, servedInputs } from "../../../lint/served-inputs.js";
import { viewModelOf } from "../../../render/view-model.js";
import { plain } from "../../../report/escape.js";
import { type Asked, askedStar } from "./asked-star.js";

/** So many Inputs, opportunities of each and interventions of each are told, the likeliest first. */
const most = { inputs: 3, opportunities: 3, interventions: 3, others: 20 };

/** What is asked of a request (playbook, chapter 4). */
export const requestQuestion =
  "What does the person behind the request want to get done, which Input would rise if more people could, and is what they ask for the best way there?";

export type WhichInput = Awaited<ReturnType<typeof whichInput>>;

/** Compares a description of work with the Inputs and the bets under them. */
export async function whichInput(asked: Asked, work: string) {
  const { file, star, data, settings } = await askedStar(asked);
  const serving = servedInputs(star, work, settings.judging.lexicon);
  const candidates = serving.candidates.slice(0, most.inputs).map(inputTold);
  const told = new Set(candidates.map(({ id }) => id));
  const view = viewModelOf(data);
  return {
    file,
    metric: { name: plain(star.name), definition: cut(star.definition) },
    fit: serving.fit,
    says: sayingOf(serving, star.language ?? "en"),
    candidates,
    others: named(star)
      .inputs.filter(({ id }) => !told.has(id))
      .slice(0, most.others)
      .map(({ id, value }) => ({ id, name: cut(value.name), definition: cut(value.definition) })),
    warnings: serving.warnings.slice(0, 3).map(({ kind, text, learned, words }) => ({
      kind,
      text: cut(text),
      learned: learned ? cut(learned) : undefined,
      words: words.map(plain),
    })),
    limits: view.limits.map(({ text }) => text),
    guardrails: view.guardrails.slice(0, 5).map(({ name, breach }) => ({
      name: cut(name),
      breach: breach === undefined ? undefined : cut(String(breach)),
    })),
    question: requestQuestion,
  };
}

function inputTold({ input, words, opportunities }: ServedInput) {
  const { name, definition, owner } = input.value;
  return {
    id: input.id,
    name: cut(name),
    definition: cut(definition),
    owner: owner === undefined ? undefined : cut(owner),
    words: words.map(plain),
    opportunities: opportunities.slice(0, most.opportunities).map(({ bet, words, interventions }) => ({
      ...betTold(bet),
      words: words.map(plain),
      interventions: interventions.slice(0, most.interventions).map(betTold),
    })),
  };
}

function betTold({ id, value }: Named<Bet>) {
  const { stage, review, owner, disproof } = value;
  return {
    id: id || undefined,
    if: cut(value.if),
    ["then" as const]: cut(value.then),
    stage,
    review,
    owner: owner === undefined ? undefined : cut(owner),
    disproof: disproof === undefined ? undefined : cut(disproof),
  };
}

/** How sure it is, in a sentence or two. */
function sayingOf({ fit, candidates }: Serving, language: string): string {
  const [first, second] = candidates;
  const words = (served: ServedInput) => listSome(served.words.map((word) => quoted(word)));
  const limit = /^en\b/i.test(language)
    ? "Words were compared, not meanings: whether the work moves it, and in which direction, is for people to say."
    : "Words were compared as they are written, since forms are known of English only.";
  if (!first || fit === "none")
    return `No Input speaks of this work. Either it serves none, or it is described in other words: ask before you build. ${limit}`;
  const speaks = `${quoted(first.input.value.name)} speaks of ${words(first)}`;
  if (fit === "likely") return `Likely: ${speaks}. ${limit}`;
  const also = second
    ? `, and ${quoted(second.input.value.name)} of ${words(second)}`
    : ", and of nothing else in it";
  return `Doubtful: ${speaks}${also}. Ask before you build. ${limit}`;
}

/** A text of the file on one line, not longer than people read. */
function cut(text: string): string {
  const line = plain(text);
  return line.length > 400 ? `${line.slice(0, 399)}…` : line;
}

/** The answer in lines. */
export function whichInputLines(answer: WhichInput): string {
  const { metric, says, candidates, others, warnings, limits, guardrails, question } = answer;
  return [
    says,
    "",
    `North Star Metric: ${metric.name} (${metric.definition})`,
    ...candidates.flatMap(inputLines),
    ...(others.length > 0 ? ["", candidates.length > 0 ? "Other Inputs:" : "The Inputs:"] : []),
    ...others.map(({ id, name, definition }) => `- ${name} [${id}]: ${definition}`),
    ...warnings.map(({ kind, text, learned, words }) =>
      kind === "lost"
        ? `\nTried and lost, and speaks of ${joinWords(words, "and")}: ${text}. Learned: ${learned}`
        : `\nNoted as moving no Input, and speaks of ${joinWords(words, "and")}: ${text}`,
    ),
    ...(limits.length > 0 ? ["", `Limits: ${limits.join("; ")}.`] : []),
    ...guardrails.map(
      ({ name, breach }) => `Must not get worse: ${name}${breach ? ` (stop at ${breach})` : ""}`,
    ),
    "",
    `Ask: ${question}`,
  ].join("\n");
}

function inputLines({
  id,
  name,
  definition,
  owner,
  opportunities,
}: WhichInput["candidates"][number]): string[] {
  return [
    "",
    `Input ${name} [${id}]${owner ? `, ${owner}` : ""}: ${definition}`,
    ...(opportunities.length === 0
      ? ["  No opportunity is open under it: propose_bet proposes one of level 2."]
      : []),
    ...opportunities.flatMap((each) => [
      `  Opportunity ${betLine(each)}`,
      ...each.interventions.map((bet) => `    Intervention ${betLine(bet)}`),
    ]),
  ];
}

function betLine(
  bet: WhichInput["candidates"][number]["opportunities"][number]["interventions"][number],
): string {
  const facts = [bet.stage, bet.owner, bet.review && `review ${bet.review}`].filter(Boolean).join(", ");
  const end = bet.disproof ? `lost if ${bet.disproof}` : "what would disprove it is not said";
  return `${bet.id ? `[${bet.id}] ` : ""}if ${bet.if}, then ${bet.then}${facts ? ` (${facts})` : ""}; ${end}`;
}
