import type { Formatter } from "./report.js";

/** Every format of a report; a formatter is loaded when it is used. */
export const formats = {
  pretty: async () => (await import("./pretty.js")).pretty,
  json: async () => (await import("./json.js")).json,
  sarif: async () => (await import("./sarif.js")).sarif,
  github: async () => (await import("./github.js")).github,
  gitlab: async () => (await import("./gitlab.js")).gitlab,
  junit: async () => (await import("./junit.js")).junit,
  markdown: async () => (await import("./markdown.js")).markdownReport,
} as const satisfies Record<string, () => Promise<Formatter>>;

export type ReportFormat = keyof typeof formats;
export const reportFormatNames = Object.keys(formats) as ReportFormat[];
