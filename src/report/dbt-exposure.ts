/** A North Star as an exposure of dbt: something that depends on metrics, and that people look at. */
import { type Northstar, slug } from "../file/northstar.js";
import { writeScalar } from "../file/scalar.js";

/** The metrics of dbt that it depends on, each with its package where the file says it. */
export interface ExposedMetric {
  name: string;
  package?: string;
}

/** A file for the models folder of a dbt project; `metrics` are names of dbt, letters, digits and `_` only. */
export function dbtExposure(
  { name, product, owner, definition }: Pick<Northstar, "name" | "product" | "owner" | "definition">,
  metrics: readonly ExposedMetric[],
): string {
  const isMail = /^[^\s@<>]+@[^\s@<>]+$/.test(owner ?? "");
  const text = (value: string, indent: number) => writeScalar(withoutJinja(value), indent);
  const lines = [
    "version: 2",
    "",
    "exposures:",
    `  - name: ${
      slug(name)
        .replace(/[^a-z\d]+/g, "_")
        .replace(/^_|_$/g, "") || "north_star"
    }`,
    `    label: ${text(name, 4)}`,
    "    type: analysis",
    `    description: ${text(definition.trim(), 4)}`,
    "    depends_on:",
    ...metrics.map((metric) => `      - ${referenceTo(metric)}`),
    "    owner:",
    isMail ? `      email: ${text(owner ?? "", 6)}` : `      name: ${text(owner ?? product ?? name, 6)}`,
  ];
  return `${lines.join("\n")}\n`;
}

function referenceTo({ name, package: owner }: ExposedMetric): string {
  return owner === undefined ? `metric('${name}')` : `metric('${owner}', '${name}')`;
}

/** dbt runs what stands between such brackets; here they are only signs. */
function withoutJinja(text: string): string {
  return text.replace(/\{(?=[{%#])/g, "{{ '{' }}");
}
