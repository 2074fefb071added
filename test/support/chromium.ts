/** A real Chromium for tests that look at pages, driven through its debugging pipe. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";

/** Where Chromium is on this machine, or null. */
export const chromium: string | null =
  [
    process.env.NORTHSTAR_CHROMIUM ?? "",
    ...(process.env.PATH ?? "")
      .split(delimiter)
      .flatMap((folder) => ["chromium", "google-chrome"].map((name) => join(folder, name))),
  ].find((path) => path !== "" && existsSync(path)) ?? null;

interface Look {
  width: number;
  height: number;
  dark?: boolean;
  print?: boolean;
}

export interface Page {
  /** What an expression gives in the page. */
  evaluate<T>(expression: string): Promise<T>;
  press(key: string): Promise<void>;
  /** Gives the window another size. */
  resize(size: Pick<Look, "width" | "height">): Promise<void>;
  /** Lets the reader prefer dark pages, or light ones. */
  prefer(dark: boolean): Promise<void>;
  /** A PNG of what is seen, or of the whole page, by a browser that was started for pictures. */
  screenshot(whole?: boolean): Promise<Buffer>;
  pdf(): Promise<Buffer>;
  /** What went wrong or left the page: requests, exceptions, dialogs, violations of its policy. */
  complaints: string[];
}

export interface Browser {
  /**
   * Opens a document from a file, so that it is read as strictly as its kind asks for. It takes the place of the one
   * that was open.
   */
  open(text: string, look: Look, kind?: "html" | "svg"): Promise<Page>;
  /** Ends it and removes its profile, if nothing writes to it any more. */
  close(): Promise<void>;
}

/** A message of the Chrome DevTools protocol, as far as it matters here. */
interface Message {
  id?: number;
  method?: string;
  sessionId?: string;
  error?: { message: string };
  result?: Answer;
  params?: Answer;
}

interface Answer {
  targetId?: string;
  sessionId?: string;
  data?: string;
  request?: { url: string };
  message?: string;
  entry?: { text: string; level: string };
  exceptionDetails?: { text: string; exception?: { description?: string } };
  result?: { value?: unknown };
  cssContentSize?: { width: number; height: number };
}

type Send = (method: string, params?: object, sessionId?: string) => Promise<Answer>;

/**
 * Starts Chromium with a new, empty profile. To paint a window takes as long as all that most tests ask, so it is
 * minimized, unless somebody wants pictures of it.
 */
export async function startChromium({ pictures = false } = {}): Promise<Browser> {
  if (!chromium) throw new Error("there is no Chromium on this machine");
  const folder = mkdtempSync(join(tmpdir(), "northstar-chromium-"));
  const flags =
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars --remote-debugging-pipe " +
    "--disable-background-networking --disable-component-update --disable-sync";
  const child = spawn(chromium, [...flags.split(" "), `--user-data-dir=${join(folder, "profile")}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const listeners = new Set<(message: Message) => void>();
  const send = connect(child.stdio[3] as Writable, child.stdio[4] as Readable, listeners);
  const tab = openTab(send, pictures);
  let pages = 0;

  return {
    async open(text, look, kind = "html") {
      const file = join(folder, `page-${++pages}.${kind}`);
      writeFileSync(file, text);
      listeners.clear();
      return await openPage(pathToFileURL(file).href, look, await tab, listeners);
    },
    async close() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await gone;
      // Its helpers may outlive it for a moment and still write.
      try {
        rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOTEMPTY") throw error;
      }
    },
  };
}

function connect(to: Writable, from: Readable, listeners: Set<(message: Message) => void>): Send {
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let rest = Buffer.alloc(0);
  let last = 0;
  from.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message: Message = JSON.parse(rest.subarray(0, end).toString("utf8"));
      rest = rest.subarray(end + 1);
      const caller = waiting.get(message.id ?? 0);
      if (message.error) caller?.reject(new Error(message.error.message));
      else caller?.resolve(message.result ?? {});
      for (const listener of listeners) listener(message);
    }
  });
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      to.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}

/** The one tab, and how to speak to it: to open another for each page takes longer than the page. */
async function openTab(send: Send, isShown: boolean): Promise<Send> {
  const window = isShown ? {} : { newWindow: true, windowState: "minimized" };
  const { targetId } = await send("Target.createTarget", { url: "about:blank", ...window });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const toTab: Send = (method, params) => send(method, params, sessionId);
  for (const domain of ["Page", "Runtime", "Network", "Log"]) await toTab(`${domain}.enable`);
  return toTab;
}

async function openPage(
  url: string,
  { width, height, dark = false, print = false }: Look,
  send: Send,
  listeners: Set<(message: Message) => void>,
): Promise<Page> {
  const complaints: string[] = [];
  const loaded = new Promise<void>((resolve) => {
    listeners.add((message) => {
      if (message.method === "Page.loadEventFired") resolve();
      const complaint = complaintOf(message, url);
      if (complaint) complaints.push(complaint);
    });
  });
  const resize = async ({ width, height }: Pick<Look, "width" | "height">) => {
    const size = { width, height, deviceScaleFactor: 1, mobile: width < 500 };
    await send("Emulation.setDeviceMetricsOverride", size);
  };
  const prefer = async (dark: boolean) => {
    const features = [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }];
    await send("Emulation.setEmulatedMedia", { media: print ? "print" : "", features });
  };
  await resize({ width, height });
  await prefer(dark);
  await send("Page.navigate", { url });
  await loaded;

  return {
    complaints,
    resize,
    prefer,
    async evaluate<T>(expression: string) {
      const { result, exceptionDetails } = await send("Runtime.evaluate", {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result?.value as T;
    },
    async press(key) {
      for (const type of ["keyDown", "keyUp"]) await send("Input.dispatchKeyEvent", { type, key, code: key });
    },
    async screenshot(whole = false) {
      const { cssContentSize = { width, height } } = whole ? await send("Page.getLayoutMetrics") : {};
      const clip = { x: 0, y: 0, scale: 1, ...cssContentSize };
      const { data = "" } = await send("Page.captureScreenshot", { clip, captureBeyondViewport: whole });
      return Buffer.from(data, "base64");
    },
    async pdf() {
      const { data = "" } = await send("Page.printToPDF", { printBackground: true, preferCSSPageSize: true });
      return Buffer.from(data, "base64");
    },
  };
}

function complaintOf({ method, params }: Message, url: string): string | null {
  if (method === "Network.requestWillBeSent" && params?.request && !isOwn(params.request.url, url))
    return `asked for ${params.request.url.slice(0, 100)}`;
  if (method === "Runtime.exceptionThrown") return `threw ${params?.exceptionDetails?.text}`;
  if (method === "Page.javascriptDialogOpening") return `said ${params?.message}`;
  if (method === "Log.entryAdded" && params?.entry?.level === "error") return params.entry.text;
  return null;
}

function isOwn(asked: string, url: string): boolean {
  return asked === url || asked.startsWith(`${url}#`) || asked.startsWith("data:");
}
