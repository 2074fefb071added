import { expect, test } from "vitest";
import { commitmentIn, countsExchange } from "../../src/reading/exchange.js";
import { read } from "../../src/reading/reading.js";

test.each([
  ["Season Passes Sold", "The number of season passes that are sold in a month.", "sold"],
  ["Nights Booked", "Number of nights that guests book per month.", "book"],
  ["New Subscriptions", "Number of subscriptions in a week.", "subscriptions"],
  ["Orders", "The number of orders that customers place in a week.", "place"],
  ["Orders on time", "Number of orders that arrive by the promised time in a week.", undefined],
  ["Readers", "Subscribers who read more than seven articles in a month.", undefined],
  ["Sharing", "Number of buyers who rate a purchase in a week.", undefined],
  ["", "", undefined],
])("%s: %s", (name, definition, step) => {
  expect(commitmentIn(read(name, definition))?.text).toBe(step);
});

test.each([
  ["Number of whole games that fans watch in a week.", "A fan watches a whole game.", true],
  ["Number of orders that customers place in a week.", "The customer's order is at the door.", false],
  ["Number of nights that guests book per month.", "A guest finds a home and books it.", true],
  ["Subscribers who read more than seven articles in a month.", "A friend talks about it.", false],
])("%s counts %s: %s", (definition, exchange, counts) => {
  expect(countsExchange(read("", definition), exchange)).toBe(counts);
});
