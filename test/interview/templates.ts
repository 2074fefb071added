import { readdirSync, readFileSync } from "node:fs";
import { completeWith, isComplete, readTemplate, type Template } from "../../src/interview/template.js";

/** The templates that come with northstar, by name. */
export const templates: [string, Template][] = readdirSync("templates")
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => [file.slice(0, -".yaml".length), templateFrom(readFileSync(`templates/${file}`, "utf8"))]);

const blank = templates.find(([name]) => name === "blank")?.[1];

/** The same, each with all that a North Star needs. */
export const wholeTemplates: [string, Template][] = templates.map(([name, template]) => [
  isComplete(template) || !blank ? name : `${name} and blank`,
  blank ? completeWith(template, blank) : template,
]);

export function templateFrom(text: string): Template {
  const template = readTemplate(text);
  if (Array.isArray(template)) throw new Error(JSON.stringify(template, null, 2));
  return template;
}
