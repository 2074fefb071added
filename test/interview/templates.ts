import { readdirSync, readFileSync } from "node:fs";
import { readTemplate, type Template } from "../../src/interview/template.js";

/** The templates that come with northstar, by name. */
export const templates: [string, Template][] = readdirSync("templates")
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => [file.slice(0, -".yaml".length), templateFrom(readFileSync(`templates/${file}`, "utf8"))]);

export function templateFrom(text: string): Template {
  const template = readTemplate(text);
  if (Array.isArray(template)) throw new Error(JSON.stringify(template, null, 2));
  return template;
}
