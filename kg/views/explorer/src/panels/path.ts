// How two things are connected: the chain between them, with what ties each step.

import { toPair, toPath, type App } from "../app.ts";
import { el, type Child } from "../dom.ts";
import { VIEWS, type Edge, type Thing } from "../model.ts";
import { path as wayOf, type Path } from "../paths.ts";
import { tiesLeft } from "../selection.ts";
import type { Shown } from "../shown.ts";
import { link, longList, thingLink } from "./parts.ts";
import { tieRow } from "./ties.ts";

export function path(app: App, shown: Shown, a: Thing, b: Thing): Child[] {
  const { words } = app;
  const found = shown.selection().path;
  return [
    el("p", { class: "over" }, words.say("path")),
    el("h2", { tabindex: "-1", class: "two" }, thingLink(app, a), el("span", { class: "and" }, "→"), thingLink(app, b)),
    ...(found ? chain(app, shown, found) : without(app, shown, a, b)),
  ];
}

function chain(app: App, shown: Shown, { things, edges }: Path): Child[] {
  const steps = things.flatMap((thing, at) => [
    el("li", { class: "stop" }, thingLink(app, thing)),
    at < edges.length ? el("li", { class: "hop" }, hop(app, shown, edges[at], thing, things[at + 1])) : null,
  ]);
  return [el("p", { class: "total" }, long(app, edges)), el("ol", { class: "chain" }, ...steps)];
}

function long({ words }: App, edges: readonly Edge[]): string {
  return edges.length === 1 ? words.say("oneStep") : words.say("steps", { n: edges.length });
}

function hop(app: App, shown: Shown, edge: Edge, a: Thing, b: Thing): HTMLElement {
  const { view } = shown.state;
  const ties = tiesLeft(app.model, view, edge, shown.passed(view)).map((row) => app.model.tie(view, row, a, b));
  const many = app.words.say("times", { n: ties.length });
  return el(
    "div",
    {},
    link(app, toPair(app, a, b), { class: "count-link" }, many),
    longList(app, ties, (tie) => [tieRow(app, tie, a, b)], { class: "facts" }),
  );
}

function without(app: App, shown: Shown, a: Thing, b: Thing): Child[] {
  const { words, model } = app;
  const { label } = model.payload.things;
  const others = VIEWS.flatMap((view) => {
    const way = view === shown.state.view ? null : wayOf(model, view, a, b, shown.open(view));
    return way ? [{ view, way }] : [];
  });
  return [
    el("p", { class: "note" }, words.say("noPath", { a: label[a], b: label[b] })),
    others.length ? el("p", {}, words.say("tryView")) : null,
    el(
      "p",
      { class: "choices" },
      ...others.map(({ view, way }) =>
        link(app, { ...toPath(app, a, b), view }, { class: "button" }, `${words.say(view)} · ${long(app, way.edges)}`),
      ),
    ),
  ];
}
