// Rectangles on a grid: is this place still free?

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Boxes {
  free(box: Box): boolean;
  take(box: Box): void;
}

const CELL = 64;

/** An empty sheet; what lies far outside of it is kept in its border cells. */
export function boxes(width: number, height: number): Boxes {
  const columns = Math.max(1, Math.ceil(width / CELL));
  const rows = Math.max(1, Math.ceil(height / CELL));
  const cells: (Box[] | undefined)[] = new Array<Box[] | undefined>(columns * rows);
  const cell = (value: number, most: number) => Math.min(most - 1, Math.max(0, Math.floor(value / CELL)));
  const over = (box: Box, visit: (at: number) => boolean): boolean => {
    for (let row = cell(box.top, rows); row <= cell(box.bottom, rows); row += 1) {
      for (let column = cell(box.left, columns); column <= cell(box.right, columns); column += 1) {
        if (!visit(row * columns + column)) return false;
      }
    }
    return true;
  };
  return {
    free: (box) => over(box, (at) => !cells[at]?.some((other) => overlap(box, other))),
    take(box) {
      over(box, (at) => {
        (cells[at] ??= []).push(box);
        return true;
      });
    },
  };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
