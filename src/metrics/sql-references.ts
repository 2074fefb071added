/** Functions that change nothing about which metrics a calculation is made of. */
const functions = /\b(?:NULLIF|COALESCE|SAFE_DIVIDE|CAST|AS|FLOAT|DOUBLE|NUMERIC|DECIMAL)\b/gi;

/** What the SQL of a calculation refers to as `${name}` or `${table.name}`; undefined where it may use anything else. */
export function metricsNamedIn(sql: unknown): string[] | undefined {
  if (typeof sql !== "string") return undefined;
  const reference = /\$\{\s*([\w.]+)\s*\}/g;
  const names = [...sql.matchAll(reference)].map(([, name = ""]) => name);
  const rest = sql.replace(reference, "").replace(functions, "");
  return names.length === 0 || /[a-z_$"']/i.test(rest) ? undefined : names;
}
