import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { formatsOf, rendererNames } from "../../src/render/renderers.js";
import { folderWith } from "../support/folder.js";
import { northstar } from "../support/world.js";

test.each(["name: [", "name: Only A Name\n", ""])(
  "what is no North Star is reported, not drawn: %j",
  async (text) => {
    const cwd = folderWith({ "northstar.yaml": text });
    const { code, stdout } = await northstar(["render", "--out", "a.md"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("✖ error");
    expect(existsSync(join(cwd, "a.md"))).toBe(false);
  },
);

test("a document never takes the place of its own North Star", async () => {
  const star = "name: A\ndefinition: B\ngame: attention\ninputs: []\n";
  const cwd = folderWith({ "northstar.yaml": star });
  symlinkSync("northstar.yaml", join(cwd, "link.yaml"));
  for (const words of [
    ["northstar.yaml", "--out", "./northstar.yaml"],
    ["link.yaml", "--out", "northstar.yaml"],
    ["--out", "northstar.yaml", "--to", "portfolio"],
  ])
    expect(await northstar(["render", "--force", "--format", "md", ...words], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/northstar\.yaml is the North Star that is drawn; name another file/),
    });
  expect(readFileSync(join(cwd, "northstar.yaml"), "utf8")).toBe(star);
});

test("a folder stands for the one North Star in it", async () => {
  const star = `name: A\ndefinition: B\ngame: attention\ninputs: []\n`;
  const cwd = folderWith({
    "one/northstar.yaml": star,
    "two/a.northstar.yaml": star,
    "two/b.northstar.yaml": star,
  });
  expect(await northstar(["render", "one"], { cwd })).toMatchObject({ code: 0 });
  expect(await northstar(["render", "two", "--to", "one-pager"], { cwd })).toMatchObject({
    code: 2,
    stderr: "northstar: found 2 North Stars in two; name one of them, or ask for --to portfolio\n",
  });
  expect(await northstar(["render"], { cwd })).toMatchObject({
    code: 2,
    stderr: "northstar: found no northstar.yaml in this folder; name a file, such as one/northstar.yaml\n",
  });
});

test("several North Stars are drawn as their portfolio when nothing else is asked for", async () => {
  const star = `name: A\ndefinition: B\ngame: attention\ninputs: []\n`;
  const cwd = folderWith({ "one/northstar.yaml": star, "two/northstar.yaml": star });
  const asked = await northstar(["render", ".", "--to", "portfolio"], { cwd });
  expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining("# North Stars") });
  for (const words of [["."], ["one", "two"], ["*/northstar.yaml"]])
    expect(await northstar(["render", ...words], { cwd })).toEqual(asked);
  expect(await northstar(["render", "one", "two", "--out", "index.html"], { cwd })).toMatchObject({
    code: 0,
  });
  expect(readFileSync(join(cwd, "index.html"), "utf8")).toMatch(/<h1>.* North Stars<.h1>/);
});

describe("what is kept", () => {
  const star = readFileSync("test/render/stars/amplitude.northstar.yaml", "utf8");
  const kept = { "one-pager": ["md", "html"], tree: ["md", "mmd", "svg", "html"], board: ["md", "html"] };
  const documents = Object.entries({
    ...kept,
    deck: ["md", "html", "pptx"],
    portfolio: ["md", "html", "pptx"],
  })
    .flatMap(([to, formats]) => formats.map((format) => `  - { to: ${to}, out: docs/${to}.${format} }`))
    .join("\n");
  const files = { "northstar.yaml": star, "northstar.config.yaml": `render:\n${documents}\n` };

  test("is as fresh on any other day", async () => {
    const cwd = folderWith(files);
    expect(await northstar(["render"], { cwd, today: "2026-11-27" })).toMatchObject({ code: 0 });
    const days = ["2026-01-01", "2026-12-03", "2026-12-16", "2027-03-02", "2031-01-01"];
    for (const today of days)
      for (const words of [[], ["--today", today]])
        expect(await northstar(["render", "--check", ...words], { cwd, today })).toMatchObject({
          code: 0,
          stdout: "",
        });
  });

  test("is stale when its North Star changes", async () => {
    const cwd = folderWith(files);
    await northstar(["render"], { cwd });
    writeFileSync(join(cwd, "northstar.yaml"), star.replace(/^name: .*$/m, "name: Weekly Teaching Users"));
    const { code, stdout } = await northstar(["render", "--check"], { cwd });
    expect(code).toBe(1);
    expect(stdout.match(/ is stale: northstar render mends it\n/g)).toHaveLength(14);
  });

  test("may have the line ends of any system, but for what is no text", async () => {
    const cwd = folderWith(files);
    await northstar(["render"], { cwd });
    for (const name of readdirSync(join(cwd, "docs")).filter((each) => !each.endsWith(".pptx"))) {
      const path = join(cwd, "docs", name);
      writeFileSync(path, readFileSync(path, "utf8").replaceAll("\n", "\r\n"));
    }
    expect(await northstar(["render", "--check"], { cwd })).toMatchObject({ code: 0, stdout: "" });
    const slides = join(cwd, "docs/deck.pptx");
    writeFileSync(slides, Buffer.concat([readFileSync(slides), Buffer.of(0)]));
    expect(await northstar(["render", "--check"], { cwd })).toMatchObject({
      code: 1,
      stdout: "docs/deck.pptx is stale: northstar render mends it\n",
    });
  });

  test("survives a formatter", async () => {
    const cwd = folderWith(files);
    await northstar(["render"], { cwd });
    const texts = readdirSync(join(cwd, "docs")).filter((name) => name.endsWith(".md"));
    expect(texts).toHaveLength(5);
    for (const name of texts) {
      const path = join(cwd, "docs", name);
      writeFileSync(path, await format(readFileSync(path, "utf8"), { parser: "markdown" }));
    }
    expect(await northstar(["render", "--check"], { cwd })).toMatchObject({ code: 0, stdout: "" });
  });

  test("goes where it is asked for, and two documents for one path are refused with both names", async () => {
    const product = (name: string) => `product: ${name}\n${star.replace(/^product: .*\n/m, "")}`;
    const config = (out: string) => `render:\n  - { to: one-pager, out: "${out}" }\n`;
    const cwd = folderWith({
      "a/northstar.yaml": product("Bikes & Cars"),
      "b/north.northstar.yaml": product("Boats"),
      "b/south.northstar.yaml": product("Boats"),
      "northstar.config.yaml": config("docs/{product}.md"),
    });
    const set = (out: string) => writeFileSync(join(cwd, "northstar.config.yaml"), config(out));
    const render = (...words: string[]) => northstar(["render", ...words], { cwd });
    const refused = await render();
    expect(refused).toMatchObject({
      code: 2,
      stderr:
        "northstar: northstar.config.yaml: render keeps docs/boats.md for b/north.northstar.yaml and for b/south.northstar.yaml; " +
        'tell them apart with a placeholder, such as "docs/{file}.md"\n',
    });
    expect(existsSync(join(cwd, "docs"))).toBe(false);
    // Of one North Star alone the same is refused, since another would be written over.
    expect(await render("b/south.northstar.yaml")).toMatchObject({ code: 2, stderr: refused.stderr });
    set("docs/{file}.md");
    expect(await render()).toMatchObject({
      code: 0,
      stderr:
        "northstar: wrote docs/northstar.md\nnorthstar: wrote docs/north.md\nnorthstar: wrote docs/south.md\n",
    });
    set("docs/one.md");
    const { stderr } = await render();
    const [, advice = ""] = /such as "(.*)"/.exec(stderr) ?? [];
    expect(stderr).toContain("for a/northstar.yaml and for b/north.northstar.yaml");
    set(advice);
    const { stderr: next } = await render();
    set(/such as "(.*)"/.exec(next)?.[1] ?? "");
    expect(await render()).toMatchObject({ code: 0 });
    expect(await render("--check")).toMatchObject({ code: 0, stdout: "" });
  });
});

