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
    {
      kinds: { 某某工程: "Programme", 某县: "Division", 某镇: "Division", 邻县: "Division" },
      regions: { 周江: "邻县" },
      relations: [["某镇", "partOf", "某县"]],
      posts: [["王山", "县长", "某县政府"]],
    },
  ),
);
graph.payload.events.region = ["某镇", "某县", ""].map((name) => graph.payload.things.label.indexOf(name));
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
  ["the division where they were", { region: graph.thing("thing/某镇") }, [0]],
  ["the division around it", { region: graph.thing("thing/某县") }, [1, 0]],
  ["the division of another guest", { region: graph.thing("thing/邻县") }, [1]],
  ["a programme", { programme: graph.thing("thing/某某工程") }, [0]],
])("someone's events are filtered by %s", (_, state, expected) => {
  expect(taken(state)).toEqual(expected);
});

test.each(["某镇", "某县", "邻县"])("in %s someone's lines and list are of the same events", (region) => {
  const state = { ...START, region: graph.thing(`thing/${region}`) };
  const { selection } = shown(graph, { ...state, focus: { on: "thing", thing: wang } });
  const { ties, edges } = selection();
  const { a, b } = graph.nets.people;
  const drawn = edges.flatMap((edge, at) =>
    [a[edge], b[edge]].includes(wang) ? ties[at].map((row) => graph.tie("people", row, a[edge], b[edge]).event) : [],
  );
  expect(new Set(drawn)).toEqual(new Set(taken(state)));
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
