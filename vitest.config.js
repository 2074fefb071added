import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { viteSchemas } from "./scripts/compile-schema.js";

export default defineConfig({
  plugins: [viteSchemas],
  test: {
    setupFiles: ["test/support/seed.ts"],
    include: ["test/**/*.test.ts"],
    // Many tests wait for browsers, editors and servers: one more than there are processors fills the time.
    maxWorkers: availableParallelism() + 1,
    isolate: false,
    hookTimeout: 60_000,
    testTimeout: 30_000,
    tags: [
      { name: "slow", description: "tries very many or very long texts; `npm run test:quick` leaves it out" },
    ],
  },
});
