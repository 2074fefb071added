import type { Formatter } from "./report.js";

/** Every format of a report; a formatter is loaded when it is used. */
export const formats = {
  pretty: async (): Promise<Formatter> => (await import("./pretty.js")).pretty,
  json: async (): Promise<Formatter> => (await import("./json.js")).json,
} as const;

export type Format = keyof typeof formats;
export const formatNames = Object.keys(formats) as Format[];