test("a one-pager is printed on what is asked for, else on what its list says, else on what is configured", async () => {
  const cwd = folderWith({
    "northstar.yaml": "name: A\ndefinition: B\ngame: attention\ninputs: []\n",
    "northstar.config.yaml": `paper: letter
pages: 2
render:
  - { to: one-pager, out: kept.html }
  - { to: one-pager, out: listed.html, paper: a4, pages: 1 }
  - { to: one-pager, out: kept.md }
`,
  });
  const sheet = (page: string) => /@page\{size:(\w+);/.exec(page)?.[1];
  const pages = (page: string) => (page.includes("render --pages 2 has more") ? 1 : 2);
  const printed = async (...words: string[]) => {
    const { stdout } = await northstar(["render", "--to", "one-pager", "--format", "html", ...words], {
      cwd,
    });
    return [sheet(stdout), pages(stdout)];
  };
  expect(await northstar(["render"], { cwd })).toMatchObject({ code: 0 });
  const kept = (name: string) => readFileSync(join(cwd, name), "utf8");
  expect([sheet(kept("kept.html")), pages(kept("kept.html"))]).toEqual(["letter", 2]);
  expect([sheet(kept("listed.html")), pages(kept("listed.html"))]).toEqual(["A4", 1]);
  expect(await printed()).toEqual(["letter", 2]);
  expect(await printed("--paper", "a4")).toEqual(["A4", 2]);
  expect(await printed("--no-config")).toEqual(["A4", 1]);
});

describe("a file with blanks", () => {
  const files = {
    "northstar.yaml":
      "northstar: 1\nname: ____\ndefinition: Readers who read to the end.\ngame: attention\n" +
      "inputs: [{ name: New Readers, definition: Readers who read their first article. }]\n",
  };
  const made = rendererNames.flatMap((to) =>
    Object.keys(formatsOf(to)).map((format) => [to, format] as const),
  );

  const portfolios = ["md", "html", "pptx"].map((format) => ["portfolio", format] as const);

  test.each([...made, ...portfolios])("is no %s as %s, only a draft of one", async (to, format) => {
    const cwd = folderWith(files);
    const args = ["render", "northstar.yaml", "--to", to, "--out", `a.${format}`];
    const refused = await northstar(args, { cwd });
    expect(refused).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("a blank (name in line 2)"),
    });
    expect(readdirSync(cwd)).toEqual(["northstar.yaml"]);
    expect(await northstar([...args, "--draft"], { cwd })).toMatchObject({ code: 0 });
    if (to !== "badge") expect(readFileSync(join(cwd, `a.${format}`), "utf8")).toMatch(/Draft(?::|#58;|\\:)/);
  });

  test("is not kept", async () => {
    const cwd = folderWith({ ...files, "northstar.config.yaml": "render: [{ to: tree, out: tree.md }]\n" });
    expect(await northstar(["render"], { cwd })).toMatchObject({ code: 1 });
    expect(readdirSync(cwd)).not.toContain("tree.md");
    expect(await northstar(["render", "--draft"], { cwd })).toMatchObject({ code: 0 });
  });
});
