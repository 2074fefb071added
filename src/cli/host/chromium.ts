/** Web pages as PDF and as pictures, made by the Chromium that is on the machine. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { generatedMarker } from "../../render/generated-marker.js";
import { Failure } from "./exit.js";
import { waitFor } from "./progress.js";
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
/** How long it may take to close, in milliseconds. */
const farewell = 5000;

/** The longest side of a picture, in pixels, that Chromium draws whole. */
const longestSide = 16_000;

/** What of a page is in a picture. Lengths are the page's own; `scale` is how many pixels each is drawn with. */
export interface Cut {
  width: number;
  /** All of the page when left out. */
  height?: number | undefined;
  scale: number;
  /** What stands behind the # of the page's address. */
  part?: string | undefined;
  /** What is done to the page before, as a script. */
  before?: string;
}

/** A page as PDF, without anything from the network. Without a Chromium it is a {@link Failure}. */
export async function pdfOf(world: World, html: string, stop?: AbortSignal): Promise<Uint8Array> {
  const bytes = await withPage(world, "PDF", html, stop, async ({ open, send }) => {
    await open();
    return await send("Page.printToPDF", { printBackground: true, preferCSSPageSize: true });
  });
  return Buffer.concat([bytes, Buffer.from(`\n% ${generatedMarker}\n`)]);
}

/** A page as PNG, in the same way. */
export async function pngOf(
  world: World,
  html: string,
  { width, height, scale, part, before = "" }: Cut,
  stop?: AbortSignal,
): Promise<Uint8Array> {
  return await withPage(world, "PNG", html, stop, async ({ open, send }) => {
    const size = { width, height: height ?? 800, deviceScaleFactor: 1, mobile: false };
    await send("Emulation.setDeviceMetricsOverride", size);
    await open(part);
    await send("Runtime.evaluate", { expression: before });
    const { cssContentSize } = await send("Page.getLayoutMetrics");
    const tall = height ?? cssContentSize?.height ?? size.height;
    const clip = { x: 0, y: 0, width, height: tall, scale: Math.min(scale, longestSide / tall) };
    return await send("Page.captureScreenshot", { clip, captureBeyondViewport: true });
  });
}

/** What a message of the Chrome DevTools protocol answers, as far as it matters here. */
interface Answer {
  data?: string;
  targetId?: string;
  sessionId?: string;
  cssContentSize?: { height: number };
}

interface Tab {
  send(method: string, params?: object): Promise<Answer>;
  /** Loads the page. */
  open(part?: string): Promise<void>;
  /** Ends the browser. */
  close(): Promise<unknown>;
}

/** Starts a Chromium with an empty profile, and leaves nothing of it. `stop` ends it early. */
async function withPage(
  world: World,
  what: string,
  html: string,
  stop: AbortSignal | undefined,
  make: (tab: Tab) => Promise<Answer>,
): Promise<Buffer> {
  const browser = chromiumOf(world, what);
  const folder = mkdtempSync(join(tmpdir(), "northstar-page-"));
  const child = spawn(browser, flagsIn(folder), { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const gone = new Promise<string>((resolve) => {
    child.once("error", () => resolve("it could not be started"));
    child.once("exit", (code) => resolve(`exit code ${code}`));
  });
  const stopped = new Promise<string>((resolve) => {
    stop?.addEventListener("abort", () => resolve("it was stopped"), { once: true });
  });
  const kill = () => child.kill("SIGKILL");
  let timer = setTimeout(kill, patience);
  const page = join(folder, "page.html");
  writeFileSync(page, html);
  const tab = tabOf(child, pathToFileURL(page).href);
  try {
    const work = Promise.race([tab.then(make), gone, stopped]);
    const answer = await waitFor(world, `making a ${what} …`, work);
    if (typeof answer !== "string" && answer.data) return Buffer.from(answer.data, "base64");
    throw new Failure(
      `${browser} made no ${what} (${typeof answer === "string" ? answer : "it gave none"}); set NORTHSTAR_CHROMIUM to another Chromium or Chrome`,
    );
  } finally {
    clearTimeout(timer);
    timer = setTimeout(kill, farewell);
    // Closed by itself it ends its helpers first, which would write into the folder for a moment longer.
    tab.then(({ close }) => close()).catch(kill);
    await gone;
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

/** Where Chromium is on this machine; undefined where there is none. */
export function findChromium({ env }: Pick<World, "env">): string | undefined {
  const asked = env.NORTHSTAR_CHROMIUM;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Failure(`NORTHSTAR_CHROMIUM names ${asked}, and there is no such file`);
  }
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places].find((path) =>
    existsSync(path),
  );
}

function chromiumOf(world: World, what: string): string {
  const found = findChromium(world);
  if (found) return found;
  throw new Failure(
    `a ${what} is made by Chromium or Chrome, and none was found; install one, name it in NORTHSTAR_CHROMIUM, or ${what === "PDF" ? "print the html yourself" : "take --to tree, which @resvg/resvg-js draws without one"}`,
  );
}

function flagsIn(folder: string): string[] {
  return [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    `--user-data-dir=${join(folder, "profile")}`,
    "--remote-debugging-pipe",
    // Chromium refuses to run as root inside its sandbox, as it does in most containers.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}

/** The one tab, through the debugging pipe: messages of JSON with a zero behind each. */
async function tabOf(child: ChildProcess, url: string): Promise<Tab> {
  const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let rest = Buffer.alloc(0);
  let loaded = () => {};
  // What breaks it is told by its end.
  for (const pipe of [to, from]) pipe.on("error", () => {});
  from.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const { id, method, error, result } = JSON.parse(rest.subarray(0, end).toString("utf8"));
      rest = rest.subarray(end + 1);
      if (method === "Page.loadEventFired") loaded();
      const caller = waiting.get(id);
      waiting.delete(id);
      if (error) caller?.reject(new Failure(`Chromium answers: ${error.message}`));
      else caller?.resolve(result);
    }
  });
  let last = 0;
  const ask = (method: string, params: object = {}, sessionId?: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      to.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
  const send: Tab["send"] = (method, params) => ask(method, params, sessionId);
  await send("Page.enable");
  return {
    send,
    close: () => ask("Browser.close"),
    async open(part = "") {
      const done = new Promise<void>((resolve) => {
        loaded = resolve;
      });
      await send("Page.navigate", { url: `${url}${part && `#${part}`}` });
      await done;
    },
  };
}
