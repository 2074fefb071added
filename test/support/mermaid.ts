/** Both versions of Mermaid that forges draw with, and how those set them up. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "./chromium.js";

/** Where a version is. The newer one wants a newer Node than northstar does, so no install brings it: `.ci/run` does. */
const files = {
  "11": "node_modules/mermaid/dist/mermaid.min.js",
  "12": process.env.NORTHSTAR_MERMAID_12 ?? "",
} as const;

/** As GitHub begins by night, and GitLab by day. */
const settings = {
  GitHub: { startOnLoad: false, securityLevel: "strict", theme: "dark", flowchart: { diagramPadding: 48 } },
  GitLab: {
    theme: "neutral",
    flowchart: { useMaxWidth: true, htmlLabels: true },
    secure: ["secure", "securityLevel", "startOnLoad", "maxTextSize", "htmlLabels"],
    securityLevel: "strict",
    dompurifyConfig: { ADD_TAGS: ["foreignObject"], HTML_INTEGRATION_POINTS: { foreignobject: true } },
  },
} as const;

export type MermaidVersion = keyof typeof files;
export type MermaidSettings = keyof typeof settings;
export const mermaidVersions = Object.keys(files) as MermaidVersion[];

/** Whether a version can be drawn with here. */
export function hasMermaid(version: MermaidVersion): boolean {
  return files[version] !== "";
}

/** Every version with every way to set it up. */
export const mermaids = mermaidVersions.flatMap((version) =>
  (Object.keys(settings) as MermaidSettings[]).map((by) => [version, by] as const),
);

/** A page in which `mermaid` is that version. */
export async function openMermaid(
  browser: Browser,
  version: MermaidVersion,
  by: MermaidSettings = "GitHub",
): Promise<Page> {
  const code = readFileSync(files[version], "utf8");
  const set = `<script>mermaid.initialize(${JSON.stringify(settings[by])})</script>`;
  return await browser.open(`<!doctype html><meta charset="utf-8"><script>${code}</script>${set}`, {
    width: 1280,
    height: 900,
  });
}
