/** What an English name and definition say, as data. */
export interface Reading {
  name: string;
  definition: string;
}

/** Reads a name and a definition. Total: any text gives a reading, in linear time. */
export function read(name: string, definition: string): Reading {
  return { name, definition };
}
