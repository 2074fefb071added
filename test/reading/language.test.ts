/** Which languages are recognized, and that English is never taken for another. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkSource } from "../../src/lint/check.js";
import { rules } from "../../src/lint/rules/index.js";
import { languageIn } from "../../src/reading/language.js";

test.each([
  ["de", "Anzahl der Bestellungen, die Kunden pro Woche pünktlich erhalten"],
  ["de", "Anteil der Tickets, die innerhalb eines Tages gelöst werden"],
  ["fr", "Nombre de commandes livrées à l'heure par semaine"],
  ["es", "Número de pedidos que los clientes reciben a tiempo por semana"],
  ["pt", "Número de pedidos que não chegam com atraso aos clientes na semana"],
  ["it", "Numero di ordini consegnati in tempo ogni settimana"],
  ["nl", "Aantal bestellingen dat klanten per week op tijd ontvangen"],
  ["sv", "Antal beställningar som kunder får i tid varje vecka"],
  ["pl", "Liczba zamówień dostarczonych klientom na czas w tygodniu"],
  ["cs", "Počet objednávek doručených zákazníkům včas za týden"],
  ["tr", "Her hafta zamanında teslim edilen siparişlerin sayısı"],
  ["ja", "毎週、時間どおりに届いた注文の数"],
  ["zh", "每周按时送达的订单数量"],
  ["ko", "매주 제시간에 도착한 주문 수"],
  ["ru", "Количество заказов, доставленных вовремя за неделю"],
  ["uk", "Кількість замовлень, доставлених вчасно за тиждень"],
  ["ar", "عدد الطلبات التي تصل في الموعد كل أسبوع"],
])("%s: %s", (language, text) => {
  expect(languageIn(text)).toBe(language);
});

test("no labelled English metric is taken for another language", () => {
  const metrics: { name: string; definition: string }[] = JSON.parse(
    readFileSync(new URL("../judgement/metrics.json", import.meta.url), "utf8"),
  );
  const taken = metrics.filter(({ name, definition }) => languageIn(`${definition}\n${name}`) !== null);
  expect(taken).toEqual([]);
});

const german = `name: Gekochte Abendessen
definition: Anzahl der Abendessen, die Haushalte pro Woche aus ihrem Plan kochen.
game: productivity
inputs:
  - { name: Planende Haushalte, definition: Anzahl der Haushalte mit drei geplanten Abendessen., owner: Plan }
  - { name: Vorschläge, definition: Anteil der Vorschläge, die übernommen werden., owner: Rezepte }
  - { name: Einkauf, definition: Anteil der vollständigen Einkäufe., owner: Einkauf }
bets: []
`.replaceAll(/definition: (Anteil[^}]*?), owner/g, 'definition: "$1", owner');

test("a file in another language is asked for its language, and no rule that reads English speaks", () => {
  const { problems, skipped } = checkSource(german, { rules, today: "2026-11-22" });
  const english = rules.filter((rule) => rule.english).map(({ id }) => id);
  expect(problems.filter(({ rule }) => english.includes(rule))).toEqual([]);
  expect(problems.find(({ rule }) => rule === "other-language")?.message).toContain("add `language: de`");
  expect(skipped).toEqual(english);
});

test("what the message says to write ends the question", () => {
  for (const language of ["de", "en"]) {
    const { problems } = checkSource(`language: ${language}\n${german}`, { rules, today: "2026-11-22" });
    expect(problems.map(({ rule }) => rule)).not.toContain("other-language");
  }
});
