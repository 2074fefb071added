"use strict";
const { join } = require("node:path");
const { parentPort } = require("node:worker_threads");
const { keepSmall, load } = require("./load.js");

keepSmall();
load(join(__dirname, "../dist/northstar.cjs"), "lint").serve(parentPort);
