"use strict";
const { join } = require("node:path");
const { parentPort } = require("node:worker_threads");
const { load } = require("./load.js");

load(join(__dirname, "../dist/northstar.cjs"), "lint").serve(parentPort);
