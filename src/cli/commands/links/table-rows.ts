/** Rows of CSV; loaded only for exports that are CSV. */
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { NotWork } from "../../../work/export-json.js";

/** How long a row may be, in bytes: a quote that is never closed would take all that follows. */
const mostInRow = 32 * 1024 * 1024;

/** The rows of a table, the header first. Rows may be shorter and longer than it; what is no table is refused. */
export async function* tableRows(texts: Iterable<string>, delimiter: string): AsyncGenerator<string[]> {
  const rows = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: mostInRow,
  });
  // What goes wrong arrives where the rows are read.
  pipeline(Readable.from(texts, { highWaterMark: 1 }), rows, () => {});
  try {
    for await (const row of rows) yield row;
  } catch (error) {
    throw error instanceof CsvError ? new NotWork(reasonFor(error)) : error;
  }
}

function reasonFor({ code, lines }: CsvError & { lines?: number }): string {
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return `a table that is cut off: a quote opens at line ${lines} and is never closed; export it anew`;
  if (code === "CSV_MAX_RECORD_SIZE")
    return `a table with a row of more than 32 MiB at line ${lines}; leave descriptions and comments out of the export`;
  return `a table with a quote in the middle of a cell at line ${lines}; export it anew, and do not edit it by hand`;
}
