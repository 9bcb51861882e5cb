// Outlines of nodes: a circle, or a regular polygon of about the same area.

export interface Polygon {
  sides: number;
  /** Direction of the first side's normal, in radians. */
  turn: number;
  /** Distance of the sides from the centre, in radii. */
  apothem: number;
}

/** By the scene's number of a shape; null is a circle. */
export const SHAPES: readonly (Polygon | null)[] = [
  null,
  polygon(4, 0),
  polygon(3, Math.PI / 2, 0.86),
  polygon(4, Math.PI / 4),
  polygon(6, Math.PI / 6),
];

/** `size` makes pointed shapes smaller, which look larger than they are. */
function polygon(sides: number, turn: number, size = 1): Polygon {
  return { sides, turn, apothem: size * Math.sqrt(Math.PI / (sides * Math.tan(Math.PI / sides))) };
}

/** Unit normals of the sides: x and y in turn. */
export function normals({ sides, turn }: Polygon): Float64Array {
  const found = new Float64Array(2 * sides);
  for (let side = 0; side < sides; side += 1) {
    const angle = turn + (2 * Math.PI * side) / sides;
    found[2 * side] = Math.cos(angle);
    found[2 * side + 1] = Math.sin(angle);
  }
  return found;
}

/** The corners around a centre: x and y in turn. */
export function corners({ sides, turn, apothem }: Polygon, x: number, y: number, radius: number): number[] {
  const reach = (radius * apothem) / Math.cos(Math.PI / sides);
  return Array.from({ length: sides }, (_, side) => turn + (2 * Math.PI * (side + 0.5)) / sides).flatMap((angle) => [
    x + reach * Math.cos(angle),
    y + reach * Math.sin(angle),
  ]);
}
