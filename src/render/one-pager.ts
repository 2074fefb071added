/** The one-pager in GitHub-flavoured Markdown. */
import { markdown } from "./escape.js";
import { ours } from "./ours.js";
import { type BetTold, type Fact, type OpportunityTold, type Story, storyOf, type Told } from "./story.js";
import { mermaidTree, sentence } from "./tree.js";

/** A whole document; sections of which the file says nothing are not there. */
export function onePager(told: Told): string {
  const story = storyOf(told);
  const blocks = [
    `<!-- ${ours} -->\n<!-- markdownlint-disable MD013 -->`,
    `# ${markdown(story.abbreviation ? `${story.name} (${story.abbreviation})` : story.name)}`,
    `> ${markdown(story.definition)}`,
    list(factsOf(story).map(({ label, text }) => `**${label}:** ${markdown(text)}`)),
    ...why(story),
    ...section("The tree", [`\`\`\`mermaid\n${mermaidTree(story)}\`\`\``]),
    ...section("Results", [
      list(
        story.results.map(({ name, kind, definition }) =>
          join([`**${markdown(name)}**`, kind && ` (${kind})`, definition && `: ${markdown(definition)}`]),
        ),
      ),
    ]),
    ...section("Inputs", [
      table(
        ["Input", "How it is counted", "Factor", "Owner"],
        story.inputs.map(({ name, abbreviation, definition, factor, owner }) => [
          `**${markdown(name)}**${abbreviation ? ` (${markdown(abbreviation)})` : ""}`,
          markdown(definition),
          factor ?? "",
          markdown(owner ?? ""),
        ]),
      ),
    ]),
    ...bets(story),
    ...section("What we learned", [
      table(
        ["We bet", "Verdict", "We learned"],
        story.learned.map((bet) => [
          markdown(sentence(bet)),
          `**${bet.outcome.verdict}**`,
          `${markdown(bet.outcome.learned)} (${bet.outcome.date})`,
        ]),
      ),
    ]),
    ...section("Guardrails", [
      table(
        ["Guardrail", "How it is counted", "We stop and look at", "Owner"],
        story.guardrails.map(({ name, definition = "", breach = "", owner = "" }) => [
          `**${markdown(name)}**`,
          markdown(definition),
          markdown(String(breach)),
          markdown(owner),
        ]),
      ),
    ]),
    ...section("Earlier metrics", [
      table(
        ["Metric", "How it was counted", "Why it was left"],
        story.history.map(({ date, name, definition = "", reason = "" }) => [
          join([`**${markdown(name)}**`, date && ` (until ${date})`]),
          markdown(definition),
          markdown(reason),
        ]),
      ),
    ]),
    ...section("Next review", [reviewText(story)]),
    ...section("Sources", [list(story.sources.map(markdown))]),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

/** What stands under the definition: the game, whose metric it is, how exactly it is counted, its state. */
export function factsOf(story: Story): Fact[] {
  const { game, product, owner, status, counting, checklist } = story;
  const fact = (label: string, text: string | null): Fact[] => (text ? [{ label, text }] : []);
  return [
    ...fact("Game", `${game.name}, ${game.about}`),
    ...fact("Product", product),
    ...fact("Owner", owner),
    ...fact("Status", status),
    ...counting,
    ...fact("Checklist", checklist.summary),
  ];
}

function why(story: Story): string[] {
  const { checklist, vision, strategy, beliefs, exchanges } = story;
  return section("Why this metric", [
    vision && `**Vision:** ${markdown(vision)}`,
    strategy && `**Strategy:** ${markdown(strategy)}`,
    ...titled("What we believe", list(beliefs.map(markdown))),
    ...titled("When customers get value", list(exchanges.map(markdown))),
    ...titled(
      "The checklist",
      table(
        ["Point", "State", "Why it holds"],
        checklist.points.map(({ number, title, state, answer }) => [
          `${number}. ${title}`,
          `**${state}**`,
          markdown(answer ?? ""),
        ]),
      ),
    ),
  ]);
}

function bets(story: Story): string[] {
  const { results, inputs, loose } = story;
  const under = (things: readonly { name: string; bets: readonly BetTold[] }[]) =>
    list(things.flatMap(({ name, bets }) => bets.map((bet) => `**${markdown(name)}:** ${betText(bet)}`)));
  const opportunities = inputs
    .filter((input) => input.opportunities.length > 0)
    .map(({ name, opportunities }) => `**${markdown(name)}**\n${list(opportunities.map(opportunityText))}`);
  return section("Bets", [
    ...titled("North Star bets (level 0)", under(results)),
    ...titled("Input bets (level 1)", under(inputs)),
    ...titled("Opportunities and interventions (levels 2 and 3)", list(opportunities)),
    ...titled(
      "Bets that stand under nothing yet",
      list(loose.map((bet) => `**${bet.kind}:** ${betText(bet)}`)),
    ),
  ]);
}

function opportunityText(bet: OpportunityTold): string {
  const interventions = list(bet.interventions.map(betText));
  return join([betText(bet), interventions && `\n${interventions}`]);
}

function betText(bet: BetTold): string {
  const facts = [
    ...(bet.stage ? [`*${bet.stage.words}*`] : []),
    ...(bet.outcome ? [`**${bet.outcome.verdict}**`] : []),
    ...(bet.owner ? [markdown(bet.owner)] : []),
    ...(bet.review ? [`review ${bet.review.date}`] : []),
    ...(bet.expect ? [`expected ${markdown(bet.expect)}`] : []),
    ...(bet.disproof ? [`lost if ${markdown(bet.disproof)}`] : []),
    ...bet.links.map(markdown),
  ];
  return join([markdown(sentence(bet)), facts[0] && `\\\n${facts.join(" · ")}`]);
}

/** The day of the next review, if it is known, and the rhythm: ["2027-03-01", "every 6 months, last on 2026-09-01"]. */
export function reviewTexts({ review }: Story): { day: string | null; rhythm: string } | null {
  if (!review) return null;
  const { last, every, next } = review;
  const rhythm = [every && `every ${every}`, last && `last on ${last}`].filter(Boolean).join(", ");
  return { day: next, rhythm };
}

function reviewText(story: Story): string | null {
  const texts = reviewTexts(story);
  if (!texts) return null;
  return texts.day
    ? `**${texts.day}** (${texts.rhythm})`
    : `${texts.rhythm.charAt(0).toUpperCase()}${texts.rhythm.slice(1)}`;
}

function section(title: string, blocks: readonly (string | null)[]): string[] {
  const said = blocks.filter((block) => block !== null && block !== "");
  return said.length > 0 ? [`## ${title}`, ...said.map(String)] : [];
}

function titled(title: string, block: string): string[] {
  return block ? [`### ${title}`, block] : [];
}

/** Items may hold several lines; those after the first belong to their item. */
function list(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll("\n", "\n  ")}`).join("\n");
}

/** A table without the columns that say nothing. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = heads.map((_, column) => column).filter((column) => rows.some((row) => row[column]));
  const line = (cells: readonly (string | undefined)[]) =>
    `| ${kept.map((column) => cells[column] ?? "").join(" | ")} |`.replace(/ {2,}/g, " ");
  return rows.length > 0 ? [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n") : "";
}

function join(parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join("");
}
