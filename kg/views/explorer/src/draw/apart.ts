// Nodes with their names as boxes, pushed apart until none lies over another.

import type { Scene } from "./renderer.ts";
import { widthOf, wrapped } from "./text.ts";

/** Half the width and height of each node's box, and how far below the node its middle lies. */
export interface Rooms {
  across: Float32Array;
  down: Float32Array;
  below: Float32Array;
}

export interface Points {
  x: Float32Array;
  y: Float32Array;
}

const EM = 13;
const LINE = 16;
const AIR = 5;
const ROUNDS = 40;
const WIDER = 1.12;
const MOST_WIDER = 24;

/** The room that nodes take with their names below them, at scale 1. */
export function roomsOf({ label, radius }: Pick<Scene, "label" | "radius">): Rooms {
  const lines = label.map((text) => wrapped(text, 9, 2));
  return {
    across: Float32Array.from(
      radius,
      (reach, node) => Math.max(reach, (EM * Math.max(0, ...lines[node].map(widthOf))) / 2) + AIR,
    ),
    down: Float32Array.from(radius, (reach, node) => reach + (LINE * lines[node].length) / 2 + AIR),
    below: Float32Array.from(lines, (rows) => (LINE * rows.length) / 2 + 2),
  };
}

/** Moves points, as little as may be, until no two boxes overlap; widens the whole where pushing does not suffice. */
export function pushApart(points: Points, rooms: Rooms): void {
  for (let wider = 0; wider < MOST_WIDER; wider += 1) {
    for (let round = 0; round < ROUNDS; round += 1) if (!push(points, rooms)) return;
    for (const column of [points.x, points.y]) column.forEach((value, node) => (column[node] = value * WIDER));
  }
}

/** One round: each overlapping pair goes apart along its shorter way. Says whether any did. */
function push({ x, y }: Points, { across, down, below }: Rooms): boolean {
  let moved = false;
  for (let i = 0; i < x.length; i += 1) {
    for (let j = i + 1; j < x.length; j += 1) {
      const dx = x[j] - x[i];
      const overX = across[i] + across[j] - Math.abs(dx);
      if (overX <= 0.01) continue;
      const dy = y[j] + below[j] - y[i] - below[i];
      const overY = down[i] + down[j] - Math.abs(dy);
      if (overY <= 0.01) continue;
      moved = true;
      if (overX < overY) {
        const step = ((overX + 0.5) / 2) * (dx < 0 ? -1 : 1);
        x[i] -= step;
        x[j] += step;
      } else {
        const step = ((overY + 0.5) / 2) * (dy < 0 ? -1 : 1);
        y[i] -= step;
        y[j] += step;
      }
    }
  }
  return moved;
}
