/** Messages for Teams as the parser of Adaptive Cards has them. */
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { postOf } from "../../src/digest/post.js";
import { teamsPost } from "../../src/digest/teams.js";
import { weekOf } from "../../src/digest/week.js";
import { wordsIn } from "../../src/render/words/words.js";
import { hostile, hostileTexts } from "../render/hostile.js";
import { published, starNames, told, withSeries } from "../render/stars.js";

/** What of the package is needed. */
interface AdaptiveCards {
  AdaptiveCard: new () => {
    parse(card: unknown, context: Context): void;
    getItemCount(): number;
    validateProperties(): { validationEvents: { message: string }[] };
  };
  SerializationContext: new (version: unknown) => Context;
  Versions: { v1_5: unknown };
}

interface Context {
  eventCount: number;
  getEventAt(at: number): { message: string };
}

/** The file of the package that can be required, which is too large to be a dependency. */
const file = process.env.NORTHSTAR_ADAPTIVE_CARDS;

describe.skipIf(!file)("the parser", () => {
  const { AdaptiveCard, SerializationContext, Versions } = (
    file ? createRequire(import.meta.url)(file) : {}
  ) as AdaptiveCards;

  function faultsIn(content: unknown): string[] {
    const [card, context] = [new AdaptiveCard(), new SerializationContext(Versions.v1_5)];
    card.parse(content, context);
    const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
    const all = [...events, ...card.validateProperties().validationEvents].map(({ message }) => message);
    expect(card.getItemCount()).toBeGreaterThan(0);
    // It refuses the same language every second time: findings/adaptivecards-lang.sh.
    return all.filter((message) => !/^Invalid value "[a-z]{2,3}" for property "lang"\.$/.test(message));
  }

  async function cardOf(
    { star, series }: Pick<ReturnType<typeof told>, "star" | "series">,
    language: string,
  ) {
    const week = weekOf({ star, from: "2025-12-20", to: "2026-10-01", series });
    return JSON.parse(teamsPost(postOf(week, await wordsIn(language), false), language)).attachments[0]
      .content;
  }

  const stars = [
    ...starNames.map((name) => [name, told(name)] as const),
    ["with numbers", withSeries(told("amplitude"))] as const,
    ...published,
    ...Object.entries(hostileTexts).map(([name, text]) => [`hostile ${name}`, hostile(text)] as const),
  ];

  test.each(stars)("has nothing against the card of %s", async (_, data) => {
    expect(faultsIn(await cardOf(data, data.star.language ?? "en"))).toEqual([]);
  });

  test("takes languages with regions, and would say what is wrong", async () => {
    const card = await cardOf(told("german"), "pt-BR");
    expect(card.lang).toBe("pt");
    expect(faultsIn(card)).toEqual([]);
    expect(await cardOf(told("german"), "no language")).not.toHaveProperty("lang");
    card.body[0].inlines[0].size = "Huge";
    card.body.push({ type: "Nothing" });
    expect(faultsIn(card)).toHaveLength(2);
  });
});
