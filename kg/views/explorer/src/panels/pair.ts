// Two things: all that ties them, each opened to its quotes.

import { toPath, type App } from "../app.ts";
import { el, type Child } from "../dom.ts";
import type { Thing } from "../model.ts";
import { tiesLeft } from "../selection.ts";
import type { Shown } from "../shown.ts";
import { link, longList, section, thingLink } from "./parts.ts";
import { tieRow } from "./ties.ts";

/** So many ties are open from the start. */
const OPEN = 3;

export function pair(app: App, shown: Shown, a: Thing, b: Thing): Child[] {
  const { words, model } = app;
  const { view } = shown.state;
  const edge = model.edgeOf(view, a, b);
  const left = edge < 0 ? [] : tiesLeft(model, view, edge, shown.passed(view));
  const all = edge < 0 ? 0 : model.nets[view].firstTie[edge + 1] - model.nets[view].firstTie[edge];
  const ties = left.map((row) => model.tie(view, row, a, b));
  const opened = new Set(ties.slice(0, OPEN));
  return [
    el("h2", { tabindex: "-1", class: "two" }, thingLink(app, a), el("span", { class: "and" }, "—"), thingLink(app, b)),
    ties.length ? null : el("p", { class: "note" }, words.say("noTies")),
    ties.length ? null : el("p", {}, link(app, toPath(app, a, b), { class: "button" }, words.say("askPath"))),
    section(
      words.say(view === "people" ? "meetings" : "relations"),
      ties.length ? null : 0,
      el("p", { class: "total" }, words.say("allTimes", { n: ties.length })),
      longList(app, ties, (tie) => [tieRow(app, tie, a, b, opened.has(tie))], { class: "facts" }),
    ),
    all > ties.length ? el("p", { class: "note" }, words.say("hidden", { n: all - ties.length })) : null,
  ];
}
