import { expect, test } from "vitest";
import { parted } from "../src/paper.ts";

test.each([
  ["near".repeat(5), 60, 60, ["near".repeat(5), "", ""]],
  [`a${"b".repeat(300)}c`, 1, 1, ["a", "b".repeat(300), "c"]],
  [`${"b".repeat(300)}c`, 0, 1, ["", "b".repeat(300), "c"]],
  [`a${"\u{20000}".repeat(300)}`, 2, 0, ["a\u{20000}", "\u{20000}".repeat(299), ""]],
  ["b".repeat(200), 60, 60, ["b".repeat(200), "", ""]],
])("%j is parted %i characters after its beginning and %i before its end", (text, head, tail, parts) => {
  expect(parted(text, head, tail)).toEqual(parts);
});
