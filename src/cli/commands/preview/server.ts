/** Serves one North Star to this machine alone, at an address that nobody can guess. */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Listeners, listeners } from "../../../render/deck/parts.js";
import { type RendererName, rendererNames } from "../../../render/renderers.js";
import { reportPage } from "../../../render/report-html.js";
import type { Theme } from "../../../render/theme.js";
import { errorMessage, Failure } from "../../host/exit.js";
import type { World } from "../../host/world.js";
import { drawDocument, type Ending, endingsOf, printed } from "../shared/draw-document.js";
import { lifeOfFile } from "../shared/life-of-file.js";
import type { Shown } from "./live-star.js";
import { type Appearance, appearances } from "./page.js";

export interface Server {
  /** Ends with a slash. */
  address: string;
  /** Sends what has changed to every page. */
  tell(): void;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** What a request may ask for. */
interface Asked {
  name: RendererName | "report";
  format: Ending;
  look: Appearance;
  /** For whom a deck is. */
  whom: Listeners;
  /** Of a picture: the width of the page, and the number of the slide. */
  width: number;
  slide: number | null;
  /** Whether the page may turn its slides by itself. */
  present: boolean;
}

const types: Readonly<Partial<Record<Ending, string>>> = {
  html: "text/html; charset=utf-8",
  png: "image/png",
  pdf: "application/pdf",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};

/** Nothing is kept, framed by others, told to others or taken for something else. */
const headers = {
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Starts a server on a free port of 127.0.0.1; `now` gives what it shows, `page` is the page around it. */
export async function serveStar(
  world: World,
  page: () => string,
  now: () => Shown,
  stop: AbortSignal,
): Promise<Server> {
  const token = randomBytes(24).toString("base64url");
  const pages = new Set<ServerResponse>();
  let files: Promise<unknown> = Promise.resolve();
  let host = "";
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const code = error instanceof Refused ? error.code : 500;
      send(response, code, "text/plain; charset=utf-8", errorMessage(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  }).catch((error: Error) => {
    throw new Failure(`cannot serve on 127.0.0.1: ${error.message}`);
  });
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `http://${host}/${token}/`,
    tell() {
      for (const each of pages) each.write(event(now()));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, query } = admitted(request);
    if (path === "") return send(response, 200, "text/html; charset=utf-8", page(), "frame-ancestors 'none'");
    if (path === "events") return listen(request, response);
    const asked = askedIn(path, query);
    const made = await (asked.format === "html" ? make(asked) : inTurn(() => make(asked)));
    // A document may do nothing but be looked at, where nobody asks for its slides on the whole screen: a browser would
    // complain of each script that it may not run.
    const still = asked.format === "html" && !asked.present;
    const body = still ? String(made).replace(/<script>.*<\/script>/s, "") : made;
    const policy = `frame-ancestors 'self'; sandbox ${asked.present ? "allow-scripts" : "allow-same-origin"}`;
    send(response, 200, types[asked.format] ?? "", body, policy);
  }

  /** What a request asks for, if it comes from this machine, by the whole address, and from no other page. */
  function admitted({ method, url = "", headers: said }: IncomingMessage): {
    path: string;
    query: URLSearchParams;
  } {
    if (method !== "GET") throw new Refused(405, "only GET is answered");
    if (said.host !== host) throw new Refused(403, `this is ${host} and nothing else`);
    if (said.origin !== undefined && said.origin !== `http://${host}`)
      throw new Refused(403, "another page asks, and gets no answer");
    const { pathname, searchParams } = new URL(url, `http://${host}`);
    const [, given = "", path, ...more] = pathname.split("/");
    if (path === undefined || more.length > 0 || !isSame(given, token))
      throw new Refused(404, "there is no such page");
    return { path, query: searchParams };
  }

  function listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...headers, "Content-Type": "text/event-stream" });
    response.write(event(now()));
    pages.add(response);
    request.once("close", () => pages.delete(response));
  }

  /** A browser takes much of a machine: one file after the other. */
  function inTurn<T>(call: () => Promise<T>): Promise<T> {
    const made = files.then(call);
    files = made.catch(() => {});
    return made;
  }

  async function make({ name, format, look, whom, width, slide }: Asked): Promise<string | Uint8Array> {
    const { report, data, theme, told } = now();
    const shown = themeFor(look, theme);
    const printing = { size: { width }, slide: slide ?? undefined, stop };
    if (name === "report" || data === null)
      return await printed(world, reportPage(report, shown), format, { size: { width }, stop });
    const all = endingsOf(name);
    if (!all.includes(format)) throw new Refused(404, `${name} is not made as ${format}`);
    const { life } = name === "story" ? lifeOfFile(world, { path: told.path, star: data.star }) : {};
    return await drawDocument(world, name, format, { ...data, deck: { for: whom }, life }, shown, printing);
  }
}

class Refused extends Failure {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

function send(
  response: ServerResponse,
  code: number,
  type: string,
  body: string | Uint8Array,
  policy = "default-src 'none'; frame-ancestors 'none'",
): void {
  if (response.headersSent) return void response.end();
  response.writeHead(code, { ...headers, "Content-Type": type, "Content-Security-Policy": policy });
  response.end(body);
}

function event({ told }: Shown): string {
  return `data: ${JSON.stringify(told)}\n\n`;
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function askedIn(path: string, query: URLSearchParams): Asked {
  const [word = "", ending] = path.split(".");
  const name = (["report", ...rendererNames] as const).find((each) => each === word);
  const format = (["html", "png", "pdf", "pptx"] as const).find((each) => each === ending);
  const look = appearances.find((each) => each === (query.get("look") ?? "auto"));
  const whom = listeners.find((each) => each === (query.get("for") ?? listeners[0]));
  if (!name || !format || !look || !whom) throw new Refused(404, "there is no such page");
  const number = (key: string, least: number, most: number) => {
    const given = query.get(key);
    return given !== null && /^\d{1,5}$/.test(given) ? Math.min(Math.max(Number(given), least), most) : null;
  };
  return {
    name,
    format,
    look,
    whom,
    width: number("width", 320, 2560) ?? 1280,
    slide: name === "deck" || name === "story" ? (number("slide", 1, 999) ?? 1) : null,
    present: query.has("present"),
  };
}

/** The theme as it looks when the reader is asked for light or dark; the other takes its colours. */
function themeFor(look: Appearance, theme: Theme): Theme {
  if (look === "auto") return theme;
  return { ...theme, light: theme[look], dark: theme[look] };
}
