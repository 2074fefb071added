/** Work that is done once over much data, as V8 sees it. */
import { setFlagsFromString } from "node:v8";

/**
 * Does work in which code runs a thousand times and not a million: V8 would spend more time on optimizing it than that
 * saves. Newer versions than Node 20's wait longer by themselves. The setting is taken back, since what V8 compiled is
 * kept for the settings that it started with.
 */
export function withoutOptimizing<T>(work: () => T): T {
  if (!process.versions.v8.startsWith("11.")) return work();
  setFlagsFromString("--interrupt-budget=1000000");
  try {
    return work();
  } finally {
    setFlagsFromString("--interrupt-budget=67584");
  }
}
