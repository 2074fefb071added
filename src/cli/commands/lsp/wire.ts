/** Messages on a stream, each behind a header with its length (the base protocol of LSP), in bounded memory. */
import type {
  DataCallback,
  Disposable,
  Event,
  Message,
  MessageReader,
  MessageWriter,
  PartialMessageInfo,
} from "vscode-jsonrpc";
import type { Output, World } from "../../host/world.js";

/** The longest message that is read, in bytes: a text of the longest that is judged fits many times. */
const longestMessage = 64 * 1024 * 1024;
const longestHeader = 4096;

/** What comes in. Whatever is no message ends the reading, since nobody can say where the next one starts. */
export class Reader implements MessageReader {
  /** How many messages have come, without those that only take one back. */
  count = 0;
  private readonly world: Pick<World, "stdin" | "firstInput">;
  private readonly failed: (reason: string) => void;
  private readonly ended: () => void;
  private chunks: Buffer[] = [];
  private size = 0;
  /** How long the body is that is waited for. */
  private length: number | undefined;
  private callback: DataCallback | undefined;
  private isStream = false;

  constructor(
    world: Pick<World, "stdin" | "firstInput">,
    failed: (reason: string) => void,
    ended: () => void,
  ) {
    this.world = world;
    this.failed = failed;
    this.ended = ended;
  }

  readonly onError: Event<Error> = () => nothing;
  readonly onClose: Event<void> = () => nothing;
  readonly onPartialMessage: Event<PartialMessageInfo> = () => nothing;

  /** Waits for the first message, before which there is nothing to do; `goOn` reads what comes after it. */
  listen(callback: DataCallback): Disposable {
    this.callback = callback;
    while (this.count === 0 && this.callback) {
      const bytes = this.world.firstInput?.();
      if (!bytes?.length) break;
      this.hear(bytes);
    }
    if (this.count === 0) this.goOn();
    return { dispose: () => this.dispose() };
  }

  /** Reads on from a stream, as soon as the first message is answered: making one takes its part of the start-up. */
  goOn(): void {
    if (this.isStream || !this.callback) return;
    this.isStream = true;
    const { stdin } = this.world;
    stdin.on("data", this.hear);
    stdin.once("end", () => {
      if (this.size > 0) this.failed("it ended in the middle of a message");
      else this.ended();
    });
    stdin.once("error", () => this.ended());
  }

  private readonly hear = (chunk: Buffer | string): void => {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    this.chunks.push(bytes);
    this.size += bytes.length;
    try {
      for (let message = this.next(); message; message = this.next()) {
        if (!isCancel(message)) this.count += 1;
        this.callback?.(message);
      }
    } catch (error) {
      this.dispose();
      this.failed(error instanceof Error ? error.message : String(error));
    }
  };

  dispose(): void {
    this.callback = undefined;
    this.chunks = [];
    this.size = 0;
    if (this.isStream) this.world.stdin.removeListener("data", this.hear).pause();
  }

  private next(): Message | undefined {
    this.length ??= this.header();
    if (this.length === undefined || this.size < this.length) return undefined;
    const text = this.take(this.length).toString("utf8");
    this.length = undefined;
    return messageIn(text);
  }

  /** The length of the next message, once its header is there. */
  private header(): number | undefined {
    const start = this.peek(longestHeader);
    const end = start.indexOf("\r\n\r\n");
    const head = start.toString("latin1", 0, end < 0 ? start.length : end);
    if (end < 0) {
      if (this.size > longestHeader || !/^(?:C|\r|$)/i.test(head))
        throw new Error(`this is no header: ${shown(head)}`);
      return undefined;
    }
    const [, digits] = /^Content-Length: *(\d{1,12})\s*$/im.exec(head) ?? [];
    if (digits === undefined) throw new Error(`a header without Content-Length: ${shown(head)}`);
    if (Number(digits) > longestMessage) throw new Error(`a message of ${digits} bytes is too long`);
    this.take(end + 4);
    return Number(digits);
  }

  private peek(length: number): Buffer {
    const [first] = this.chunks;
    if (first && (this.chunks.length === 1 || first.length >= length)) return first.subarray(0, length);
    return Buffer.concat(this.chunks).subarray(0, length);
  }

  private take(length: number): Buffer {
    const all = this.chunks.length === 1 && this.chunks[0] ? this.chunks[0] : Buffer.concat(this.chunks);
    this.size = all.length - length;
    this.chunks = this.size > 0 ? [all.subarray(length)] : [];
    return all.subarray(0, length);
  }
}

/** Whether a message takes back another: it may be done with before its turn. */
export function isCancel(message: Message): boolean {
  return "method" in message && message.method === "$/cancelRequest";
}

function messageIn(text: string): Message {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`a message is no JSON: ${shown(text)}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error(`a message is no object: ${shown(text)}`);
  return value as Message;
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}

const nothing: Disposable = { dispose() {} };

/** What goes out. */
export class Writer implements MessageWriter {
  private readonly output: Output;

  constructor(output: Output) {
    this.output = output;
  }

  readonly onError: MessageWriter["onError"] = () => nothing;
  readonly onClose: Event<void> = () => nothing;

  async write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    this.output.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  end(): void {}
  dispose(): void {}
}
