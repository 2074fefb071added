/** The schemas that come with northstar, and how a file names the one that it is written in. */
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { rootOf } from "./repository.js";
import type { World } from "./world.js";

/** By what they describe. */
export const schemas = {
  northstar: "northstar.schema.json",
  config: "config.schema.json",
  report: "report.schema.json",
  ignores: "ignores.schema.json",
  doctor: "doctor.schema.json",
  api: "api.schema.json",
  evidence: "evidence.schema.json",
  diff: "diff.schema.json",
  links: "links.schema.json",
  owners: "owners.schema.json",
  digest: "digest.schema.json",
  log: "log.schema.json",
} as const;

/** Where a schema is on this machine. */
export function schemaPath({ home }: Pick<World, "home">, name: keyof typeof schemas): string {
  return fileURLToPath(new URL(`schemas/${schemas[name]}`, home));
}

/**
 * The comment by which an editor finds the schema of a North Star, where northstar is installed beside the file or
 * above it in the same repository: only then the path is the same on every machine.
 */
export function modelineFor(path: string): string | undefined {
  const folder = dirname(path);
  const root = rootOf(folder) ?? folder;
  for (let here = folder; ; here = dirname(here)) {
    const schema = join(here, "node_modules", "northstar", "schemas", schemas.northstar);
    if (existsSync(schema)) {
      const way = relative(folder, schema).split(sep).join("/");
      return `# yaml-language-server: $schema=${way.startsWith(".") ? way : `./${way}`}`;
    }
    if (here === root || here === dirname(here)) return undefined;
  }
}

/** The schema that a file names above its first key, and whether it is there; one on the web is not looked for. */
export interface NamedSchema {
  schema: string;
  state: "found" | "missing" | "remote";
}

export function namedSchema(path: string, text: string): NamedSchema | undefined {
  const above = text.split(/^[^#\s]/m, 1)[0] ?? "";
  const schema = /^#\s*yaml-language-server\s*:\s*\$schema=(\S+)/m.exec(above)?.[1];
  if (schema === undefined) return undefined;
  if (/^https?:/i.test(schema)) return { schema, state: "remote" };
  const target = /^file:/i.test(schema) && URL.canParse(schema) ? fileURLToPath(schema) : schema;
  return { schema, state: existsSync(resolve(dirname(path), target)) ? "found" : "missing" };
}
