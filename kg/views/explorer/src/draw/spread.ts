// Local stress majorisation: nodes stand as far apart as they are steps apart, beginning from where they stand.
// Gansner, Koren and North, "Graph drawing by stress majorization", 2004.

import type { Points } from "./apart.ts";

export interface Links {
  from: Uint32Array;
  to: Uint32Array;
}

const WORK = 7e5;
/** Unconnected nodes keep this many steps apart, if loosely. */
const ALOOF = 3.2;
const LOOSE = 0.15;

/** Points at which linked nodes stand about `arm` apart; the longer axis lies across. */
export function spread(start: Points, links: Links, arm: number): Points {
  const many = start.x.length;
  const points = begun(start, arm);
  const wanted = steps(many, links);
  closer(wanted, many, links);
  const rounds = Math.max(8, Math.min(60, Math.round(WORK / many ** 2)));
  for (let round = 0; round < rounds; round += 1) {
    for (let node = 0; node < many; node += 1) settle(points, wanted, node, arm);
  }
  return turned(points);
}

function settle({ x, y }: Points, wanted: Float32Array, node: number, arm: number): void {
  const many = x.length;
  let [sumX, sumY, total] = [0, 0, 0];
  for (let other = 0; other < many; other += 1) {
    if (other === node) continue;
    const apart = wanted[node * many + other];
    const aim = arm * (apart || ALOOF);
    const weight = apart ? 1 / (aim * aim) : LOOSE / (aim * aim);
    const dx = x[node] - x[other];
    const dy = y[node] - y[other];
    const far = Math.sqrt(dx * dx + dy * dy) || 1e-6;
    sumX += weight * (x[other] + (aim * dx) / far);
    sumY += weight * (y[other] + (aim * dy) / far);
    total += weight;
  }
  if (total > 0) {
    x[node] = sumX / total;
    y[node] = sumY / total;
  }
}

/** The given points around their middle, as far apart as they are to be in the end; no two of them alike. */
function begun(start: Points, arm: number): Points {
  const many = start.x.length;
  const middle = (column: Float32Array) => column.reduce((sum, value) => sum + value, 0) / (many || 1);
  const [mx, my] = [middle(start.x), middle(start.y)];
  const size = Math.sqrt(start.x.reduce((sum, x, i) => sum + (x - mx) ** 2 + (start.y[i] - my) ** 2, 0) / (many || 1));
  const scale = size > 0 ? (arm * Math.sqrt(many)) / 2 / size : 0;
  const nudge = (node: number) => arm * 0.05 * Math.sqrt(node + 1);
  return {
    x: start.x.map((x, node) => (x - mx) * scale + nudge(node) * Math.cos(node * 2.4)),
    y: start.y.map((y, node) => (y - my) * scale + nudge(node) * Math.sin(node * 2.4)),
  };
}

/** Numbers of steps between all pairs, 0 where there is no way. */
function steps(many: number, { from, to }: Links): Float32Array {
  const near: number[][] = Array.from({ length: many }, () => []);
  from.forEach((a, edge) => {
    near[a].push(to[edge]);
    near[to[edge]].push(a);
  });
  const found = new Float32Array(many * many);
  const queue = new Int32Array(many);
  for (let start = 0; start < many; start += 1) {
    let [read, written] = [0, 1];
    queue[0] = start;
    while (read < written) {
      const here = queue[read++];
      for (const there of near[here]) {
        if (there === start || found[start * many + there]) continue;
        found[start * many + there] = found[start * many + here] + 1;
        queue[written++] = there;
      }
    }
  }
  return found;
}

/** Linked nodes with the same neighbours stand nearer to each other than those with different ones. */
function closer(wanted: Float32Array, many: number, { from, to }: Links): void {
  const shorter = Float32Array.from(from, (a, edge) => {
    let [both, either] = [2, 2];
    for (let other = 0; other < many; other += 1) {
      const p = Number(wanted[a * many + other] === 1 || other === a);
      const q = Number(wanted[to[edge] * many + other] === 1 || other === to[edge]);
      both += p & q;
      either += p | q;
    }
    return 0.75 + 0.9 * (1 - both / either);
  });
  from.forEach((a, edge) => {
    wanted[a * many + to[edge]] = shorter[edge];
    wanted[to[edge] * many + a] = shorter[edge];
  });
}

/** Turned so that the points reach further across than down. */
function turned({ x, y }: Points): Points {
  let [xx, xy, yy] = [0, 0, 0];
  for (let node = 0; node < x.length; node += 1) {
    xx += x[node] * x[node];
    xy += x[node] * y[node];
    yy += y[node] * y[node];
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    x: x.map((_, node) => x[node] * cos + y[node] * sin),
    y: x.map((_, node) => y[node] * cos - x[node] * sin),
  };
}
