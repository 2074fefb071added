/** What is bundled from other packages: their licences, which every copy has to hold, and a bill of materials. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The packages of which an output of esbuild holds anything, by name. */
export function bundledIn({ outputs }, home = ".") {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const folders = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0]);
  return [...new Set(folders)]
    .filter((folder) => folder !== undefined)
    .map((folder) => packageIn(folder, home))
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

function packageIn(folder, home) {
  const { name, version, license } = JSON.parse(readFileSync(join(home, folder, "package.json"), "utf8"));
  const files = readdirSync(join(home, folder)).filter((file) =>
    /^(licen[cs]e|copying|notice)\b/i.test(file),
  );
  if (files.length === 0) throw new Error(`${folder} is bundled and has no licence file`);
  const texts = files.sort().map((file) => readFileSync(join(home, folder, file), "utf8"));
  // node_modules may be a link to elsewhere.
  const path = folder.slice(folder.indexOf("node_modules/"));
  return { path, name, version, license, text: texts.join("\n").replaceAll("\r\n", "\n").trim() };
}

export function licencesOf(packages) {
  const line = "-".repeat(80);
  const namesBy = new Map();
  for (const { name, version, license, text } of packages)
    namesBy.set(text, [...(namesBy.get(text) ?? []), `${name} ${version} (${license})`]);
  const parts = [...namesBy].map(([text, names]) => `${line}\n${names.join("\n")}\n${line}\n\n${text}\n`);
  return `northstar holds code of these packages, under these licences.\n\n${parts.join("\n")}`;
}

/** A bill of materials (CycloneDX 1.6): the same for the same packages, wherever and whenever it is made. */
export function billOf({ name, version, license, description }, packages, lock) {
  const own = { ...component({ name, version, license }), type: "application", description };
  const components = packages.map((each) => {
    const locked = lock.packages[each.path];
    if (locked?.version !== each.version)
      throw new Error(`${each.path} is ${each.version} and not as package-lock.json says: run npm ci`);
    return { ...component(each), ...hashesOf(locked) };
  });
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: own },
    components,
    dependencies: [
      { ref: own["bom-ref"], dependsOn: components.map((each) => each["bom-ref"]) },
      ...components.map((each) => ({ ref: each["bom-ref"] })),
    ],
  };
}

function component({ name, version, license }) {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const [group, own] = name.startsWith("@") ? name.split("/") : [undefined, name];
  return {
    type: "library",
    "bom-ref": purl,
    ...(group && { group }),
    name: own,
    version,
    licenses: [{ license: { id: license } }],
    purl,
  };
}

/** The sum of the package as npm packed it. */
function hashesOf({ integrity }) {
  const [, content] = /^sha512-(.*)$/.exec(integrity) ?? [];
  return content && { hashes: [{ alg: "SHA-512", content: Buffer.from(content, "base64").toString("hex") }] };
}

function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}
