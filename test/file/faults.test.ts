/** Every fault of the format, held against its own examples. */
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/file/document.js";
import * as faults from "../../src/file/faults.js";
import { passwordsIn } from "../../src/file/passwords.js";
import type { Problem } from "../../src/file/problem.js";
import { validate } from "../../src/file/validate.js";
import { demonstrate, unmark } from "../examples.js";

/** These cannot be shown on a page: a size, a byte, a file with nothing in it, what stands in files of another kind. */
const unseen = ["too-large", "not-text", "empty-file", "bad-series", "bad-query", "bad-lock"];

function check(text: string): Problem[] {
  const document = readDocument(text);
  if (Array.isArray(document)) return document;
  const star = validate(document);
  return [...(Array.isArray(star) ? star : []), ...passwordsIn(document.text, document.lines)];
}

describe.each(Object.values(faults).map((fault) => [fault.id, fault] as const))("%s", (id, fault) => {
  test.skipIf(unseen.includes(id))("finds what its bad example marks, and nothing in its good one", () => {
    demonstrate(fault, check);
  });

  test("has words that teach", () => {
    expect(fault.summary).toMatch(/^[A-Z`].*[^.?!]$/);
    expect(fault.why).toMatch(/^[A-Z`].+\.$/);
    expect(fault.why.length).toBeGreaterThan(60);
  });

  test("says it in words that start small and end without a full stop", () => {
    for (const { message } of check(unmark(fault.bad))) expect(message).toMatch(/^[a-z`].*[^.!]$/);
  });
});
