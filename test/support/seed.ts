/** Properties try the same values at every run; `FC_SEED=1 npx vitest run` tries others. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });
