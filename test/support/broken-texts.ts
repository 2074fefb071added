/** North Stars of the repository, and ones with lines that somebody broke. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

/** All YAML of the repository that people would call a North Star, or something like one. */
function texts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

export const corpus = [...texts("examples"), ...texts("templates"), ...texts("test/fixtures")];

const damage: readonly ((line: string) => string[])[] = [
  () => [],
  (line) => [line, line],
  (line) => [` ${line}`],
  (line) => [line.replace(/^ {1,2}/, "")],
  (line) => [line.replace(/^( *)- /, "$1")],
  (line) => [line.replace(/: /, ":")],
  (line) => [line.replace(/: (.*)$/, ': "$1')],
  (line) => [line.replace(/: (.*)$/, ": |\n  $1")],
  (line) => [line.replace(/: (.*)$/, ": &a $1")],
  (line) => [line, "# A comment"],
  (line) => ["- more", line],
  (line) => [line, "", "name: Another"],
  (line) => [`${line} [`],
  (line) => [line.replace(/\S+$/, "other")],
];

/** So many texts, each with a fault or two. */
export function brokenTexts(count: number): string[] {
  const small = corpus.filter((text) => text.length < 3000);
  const [damaged] = fc.sample(
    fc.array(
      fc.tuple(
        fc.constantFrom(...small),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...damage)), { minLength: 1, maxLength: 2 }),
      ),
      { minLength: count, maxLength: count },
    ),
    { numRuns: 1, seed: fc.readConfigureGlobal().seed ?? 1 },
  );
  return (damaged ?? []).map(([text, faults]) => {
    const lines = text.split("\n");
    for (const [at, spoil] of faults)
      lines.splice(at % lines.length, 1, ...spoil(lines[at % lines.length] ?? ""));
    return lines.join("\n");
  });
}
