"use strict";
/** What V8 compiled of the program, kept in the user's own cache folder from one run to the next. */
const fs = require("node:fs");
const { isAbsolute, join } = require("node:path");

module.exports = { folderIn, make, programIn, read, keep, isLeftToNode: !process.version.startsWith("v20.") };

/** An entry is the sum of all after it and of the program's text, the number of calls that made it, those, and the code. */
const countAt = 4;
const callsAt = 8;

/** By how many different calls an entry is made at most. */
const mostCalls = 16;
const codeAt = callsAt + 4 * mostCalls;

/** How many entries are kept, those that were written last. Who still needs another writes it again. */
const mostEntries = 40;

/** By how much the times of two files differ at most, in milliseconds, that were given the same: both are rounded. */
const sameTime = 0.01;

/** The folder for compiled code; undefined where there is none, or `NORTHSTAR_CACHE` turns it off. */
function folderIn({ NORTHSTAR_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME }) {
  if (NORTHSTAR_CACHE === "off") return undefined;
  const folder = [XDG_CACHE_HOME, LOCALAPPDATA, HOME && join(HOME, ".cache")].find(
    (each) => each && isAbsolute(each),
  );
  return folder && join(folder, "northstar", "compiled");
}

/** Makes the folder where it is missing; false where it cannot be made, or others can write into it. */
function make(folder) {
  for (const each of [join(folder, "../.."), join(folder, ".."), folder])
    try {
      fs.mkdirSync(each, 0o700);
    } catch (error) {
      if (error.code !== "EEXIST") return false;
    }
  const found = fs.lstatSync(folder);
  return found.isDirectory() && isOwn(found);
}

