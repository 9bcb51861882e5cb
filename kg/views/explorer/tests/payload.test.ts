import { expect, test } from "vitest";
import { added, type Payload } from "../src/payload.ts";

test("what was packed is whole again: differences are summed up across lists, events named by headlines", () => {
  const packed = {
    quotes: { start: [5, 1, -2], end: [1, 1, 1] },
    views: { people: { x: [-3, 4] } },
    evidence: { quotes: [[7], [], [1, 2]] },
    events: { label: ["", "座谈", ""], articles: [[1], [0], []] },
    articles: { headline: ["甲", "乙"] },
    deltas: ["quotes.start", "views.people.x", "evidence.quotes"],
  };
  const whole = added(packed as unknown as Payload & { deltas: string[] });
  expect(whole.quotes.start).toEqual([5, 6, 4]);
  expect(whole.quotes.end).toEqual([1, 1, 1]);
  expect(whole.views.people.x).toEqual([-3, 1]);
  expect(whole.evidence.quotes).toEqual([[7], [], [8, 10]]);
  expect(whole.events.label).toEqual(["乙", "座谈", ""]);
});
