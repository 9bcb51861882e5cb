import { expect, test } from "vitest";
import { model } from "../src/model.ts";
import { doubtful, filtersSet, shown, UNFILTERED, viewsOf } from "../src/shown.ts";
import { START, type State } from "../src/state.ts";
import { payload } from "./factory.ts";

const graph = model(
  payload(
    [
      { who: ["王山:leader", "李海:host"], date: "2023-05-01", type: "Visit", about: "某某工程" },
      { who: ["王山", "周江"], date: "2021-01", sure: 0.4 },
      { who: ["王山", "李海"] },
    ],
    { kinds: { 某某工程: "Programme" }, posts: [["王山", "县长", "某县政府"]] },
  ),
);
const wang = graph.thing("thing/王山");
const taken = (state: Partial<State>) => {
  const { took } = shown(graph, { ...START, ...state });
  return Array.from(graph.partsOf(wang))
    .filter(took)
    .map((part) => graph.payload.parts.event[part]);
};

test.each<[string, Partial<State>, number[]]>([
  ["nothing", {}, [1, 0, 2]],
  ["days", { from: "2022" }, [0]],
  ["types", { types: ["Visit"] }, [1, 2]],
  ["the role that was played", { roles: ["leader"] }, [1, 2]],
  ["confidence", { sure: 60 }, [0, 2]],
  ["a programme", { programme: graph.thing("thing/某某工程") }, [0]],
])("someone's events are filtered by %s", (_, state, expected) => {
  expect(taken(state)).toEqual(expected);
});

test("the latest events come first, undated ones last", () => {
  expect(shown(graph, START).latest()).toEqual([0, 1, 2]);
});

test("what is shown is worked out once", () => {
  const view = shown(graph, START);
  expect(view.selection()).toBe(view.selection());
  expect(view.ranked("people")).toBe(view.ranked("people"));
});

test("filters are counted, and can all be taken away", () => {
  const state = { ...START, kinds: ["Person"], from: "2020", until: "2021", sure: 10 };
  expect(filtersSet(state)).toBe(3);
  expect(filtersSet({ ...state, ...UNFILTERED })).toBe(0);
});

test("weak evidence is doubtful, unknown evidence is not", () => {
  const [strong, weak] = [graph.payload.events.evidence[0], graph.payload.events.evidence[1]];
  expect([doubtful(graph, [strong]), doubtful(graph, [strong, weak]), doubtful(graph, [-1])]).toEqual([
    false,
    true,
    false,
  ]);
});

test("a person is drawn in the views that tie it", () => {
  expect(viewsOf(graph, wang)).toEqual(["people", "bodies"]);
});
