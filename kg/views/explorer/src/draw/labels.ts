// Which names and numbers are written into a picture, and where: the weightiest first, none over another.

import { boxes, type Box, type Boxes } from "./boxes.ts";
import { across, FOCUS, opacity, type Picture } from "./picture.ts";
import type { Scene } from "./renderer.ts";
import { widthOf, wrapped } from "./text.ts";

/** Lines of text around a middle, in CSS pixels of the picture. */
export interface Label {
  lines: string[];
  x: number;
  /** The middle of the first line. */
  y: number;
  size: number;
  bold: boolean;
  /** The node that it names; -1 for an edge's number. */
  node: number;
  box: Box;
}

export const LEADING = 1.22;
const SIZE = 13;
const SMALL = 11;
const LINE_EMS = 9;
const NARROW_EMS = 6;
/** A node smaller than this does not keep names off. */
const OBSTACLE = 3.5;
/** Square pixels of picture for each name: seen from afar, and near. */
const ROOM = [15000, 4200] as const;
const AFAR = 0.08;
const TRIED = 6000;
/** Seen from further away, edges bear no numbers. */
const NUMBERED = 0.5;
const LONG_ENOUGH = 64;
/** A fainter edge bears no number. */
const PLAIN = 0.3;
const MOST_NUMBERS = 120;

/** The labels of a picture. What is chosen is named in any case; a number stands where room is left. */
export function labels(scene: Scene, picture: Picture, chosen: ReadonlySet<number>): Label[] {
  const sheet = boxes(picture.width, picture.height);
  const names: Label[] = [];
  const first = new Set([...scene.focus, ...chosen]);
  const keen = picture.order.filter((node) => first.has(node));
  const obstacles = nodesIn(scene, picture, sheet);
  for (const node of keen) {
    const found = candidates(scene, picture, node, true);
    const whole = uncut(picture, found);
    write(names, sheet, whole.length ? whole : pulledIn(picture, found), true);
  }
  const near = Math.min(1, Math.max(0, (picture.k - AFAR) / (NUMBERED - AFAR)));
  const room = ROOM[0] + (ROOM[1] - ROOM[0]) * near;
  const most = keen.length + Math.ceil((picture.width * picture.height) / room);
  const start = names.length;
  let tried = 0;
  for (let at = picture.order.length - 1; at >= 0 && names.length < most && tried < TRIED; at -= 1) {
    const node = picture.order[at];
    if (!picture.near[node] || first.has(node) || (scene.faded[node] && names.length > start + 40)) continue;
    tried += 1;
    write(names, obstacles, uncut(picture, candidates(scene, picture, node, false)), false);
  }
  return [...names, ...numbers(scene, picture, obstacles)];
}

/** Puts the first candidate that has room into the list; with `must`, the first one if none has. */
function write(into: Label[], sheet: Boxes, found: Label[], must: boolean): void {
  const label = found.find(({ box }) => sheet.free(box)) ?? (must ? found[0] : undefined);
  if (!label) return;
  sheet.take(label.box);
  into.push(label);
}

/** The candidates that the window's border does not cut, those within it before those beyond it. */
function uncut({ margin, width, height }: Picture, found: Label[]): Label[] {
  const [right, bottom] = [width - margin, height - margin];
  const within = found.filter(
    ({ box }) => box.left >= margin && box.top >= margin && box.right <= right && box.bottom <= bottom,
  );
  const beyond = found.filter(
    ({ box }) => box.right <= margin || box.bottom <= margin || box.left >= right || box.top >= bottom,
  );
  return [...within, ...beyond];
}

/** The candidates pushed into the window. */
function pulledIn({ margin, width, height }: Picture, found: Label[]): Label[] {
  const by = (low: number, high: number, size: number) =>
    low < margin ? margin - low : Math.min(0, size - margin - high);
  return found.map((label) => {
    const { left, right, top, bottom } = label.box;
    const [dx, dy] = [by(left, right, width), by(top, bottom, height)];
    const box = { left: left + dx, right: right + dx, top: top + dy, bottom: bottom + dy };
    return { ...label, x: label.x + dx, y: label.y + dy, box };
  });
}

