// What the filters ask of every tie of a view, worked out once: its days, its event, how sure it is.

import { firstDay, lastDay } from "./days.ts";
import type { Model, Net } from "./model.ts";
import type { ViewName } from "./payload.ts";

/** Columns with one row for each tie of a view. */
export interface Facts {
  /** The event, -1 without one. */
  event: Int32Array;
  first: Int32Array;
  last: Int32Array;
  /** Per cent. */
  sure: Uint8Array;
  /** The edge that it belongs to. */
  edge: Int32Array;
}

const known = new WeakMap<Net, Facts>();

/** The facts of a view's ties. */
export function facts(model: Model, view: ViewName): Facts {
  const net = model.nets[view];
  const found = known.get(net) ?? collect(model, view);
  known.set(net, found);
  return found;
}

function collect(model: Model, view: ViewName): Facts {
  const net = model.nets[view];
  const ties = net.tieRow.length;
  const found: Facts = {
    event: new Int32Array(ties),
    first: new Int32Array(ties),
    last: new Int32Array(ties),
    sure: new Uint8Array(ties),
    edge: new Int32Array(ties),
  };
  for (let edge = 0; edge < net.a.length; edge += 1) {
    for (let row = net.firstTie[edge]; row < net.firstTie[edge + 1]; row += 1) {
      const tie = model.tie(view, row, net.a[edge], net.b[edge]);
      found.event[row] = tie.event;
      found.first[row] = firstDay(tie.from || tie.to);
      found.last[row] = lastDay(tie.to || tie.from);
      found.sure[row] = Math.round(model.sure(tie.evidence) * 100);
      found.edge[row] = edge;
    }
  }
  return found;
}
