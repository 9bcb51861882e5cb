// Nodes around a middle, those that are tied to each other side by side.

import type { Points, Rooms } from "./apart.ts";
import type { Links } from "./spread.ts";

/** How many a single ring holds; more stand in several, one behind the other in turn. */
const ONE_RING = 26;
const FLAT = 0.78;
const LEAST = 165;
const PASSES = 6;

/** Points on rings around `centre`, or around nothing where it is -1. */
export function ring(many: number, links: Links, rooms: Rooms, centre: number): Points {
  const near = neighbours(many, links);
  const members = Array.from({ length: many }, (_, node) => node).filter((node) => node !== centre);
  const order = improved(seated(members, near), near);
  const rings = Math.max(1, Math.ceil(members.length / ONE_RING));
  const room = members.reduce((sum, node) => sum + rooms.across[node] + rooms.down[node], 0);
  const depth = 2.1 * members.reduce((most, node) => Math.max(most, rooms.down[node]), 0);
  const radius = Math.max(LEAST, (room * 1.15) / rings / (2 * Math.PI));
  const points = { x: new Float32Array(many), y: new Float32Array(many) };
  order.forEach((node, seat) => {
    const angle = (2 * Math.PI * seat) / order.length - Math.PI / 2;
    const reach = radius + depth * (seat % rings);
    points.x[node] = (reach * Math.cos(angle)) / FLAT;
    points.y[node] = reach * Math.sin(angle);
  });
  return points;
}

function neighbours(many: number, { from, to }: Links): Set<number>[] {
  const near = Array.from({ length: many }, () => new Set<number>());
  from.forEach((a, edge) => {
    near[a].add(to[edge]);
    near[to[edge]].add(a);
  });
  return near;
}

/** One after the other: next comes who is tied best to those that were seated last. */
function seated(members: readonly number[], near: readonly Set<number>[]): number[] {
  const left = new Set(members);
  const order: number[] = [];
  const pull = new Map(members.map((node) => [node, 0]));
  while (left.size) {
    let [best, most] = [-1, -Infinity];
    for (const node of left) {
      const score = (pull.get(node) as number) / Math.sqrt(near[node].size + 1);
      if (score > most) [best, most] = [node, score];
    }
    left.delete(best);
    order.push(best);
    for (const node of left) pull.set(node, (pull.get(node) as number) * 0.7 + Number(near[node].has(best)));
  }
  return order;
}

/** Neighbouring seats are exchanged while that shortens the ties. */
function improved(order: number[], near: readonly Set<number>[]): number[] {
  const many = order.length;
  const seat = new Map(order.map((node, at) => [node, at]));
  const length = (node: number, from: number, without: number) => {
    let sum = 0;
    for (const other of near[node]) {
      const at = seat.get(other);
      if (at === undefined || other === without) continue;
      const apart = Math.abs(at - from);
      sum += Math.min(apart, many - apart);
    }
    return sum;
  };
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let at = 0; at < many && many > 3; at += 1) {
      const next = (at + 1) % many;
      const [p, q] = [order[at], order[next]];
      if (length(p, next, q) + length(q, at, p) < length(p, at, q) + length(q, next, p)) {
        [order[at], order[next]] = [q, p];
        seat.set(q, at).set(p, next);
      }
    }
  }
  return order;
}
