/** How a team tells which game its product plays (playbook, chapter 3), in our own words; pure data. */
import type { Game } from "../file/northstar.js";

/** What a team says of its product, and which products are like it. The templates of `init` ask the same. */
export const gameSigns: Readonly<Record<Game, { says: readonly string[]; like: string }>> = {
  attention: {
    says: [
      "An hour more with our product is good news for the customer and for us.",
      "We compete for a place in people's heads.",
      "People come to read, watch, listen or play.",
    ],
    like: "Facebook, Netflix, a newspaper",
  },
  transaction: {
    says: [
      "Each exchange that goes well is good news for both sides.",
      "We compete for a place in people's wallets.",
      "Paying and trading have to work, or nothing else matters.",
      "People come to find, book, order, pay or sell.",
    ],
    like: "Amazon, Walmart, an insurance",
  },
  productivity: {
    says: [
      "A job done sooner and better is good news for the customer and for us.",
      "We compete by sparing people effort and mistakes.",
      "People come to make, finish, configure or decide something.",
    ],
    like: "Salesforce, Adobe, LexisNexis",
  },
};
