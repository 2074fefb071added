/** What a language says. */
import type { english } from "./en.js";

/** A text for each way in which a language counts. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Every text, by its group and key. */
export type Texts = {
  [Group in keyof typeof english]: {
    [Key in keyof (typeof english)[Group]]: (typeof english)[Group][Key] extends string ? string : Plural;
  };
};

/** A language; what it does not say is said in English. */
export type Translation = { [Group in keyof Texts]?: Partial<Texts[Group]> };
