"use strict";
const { join } = require("node:path");
const { parentPort } = require("node:worker_threads");
const { suitMany, load } = require("./load.js");

suitMany();
load(join(__dirname, "../dist/northstar.cjs")).serve(parentPort);
