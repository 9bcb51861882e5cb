import { expect, test } from "vitest";
import { words } from "../src/words.ts";

const [zh, en] = [words("zh", { Person: ["人物", "Person"] }), words("en", { Person: ["人物", "Person"] })];

test.each([
  ["2023-07-06", "2023年7月6日", "6 Jul 2023"],
  ["2023-07", "2023年7月", "Jul 2023"],
  ["2023", "2023年", "2023"],
  ["", "", ""],
  ["soon", "soon", "soon"],
])("a day %j is written as people write it", (day, chinese, english) => {
  expect([zh.day(day), en.day(day)]).toEqual([chinese, english]);
});

test("a stretch of days names both ends, or the one that is known", () => {
  expect(en.days("2023-07-06", "2023-07-08")).toBe("6 Jul 2023 – 8 Jul 2023");
  expect(en.days("2023-07-06", "")).toBe("6 Jul 2023");
  expect(en.days("", "2023-07-08")).toBe("8 Jul 2023");
  expect(en.days("2023", "2023")).toBe("2023");
  expect(en.days("", "")).toBe("");
});

test("blanks are filled in, numbers in the reader's way, and never twice", () => {
  expect(zh.say("showAll", { n: 12345 })).toBe("显示全部 12,345 个");
  expect(en.say("pair", { a: "{b}", b: "$&" })).toBe("{b} and $&");
});

test("terms have the reader's word, or none of their own", () => {
  expect([zh.term("Person"), en.term("Person"), en.term("constructor")]).toEqual(["人物", "Person", "constructor"]);
});
