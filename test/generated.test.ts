import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generated } from "../scripts/generate.js";

const update = process.env.UPDATE === "1";

test.each(Object.entries(generated))(
  "%s is what scripts/generate.ts makes (UPDATE=1 writes it)",
  // To train the model takes half a minute on a busy machine.
  { timeout: 300_000 },
  async (path, make) => {
    const text = await make();
    if (update) writeFileSync(path, text);
    expect(existsSync(path) ? readFileSync(path, "utf8") : "").toBe(text);
  },
);
