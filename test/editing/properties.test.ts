/**
 * What holds for any edits of any North Star: they do what they say, and leave the rest alone.
 * @module-tag slow
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { addEntity, type EntityKind, entityKinds } from "../../src/editing/add-entity.js";
import { pathAt } from "../../src/editing/address.js";
import { closeBet, nextReview } from "../../src/editing/bets.js";
import { changeMetric } from "../../src/editing/change-metric.js";
import { entitiesIn, pickEntity } from "../../src/editing/entities.js";
import { isRefusal, type Plan } from "../../src/editing/plan.js";
import { removeValue, setValue } from "../../src/editing/set-value.js";
import { applyChange, placeOf } from "../../src/file/change.js";
import type { Document } from "../../src/file/document.js";
import { edit } from "../../src/file/edit.js";
import { documentIn } from "../support/document.js";
import { northstar } from "../support/northstar.js";

const words = fc.constantFrom(
  "Ada",
  "it's",
  "a: b",
  "# no",
  "yes",
  "2026-12-01",
  "é 🎉",
  "word ".repeat(30).trim(),
);
const address = fc.constantFrom(
  ..."name|definition|owner|vision|limits.active|sources|beliefs.0|checklist.value|inputs.0.name|inputs.0.id|inputs.orders.owner|inputs[1].factor|bets.0.for|bets.a.stage|bets.2.expect.by|results.0.name|x-team.lead".split(
    "|",
  ),
);
const kind = fc.constantFrom(...(Object.keys(entityKinds) as EntityKind[]));

/** What somebody may ask for. */
type Asked = (value: unknown, document: Document) => Plan | { reason: string };
const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.tuple(address, words).map(([where, word]) => at(where, (value, path) => setValue(value, path, [word]))),
  address.map((where) => at(where, removeValue)),
  fc.tuple(kind, words, fc.nat(3), words).map(([what, word, level, target]): Asked => {
    const said = Object.fromEntries(
      ["name", "text", "question", "answer", "definition", "if", "then"].map((name) => [name, [word]]),
    );
    return (value) => addEntity(value, what, { ...said, level: [String(level)], for: [target] });
  }),
  fc
    .tuple(fc.nat(9), words)
    .map(([number, learned]) =>
      onBet(number, (bet) => closeBet(bet, { date: "2026-11-02", verdict: "lost", learned })),
    ),
  fc
    .nat(9)
    .map((number) =>
      onBet(number, (bet) => [{ set: [...bet.path, "review"], to: nextReview(bet, "2026-11-02") }]),
    ),
  fc.tuple(words, words).map(([name, reason]): Asked => {
    const course = { name, definition: reason, reason, date: "2026-11-02", game: "attention" };
    return (_, document) => ({ changes: changeMetric(document, course) });
  }),
);

function at(
  where: string,
  plan: (value: unknown, path: readonly (string | number)[]) => ReturnType<Asked>,
): Asked {
  return (value) => {
    const place = pathAt(value, where);
    return isRefusal(place) ? place : plan(value, place.path);
  };
}

function onBet(number: number, plan: (bet: ReturnType<typeof entitiesIn>[0]) => Plan["changes"]): Asked {
  return (value) => {
    const bet = pickEntity(`#${number}`, entitiesIn(value, "bets"), "bets");
    return isRefusal(bet) ? bet : { changes: plan(bet) };
  };
}

/** A North Star as people write it, with a comment and an empty line above each of its keys. */
const texts = fc
  .tuple(northstar, fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE"), fc.boolean(), fc.boolean())
  .map(([star, defaultStringType, indentSeq, windows]) => {
    const yaml = stringify(star, {
      defaultStringType,
      defaultKeyType: "PLAIN",
      indentSeq,
      lineWidth: 0,
    } as const);
    const text = yaml.replace(/^(?=[a-z])/gm, "\n# said in May\n");
    return windows ? text.replaceAll("\n", "\r\n") : text;
  });

/** The text of each key of the file, without the empty lines and comments above the next. */
function sections(text: string): Map<string, string> {
  const parts = text.split(/^(?=[\w-]+:)/m).slice(1);
  const trimmed = parts.map((part) => part.replace(/(?:\r?\n(?:#.*|[ \t]*))*$/, ""));
  return new Map(trimmed.map((part) => [/^[\w-]+/.exec(part)?.[0] ?? "", part]));
}

test("edits say what was asked for, and every key that they do not touch keeps its bytes", () => {
  let done = 0;
  fc.assert(
    fc.property(texts, fc.array(asked, { minLength: 1, maxLength: 4 }), (text, all) => {
      let now = text;
      for (const each of all) {
        const document = documentIn(now);
        const planned = each(document.value, document);
        if (isRefusal(planned)) continue;
        const { text: next } = edit(document, planned.changes);
        expect(documentIn(next).value).toEqual(planned.changes.reduce(applyChange, document.value));
        const touched = new Set(planned.changes.map((change) => placeOf(change)[0]));
        const [before, after] = [sections(now), sections(next)];
        for (const [key, part] of before) if (!touched.has(key)) expect(after.get(key), next).toBe(part);
        for (const comment of now.matchAll(/^#.*$/gm)) expect(next).toContain(comment[0]);
        now = next;
        done += 1;
      }
    }),
    { numRuns: 200 },
  );
  expect(done).toBeGreaterThan(100);
}, 60_000);

test("a change of the metric loses no comment of what it moves, wherever it stands", () => {
  let moved = 0;
  const noted = texts.map((text) =>
    text.replace(/^(?:checklist|excludes|unit|window):.*$/gm, (line) =>
      /:\r?$/.test(line)
        ? `${line.trimEnd()} # beside ${line.slice(0, 4)}\n${line.startsWith("c") ? "  # inside" : "  # in a list"}`
        : line,
    ),
  );
  const course = { name: "Other", definition: "Another.", reason: "x", date: "2026-11-02" };
  fc.assert(
    fc.property(noted, fc.constantFrom("", "history: []\n", "history: [{ name: Old }]\n"), (text, more) => {
      const document = documentIn(more && !/^history:/m.test(text) ? `${text}\n${more}` : text);
      const changes = changeMetric(document, course);
      const next = documentIn(edit(document, changes).text);
      expect(next.value).toEqual(changes.reduce(applyChange, document.value));
      const commentsOf = ({ text, comments }: Document) =>
        comments.map(({ from, to }) => text.slice(from, to).trim()).sort();
      expect(commentsOf(next)).toEqual(commentsOf(document));
      if (/# inside/.test(document.text)) moved += 1;
    }),
    { numRuns: 60 },
  );
  expect(moved).toBeGreaterThan(3);
}, 60_000);
