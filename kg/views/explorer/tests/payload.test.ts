import { expect, test } from "vitest";
import { whole, type Shortened } from "../src/shortened.ts";

function shortened(): Shortened {
  const told = {
    mark: "*",
    things: { key: ["person/*", "person/*-2", "body/甲县"], label: ["甲大", "乙二", "甲县政府"] },
    posts: { label: ["*书记", "记者"], body: [2, -1], first: ["2023-05-11", ""], last: ["*", ""] },
    quotes: { start: [5, 1, -2], end: [1, 1, 1] },
    views: { people: { x: [-3, 4], a: [], b: [], ties: [2, 1], tieRow: [0, 1, 2] } },
    met: { a: [1, 0, 1], b: [0, 1, 2] },
    evidence: { quotes: [[7], [], [1, 2]] },
    events: { label: ["", "座谈", ""], articles: [[1], [0], []] },
    articles: { headline: ["甲", "乙"] },
    deltas: ["quotes.start", "views.people.x", "evidence.quotes"],
  };
  return told as unknown as Shortened;
}

test("differences are summed up, across the lists of a column of lists", () => {
  const { quotes, views, evidence } = whole(shortened());
  expect(quotes.start).toEqual([5, 6, 4]);
  expect(quotes.end).toEqual([1, 1, 1]);
  expect(views.people.x).toEqual([-3, 1]);
  expect(evidence.quotes).toEqual([[7], [], [8, 10]]);
});

test("keys get their labels back, posts their bodies and days, events their headlines, edges their ends", () => {
  const { things, posts, events, views } = whole(shortened());
  expect(posts.label).toEqual(["甲县政府书记", "记者"]);
  expect(posts.last).toEqual(["2023-05-11", ""]);
  expect(things.key).toEqual(["person/甲大", "person/乙二-2", "body/甲县"]);
  expect(events.label).toEqual(["乙", "座谈", ""]);
  expect([views.people.a, views.people.b]).toEqual([
    [0, 1],
    [1, 2],
  ]);
});
