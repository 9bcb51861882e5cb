import { describe, expect, test } from "vitest";

import { between, placesOf } from "../src/draw/glide.ts";
import { hitAt } from "../src/draw/hits.ts";
import { layers, opacity, picture } from "../src/draw/picture.ts";
import { escaped, svgOf } from "../src/draw/svg.ts";
import { fitting } from "../src/draw/view.ts";
import { grid, sceneFor } from "./drawScenes.ts";

const PLAIN = { k: 1, x: 0, y: 0 };
const SIZE = { width: 800, height: 600 };
const NOTHING = { top: 0, right: 0, bottom: 0, left: 0 };
const TWO = {
  at: [
    [100, 100],
    [300, 100],
  ] as [number, number][],
  edges: [[0, 1]] as [number, number][],
};

describe("what lies under a point", () => {
  test.each([
    [100, 100, { node: 0 }],
    [306, 104, { node: 1 }],
    [311, 100, { node: 1 }],
    [200, 102, { edge: 0 }],
    [200, 120, null],
    [330, 100, null],
  ])("%d %d", (x, y, hit) => expect(hitAt(sceneFor(TWO), PLAIN, x, y, 5)).toEqual(hit));

  test("the nearest node of a crowd, as an oracle finds it, in any view", () => {
    const scene = sceneFor({ at: grid(200, 13) });
    const view = { k: 1.7, x: -40, y: 25 };
    for (let turn = 0; turn < 200; turn += 1) {
      const [x, y] = [(turn * 37) % 300, (turn * 53) % 250];
      const far = (node: number) =>
        Math.hypot(scene.x[node] * view.k + view.x - x, scene.y[node] * view.k + view.y - y);
      const nearest = [...scene.x.keys()].reduce((best, node) => (far(node) < far(best) ? node : best));
      const hit = hitAt(scene, view, x, y, 3);
      if (hit && "node" in hit) expect(far(hit.node)).toBeCloseTo(far(nearest), 4);
      else expect(far(nearest)).toBeGreaterThan(8);
    }
  });
});

describe("fitting", () => {
  const inset = { top: 50, right: 300, bottom: 20, left: 10 };
  test.each([1, 2, 50, 3000])("%d nodes come into what panels leave", (many) => {
    const scene = sceneFor({ at: grid(many, 90) });
    const { k, x, y } = fitting(scene, SIZE, inset);
    const outside = [...scene.x.keys()].filter((node) => {
      const [left, top] = [scene.x[node] * k + x, scene.y[node] * k + y];
      return left < 10 || left > 500 || top < 50 || top > 580;
    });
    expect(outside).toEqual([]);
  });

  test("a few nodes are not blown up, none at all do no harm", () => {
    expect(fitting(sceneFor({ at: [[5, 5]] }), SIZE, NOTHING).k).toBeLessThanOrEqual(1.5);
    expect(Number.isFinite(fitting(sceneFor({ at: [] }), SIZE, NOTHING).x)).toBe(true);
  });
});

describe("layers and strength", () => {
  test("faded nodes lie below, weighty ones on top", () => {
    const scene = sceneFor(
      { at: grid(4, 10) },
      { weight: Float32Array.of(1, 5, 3, 9), faded: Uint8Array.of(0, 0, 0, 1) },
    );
    expect([...layers(scene)]).toEqual([3, 0, 2, 1]);
  });

  test("many edges are fainter than few, long ones among many the faintest", () => {
    const edges = Array.from({ length: 4000 }, (_, at): [number, number] => [at % 400, (at * 7 + 1) % 400]);
    const many = sceneFor({ at: grid(400, 25), edges: [...edges, [0, 1], [0, 399]] });
    const few = sceneFor(TWO);
    const [crowded, calm] = [many, few].map((scene) => picture(scene, PLAIN, SIZE, layers(scene)));
    expect(crowded.alpha).toBeLessThan(calm.alpha);
    expect(opacity(many, crowded, 4001)).toBeLessThan(opacity(many, crowded, 4000));
  });
});

describe("svg", () => {
  const nasty = `<script>alert("1")</script>&'\u202e\u0000\ud800`;
  const text = svgOf(
    sceneFor(
      { ...TWO, label: [nasty, "乙某"] },
      { dashed: Uint8Array.of(1), count: Uint32Array.of(4), font: '"A", b' },
    ),
    PLAIN,
    SIZE,
    new Set([1]),
  );

  test("text is escaped, controls and half characters are gone", () => {
    expect(escaped(nasty)).toBe("&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#38;&#39; \ufffd");
    expect(text).not.toMatch(/<script|\u202e|\u0000/);
    expect(text).not.toMatch(/ style=| on\w+=|href/);
  });

  test("every node, edge and label is there", () => {
    expect(text.match(/<circle /g)).toHaveLength(2);
    expect(text.match(/<path [^>]*stroke-dasharray="6 4"[^>]*d="M100 100L300 100"/g)).toHaveLength(1);
    expect(text).toContain("<title>乙某</title>");
    expect(text).toMatch(/<text font-size="13" font-weight="600"[^>]*><tspan[^>]*>乙某<\/tspan>/);
    expect(text).toContain(">×4</tspan>");
  });
});

test("nodes glide from their old places on the screen, whatever the views; newcomers stand", () => {
  const old = sceneFor(
    {
      at: [
        [10, 20],
        [30, 40],
      ],
    },
    { id: [7, 8] },
  );
  const next = sceneFor(
    {
      at: [
        [0, 0],
        [50, 60],
      ],
    },
    { id: [8, 9] },
  );
  const view = { k: 2, x: 100, y: 0 };
  const begun = between(next, placesOf(old, { k: 1, x: 5, y: 5 }), view, 0);
  expect([begun.x[0] * 2 + 100, begun.y[0] * 2]).toEqual([35, 45]);
  expect([begun.x[1], begun.y[1]]).toEqual([50, 60]);
  expect(between(next, placesOf(old, PLAIN), view, 1).x).toEqual(next.x);
});
