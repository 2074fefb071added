#!/usr/bin/env bash
# azure-devops-node-api 17.0.1: one work item that is not there makes the answer for all of them null, without an error.
#
# Expected: `getWorkItems([1, 999])`, whose type is Promise<WorkItem[]>, either throws where the server answers 404
# (TF401232: Work item 999 does not exist …) or gives what is there. The REST reference ("Work Items - List") says of its
# parameter `errorPolicy` that failing is what happens unless it is `Omit`.
# Seen: the promise is fulfilled with null, although 1 is there; `for (const item of items)` is where it goes wrong, far from
# the cause. `getWorkItem(999)` gives null as well. With the error policy Omit the item that is there arrives, and the other
# is null in its place. The message of the server is lost each time.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts azure-devops-node-api@17.0.1 >&2

cat > ask.mjs <<'JS'
import { createServer } from "node:http";
import { getPersonalAccessTokenHandler, WebApi } from "azure-devops-node-api";
import { WorkItemErrorPolicy } from "azure-devops-node-api/interfaces/WorkItemTrackingInterfaces.js";

// What Azure DevOps Services answers to these questions, as far as the client asks them.
const place = (id, area, resourceName, routeTemplate) => ({
  id, area, resourceName, routeTemplate, resourceVersion: 3, minVersion: "1.0", maxVersion: "7.2", releasedVersion: "7.2",
});
const places = [
  place("e81700f7-3be2-46de-8624-2eb35882fcaa", "Location", "ResourceAreas", "_apis/{resource}/{areaId}"),
  place("72c7ddf8-2cdc-4f60-90cd-ab71c14a399b", "wit", "workItems", "{project}/_apis/{area}/{resource}/{id}"),
];
const item = { id: 1, rev: 1, fields: { "System.Title": "It is there" } };
const missing = {
  $id: "1",
  message: "TF401232: Work item 999 does not exist, or you do not have permissions to read it.",
  typeKey: "WorkItemUnauthorizedAccessException",
};
const server = createServer(({ method, url }, response) => {
  const answer = (code, value) =>
    response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(value));
  if (method === "OPTIONS") answer(200, { count: places.length, value: places });
  else if (url.includes("ResourceAreas")) answer(200, { count: 0, value: [] });
  else if (/errorPolicy=(2|omit)/i.test(url)) answer(200, { count: 2, value: [item, null] });
  else if (url.includes("999")) answer(404, missing);
  else answer(200, { count: 1, value: [item] });
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const web = new WebApi(`http://127.0.0.1:${server.address().port}/acme`, getPersonalAccessTokenHandler("x"));
const api = await web.getWorkItemTrackingApi();
const questions = {
  "the one that is there": () => api.getWorkItems([1]),
  "both": () => api.getWorkItems([1, 999]),
  "both, with Omit": () => api.getWorkItems([1, 999], undefined, undefined, undefined, WorkItemErrorPolicy.Omit),
  "the one that is not there": () => api.getWorkItem(999),
};
for (const [name, ask] of Object.entries(questions)) {
  const seen = await ask().then(
    (found) => JSON.stringify(found, (key, value) => (key === "fields" || key === "rev" ? undefined : value)),
    (error) => `throws ${error.message}`,
  );
  console.log(`${name}: ${seen}`);
}
server.close();
JS
node ask.mjs > seen
cat > known <<'TEXT'
the one that is there: [{"id":1}]
both: null
both, with Omit: [{"id":1},null]
the one that is not there: null
TEXT
if ! diff known seen >&2; then
  echo "changed: the client answers otherwise for work items that are not there" >&2
  exit 1
fi
echo "azure-devops-node-api 17.0.1: one missing work item still makes all of them null"
