import { expect, test } from "vitest";
import { model } from "../src/model.ts";
import { changed, fragment, parsed, redone, replaced, START, undone, type State } from "../src/state.ts";
import { payload } from "./factory.ts";

const graph = model(
  payload([{ who: ["王山", "李海"], date: "2023-05-01", about: "某某工程" }], {
    kinds: { 某某工程: "Programme", 某县: "Division" },
  }),
);
const [wang, li, works, county] = ["王山", "李海", "某某工程", "某县"].map((name) => graph.thing(`thing/${name}`));

const STATES: State[] = [
  START,
  { ...START, view: "bodies", focus: { on: "thing", thing: wang }, depth: 3 },
  { ...START, focus: { on: "pair", a: wang, b: li }, from: "2023-01", until: "2023-06-30" },
  { ...START, focus: { on: "path", a: li, b: wang }, kinds: ["Place"], types: ["Visit", "Signing"], roles: ["host"] },
  { ...START, focus: { on: "event", event: 0 }, region: county, programme: works, sure: 60 },
  { ...START, colour: "community", size: "pagerank", all: true, table: true, depth: 0 },
];

test.each(STATES)("a fragment gives back its state: %o", (state) => {
  expect(parsed(graph, `#${fragment(graph, state)}`)).toEqual(state);
});

test("the start needs no fragment", () => {
  expect(fragment(graph, START)).toBe("");
});

test.each([
  "view=nothing&thing=thing/nobody&depth=9",
  "pair=thing/王山|thing/王山",
  "from=yesterday&sure=many&region=%00",
  "sure=-4&event=",
  "%%%",
])("what a fragment says and the graph does not know is left out: %s", (text) => {
  expect(parsed(graph, text)).toEqual(START);
});

test("changes can be undone and done again, and a new change ends what was undone", () => {
  const [first, second, third] = STATES.map((state) => state);
  let history = changed(changed({ past: [], present: first, future: [] }, second), third);
  history = undone(undone(undone(history)));
  expect(history.present).toEqual(first);
  history = redone(history);
  expect(history.present).toEqual(second);
  history = changed(history, STATES[4]);
  expect(redone(history).present).toEqual(STATES[4]);
  expect(changed(history, { ...STATES[4] })).toBe(history);
});

test("a replaced state leaves no step to go back to", () => {
  const [first, second, third] = STATES;
  const history = replaced(changed({ past: [], present: first, future: [] }, second), third);
  expect(history.present).toEqual(third);
  expect(undone(history).present).toEqual(first);
  expect(replaced(history, { ...third })).toBe(history);
});
