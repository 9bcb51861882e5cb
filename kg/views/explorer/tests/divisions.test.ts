import { expect, test } from "vitest";
import { tree, type Branch } from "../src/divisions.ts";
import { model } from "../src/model.ts";
import { payload } from "./factory.ts";

const kinds = { 某市: "Division", 某县: "Division", 某镇: "Division", 某乡: "Division" };
const drawn = (relations: [string, string, string][]) => {
  const graph = model(payload([], { kinds, relations }));
  const written = ({ thing, below }: Branch): string =>
    graph.payload.things.label[thing] + (below.length ? `(${below.map(written).join(" ")})` : "");
  return tree(graph).map(written).join(" ");
};

test.each<[string, [string, string, string][], string]>([
  ["nothing", [], "某市 某县 某镇 某乡"],
  [
    "a chain",
    [
      ["某镇", "partOf", "某县"],
      ["某县", "partOf", "某市"],
      ["某乡", "partOf", "某县"],
    ],
    "某市(某县(某镇 某乡))",
  ],
  [
    "a ring",
    [
      ["某市", "partOf", "某县"],
      ["某县", "partOf", "某市"],
    ],
    "某县(某市) 某镇 某乡",
  ],
  ["itself", [["某市", "partOf", "某市"]], "某市 某县 某镇 某乡"],
])("divisions as a tree, of %s", (_, relations, expected) => {
  expect(drawn(relations).split(" ").sort()).toEqual(expected.split(" ").sort());
});
