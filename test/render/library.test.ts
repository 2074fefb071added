import { expect, test } from "vitest";
import { render } from "../../src/index.js";
import { onePager } from "../../src/render/one-pager.js";
import { told } from "./stars.js";

test("a program draws what the command draws", async () => {
  const star = told("amplitude");
  expect(await render(star, { to: "one-pager", today: star.today })).toBe(onePager(star));
  expect(await render(star, { to: "deck", format: "pptx", today: star.today })).toBeInstanceOf(Uint8Array);
  await expect(render(star, { to: "badge", format: "md", today: star.today })).rejects.toThrow(
    "badge is not made as md, only as svg",
  );
});
