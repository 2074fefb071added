/** Web pages as PDF, printed by the Chromium that is on the machine. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { generatedMarker } from "../../render/generated-marker.js";
import { Failure } from "./exit.js";
import { attempt } from "./read-file.js";
import type { World } from "./world.js";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "msedge",
  "microsoft-edge",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** In milliseconds; a page is printed in two or three seconds. */
const patience = 60_000;

/** A page as PDF, without anything from the network. Without a Chromium it is a {@link Failure}. */
export async function pdfOf(world: World, html: string): Promise<Uint8Array> {
  const browser = chromiumOf(world);
  const folder = mkdtempSync(join(tmpdir(), "northstar-pdf-"));
  try {
    const [page, pdf] = [join(folder, "page.html"), join(folder, "page.pdf")];
    writeFileSync(page, html);
    const code = await print(browser, page, pdf, folder);
    const bytes = attempt(() => readFileSync(pdf));
    if ("reason" in bytes)
      throw new Failure(
        `${browser} made no PDF (exit code ${code}); set NORTHSTAR_CHROMIUM to another Chromium or Chrome`,
      );
    return Buffer.concat([bytes.value, Buffer.from(`\n% ${generatedMarker}\n`)]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function chromiumOf({ env }: World): string {
  const asked = env.NORTHSTAR_CHROMIUM;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Failure(`NORTHSTAR_CHROMIUM names ${asked}, and there is no such file`);
  }
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const found = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places].find(
    (path) => existsSync(path),
  );
  if (found) return found;
  throw new Failure(
    "a PDF is printed by Chromium or Chrome, and none was found; install one, name it in NORTHSTAR_CHROMIUM, or print the html yourself",
  );
}

function print(browser: string, page: string, pdf: string, folder: string): Promise<number | null> {
  const flags = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    `--user-data-dir=${join(folder, "profile")}`,
    "--no-pdf-header-footer",
    `--print-to-pdf=${pdf}`,
    // Chromium refuses to run as root inside its sandbox, as it does in most containers.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    pathToFileURL(page).href,
  ];
  return new Promise((resolve) => {
    const child = spawn(browser, flags, { stdio: "ignore", timeout: patience, killSignal: "SIGKILL" });
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  });
}
