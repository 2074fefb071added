/** The formats of a report. A formatter is loaded when it is used. */
import type { Formatter } from "./report.js";

interface Format {
  load: () => Promise<Formatter>;
  /** How its reports begin or end, whichever version or tool wrote them: such files may be overwritten. */
  signs: readonly RegExp[];
}

export const formats = {
  pretty: {
    load: async () => (await import("./pretty.js")).pretty,
    signs: [
      /^✖ not judged: /,
      /^(?:\d of \d points met.*|\d+ files?, \d+ without problems.*|not judged: .*)\n?$(?![\s\S])/m,
    ],
  },
  json: {
    load: async () => (await import("./json.js")).json,
    signs: [/^\{\s*"version":\s*\d+,\s*"(?:files|error)":/],
  },
  sarif: {
    load: async () => (await import("./sarif.js")).sarif,
    signs: [/^\{\s*"(?:\$schema":\s*"[^"]*sarif|version":\s*"2\.1\.0",\s*"runs":)/],
  },
  github: {
    load: async () => (await import("./github.js")).github,
    signs: [/^(?:::(?:error|warning|notice) .*\n)+$/],
  },
  gitlab: {
    load: async () => (await import("./gitlab.js")).gitlab,
    signs: [/^\[\s*(?:\]\s*$|\{[^{}]*"(?:description|check_name|fingerprint)":)/],
  },
  junit: {
    load: async () => (await import("./junit.js")).junit,
    signs: [/^(?:<\?xml[^>]*\?>\s*)?<testsuites?\b/],
  },
  markdown: {
    load: async () => (await import("./markdown.js")).markdownReport,
    signs: [/^# North Stars?: /],
  },
} as const satisfies Record<string, Format>;

export type ReportFormat = keyof typeof formats;
export const reportFormatNames = Object.keys(formats) as ReportFormat[];

/** Whether a text is a report, or nothing at all. */
export function isReport(text: string): boolean {
  return (
    text.trim() === "" || Object.values(formats).some(({ signs }) => signs.some((sign) => sign.test(text)))
  );
}
