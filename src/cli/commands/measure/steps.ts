/** Finds what a person names by its id, and says how it is measured. */
import { backticked, fileFlag, fileOperand, listSome, shellWord } from "../../../file/message-text.js";
import { nearest } from "../../../file/nearest.js";
import type { Northstar } from "../../../file/northstar.js";
import { type Thing, thingsOf } from "../../../series/things.js";
import { Failure } from "../../host/exit.js";

/** The command that measures something again. */
export function stepFor(file: string, { id, value }: Thing): string {
  const way = value.query === undefined ? `--import ${shellWord(id)} -` : `--refresh ${shellWord(id)}`;
  return `northstar measure${fileOperand(file)} ${way}`;
}

/** The metric, Input, result or guardrail with an id, and its series; else a {@link Failure} with the next step. */
export function thingNamed(star: Northstar, file: string, id: string): Thing & { series: string } {
  const things = thingsOf(star);
  const [thing, other] = things.filter((each) => each.id === id);
  if (!thing) {
    const ids = things.map((each) => each.id);
    const meant = nearest(id, ids);
    throw new Failure(
      `${file} has nothing with the id ${backticked(id)}; ${meant ? `did you mean ${meant}?` : `there is ${listSome(ids)}`}`,
    );
  }
  if (other)
    throw new Failure(
      `${file} has ${article(thing)} and ${article(other)} with the id ${backticked(id)}; give one of them another id`,
    );
  const { series } = thing.value;
  if (series === undefined)
    throw new Failure(
      `${backticked(id)} of ${file} has no series; say in which file it is kept: ${setStep(thing, file)}`,
    );
  return { ...thing, series };
}

function article({ kind }: Thing): string {
  return kind === "Input" ? "an Input" : `a ${kind}`;
}

function setStep({ id, path }: Thing, file: string): string {
  const place = [...path, "series"].join(".");
  return `northstar set ${place} data/${id}.csv${fileFlag(file)}`;
}
