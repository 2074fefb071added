import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../support/folder.js";
import { runPage } from "../support/page.js";

const folder = import.meta.dirname;
const pages = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => join(folder, name));

test.each(pages.map((page) => [basename(page), page]))("%s shows what the program does", async (_, page) => {
  const written = readFileSync(page, "utf8");
  const shown = await runPage(written, folderWith());
  if (process.env.UPDATE) writeFileSync(page, shown);
  else expect(shown).toBe(written);
});
