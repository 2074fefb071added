/** Packs files into a ZIP as ECMA-376 asks for. */
import { crc32 } from "node:zlib";

/**
 * A ZIP archive in which everything is stored as it is. Deflating would make it a third as large, and take longer
 * than all else; as it is, the bytes are the same on every machine, and git packs them by itself.
 */
export function zip(files: readonly (readonly [path: string, content: string | Uint8Array])[]): Uint8Array {
  const parts: Buffer[] = [];
  const index: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(content)];
    const facts = factsOf(name, bytes);
    parts.push(Buffer.from("504b0304", "hex"), facts, name, bytes);
    index.push(entryOf(facts, offset), name);
    offset += 4 + facts.length + name.length + bytes.length;
  }
  const directory = Buffer.concat(index);
  return Buffer.concat([...parts, directory, endOf(files.length, directory.length, offset)]);
}

/** What stands before a file: version 2.0, names in UTF-8, stored, 1 January 1980, sum, sizes. */
function factsOf(name: Buffer, bytes: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x0800, 2);
  facts.writeUInt16LE(0x0021, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(bytes.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

/** The same in the directory at the end, with where the file begins. */
function entryOf(facts: Buffer, offset: number): Buffer {
  const entry = Buffer.alloc(20 + facts.length);
  entry.write("504b01021400", "hex");
  facts.copy(entry, 6);
  entry.writeUInt32LE(offset, 42);
  return entry;
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write("504b0506", "hex");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
