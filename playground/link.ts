/** A text in the fragment of a link, compressed by the browser. */

const name = "text=";

/** How long a fragment and the text in it may be, in characters and in bytes: a North Star has a few thousand. */
const longestFragment = 300_000;
const mostBytes = 1_000_000;

/** How much is unpacked at once, in bytes: each of them can become a thousand. */
const stepBytes = 1024;

/** What a link holds: a text, nothing, or something that cannot be read. */
export type Linked = { text: string } | { refused: string } | null;

/** The fragment of a link that holds the text, with its `#`. */
export async function fragmentOf(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += stepBytes)
    binary += String.fromCharCode(...bytes.subarray(at, at + stepBytes));
  return `#${name}${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** The text in a fragment, in bounded time and memory whoever made it. */
export async function textIn(fragment: string): Promise<Linked> {
  const packed = fragment.replace(/^#/, "");
  if (packed === "") return null;
  if (!packed.startsWith(name)) return refused("it is not one of this page");
  if (packed.length > longestFragment) return refused("it is longer than any North Star");
  const bytes = bytesIn(packed.slice(name.length));
  if (!bytes) return refused("a part of it is missing or was changed on the way");
  try {
    const text = await unpacked(bytes);
    return text === null ? refused("it holds more than a million bytes") : { text };
  } catch {
    return refused("a part of it is missing or was changed on the way");
  }
}

function refused(why: string): Linked {
  return { refused: `This link cannot be opened: ${why}. Ask for the link again, or for the file itself.` };
}

function bytesIn(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) =>
      sign.charCodeAt(0),
    );
  } catch {
    return null;
  }
}

/** The text in packed bytes, or null where there is too much of it. Throws where they are not what was packed. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  let at = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.slice(at, at + stepBytes));
        else controller.close();
        at += stepBytes;
      },
    },
    { highWaterMark: 0 },
  );
  const reader = source.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  let length = 0;
  while (true) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > mostBytes) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
