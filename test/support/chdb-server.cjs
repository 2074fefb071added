/**
 * The engine of ClickHouse behind as much of its HTTP protocol as its client speaks: `node chdb-server.cjs` with the path
 * of the package chdb in NORTHSTAR_CHDB prints its port. A line of standard input is a statement to run first; each is
 * answered with a line. It ends with its input.
 */
const { createServer } = require("node:http");
const { createInterface } = require("node:readline");
const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const { Session } = require(process.env.NORTHSTAR_CHDB);
const folder = mkdtempSync(join(tmpdir(), "northstar-chdb-"));
const session = new Session(folder);
/** What is said in the address and is no setting of the query itself. */
const ofProtocol =
  /^(?:query_id|database|query|wait_end_of_query|cancel_http_readonly_queries_on_client_close)$/;

const server = createServer(async (request, response) => {
  let query = "";
  for await (const chunk of request) query += chunk;
  const { searchParams } = new URL(request.url ?? "", "http://localhost");
  const settings = [...searchParams].filter(([name]) => !ofProtocol.test(name));
  const clause = settings.map(([name, value]) => `${name} = '${value}'`).join(", ");
  try {
    const [, text, format = "TabSeparated"] = /^(.*?)(?:\sFORMAT (\w+))?\s*$/s.exec(query) ?? [];
    response.end(String(session.query(clause ? `${text} SETTINGS ${clause}` : text, format)));
  } catch (error) {
    response.writeHead(500).end(error.message);
  }
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  try {
    session.query(line, "TabSeparated");
    process.stdout.write("done\n");
  } catch (error) {
    process.stdout.write(`${error.message.split("\n")[0]}\n`);
  }
});
lines.on("close", () => {
  session.cleanup?.();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
