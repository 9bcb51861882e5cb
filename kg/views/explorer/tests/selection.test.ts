import { expect, test } from "vitest";
import { model } from "../src/model.ts";
import { mostConnected, openTies, select, viewOf } from "../src/selection.ts";
import { histogram } from "../src/histogram.ts";
import { passing } from "../src/filters.ts";
import { START, type State } from "../src/state.ts";
import { payload } from "./factory.ts";

const graph = model(
  payload(
    [
      { who: ["王山:leader", "李海:host", "周江"], date: "2023-05-01", type: "Visit" },
      { who: ["王山", "李海"], date: "2023-07", about: "某某工程" },
      { who: ["李海", "郑湖"], date: "2022-01-09", sure: 0.4 },
      { who: ["周江", "郑湖"], type: "Signing" },
    ],
    {
      kinds: { 某某工程: "Programme", 某县政府: "Organization", 某县: "Division", 某镇: "Division", 某市: "Division" },
      regions: { 王山: "某镇", 李海: "某县" },
      posts: [["王山", "县长", "某县政府"]],
      relations: [
        ["某镇", "partOf", "某县"],
        ["某县", "partOf", "某市"],
        ["某镇", "implements", "某某工程"],
      ],
    },
  ),
);
const thing = (name: string) => graph.thing(`thing/${name}`);

function drawn(state: Partial<State>): string[] {
  const { view, edges, ties } = select(graph, { ...START, all: true, ...state });
  const { a, b } = graph.nets[view];
  const label = (each: number) => graph.payload.things.label[each];
  return edges.map((edge, at) => `${label(a[edge])}-${label(b[edge])}×${ties[at].length}`);
}

test.each<[string, Partial<State>, string[]]>([
  ["nothing", {}, ["王山-李海×2", "王山-周江×1", "李海-周江×1", "李海-郑湖×1", "周江-郑湖×1"]],
  ["days", { from: "2023-06-01" }, ["王山-李海×1"]],
  ["a month that reaches into them", { from: "2023-07-15", until: "2023-07-20" }, ["王山-李海×1"]],
  ["types", { types: ["Visit", "Signing"] }, ["王山-李海×1", "李海-郑湖×1"]],
  ["roles", { roles: ["host"] }, ["王山-李海×1", "王山-周江×1", "李海-郑湖×1", "周江-郑湖×1"]],
  ["confidence", { sure: 60 }, ["王山-李海×2", "王山-周江×1", "李海-周江×1", "周江-郑湖×1"]],
  ["a town", { region: thing("某镇") }, ["王山-李海×2", "王山-周江×1", "李海-周江×1"]],
  ["the city around it", { region: thing("某市") }, ["王山-李海×2", "王山-周江×1", "李海-周江×1", "李海-郑湖×1"]],
  ["a programme", { programme: thing("某某工程") }, ["王山-李海×1"]],
  ["kinds", { view: "bodies", kinds: ["Organization"] }, []],
])("filtering by %s", (_, state, expected) => {
  expect(drawn(state)).toEqual(expected);
});

test.each<[string, Partial<State>, string, string[]]>([
  ["a person", { focus: { on: "thing", thing: thing("王山") } }, "王山李海周江", ["王山-李海", "王山-周江"]],
  ["a pair", { focus: { on: "pair", a: thing("王山"), b: thing("李海") } }, "王山李海周江", ["王山-李海"]],
  ["a path", { focus: { on: "path", a: thing("王山"), b: thing("郑湖") } }, "王山李海郑湖", ["王山-李海", "李海-郑湖"]],
  ["an event", { focus: { on: "event", event: 0 } }, "王山李海周江", ["王山-李海", "王山-周江", "李海-周江"]],
])("focusing %s draws who belongs to it, and brings out its own edges", (_, state, nodes, strong) => {
  const found = select(graph, { ...START, ...state });
  const { a, b } = graph.nets.people;
  const label = (each: number) => graph.payload.things.label[each];
  expect(new Set(found.nodes.map(label).join(""))).toEqual(new Set(nodes));
  expect(found.strongEdges.map((edge) => `${label(a[edge])}-${label(b[edge])}`)).toEqual(strong);
});

test("the ties of a pair stand in order of date", () => {
  const { edges, ties } = select(graph, START);
  const at = edges.indexOf(graph.edgeOf("people", thing("王山"), thing("李海")));
  const dates = ties[at].map((row) => graph.tie("people", row, thing("王山"), thing("李海")).from);
  expect(dates).toEqual(["2023-05-01", "2023-07"]);
});

test("a thing is looked for in another view where this one does not draw it", () => {
  expect(viewOf(graph, thing("某县政府"), "people")).toBe("bodies");
  expect(viewOf(graph, thing("王山"), "bodies")).toBe("bodies");
});

test("the best connected come first", () => {
  const open = openTies(graph, "people", passing(graph, START));
  expect(
    mostConnected(graph, "people", open).map(({ thing: each, ties }) => [graph.payload.things.label[each], ties]),
  ).toEqual([
    ["李海", 4],
    ["王山", 3],
    ["周江", 3],
    ["郑湖", 2],
  ]);
});

test("the overview begins with the best connected and shows all on demand", () => {
  const crowd = model(payload(Array.from({ length: 60 }, (_, at) => ({ who: [`甲${at}`, `乙${at}`, "丙"] }))));
  expect(select(crowd, START).nodes).toHaveLength(40);
  expect(select(crowd, { ...START, all: true }).nodes).toHaveLength(121);
});

test("the overview leaves out who is tied to none of the best connected", () => {
  const pairs = Array.from({ length: 30 }, (_, at) => ({ who: [`甲${at}`, `乙${at}`] }));
  const star = Array.from({ length: 30 }, (_, at) => ({ who: ["丙", `丁${at}`] }));
  const crowd = model(payload([...pairs, ...pairs, ...star]));
  const { nodes, edges } = select(crowd, START);
  const { a, b } = crowd.nets.people;
  expect(nodes.filter((node) => !edges.some((edge) => a[edge] === node || b[edge] === node))).toEqual([]);
});

test("events are counted by month, those without a day are not", () => {
  const { counts } = histogram(graph, { ...START, from: "2023-07-01" });
  expect(counts).toHaveLength(19);
  expect(counts.map((count, at) => [at, count]).filter(([, count]) => count)).toEqual([
    [0, 1],
    [16, 1],
    [18, 1],
  ]);
});
