// The beginning: how much there is, who is best connected, what happened last.

import { toEvent, type App } from "../app.ts";
import { button, el, name, type Child } from "../dom.ts";
import type { EventRow } from "../model.ts";
import { WHOLE } from "../selection.ts";
import { UNFILTERED, filtersSet, type Shown } from "../shown.ts";
import { badge, doubts, eventDays, link, longList, section, thingLink } from "./parts.ts";
import { treePart } from "./tree.ts";

const LATEST = 12;
const CONNECTED = 15;

export function overview(app: App, shown: Shown): Child[] {
  const { words } = app;
  const { view } = shown.state;
  const ranked = shown.ranked(view);
  const latest = shown.latest();
  return [
    el("h2", { tabindex: "-1" }, words.say("overview")),
    numbers(app),
    size(app, shown),
    ranked.length ? null : empty(app, shown),
    view === "divisions" ? treePart(app) : null,
    section(
      words.say("mostConnected"),
      ranked.length ? null : 0,
      longList(
        app,
        ranked.slice(0, CONNECTED),
        ({ thing, ties }) => [
          thingLink(app, thing),
          el(
            "span",
            { class: "many" },
            view === "people" ? words.say("times", { n: ties }) : words.say("ties", { n: ties }),
          ),
        ],
        { class: "ranked", ordered: true },
      ),
    ),
    section(
      words.say(view === "people" ? "latest" : "latestEvents"),
      latest.length ? null : 0,
      longList(app, latest.slice(0, LATEST * 5), (event) => latestRow(app, event), { class: "latest" }),
    ),
  ];
}

function latestRow(app: App, event: EventRow): Child[] {
  const { model, words } = app;
  const { events, types, parts, things } = model.payload;
  const guests = Array.from(model.guestsOf(event), (row) => things.label[parts.who[row]]);
  const some = words.list(guests.slice(0, 4)) + (guests.length > 4 ? "…" : "");
  return [
    link(
      app,
      toEvent(app, event),
      { class: "event-card" },
      el("time", {}, eventDays(app, event)),
      badge(words.term(types[events.type[event]]), "type"),
      ...doubts(app, [events.evidence[event]], event),
      el("span", { class: "headline" }, name(events.label[event] || words.say("noHeadline"))),
      el("span", { class: "guests" }, name(some)),
    ),
  ];
}

/** How much the graph holds. */
function numbers(app: App): HTMLElement {
  const { words, model } = app;
  const { things, events, met, articles, quotes, kinds } = model.payload;
  const person = kinds.indexOf("Person");
  const persons = things.kind.filter((kind) => kind === person).length;
  const figures: [number, Parameters<typeof words.say>[0]][] = [
    [persons, "persons"],
    [met.a.length, "meetings"],
    [events.key.length, "events"],
    [things.key.length, "things"],
    [articles.key.length, "articles"],
    [quotes.page.length, "quotes"],
  ];
  return el(
    "dl",
    { class: "numbers" },
    ...figures.map(([many, word]) => el("div", {}, el("dt", {}, words.say(word)), el("dd", {}, words.count(many)))),
  );
}

/** A switch between the best connected and all, where there is a difference. */
function size(app: App, shown: Shown): HTMLElement | null {
  const many = shown.ranked(shown.state.view).length;
  if (many <= WHOLE) return null;
  const { all } = shown.state;
  const label = all ? app.words.say("showCore") : app.words.say("showAll", { n: many });
  return el(
    "p",
    {},
    button(label, () => app.store.dispatch({ all: !all }), { class: "quiet", id: "all" }),
  );
}

function empty(app: App, shown: Shown): HTMLElement {
  const set = filtersSet(shown.state) > 0;
  return el(
    "p",
    { class: "note" },
    app.words.say(set ? "nothing" : "nothingHere"),
    set ? button(app.words.say("clearFilters"), () => app.store.dispatch(UNFILTERED), { class: "quiet" }) : null,
  );
}
