/** Recognises reports of earlier runs, which may be overwritten. */

/** How reports begin or end, whichever version wrote them; other tools' reports of a format are replaced as well. */
const signs: readonly RegExp[] = [
  // json
  /^\{\s*"version":\s*\d+,\s*"(?:files|error)":/,
  // sarif
  /^\{\s*"(?:\$schema":\s*"[^"]*sarif|version":\s*"2\.1\.0",\s*"runs":)/,
  // gitlab
  /^\[\s*(?:\]\s*$|\{[^{}]*"(?:description|check_name|fingerprint)":)/,
  // junit
  /^(?:<\?xml[^>]*\?>\s*)?<testsuites?\b/,
  // markdown
  /^# North Stars?: /,
  // github
  /^(?:::(?:error|warning|notice) .*\n)+$/,
  // pretty
  /^✖ not judged: /,
  /^(?:\d of \d points met.*|\d+ files?, \d+ without problems.*|not judged: .*)\n?$(?![\s\S])/m,
];

/** Whether a text is a report, or nothing at all. */
export function isReport(text: string): boolean {
  return text.trim() === "" || signs.some((sign) => sign.test(text));
}