/** Whether this user alone can have written it. Windows tells no owner; there the folder itself is the user's own. */
function isOwn({ uid, mode }) {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/**
 * A CommonJS file as the text of a script, with the time when it was written in milliseconds and the memory that it was
 * read into, for an entry to be read into. The build writes ASCII alone, so that each byte is a letter.
 */
function programIn(file) {
  const [before, after] = ["(function(exports,require,module){", "\n})"];
  const descriptor = fs.openSync(file, fs.constants.O_RDONLY);
  try {
    const { size, mtimeMs } = fs.fstatSync(descriptor);
    const room = Buffer.allocUnsafeSlow(before.length + size + after.length);
    room.latin1Write(before);
    const end = before.length + fill(room.subarray(before.length, before.length + size), descriptor);
    room.latin1Write(after, end);
    return { text: room.latin1Slice(0, end + after.length), time: mtimeMs, room };
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Reads into all of `bytes` what the file has; returns how much that was. */
function fill(bytes, descriptor) {
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read)
    read = fs.readSync(descriptor, bytes, length, bytes.length - length, null);
  return length;
}

/**
 * What is kept for a command, and the document that it draws, of a program with this text, wherever it is installed, in a
 * V8 with these flags: no `code` where nothing is, or where it is damaged or somebody else's. An entry bears the time of the program that it was
 * last compared with; where one of the two was written since, both are summed.
 */
function read(folder, program, args, flags = []) {
  const { execArgv, arch, versions, env } = process;
  const name = /^[a-z]+$/.test(args[0]) ? args[0] : "options";
  const made = hashOf([
    program.text.length,
    program.text.slice(-40),
    ...documentOf(args),
    ...execArgv,
    ...flags,
    env.NODE_OPTIONS,
  ]);
  const entry = {
    folder,
    program,
    file: join(folder, `${name}-${arch}-${versions.v8}-${made.toString(16)}`),
    calls: [],
  };
  const { bytes, time } = entryIn(entry.file, program.room);
  if (bytes?.length > codeAt && (Math.abs(time - program.time) < sameTime || isWhole(bytes, entry))) {
    entry.code = bytes.subarray(codeAt);
    const count = bytes.readUInt32LE(countAt);
    entry.calls = Array.from({ length: count }, (_, index) => bytes.readUInt32LE(callsAt + 4 * index));
  }
  return entry;
}

/** What document is asked for, and of which kind its file is: what draws one is of no use to another. */
function documentOf(args) {
  const said = args.join("\0");
  const [, document] = /\0--to[=\0]([a-z-]+)/.exec(said) ?? [];
  const [, ending] = /\0(?:-o|--out)[=\0]?[^\0]*\.(\w+)(?:\0|$)/.exec(said) ?? [];
  return [document, ending];
}

/** The bytes of a file that this user alone can have written, in `room` where they fit, and when they were written. */
function entryIn(file, room) {
  let descriptor;
  try {
    descriptor = fs.openSync(
      file,
      fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0),
    );
    const found = fs.fstatSync(descriptor);
    if (!found.isFile() || !isOwn(found)) return {};
    const bytes =
      found.size <= room.length ? room.subarray(0, found.size) : Buffer.allocUnsafeSlow(found.size);
    return { bytes: bytes.subarray(0, fill(bytes, descriptor)), time: found.mtimeMs };
  } catch {
    return {};
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

/** Whether an entry is what was written, of the program's very text. If so the next run need not sum it. */
function isWhole(bytes, { program, file }) {
  if (bytes.readUInt32LE(0) !== sumOf(bytes, program)) return false;
  try {
    fs.utimesSync(file, program.time / 1000, program.time / 1000);
  } catch {
    // The next run sums it again.
  }
  return true;
}

/** Of all bytes of an entry after its sum, and of the program's. Loading what sums takes as long as reading both. */
function sumOf(bytes, { text }) {
  const { crc32 } = require("node:zlib");
  return crc32(Buffer.from(text, "latin1"), crc32(bytes.subarray(countAt)));
}

/** A number of 32 bits for a few short words. */
function hashOf(words) {
  let hash = 0;
  for (const sign of words.join("\0")) hash = (Math.imul(hash, 31) + sign.codePointAt(0)) >>> 0;
  return hash;
}

/** Adds what a run compiled, when no call like it has been kept yet. Where that cannot be done, nothing is said. */
function keep(entry, script, args, code) {
  const call = callOf(args, code);
  const before = script.cachedDataRejected ? [] : entry.calls;
  if (code === 2 || before.includes(call) || before.length === mostCalls) return;
  try {
    if (!make(entry.folder)) return;
    write(entry, packed([...before, call], script.createCachedData(), entry.program));
    sweep(entry.folder);
  } catch {
    // The next run compiles again.
  }
}

/** Puts a new file in the place of the old one, so that no other process ever sees a half, nor is left with one after a crash. */
function write({ file, program }, bytes) {
  const temporary = `${file}.${process.pid}.${Date.now()}.tmp`;
  try {
    fs.writeFileSync(temporary, bytes, { mode: 0o600, flag: "wx", flush: true });
    fs.utimesSync(temporary, program.time / 1000, program.time / 1000);
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

/** Calls with the same options and exit code run through nearly the same code. */
function callOf(args, code) {
  const words = args.map((word) => word.replace(/=.*/s, "")).filter((word) => /^-|^[a-z-]+$/.test(word));
  return hashOf([code, ...words]);
}

function packed(calls, code, program) {
  const head = Buffer.alloc(codeAt);
  head.writeUInt32LE(calls.length, countAt);
  for (const [index, call] of calls.entries()) head.writeUInt32LE(call, callsAt + 4 * index);
  const bytes = Buffer.concat([head, code]);
  bytes.writeUInt32LE(sumOf(bytes, program), 0);
  return bytes;
}

/** Removes what earlier versions, other versions of Node and broken writes left. */
function sweep(folder) {
  const written = fs.readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { path, time: fs.lstatSync(path).ctimeMs };
  });
  for (const { path } of written.sort((a, b) => b.time - a.time).slice(mostEntries))
    fs.rmSync(path, { recursive: true, force: true });
}
