import { describe, expect, test } from "vitest";

import { colouring } from "../src/colouring.ts";
import { model } from "../src/model.ts";
import { paletteOf } from "../src/palette.ts";
import { sceneOf } from "../src/scene.ts";
import { select } from "../src/selection.ts";
import { START, type State } from "../src/state.ts";
import { payload } from "./factory.ts";

const TOLD = payload(
  [
    { who: ["甲", "乙", "丙"], date: "2024-01-02" },
    { who: ["甲", "乙"], date: "2024-02-02" },
    { who: ["丙", "丁"], date: "2024-03-02", sure: 0.4 },
    { who: ["丁", "戊"], date: "2024-04-02", planned: true },
  ],
  {
    posts: [["甲", "书记", "某局"]],
    relations: [["某镇", "partOf", "某县"]],
    kinds: { 某局: "Organization", 某镇: "Division", 某县: "Division" },
    regions: { 甲: "某县", 乙: "某县", 丙: "某镇" },
  },
);
const MODEL = model(TOLD);

function drawn(change: Partial<State> = {}, dark = false) {
  const state = { ...START, ...change };
  const selection = select(MODEL, state);
  const scene = sceneOf(MODEL, selection, state, dark);
  const place = (label: string) => scene.label.indexOf(label);
  const edge = (a: string, b: string) =>
    Array.from(scene.from.keys()).find((at) =>
      [`${a}${b}`, `${b}${a}`].includes(scene.label[scene.from[at]] + scene.label[scene.to[at]]),
    ) as number;
  return { scene, selection, place, edge };
}

describe("a scene", () => {
  test("has the places of its selection", () => {
    const { scene, selection } = drawn();
    expect(scene.label).toEqual(selection.nodes.map((thing) => TOLD.things.label[thing]));
    const { a } = MODEL.nets.people;
    expect(Array.from(scene.from, (node) => selection.nodes[node])).toEqual(selection.edges.map((edge) => a[edge]));
    expect([...scene.count]).toEqual(selection.ties.map((rows) => rows.length));
  });

  test("draws doubt with dashes and plans with dots", () => {
    const { scene, edge } = drawn();
    expect(scene.dashed[edge("甲", "乙")]).toBe(0);
    expect(scene.dashed[edge("丙", "丁")]).toBe(1);
    expect(scene.dashed[edge("丁", "戊")]).toBe(2);
  });

  test("keeps people where they are while the time that is shown moves", () => {
    const at = ({ scene }: ReturnType<typeof drawn>) =>
      new Map(scene.label.map((label, node) => [label, [scene.x[node], scene.y[node]]]));
    const whole = at(drawn({ all: true }));
    for (const month of ["2024-01", "2024-03", "2024-04"]) {
      const some = at(drawn({ all: true, from: month, until: month }));
      expect(some.size).toBeLessThan(whole.size);
      for (const [label, point] of some) expect(point).toEqual(whole.get(label));
    }
  });

  test("sizes people by the events at which they met somebody", () => {
    const { scene, place } = drawn();
    const { radius } = scene;
    expect(radius[place("甲")]).toBe(radius[place("丙")]);
    expect(radius[place("甲")]).toBeGreaterThan(radius[place("戊")]);
    expect(scene.width[drawn().edge("甲", "乙")]).toBeCloseTo(Math.SQRT2);
  });

  test("sizes by another measure", () => {
    TOLD.things.pagerank[TOLD.things.label.indexOf("戊")] = 1000;
    const { scene, place } = drawn({ size: "pagerank" });
    expect(scene.radius[place("戊")]).toBe(20);
    expect(scene.radius[place("甲")]).toBe(5);
  });

  test("gives each kind its shape and colour", () => {
    const { scene, place } = drawn({ view: "bodies" });
    expect([scene.shape[place("甲")], scene.shape[place("某局")]]).toEqual([0, 1]);
    expect(scene.palette[scene.fill[place("某局")]]).toBe(paletteOf(false).kinds.Organization);
    expect(drawn({ view: "bodies" }, true).scene.paper).toBe(paletteOf(true).paper);
  });
});

describe("a focus", () => {
  test("on a thing rings it and fades the ties of others", () => {
    const thing = TOLD.things.label.indexOf("丙");
    const { scene, place, edge } = drawn({ focus: { on: "thing", thing } });
    expect(scene.focus).toEqual([place("丙")]);
    expect([...scene.faded]).toEqual([0, 0, 0, 0]);
    expect(scene.edgeFaded[edge("甲", "乙")]).toBe(1);
    expect(scene.edgeFaded[edge("甲", "丙")]).toBe(0);
  });

  test("on a path draws it from left to right, nothing on it faded", () => {
    const [a, b] = ["甲", "戊"].map((label) => TOLD.things.label.indexOf(label));
    const { scene, place } = drawn({ focus: { on: "path", a, b } });
    const across = ["甲", "丙", "丁", "戊"].map((label) => scene.x[place(label)]);
    expect(across).toEqual([...across].sort((p, q) => p - q));
    expect(scene.faded.some(Boolean)).toBe(false);
  });

  test("on a pair keeps those who met both", () => {
    const [a, b] = ["甲", "乙"].map((label) => TOLD.things.label.indexOf(label));
    const { scene, place, edge } = drawn({ focus: { on: "pair", a, b } });
    expect(scene.faded[place("丙")]).toBe(0);
    expect(scene.edgeFaded[edge("甲", "丙")]).toBe(0);
  });
});

describe("colours", () => {
  test("of regions: the commonest first, what has none grey", () => {
    const colours = colouring(MODEL, { view: "people", colour: "region" }, false);
    const of = (label: string) => colours.of(TOLD.things.label.indexOf(label));
    expect(colours.meaning).toEqual(["某县", "某镇"].map((label) => ({ region: TOLD.things.label.indexOf(label) })));
    expect([of("甲"), of("丙"), of("戊")]).toEqual([0, 1, 2]);
    expect(colours.colours.at(-1)).toBe(paletteOf(false).grey);
  });

  test("of communities: ten, then grey", () => {
    TOLD.things.community[0] = 9;
    TOLD.things.community[1] = 10;
    TOLD.things.community[2] = -1;
    const { of, colours } = colouring(MODEL, { view: "people", colour: "community" }, false);
    expect([of(0), of(1), of(2)]).toEqual([9, 10, 10]);
    expect(colours).toHaveLength(11);
  });

  test.each([false, true])("stand out from their paper, dark %s", (dark) => {
    const { paper, ink, kinds, groups, accent } = paletteOf(dark);
    for (const colour of [...Object.values(kinds), ...groups, accent])
      expect(contrast(colour, paper)).toBeGreaterThan(1.6);
    expect(contrast(ink, paper)).toBeGreaterThan(7);
  });
});

/** Contrast of WCAG 2.2, 1–21. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [r, g, b] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [light(one), light(other)].sort((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}
