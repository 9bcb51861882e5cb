// An event: when, where, what came of it, who took part as what, and where it is told.

import type { App } from "../app.ts";
import { el, name, type Child } from "../dom.ts";
import type { EventRow } from "../model.ts";
import { badge, doubts, eventDays, longList, opening, section, thingLink } from "./parts.ts";
import { proof } from "./quotes.ts";
import { eventStatement, linkStatement, linkWord, partStatement } from "./ties.ts";

export function event(app: App, row: EventRow): Child[] {
  const { words, model } = app;
  const { events, types } = model.payload;
  const guests = Array.from(model.guestsOf(row));
  return [
    el(
      "p",
      { class: "over" },
      badge(words.term(types[events.type[row]]), "type"),
      el("time", { datetime: events.from[row] || null }, eventDays(app, row)),
      ...doubts(app, [events.evidence[row]], row),
    ),
    el("h2", { tabindex: "-1" }, name(events.label[row] || words.say("noHeadline"))),
    ...linked(app, row),
    ...guestsByRole(app, guests),
    section(words.say("reports"), events.articles[row].length, reports(app, row)),
    section(words.say("evidence"), null, proof(app, [eventStatement(app, row)])),
  ];
}

/** Places, programmes, agreements … of an event, one heading each. */
function linked(app: App, row: EventRow): Child[] {
  const { links } = app.model.payload;
  const rows = Array.from(app.model.linksOf(row));
  const named = [...new Set(rows.map((link) => links.predicate[link]))];
  return named.map((predicate) => {
    const here = rows.filter((link) => links.predicate[link] === predicate);
    return section(
      linkWord(app, here[0]),
      here.length,
      longList(app, here, (link) => [
        thingLink(app, links.thing[link]),
        ...doubts(app, [links.evidence[link]]),
        opening([app.words.say("evidence")], () => [proof(app, [linkStatement(app, link)])], { class: "why" }),
      ]),
    );
  });
}

const FIRST = ["chair", "leader", "host", "organizer", "speaker", "signatory"];

/** Who leads comes before who attends. */
function rank(role: string | undefined): number {
  const at = FIRST.indexOf(role ?? "");
  return at < 0 ? FIRST.length : at;
}

function guestsByRole(app: App, guests: readonly number[]): Child[] {
  const { parts, roles } = app.model.payload;
  const named = [...new Set(guests.flatMap((part) => (parts.roles[part].length ? parts.roles[part] : [-1])))];
  return named
    .sort((p, q) => rank(roles[p]) - rank(roles[q]))
    .map((role) => {
      const here = guests.filter((part) => (role < 0 ? !parts.roles[part].length : parts.roles[part].includes(role)));
      return section(
        role < 0 ? app.words.say("participants") : app.words.term(roles[role]),
        here.length,
        longList(app, here, (part) => [
          thingLink(app, parts.who[part]),
          ...doubts(app, [parts.evidence[part]]),
          opening([app.words.say("evidence")], () => [proof(app, [partStatement(app, part)])], { class: "why" }),
        ]),
      );
    });
}

function reports(app: App, row: EventRow): HTMLElement {
  const { events, articles, pages } = app.model.payload;
  return longList(app, events.articles[row], (article) => [
    el("span", { class: "headline" }, name(articles.headline[article] || app.words.say("noHeadline"))),
    el(
      "span",
      { class: "where" },
      articles.page[article] < 0 ? "" : name(pages.file[articles.page[article]]),
      articles.published[article] ? ` · ${app.words.day(articles.published[article])}` : null,
    ),
  ]);
}
