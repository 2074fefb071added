/** What a North Star can have numbers of: its metric, its Inputs, its results and its guardrails. */
import { type Northstar, named, slug } from "../file/northstar.js";
import type { Path } from "../file/problem.js";

/** Something that is counted, and where the file says how. */
export interface Thing {
  /** `metric`, or the id of an Input, result or guardrail: the slug of its name where it has none. */
  id: string;
  kind: "metric" | "Input" | "result" | "guardrail";
  name: string;
  /** What says how it is counted, as the file has it. */
  value: Pick<Northstar, "series" | "query" | "on" | "source"> & { definition?: string };
  path: Path;
}

/** All of them: the metric first, then in the order of the file. */
export function thingsOf(star: Northstar): Thing[] {
  const { inputs, results } = named(star);
  const of = (kind: Thing["kind"]) => (each: Omit<Thing, "kind" | "name"> & { value: { name: string } }) => ({
    kind,
    name: each.value.name,
    ...each,
  });
  const guardrails = (star.guardrails ?? []).map((value, index) => ({
    id: slug(value.name),
    value,
    path: ["guardrails", index],
  }));
  return [
    of("metric")({ id: "metric", value: star, path: [] }),
    ...inputs.map(of("Input")),
    ...results.map(of("result")),
    ...guardrails.map(of("guardrail")),
  ];
}
