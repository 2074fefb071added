/**
 * How often the rule of `northstar evidence` says what of series of which it is known whether they are linked: `npm run
 * evidence:rates`, which takes some minutes. `UPDATE=1` writes the tables into docs/evidence.md. An argument is the
 * number of pairs in each cell.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { between } from "./between.js";
import { type Cell, cells, type Rates, ratesOf, tables } from "./rates.js";

const page = "docs/evidence.md";
const pairs = Number(process.argv[2] ?? 1000);
const threads = 2;

if (isMainThread) {
  const shares = Array.from({ length: threads }, (_, at) =>
    cells.filter((_, index) => index % threads === at),
  );
  const found = (await Promise.all(shares.map(inThread))).flat();
  const written = tables(found, pairs);
  for (const [name, table] of Object.entries(written)) console.log(`${name}\n\n${table}\n`);
  if (process.env.UPDATE === "1") {
    const text = Object.entries(written).reduce(
      (whole, [name, table]) => between(whole, name, table),
      readFileSync(page, "utf8"),
    );
    writeFileSync(page, text);
  }
} else {
  parentPort?.postMessage((workerData as Cell[]).map((cell) => ratesOf(cell, pairs)));
}

function inThread(share: readonly Cell[]): Promise<Rates[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share, argv: [String(pairs)] });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
