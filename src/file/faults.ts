/** What can be wrong with a file before any rule looks at it. */
import type { Fault } from "./problem.js";

type Words = Pick<Fault, "summary" | "why" | "good" | "bad">;

function fault(id: string, words: Words): Fault {
  return { id, part: "format", severity: "error", question: null, chapter: null, ...words };
}

export const notYaml = fault("not-yaml", {
  summary: "The file is not YAML",
  why: "Only what can be read can be judged.",
  good: "name: Weekly Learning Users",
  bad: "",
});

export const severalDocuments = fault("several-documents", {
  summary: "The file holds more than one document",
  why: "One file holds one North Star.",
  good: "",
  bad: "",
});

export const duplicateKey = fault("duplicate-key", {
  summary: "A key stands twice in the same place",
  why: "",
  good: "",
  bad: "",
});

export const undefinedAlias = fault("undefined-alias", {
  summary: "An alias refers to nothing",
  why: "",
  good: "",
  bad: "",
});

export const emptyFile = fault("empty-file", {
  summary: "The file is empty",
  why: "",
  good: "",
  bad: "",
});

export const aliasBomb = fault("alias-bomb", {
  summary: "Aliases stand for too much",
  why: "",
  good: "",
  bad: "",
});

export const tooDeep = fault("too-deep", {
  summary: "Lists and maps stand too deep inside one another",
  why: "",
  good: "",
  bad: "",
});

export const tooLarge = fault("too-large", {
  summary: "The file is too large",
  why: "",
  good: "",
  bad: "",
});

export const badKey = fault("bad-key", {
  summary: "A key is not a plain word",
  why: "",
  good: "",
  bad: "",
});

export const forbiddenKey = fault("forbidden-key", {
  summary: "A key that programs use for themselves",
  why: "",
  good: "",
  bad: "",
});

export const missingField = fault("missing-field", {
  summary: "Something every North Star needs is missing",
  why: "",
  good: "",
  bad: "",
});

export const unknownKey = fault("unknown-key", {
  summary: "A key that the format does not have",
  why: "",
  good: "",
  bad: "",
});

export const wrongType = fault("wrong-type", {
  summary: "A value of the wrong type",
  why: "",
  good: "",
  bad: "",
});

export const wrongValue = fault("unknown-value", {
  summary: "A value that the format does not have",
  why: "",
  good: "",
  bad: "",
});

export const aliasLoop = fault("alias-loop", { summary: "", why: "", good: "", bad: "" });

export const badMerge = fault("bad-merge", { summary: "", why: "", good: "", bad: "" });

export const unquotedText = fault("unquoted-text", { summary: "", why: "", good: "", bad: "" });

export const unquotedComma = fault("unquoted-comma", { summary: "", why: "", good: "", bad: "" });

export const missingSpace = fault("missing-space", { summary: "", why: "", good: "", bad: "" });

export const missingColon = fault("missing-colon", { summary: "", why: "", good: "", bad: "" });

export const hiddenCharacter = fault("hidden-character", { summary: "", why: "", good: "", bad: "" });

export const notText = fault("not-text", { summary: "", why: "", good: "", bad: "" });

export const mergeConflict = fault("merge-conflict", { summary: "", why: "", good: "", bad: "" });

export const tabIndentation = fault("tab-indentation", { summary: "", why: "", good: "", bad: "" });

export const unclosedQuote = fault("unclosed-quote", { summary: "", why: "", good: "", bad: "" });

export const badBrackets = fault("bad-brackets", { summary: "", why: "", good: "", bad: "" });

export const badIndentation = fault("bad-indentation", { summary: "", why: "", good: "", bad: "" });

export const badEscape = fault("bad-escape", { summary: "", why: "", good: "", bad: "" });
