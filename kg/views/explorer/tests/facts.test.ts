import { expect, test } from "vitest";
import { firstDay, lastDay } from "../src/days.ts";
import { facts } from "../src/facts.ts";
import { model, VIEWS } from "../src/model.ts";
import { payload } from "./factory.ts";

test("the facts of a tie are those that the tie tells by itself", () => {
  const graph = model(
    payload(
      [
        { who: ["王山", "李海"], date: "2023-05", to: "2023-06-02", sure: 0.555 },
        { who: ["李海", "周江"], sure: 0.4 },
      ],
      {
        kinds: { 某县: "Division", 某市: "Division" },
        posts: [["王山", "县长", "某县政府"]],
        relations: [["某县", "partOf", "某市"]],
      },
    ),
  );
  for (const view of VIEWS) {
    const net = graph.nets[view];
    const found = facts(graph, view);
    found.edge.forEach((edge, row) => {
      const tie = graph.tie(view, row, net.a[edge], net.b[edge]);
      expect([found.event[row], found.first[row], found.last[row], found.sure[row]]).toEqual([
        tie.event,
        firstDay(tie.from || tie.to),
        lastDay(tie.to || tie.from),
        Math.round(graph.sure(tie.evidence) * 100),
      ]);
    });
  }
});
