/** A reading of a definition as programs are told it. */
import type { Understood } from "../reading/reading.js";
import { sentence } from "../reading/sentence.js";

/** What reports and programs are told of a reading; places are UTF-16 offsets in the definition. */
export type ReadingReport = Omit<Understood, "definition" | "acts"> & {
  sentence: string | null;
  acts: readonly Pick<Understood["acts"][number], "text" | "start" | "end" | "kind">[];
};

/** A reading without what only rules ask. */
export function readingOf(reading: Understood): ReadingReport {
  const { aggregation, counted, acts, thresholds, qualifiers, window, per } = reading;
  return {
    sentence: sentence(reading),
    aggregation,
    counted,
    acts: acts.map(({ text, start, end, kind }) => ({ text, start, end, kind })),
    thresholds,
    qualifiers,
    window,
    per,
  };
}
