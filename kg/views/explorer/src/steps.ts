// Walking through a picture with the arrow keys.

export type Direction = "left" | "right" | "up" | "down";

export interface Points {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

const HEADINGS: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The place to go to from `at` in a direction: the neighbour that lies most in that direction, or else the nearest
 * point there, or `at` itself where there is none.
 */
export function step(points: Points, at: number, neighbours: readonly number[], direction: Direction): number {
  return best(points, at, neighbours, direction) ?? best(points, at, range(points.x.length), direction) ?? at;
}

function best(points: Points, at: number, places: Iterable<number>, direction: Direction): number | null {
  const [hx, hy] = HEADINGS[direction];
  let found: number | null = null;
  let least = Infinity;
  for (const place of places) {
    const [dx, dy] = [points.x[place] - points.x[at], points.y[place] - points.y[at]];
    const ahead = dx * hx + dy * hy;
    const aside = Math.abs(dx * hy) + Math.abs(dy * hx);
    if (place === at || ahead <= 0 || aside > ahead * 1.001) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) [found, least] = [place, cost];
  }
  return found;
}

function* range(length: number): Iterable<number> {
  for (let at = 0; at < length; at += 1) yield at;
}
