/** Which answers of the checklist are older than the definition that they speak of. */

import { valueAt } from "../../../file/change.js";
import { readDocument } from "../../../file/document.js";
import { type Path, type Point, points } from "../../../file/problem.js";
import { daysOf } from "../../host/git.js";
import type { World } from "../../host/world.js";

/** Points whose answers were last written before the definition was, as far as git knows; none without git. */
export function staleAnswers(world: World, file: string, text: string): Point[] {
  const document = readDocument(text);
  if (Array.isArray(document)) return [];
  const linesOf = (path: Path): number[] => {
    if (typeof valueAt(document.value, path) !== "string") return [];
    const { start, end } = document.locate(path).range;
    return Array.from({ length: end.line - start.line + 1 }, (_, line) => start.line + line);
  };
  const answers = points.map((point) => ({ point, lines: linesOf(["checklist", point]) }));
  const definition = linesOf(["definition"]);
  const asked = [...definition, ...answers.flatMap(({ lines }) => lines)];
  if (definition.length === 0 || asked.length === definition.length) return [];
  const { days } = daysOf(world, file, asked);
  const lastDay = (lines: readonly number[]) =>
    lines.map((line) => days.get(line) ?? "").reduce((last, each) => (each > last ? each : last), "");
  const written = lastDay(definition);
  return answers.flatMap(({ point, lines }) => {
    const day = lastDay(lines);
    return day !== "" && day < written ? [point] : [];
  });
}
