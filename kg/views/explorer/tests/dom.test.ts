import { expect, test } from "vitest";
import { unturned } from "../src/dom.ts";

test.each([
  ["report\u202etxt.exe", "report▯txt.exe"],
  ["\u2066a\u2069", "▯a▯"],
  ["江海区 <b>", "江海区 <b>"],
])("what would turn the direction of %j is seen instead", (text, expected) => {
  expect(unturned(text)).toBe(expected);
});
