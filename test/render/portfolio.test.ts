import { expect, test } from "vitest";
import { slidesOfPortfolio } from "../../src/render/deck/portfolio-slides.js";
import { type Entry, portfolio } from "../../src/render/portfolio.js";
import { hostile, hostileTexts } from "./hostile.js";
import { escapesIn, faultsOf, narrow } from "./markdown.js";
import { starNames, told } from "./stars.js";

const entries: Entry[] = starNames.map((name) => ({ ...told(name), path: `${name}/northstar.yaml` }));

test("each North Star has a row, in the order of its products", () => {
  expect(narrow(portfolio(entries)).split("\n").slice(5, -1)).toEqual([
    "| Product | North Star Metric | Game | Points met | Reviews overdue |",
    "| --- | --- | --- | --- | --- |",
    "| | [Articles Read To The End](five-keys/northstar.yaml) | attention | 0 of 7 | |",
    "| Amplitude Analytics | [Weekly Learning Users](amplitude/northstar.yaml) | productivity | 6 of 7 | **1** |",
    "| Burger King's digital channels | [Digital Transactions Per User](burger-king/northstar.yaml) | transaction | 0 of 7 | |",
    "| Kanzleiverwaltungsplattform | [Wöchentlich abgeschlossene Mandantenbuchhaltungen](german/northstar.yaml) | productivity | 0 of 7 | **12** |",
    "| Kochkollektiv 🍳 — gemeinsam planen, einkaufen und kochen | [Gemeinsam gekochte Mahlzeiten pro Haushalt und Woche (一緒に作った食事)](large/northstar.yaml) | productivity | 5 of 7 | **3** |",
    "| منصة مدرستي للتعلّم (Madrasati) | [متعلّمون أنهوا درسًا كاملًا هذا الأسبوع](arabic/northstar.yaml) | attention | 5 of 7 | **1** |",
  ]);
});

test("what North Stars have to do with one another is drawn and said", () => {
  const bank = (product: string, more: object): Entry => ({
    ...told("five-keys"),
    star: { ...told("five-keys").star, name: `${product} kept`, product, ...more },
    path: `${product}.yaml`,
  });
  const results = [{ name: "Deposits" }];
  const text = portfolio([
    bank("Bank", { parts: ["savings", "Loans"] }),
    bank("Savings", { results }),
    bank("Cards", { results }),
  ]);
  expect(text).toContain("- **Bank: Bank kept** is made of Savings: Savings kept and Loans\n");
  expect(text).toContain("- **Deposits** follows from Cards: Cards kept and Savings: Savings kept\n");
  expect(text).toMatch(/star_2\["Savings#58; Savings kept"\]\n[\s\S]*star_2 --> star_1\n/);
  expect(faultsOf(text)).toEqual([]);
  expect(portfolio(entries)).not.toContain("How they relate");
});

test("slides tell all of them, how they relate, and each of them", () => {
  const results = [{ name: "Deposits" }];
  const leading = (name: "amplitude" | "burger-king"): Entry => ({
    ...told(name),
    star: { ...told(name).star, results },
    path: `${name}.yaml`,
  });
  const slides = slidesOfPortfolio([leading("amplitude"), leading("burger-king")]);
  expect(slides.map(({ title }) => title)).toEqual([
    "North Stars",
    "How they relate",
    "Weekly Learning Users",
    "Digital Transactions Per User",
  ]);
  expect(slides[1]?.notes).toEqual([
    "Deposits. Follows from: Amplitude Analytics: Weekly Learning Users; Burger King's digital channels: Digital Transactions Per User",
  ]);
  expect(slidesOfPortfolio(entries).map(({ title }) => title)).not.toContain("How they relate");
});

test("more than Mermaid draws is said and not drawn", () => {
  const parts = Array.from({ length: 99 }, (_, index) => `${index}${'"#;'.repeat(60)}`);
  const text = portfolio([
    { ...told("five-keys"), star: { ...told("five-keys").star, parts }, path: "a.yaml" },
  ]);
  expect(text).toContain("is made of");
  expect(text).not.toContain("```mermaid");
});

test("a product with two North Stars is told", () => {
  const again = { ...told("amplitude"), path: "old/wlu (2).yaml" };
  const text = portfolio([...entries, again]);
  expect(text).toContain(
    "- **2 North Stars claim the product Amplitude Analytics: amplitude/northstar.yaml and old/wlu (2).yaml.** One product",
  );
  expect(text).toContain("(old/wlu%20(2).yaml)");
  expect(faultsOf(text)).toEqual([]);
});

test.each(Object.entries(hostileTexts))("hostile text stays text: %s", (_, text) => {
  const path = "a/[b](javascript:x)/c|d&amp;e/`f`.yaml";
  const links = [...portfolio([{ ...hostile(text), path }]).matchAll(/\]\((\S*)\)/g)].map(([, link]) => link);
  expect(links).toContain("a/%5Bb%5D(javascript%3Ax)/c%7Cd%26amp%3Be/%60f%60.yaml");
  expect(
    escapesIn(portfolio([{ ...hostile(text), path: "a.yaml" }])).filter((each) => each !== "links to a.yaml"),
  ).toEqual([]);
});
