/** Parsers and types of the options that several commands take. */
import { nearest } from "../../../file/nearest.js";
import { Failure } from "../../host/exit.js";

/** The options that every command knows. */
export interface CommonOptions {
  /** Asked for or forbidden; undefined leaves it to the environment and the terminal. */
  color?: boolean;
}

/** Reads a word that is one of a few, and knows them all: shells complete them. */
export interface ChoiceParser<T> {
  (word: string): T;
  names: readonly string[];
}

/** Reads an option that is one of several names; the next step for a misspelt one is in the message. */
export function oneOf<T extends string>(what: string, names: readonly T[]): ChoiceParser<T> {
  return Object.assign(read, { names });

  function read(word: string): T {
    const name = names.find((each) => each === word);
    if (name) return name;
    const meant = nearest(word, names);
    throw new Failure(
      `unknown ${what} '${word}', ${meant ? `did you mean ${meant}?` : `there is ${names.join(", ")}`}`,
    );
  }
}

/** Reads an option that is a day of the calendar. */
export function day(option: string): (word: string) => string {
  return (word) => {
    if (/^\d{4}-\d\d-\d\d$/.test(word) && new Date(word).toJSON()?.startsWith(word)) return word;
    throw new Failure(`${option} takes a day as YYYY-MM-DD, not '${word}'`);
  };
}

/** Reads an option that is a whole number from 0. */
export function count(option: string): (word: string) => number {
  return (word) => {
    if (/^\d{1,9}$/.test(word)) return Number(word);
    throw new Failure(`${option} takes a whole number, not '${word}'`);
  };
}

/** Collects the words of an option that may be given often. */
export function several(word: string, before: readonly string[] = []): string[] {
  return [...before, word];
}
