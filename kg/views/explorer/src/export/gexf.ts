// The selection as GEXF 1.3, as Gephi opens it: one node a thing, one edge a pair, its ties counted and dated.

import type { Model } from "../model.ts";
import type { Selection } from "../selection.ts";

const NODE_COLUMNS = ["kind", "iri", "names", "region"] as const;
const EDGE_COLUMNS = ["ties", "first", "last", "sure"] as const;

/** The text of a GEXF file. */
export function gexf(model: Model, selection: Selection): string {
  const { payload, nets } = model;
  const { things } = payload;
  const net = nets[selection.view];
  const nodes = selection.nodes.map((thing) => {
    const region = things.region[thing];
    const values = {
      kind: payload.kinds[things.kind[thing]],
      iri: payload.base + things.key[thing],
      names: things.names[thing].join("|"),
      region: region < 0 ? "" : things.label[region],
    };
    const place = element("viz:position", { x: String(net.x[net.at[thing]]), y: String(-net.y[net.at[thing]]) });
    return element("node", { id: String(thing), label: things.label[thing] }, attributes(NODE_COLUMNS, values) + place);
  });
  const edges = selection.edges.map((edge, at) => {
    const ties = selection.ties[at].map((row) => model.tie(selection.view, row, net.a[edge], net.b[edge]));
    const days = ties
      .flatMap((tie) => [tie.from, tie.to])
      .filter(Boolean)
      .sort();
    const values = {
      ties: String(ties.length),
      first: days[0] ?? "",
      last: days.at(-1) ?? "",
      sure: Math.max(...ties.map((tie) => model.sure(tie.evidence))).toFixed(2),
    };
    const ends = { id: String(edge), source: String(net.a[edge]), target: String(net.b[edge]) };
    return element("edge", { ...ends, weight: String(ties.length) }, attributes(EDGE_COLUMNS, values));
  });
  const graph = [
    columns("node", NODE_COLUMNS),
    columns("edge", EDGE_COLUMNS),
    element("nodes", {}, nodes.join("")),
    element("edges", {}, edges.join("")),
  ];
  const spaces = { xmlns: "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", version: "1.3" };
  const body = element("graph", { defaultedgetype: "undirected", mode: "static" }, graph.join(""));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("gexf", spaces, body)}\n`;
}

function columns(of: string, names: readonly string[]): string {
  const rows = names.map((title, id) => element("attribute", { id: String(id), title, type: typeOf(title) }));
  return element("attributes", { class: of }, rows.join(""));
}

function typeOf(title: string): string {
  return { ties: "integer", sure: "float" }[title] ?? "string";
}

function attributes<Name extends string>(names: readonly Name[], values: Record<Name, string>): string {
  const rows = names.map((name, at) => element("attvalue", { for: String(at), value: values[name] }));
  return element("attvalues", {}, rows.join(""));
}

/** An XML element; its attributes are escaped, its content stands as it is. */
export function element(name: string, said: Record<string, string>, content = ""): string {
  const written = Object.entries(said).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return content ? `<${name}${written.join("")}>${content}</${name}>` : `<${name}${written.join("")}/>`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

/** Text as XML takes it: marks escaped, and characters that XML cannot hold left out. */
export function escaped(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "",
    )
    .replace(/[&<>"\n\r\t]/g, (mark) => ENTITIES[mark]);
}
