"use strict";
/** What V8 compiled of the program, kept in the user's own cache folder from one run to the next. */
const fs = require("node:fs");
const { isAbsolute, join } = require("node:path");

module.exports = { folderIn, make, read, keep, isLeftToNode: !process.version.startsWith("v20.") };

/** An entry is the sum of all after it and of the program's source, the number of calls that made it, those, and the code. */
const countAt = 4;
const callsAt = 8;

/** By how many different calls an entry is made at most. */
const mostCalls = 16;
const codeAt = callsAt + 4 * mostCalls;

/** How many entries are kept, those that were written last. Who still needs another writes it again. */
const mostEntries = 40;

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

/** What is kept for a command of a program with this text, wherever it is installed: no `code` where nothing is, or where it is damaged or somebody else's. */
function read(folder, source, command) {
  const { execArgv, arch, versions, env } = process;
  const { crc32 } = require("node:zlib");
  const made = crc32([...execArgv, env.NODE_OPTIONS].join("\0"), crc32(source)).toString(16);
  const name = /^[a-z]+$/.test(command) ? command : "options";
  const entry = { folder, source, file: join(folder, `${name}-${arch}-${versions.v8}-${made}`), calls: [] };
  const bytes = bytesOf(entry.file);
  if (bytes?.length > codeAt && bytes.readUInt32LE(0) === sumOf(bytes, source)) {
    entry.code = bytes.subarray(codeAt);
    const count = bytes.readUInt32LE(countAt);
    entry.calls = Array.from({ length: count }, (_, index) => bytes.readUInt32LE(callsAt + 4 * index));
  }
  return entry;
}

/** The bytes of a file that this user alone can have written. */
function bytesOf(file) {
  let descriptor;
  try {
    descriptor = fs.openSync(
      file,
      fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0),
    );
    const found = fs.fstatSync(descriptor);
    return found.isFile() && isOwn(found) ? fs.readFileSync(descriptor) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

function sumOf(bytes, source) {
  const { crc32 } = require("node:zlib");
  return crc32(source, crc32(bytes.subarray(countAt)));
}

/** Adds what a run compiled, when no call like it has been kept yet. Where that cannot be done, nothing is said. */
function keep(entry, script, args, code) {
  const call = callOf(args, code);
  const before = script.cachedDataRejected ? [] : entry.calls;
  if (code === 2 || before.includes(call) || before.length === mostCalls) return;
  try {
    if (!make(entry.folder)) return;
    write(entry.file, packed([...before, call], script.createCachedData(), entry.source));
    sweep(entry.folder);
  } catch {
    // The next run compiles again.
  }
}

/** Puts a new file in the place of the old one, so that no other process ever sees a half. */
function write(file, bytes) {
  const temporary = `${file}.${process.pid}.${Date.now()}.tmp`;
  try {
    fs.writeFileSync(temporary, bytes, { mode: 0o600, flag: "wx" });
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

/** Calls with the same options and exit code run through nearly the same code. */
function callOf(args, code) {
  const { crc32 } = require("node:zlib");
  const words = args.map((word) => word.replace(/=.*/s, "")).filter((word) => /^-|^[a-z-]+$/.test(word));
  return crc32([code, ...words].join("\0"));
}

function packed(calls, code, source) {
  const head = Buffer.alloc(codeAt);
  head.writeUInt32LE(calls.length, countAt);
  for (const [index, call] of calls.entries()) head.writeUInt32LE(call, callsAt + 4 * index);
  const bytes = Buffer.concat([head, code]);
  bytes.writeUInt32LE(sumOf(bytes, source), 0);
  return bytes;
}

/** Removes what earlier versions, other versions of Node and broken writes left. */
function sweep(folder) {
  const written = fs.readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { path, time: fs.lstatSync(path).mtimeMs };
  });
  for (const { path } of written.sort((a, b) => b.time - a.time).slice(mostEntries))
    fs.rmSync(path, { recursive: true, force: true });
}
