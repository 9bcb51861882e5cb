// One thing: a person, a body, a division, an agreement … and all that belongs to it.

import { toPair, toPath, toView, type App } from "../app.ts";
import { el, name, type Child } from "../dom.ts";
import { parentOf } from "../divisions.ts";
import type { Thing } from "../model.ts";
import { across } from "../paths.ts";
import { viewsOf, type Shown } from "../shown.ts";
import { DEPTHS } from "../state.ts";
import { combobox } from "./combobox.ts";
import { choice, kindOf, link, longList, mark, section, thingLink } from "./parts.ts";
import { belongings } from "./belongings.ts";
import { evidenceRow } from "./evidence.ts";
import { happenings } from "./happenings.ts";
import { thingSuggestions } from "./suggest.ts";
import { treePart } from "./tree.ts";

export function thing(app: App, shown: Shown, row: Thing): Child[] {
  const kind = kindOf(app, row);
  return [
    ...heading(app, row, kind),
    tools(app, shown, row),
    shown.state.view === "divisions" && kind === "Division" ? treePart(app, row) : null,
    ...belongings(app, shown, row, kind),
    happenings(app, shown, row, kind),
    companions(app, shown, row),
    mentions(app, row),
  ];
}

function heading(app: App, row: Thing, kind: string): Child[] {
  const { things } = app.model.payload;
  const home = kind === "Division" ? parentOf(app.model, row) : things.region[row];
  return [
    el(
      "p",
      { class: "over" },
      mark(kind),
      app.words.term(kind),
      home >= 0 && home !== row ? el("span", {}, " · ", thingLink(app, home)) : null,
    ),
    el("h2", { tabindex: "-1" }, name(things.label[row])),
    things.names[row].length
      ? el("p", { class: "names" }, `${app.words.say("names")} `, name(app.words.list(things.names[row])))
      : null,
  ];
}

/** How much around it is drawn, in which view, and a question about another. */
function tools(app: App, shown: Shown, row: Thing): HTMLElement {
  const { words, store, model } = app;
  const { state } = shown;
  const label = model.payload.things.label[row];
  const views = viewsOf(model, row).filter((view) => view !== state.view);
  const steps = [...DEPTHS.slice(1), DEPTHS[0]];
  const stepWord = (depth: number) =>
    depth === 0 ? words.say("everything") : depth === 1 ? words.say("oneStep") : words.say("steps", { n: depth });
  const question = words.say("howConnected", { name: label });
  const box = combobox({
    label: question,
    placeholder: words.say("otherPerson"),
    id: "other",
    suggest: (text) => thingSuggestions(app, text, (thing) => thing !== row && viewsOf(model, thing).length > 0),
    take: (other) => store.dispatch(toPath(app, row, other)),
    nothing: (text) => words.say("nothingFound", { text }),
  });
  const drawn = model.nets[state.view].at[row] >= 0;
  return el(
    "div",
    { class: "tools" },
    drawn &&
      el(
        "div",
        { class: "tool", role: "group", "aria-label": words.say("depth") },
        el("span", { class: "label" }, words.say("depth")),
        el(
          "span",
          { class: "segments" },
          ...steps.map((depth) => choice(stepWord(depth), state.depth === depth, () => store.dispatch({ depth }))),
        ),
      ),
    views.length > 0 &&
      el(
        "div",
        { class: "tool" },
        el("span", { class: "label" }, words.say("showAs")),
        el(
          "span",
          { class: "choices" },
          ...views.map((view) => link(app, toView(app, view), { class: "button" }, words.say(view))),
        ),
      ),
    drawn && el("div", { class: "tool" }, el("label", { class: "label", for: "other" }, question), box.root),
  );
}

/** Who was met, and how often. */
function companions(app: App, shown: Shown, row: Thing): HTMLElement | null {
  const net = app.model.nets.people;
  if (net.at[row] < 0) return null;
  const open = shown.open("people");
  const found = Array.from(net.edgesOf(row))
    .filter((edge) => open[edge])
    .map((edge) => ({ other: across(net, edge, row), many: open[edge] }))
    .sort((p, q) => q.many - p.many || p.other - q.other);
  return section(
    app.words.say("companions"),
    found.length,
    longList(
      app,
      found,
      ({ other, many }) => [
        thingLink(app, other),
        link(app, toPair(app, row, other), { class: "many" }, app.words.say("times", { n: many })),
      ],
      { class: "ranked" },
    ),
  );
}

function mentions(app: App, row: Thing): HTMLElement | null {
  const { words, model } = app;
  const { mentions: told, articles, pages } = model.payload;
  const found = Array.from(model.mentionsOf(row));
  return section(
    words.say("mentioned"),
    found.length,
    longList(app, found, (mention) => {
      const article = told.article[mention];
      const place = [
        articles.page[article] < 0 ? "" : pages.file[articles.page[article]],
        words.day(articles.published[article]),
      ];
      return [
        mentionRow(
          app,
          row,
          mention,
          articles.headline[article] || words.say("noHeadline"),
          place.filter(Boolean).join(" · "),
        ),
      ];
    }),
  );
}

function mentionRow(app: App, row: Thing, mention: number, headline: string, place: string): HTMLElement {
  const { mentions: told, things } = app.model.payload;
  const statement = { says: things.label[row], evidence: told.evidence[mention] };
  return evidenceRow(
    app,
    [el("span", { class: "headline" }, name(headline)), el("span", { class: "where" }, name(place))],
    statement,
  );
}
