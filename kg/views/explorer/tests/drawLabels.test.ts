import { describe, expect, test } from "vitest";

import { overlap } from "../src/draw/boxes.ts";
import { labels } from "../src/draw/labels.ts";
import { layers, picture } from "../src/draw/picture.ts";
import type { Scene } from "../src/draw/renderer.ts";
import { seen, widthOf, wrapped } from "../src/draw/text.ts";
import { grid, sceneFor } from "./drawScenes.ts";

const SIZE = { width: 900, height: 700 };

function written(scene: Scene, k: number, chosen: number[] = [], margin = 0, x = 20) {
  return labels(scene, picture(scene, { k, x, y: 20 }, SIZE, layers(scene), margin), new Set(chosen));
}

describe("labels", () => {
  test.each([0.1, 0.4, 1, 2])("none lies over another at scale %d", (k) => {
    const edges = Array.from({ length: 300 }, (_, at): [number, number] => [at, at + 7]);
    const scene = sceneFor({ at: grid(400, 45), edges }, { count: new Uint32Array(300).fill(3) });
    const found = written(scene, k);
    expect(found.length).toBeGreaterThan(5);
    const over = found.filter(({ box }, at) => found.slice(at + 1).some((other) => overlap(box, other.box)));
    expect(over).toEqual([]);
  });

  test("more nodes of the same part are named as one zooms in", () => {
    const scene = sceneFor({ at: grid(400, 30) });
    const corner = (k: number) =>
      written(scene, k, [], 0, 90).filter(({ node }) => node >= 0 && node % 20 < 8 && node < 160).length;
    expect(corner(0.3)).toBeLessThan(corner(1));
    expect(corner(1)).toBeLessThan(corner(2.5));
  });

  test.each([0, 60])("none is cut by the border of the window, %d pixels within the picture", (margin) => {
    const scene = sceneFor({ at: grid(900, 33), label: new Array(900).fill("江海区某某有限公司") }, { focus: [3] });
    const [right, bottom] = [SIZE.width - margin, SIZE.height - margin];
    const cut = written(scene, 1, [0, 31, 62], margin, 3).filter(({ box }) => {
      const within = box.left >= margin && box.top >= margin && box.right <= right && box.bottom <= bottom;
      return !within && box.right > margin && box.bottom > margin && box.left < right && box.top < bottom;
    });
    expect(cut).toEqual([]);
  });

  test("the weightiest of a crowd is named", () => {
    const at = Array.from({ length: 30 }, (): [number, number] => [100, 100]);
    const scene = sceneFor({ at }, { weight: Float32Array.from(at, (_, node) => (node === 17 ? 9 : 1)) });
    expect(written(scene, 1).map(({ node }) => node)).toContain(17);
  });

  test("what is chosen, and what it is all about, is named even where no room is left", () => {
    const at = Array.from({ length: 30 }, (): [number, number] => [100, 100]);
    const found = written(sceneFor({ at }, { focus: [29] }), 1, [28]);
    expect(found.filter(({ bold }) => bold).map(({ node }) => node)).toEqual(expect.arrayContaining([28, 29]));
  });

  test("an edge bears its number where there is room, never a single tie's", () => {
    const at: [number, number][] = [
      [0, 0],
      [300, 0],
      [0, 200],
      [20, 200],
    ];
    const edges: [number, number][] = [
      [0, 1],
      [2, 3],
      [0, 2],
    ];
    const numbers = written(sceneFor({ at, edges }, { count: Uint32Array.of(3, 5, 1) }), 1).filter(
      ({ node }) => node < 0,
    );
    expect(numbers.map(({ lines }) => lines)).toEqual([["×3"]]);
  });
});

describe("words", () => {
  test.each([
    ["袁加伟", 9, 2, ["袁加伟"]],
    ["中国科学院老科学家科普演讲团", 9, 2, ["中国科学院老科", "学家科普演讲团"]],
    ["一二三四五六七八九十一二三四五六七八九十", 9, 2, ["一二三四五六七八九", "十一二三四五六七…"]],
    ["Ministry of Agriculture", 9, 3, ["Ministry of", "Agriculture"]],
    ["", 9, 2, []],
  ])("%s", (text, ems, most, lines) => {
    expect(wrapped(text, ems, most)).toEqual(lines);
    lines.forEach((line) => expect(widthOf(line)).toBeLessThanOrEqual(ems + 0.6));
  });

  test("what turns the direction of writing is taken out", () => {
    expect(seen("甲\u202e乙\u2066丙\n丁\u0000")).toBe("甲 乙 丙 丁");
  });
});
