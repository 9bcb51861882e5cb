// Lines and nodes put into pixels by hand: in software a hundred times as quick as the canvas's own paths.
// A pixel is 0xAABBGGRR, always opaque; coverage is worked out from areas and distances, so edges are smooth.

import { normals, SHAPES } from "./shapes.ts";

export interface Surface {
  pixels: Uint32Array;
  width: number;
  height: number;
}

export interface Stroke {
  width: number;
  colour: number;
  alpha: number;
  /** Lengths drawn and left out in turn; a `gap` of 0 draws all. */
  dash: number;
  gap: number;
}

/** The pixel of a colour written as #rrggbb. */
export function pixel(colour: string): number {
  const value = Number.parseInt(colour.slice(1), 16);
  return ((0xff << 24) | ((value & 0xff) << 16) | (value & 0xff00) | (value >>> 16)) >>> 0;
}

/** `part` of the way from one colour to another. */
export function mixed(from: string, to: string, part: number): string {
  const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(1), 16));
  const channel = (shift: number) =>
    Math.round(((a >> shift) & 0xff) * (1 - part) + ((b >> shift) & 0xff) * part) << shift;
  return `#${(channel(16) | channel(8) | channel(0)).toString(16).padStart(6, "0")}`;
}

/** Lays a colour over a pixel; `cover` is 0–256. */
function lay(pixels: Uint32Array, at: number, colour: number, cover: number): void {
  const below = pixels[at];
  const left = 256 - cover;
  const odd = ((Math.imul(below & 0xff00ff, left) + Math.imul(colour & 0xff00ff, cover)) >>> 8) & 0xff00ff;
  const green = ((Math.imul(below & 0xff00, left) + Math.imul(colour & 0xff00, cover)) >>> 8) & 0xff00;
  pixels[at] = 0xff000000 | odd | green;
}

/** A straight line, cut off at the surface's border. */
export function line(surface: Surface, x0: number, y0: number, x1: number, y1: number, stroke: Stroke): void {
  const { pixels, width, height } = surface;
  if (Math.abs(y1 - y0) > Math.abs(x1 - x0)) {
    if (y0 <= y1) along(pixels, height, width, width, 1, y0, x0, y1, x1, stroke);
    else along(pixels, height, width, width, 1, y1, x1, y0, x0, stroke);
  } else if (x0 <= x1) along(pixels, width, height, 1, width, x0, y0, x1, y1, stroke);
  else along(pixels, width, height, 1, width, x1, y1, x0, y0, stroke);
}

/** A line along the axis u, which it climbs by at most one v for each u; the steps lead to the next pixel of each. */
function along(
  pixels: Uint32Array,
  long: number,
  short: number,
  stepU: number,
  stepV: number,
  u0: number,
  v0: number,
  u1: number,
  v1: number,
  { width, colour, alpha, dash, gap }: Stroke,
): void {
  const slope = u1 > u0 ? (v1 - v0) / (u1 - u0) : 0;
  const stretch = Math.sqrt(1 + slope * slope);
  const half = (width / 2) * stretch;
  let start = Math.max(0, u0);
  let end = Math.min(long, u1);
  if (slope !== 0) {
    const enters = u0 + (-half - 1 - v0) / slope;
    const leaves = u0 + (short + half + 1 - v0) / slope;
    start = Math.max(start, Math.min(enters, leaves));
    end = Math.min(end, Math.max(enters, leaves));
  } else if (v0 < -half || v0 > short + half) return;
  const strength = alpha * 256;
  const period = dash + gap;
  for (let u = Math.floor(start); u < end; u += 1) {
    const share = (Math.min(end, u + 1) - Math.max(start, u)) * strength;
    const middle = v0 + slope * (u + 0.5 - u0);
    const low = middle - half;
    const high = middle + half;
    const last = Math.min(short - 1, Math.floor(high));
    for (let v = Math.max(0, Math.floor(low)); v <= last; v += 1) {
      if (gap > 0 && ((u + 0.5 - u0 + slope * (v + 0.5 - v0)) / stretch) % period >= dash) continue;
      const cover = ((high < v + 1 ? high : v + 1) - (low > v ? low : v)) * share;
      if (cover >= 1) lay(pixels, u * stepU + v * stepV, colour, cover | 0);
    }
  }
}

const NORMALS = SHAPES.map((shape) => (shape ? normals(shape) : null));

/** A node: its shape filled, in a ring of another colour. */
export function stamp(
  surface: Surface,
  x: number,
  y: number,
  radius: number,
  shape: number,
  fill: number,
  ring: number,
  ringWidth: number,
): void {
  const polygon = SHAPES[shape];
  const sides = NORMALS[shape];
  const inner = polygon ? radius * polygon.apothem : radius;
  const reach = (polygon ? inner / Math.cos(Math.PI / polygon.sides) : radius) + ringWidth + 1;
  const top = Math.max(0, Math.floor(y - reach));
  const bottom = Math.min(surface.height - 1, Math.ceil(y + reach));
  const left = Math.max(0, Math.floor(x - reach));
  const right = Math.min(surface.width - 1, Math.ceil(x + reach));
  const { pixels, width } = surface;
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const dx = column + 0.5 - x;
      const dy = row + 0.5 - y;
      const far = sides ? reachOf(sides, dx, dy) : Math.sqrt(dx * dx + dy * dy);
      const outside = inner + ringWidth + 0.5 - far;
      if (outside <= 0) continue;
      const at = row * width + column;
      const inside = inner + 0.5 - far;
      if (inside < 1) lay(pixels, at, ring, outside >= 1 ? 256 : (outside * 256) | 0);
      if (inside > 0) lay(pixels, at, fill, inside >= 1 ? 256 : (inside * 256) | 0);
    }
  }
}

function reachOf(sides: Float64Array, dx: number, dy: number): number {
  let far = -Infinity;
  for (let side = 0; side < sides.length; side += 2) far = Math.max(far, sides[side] * dx + sides[side + 1] * dy);
  return far;
}
