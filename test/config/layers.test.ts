/** What counts when configurations lie over one another. */
import { expect, test } from "vitest";
import type { Config } from "../../src/config/config.js";
import { defaultLayer, type Layer, layerOf, mergeLayers, presetOf } from "../../src/config/layers.js";
import { judgements } from "../../src/lint/catalogue.js";

function layer(name: string, config: Config): Layer {
  return { config, originOf: () => name };
}

test("nothing configured is what the rules say themselves", () => {
  const base = mergeLayers([defaultLayer(judgements)]);
  expect(base.rules).toEqual(Object.fromEntries(judgements.map(({ id, severity }) => [id, severity])));
  expect(base.fail).toBe("error");
  expect(mergeLayers([defaultLayer(judgements), presetOf("recommended", judgements)])).toEqual(base);
});

test("strict makes warnings of notes, leaves the others, and lets warnings fail", () => {
  const { rules = {}, fail } = mergeLayers([defaultLayer(judgements), presetOf("strict", judgements)]);
  expect(fail).toBe("warning");
  for (const { id, severity } of judgements)
    expect(rules[id], id).toBe(severity === "note" ? "warning" : severity);
});

test("the last one wins: rule by rule, colour by colour, whole lists", () => {
  const layers = [
    layer("far", {
      rules: { "lagging-metric": "note", "generic-metric": "off" },
      fail: "note",
      files: ["a/*.yaml"],
      theme: { colors: { ink: "#000000", accent: "#111111" }, font: "Inter" },
    }),
    layer("near", {
      rules: { "lagging-metric": "off" },
      files: ["b/*.yaml"],
      theme: { colors: { accent: "#222222" } },
    }),
  ];
  expect(mergeLayers(layers)).toMatchObject({
    rules: { "lagging-metric": "off", "generic-metric": "off" },
    fail: "note",
    files: ["b/*.yaml"],
    theme: { colors: { ink: "#000000", accent: "#222222" }, font: "Inter" },
  });
  expect(layerOf(layers, ["rules", "lagging-metric"])?.originOf([])).toBe("near");
  expect(layerOf(layers, ["rules", "generic-metric"])?.originOf([])).toBe("far");
  expect(layerOf(layers, ["rules", "mere-presence"])).toBeUndefined();
});

test("paper and pages are those of the last one that says them", () => {
  const far = layer("far", { paper: "letter", pages: 2 });
  expect(mergeLayers([far, layer("near", { pages: 1 })])).toMatchObject({ paper: "letter", pages: 1 });
  expect(mergeLayers([layer("one", {})])).not.toHaveProperty("paper");
});

test("a horizon is given whole, and the last one of a level wins", () => {
  const layers = [
    layer("far", { horizons: { opportunities: { least: "2 weeks", most: "1 month" } } }),
    layer("near", { horizons: { opportunities: { least: "3 weeks" }, interventions: { least: "1 day" } } }),
  ];
  expect(mergeLayers(layers).horizons).toEqual({
    opportunities: { least: "3 weeks" },
    interventions: { least: "1 day" },
  });
  expect(mergeLayers([layer("one", {})])).not.toHaveProperty("horizons");
});

test("words add up, and a word that is listed again means only what it is listed under last", () => {
  const layers = [
    layer("far", { words: { value: ["forage", "Open"], vanity: ["sparkle"] } }),
    layer("near", { words: { presence: ["open"], value: ["browse"] } }),
  ];
  expect(mergeLayers(layers).words).toEqual({
    value: ["forage", "browse"],
    presence: ["open"],
    vanity: ["sparkle"],
  });
});
