import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { gameSigns } from "../../src/lint/game-signs.js";

test.each(["blank", "candidate"])("the template %s asks for all ten signs of a game", (name) => {
  const template = readFileSync(`templates/${name}.yaml`, "utf8");
  const asked = [...template.matchAll(/^#\? say: (.*)$/gm)].map(([, said]) => said);
  const signs = Object.entries(gameSigns).flatMap(([game, { says }]) =>
    says.map((said) => `${game} = ${said}`),
  );
  expect(asked).toEqual(signs);
  expect(signs.length).toBe(10);
});
