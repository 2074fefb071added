/** Speaks to one client over standard input and output: one message a line. */
import { type Readable, Writable } from "node:stream";
import type { McpServer } from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { shortened } from "../../../file/message-text.js";
import { exit } from "../../host/exit.js";
import { printMessage } from "../../host/terminal.js";
import type { World } from "../../host/world.js";

/** No message may be longer, in bytes: a text to check has room in it, whatever has to be escaped. */
const longestMessage = 8_000_000;

/**
 * Serves until the client ends its side: exit code 0. A message that is too long, or that the end cuts off, is told on
 * standard error, ends the connection and makes it 2.
 */
export async function answerClient(world: World, answering: () => McpServer): Promise<number> {
  const input = world.stdin as Readable;
  const output = new Writable({
    write(chunk, _, done) {
      world.stdout.write(chunk);
      done();
    },
  });
  const say = (message: string) => printMessage(world, `mcp: ${message}`);
  let line: Buffer[] = [];
  input.on("data", (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      const text = Buffer.concat([...line, chunk.subarray(start, end)]).toString("utf8");
      if (isStray(text)) say(`a line that is no JSON is passed over: ${shortened(text)}`);
      [line, start] = [[], end + 1];
    }
    if (start < chunk.length) line.push(chunk.subarray(start));
  });
  const transport = new StdioServerTransport(input, output, { maxBufferSize: longestMessage });
  const closed = new Promise<void>((resolve) => {
    const close = transport.close.bind(transport);
    transport.close = () => close().finally(resolve);
  });
  const stop = world.interrupted?.();
  stop?.addEventListener("abort", () => transport.close(), { once: true });
  serveStdio(answering, { transport, onerror: ({ message }) => say(reasonIn(message)) });
  await closed;
  const hasEnded = input.readableEnded;
  // A client that does not end its side would keep the process.
  input.destroy();
  if (stop?.aborted) return exit.stopped;
  if (hasEnded && line.length === 0) return exit.done;
  say(hasEnded ? "the input ended in the middle of a message" : "the connection is closed");
  return exit.failed;
}

const lineFeed = 0x0a;

/** Whether the transport passes a line over without a word. */
function isStray(line: string): boolean {
  if (line.trim() === "") return false;
  try {
    JSON.parse(line);
    return false;
  } catch {
    return true;
  }
}

/** What is wrong with a message, where that is more than a list of what its schema wants. */
function reasonIn(message: string): string {
  return message.startsWith("[")
    ? "a line that is JSON and no message of the protocol is passed over"
    : (message.split("\n")[0] ?? "");
}