function nodesIn(scene: Scene, picture: Picture, sheet: Boxes): Boxes {
  for (let node = 0; node < scene.x.length; node += 1) {
    const reach = picture.radius[node];
    if (!picture.near[node] || reach < OBSTACLE) continue;
    const [x, y] = [picture.x[node], picture.y[node]];
    sheet.take({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
  }
  return sheet;
}

/** Where a node's name may stand, the best place first; a narrower form of it after the usual one. */
function candidates(scene: Scene, picture: Picture, node: number, bold: boolean): Label[] {
  const most = bold || picture.k >= 1.6 ? 4 : 2;
  const usual = wrapped(scene.label[node], LINE_EMS, most);
  if (!usual.length) return [];
  const around = (lines: string[]) => placesFor(scene, picture, node, lines, bold);
  const narrow = Math.max(...usual.map(widthOf)) > NARROW_EMS ? wrapped(scene.label[node], NARROW_EMS, most + 1) : [];
  return [...around(usual), ...(narrow.length ? around(narrow).slice(0, 4) : [])];
}

function placesFor(scene: Scene, picture: Picture, node: number, lines: string[], bold: boolean): Label[] {
  const width = Math.max(...lines.map(widthOf)) * SIZE;
  const height = lines.length * SIZE * LEADING;
  const ring = bold && scene.focus.includes(node) ? FOCUS : 0;
  const [x, y, reach] = [picture.x[node], picture.y[node], picture.radius[node] + 2.5 + ring];
  const aside = reach + 2 + width / 2;
  const above = reach + height / 2;
  const places = [
    [0, above],
    [aside, 0],
    [-aside, 0],
    [0, -above],
    [aside, height * 0.6],
    [-aside, height * 0.6],
    [aside, -height * 0.6],
    [-aside, -height * 0.6],
  ];
  const gap = picture.k < NUMBERED ? 4 : 1;
  return places.map(([dx, dy]) => labelAt(lines, x + dx, y + dy, width, SIZE, bold, node, gap));
}

function labelAt(
  lines: string[],
  x: number,
  y: number,
  width: number,
  size: number,
  bold: boolean,
  node: number,
  gap: number,
): Label {
  const height = lines.length * size * LEADING;
  const box = {
    left: x - width / 2 - gap,
    right: x + width / 2 + gap,
    top: y - height / 2 - gap / 2,
    bottom: y + height / 2 + gap / 2,
  };
  return { lines, x, y: y - ((lines.length - 1) * size * LEADING) / 2, size, bold, node, box };
}

function numbers(scene: Scene, picture: Picture, sheet: Boxes): Label[] {
  const found: Label[] = [];
  if (picture.k < NUMBERED) return found;
  for (let edge = 0; edge < scene.from.length && found.length < MOST_NUMBERS; edge += 1) {
    if (scene.count[edge] < 2 || scene.edgeFaded[edge] || !across(scene, picture, edge)) continue;
    if (opacity(scene, picture, edge) < PLAIN) continue;
    const [a, b] = [scene.from[edge], scene.to[edge]];
    const [x, y] = [picture.x[a], picture.y[a]];
    const [dx, dy] = [picture.x[b] - x, picture.y[b] - y];
    if (Math.hypot(dx, dy) - picture.radius[a] - picture.radius[b] < LONG_ENOUGH) continue;
    const lines = [`×${scene.count[edge]}`];
    const width = widthOf(lines[0]) * SMALL;
    const tries = [0.5, 0.42, 0.58].map((part) =>
      labelAt(lines, x + part * dx, y + part * dy, width, SMALL, false, -1, 1),
    );
    write(found, sheet, uncut(picture, tries), false);
  }
  return found;
}
