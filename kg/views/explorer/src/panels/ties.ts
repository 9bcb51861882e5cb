// Ties and events as rows that open to their quotes.

import { toEvent, type App } from "../app.ts";
import { el, name, type Child } from "../dom.ts";
import type { Statement } from "../sources.ts";
import type { EventRow, Thing, Tie } from "../model.ts";
import { badge, doubts, eventDays, link, opening } from "./parts.ts";
import { proof } from "./quotes.ts";

/** The roles of someone at an event, in words. */
export function rolesOf(app: App, part: number): string {
  const { parts, roles } = app.model.payload;
  return app.words.list(parts.roles[part].map((role) => app.words.term(roles[role])));
}

/** That someone took part in an event, and as what. */
export function partStatement(app: App, part: number): Statement {
  const { things, parts } = app.model.payload;
  const roles = rolesOf(app, part);
  return { says: things.label[parts.who[part]] + (roles ? ` · ${roles}` : ""), evidence: parts.evidence[part] };
}

/** That an event took place. */
export function eventStatement(app: App, event: EventRow): Statement {
  const { events, types } = app.model.payload;
  const type = app.words.term(types[events.type[event]]);
  return { says: `${type} · ${eventDays(app, event)}`, evidence: events.evidence[event] };
}

/** What a thing is to an event, in words. */
export function linkWord(app: App, link: number): string {
  const { links, predicates } = app.model.payload;
  const predicate = predicates[links.predicate[link]];
  return predicate === "about" ? app.words.say("programme") : app.words.term(predicate);
}

/** What else an event is tied to. */
export function linkStatement(app: App, link: number): Statement {
  const { links, things } = app.model.payload;
  const predicate = linkWord(app, link);
  return { says: `${predicate} · ${things.label[links.thing[link]]}`, evidence: links.evidence[link] };
}

export function relationStatement(app: App, row: number): Statement {
  const { relations, things, predicates } = app.model.payload;
  const predicate = app.words.term(predicates[relations.predicate[row]]);
  return {
    says: `${things.label[relations.from[row]]} ${predicate} ${things.label[relations.to[row]]}`,
    evidence: relations.evidence[row],
  };
}

/** An event as a row: its date, its type, its headline; opened, what was said of it. */
export function eventRow(
  app: App,
  event: EventRow,
  said: { extra?: Child[]; evidence: readonly number[]; statements: () => Statement[]; open?: boolean },
): HTMLElement {
  const { events, types } = app.model.payload;
  const label = events.label[event] || app.words.say("noHeadline");
  const summary = [
    el("time", { datetime: events.from[event] || null }, eventDays(app, event)),
    badge(app.words.term(types[events.type[event]]), "type"),
    ...(said.extra ?? []),
    ...doubts(app, said.evidence, event),
    el("span", { class: "headline" }, name(label)),
  ];
  const inside = () => [
    el("p", { class: "go" }, link(app, toEvent(app, event), {}, app.words.say("toEvent"))),
    proof(app, said.statements()),
  ];
  return opening(summary, inside, { class: classOf(app, said.evidence, event), open: said.open ?? false });
}

function classOf(app: App, evidence: readonly number[], event: EventRow): string {
  return doubts(app, evidence, event).length ? "fact weak" : "fact";
}

/** A tie of two things as a row that opens to its quotes. */
export function tieRow(app: App, tie: Tie, a: Thing, b: Thing, open = false): HTMLElement {
  const said = { evidence: tie.evidence, statements: () => statementsOf(app, tie, a, b), open };
  if (tie.event >= 0) return eventRow(app, tie.event, { ...said, extra: extraOf(app, tie, a, b) });
  const summary = [
    tie.from || tie.to ? el("time", {}, app.words.days(tie.from, tie.to)) : null,
    badge(app.words.term(tie.kind), "type"),
    ...doubts(app, tie.evidence),
    el("span", { class: "headline" }, name(wordsOf(app, tie))),
  ];
  return opening(summary, () => [proof(app, said.statements())], { class: classOf(app, tie.evidence, -1), open });
}

function extraOf(app: App, tie: Tie, a: Thing, b: Thing): Child[] {
  const roles = [a, b].map((who) => app.model.partOf(tie.event, who)).filter((part) => part >= 0);
  const said = roles.map((part) => rolesOf(app, part)).filter(Boolean);
  return said.length ? [el("span", { class: "role" }, said.join(" / "))] : [];
}

/** A tie without an event, in words. */
export function wordsOf(app: App, tie: Tie): string {
  if (tie.kind === "post") {
    const { posts, statuses } = app.model.payload;
    const status = statuses[posts.status[tie.row]];
    return posts.label[tie.row] + (status && status !== "current" ? ` · ${app.words.term(status)}` : "");
  }
  if (tie.kind === "relation" || tie.kind === "party") return relationStatement(app, tie.row).says;
  return app.words.term(tie.kind);
}

/** Everything that a tie rests on. */
export function statementsOf(app: App, tie: Tie, a: Thing, b: Thing): Statement[] {
  const { model, words } = app;
  const { met, parts, posts, things, predicates, links } = model.payload;
  const pair = words.say("pair", { a: things.label[a], b: things.label[b] });
  switch (tie.kind) {
    case "meeting":
    case "together": {
      const both = [a, b].map((who) => model.partOf(tie.event, who)).filter((part) => part >= 0);
      const event = tie.event < 0 ? [] : [eventStatement(app, tie.event)];
      const own = tie.kind === "meeting" ? met.evidence[tie.row] : -1;
      const said = both.map((part) => partStatement(app, part));
      return [...(own < 0 ? [] : [{ says: `${pair} · ${words.term(tie.kind)}`, evidence: own }]), ...said, ...event];
    }
    case "present":
    case "about": {
      const predicate = tie.kind === "present" ? "produced" : "about";
      const here = model
        .linksOf(tie.event)
        .filter((row) => predicates[links.predicate[row]] === predicate && [a, b].includes(links.thing[row]));
      const said = Array.from(here, (row) => linkStatement(app, row));
      return [partStatement(app, tie.row), ...said, eventStatement(app, parts.event[tie.row])];
    }
    case "post":
      return [
        { says: `${things.label[posts.person[tie.row]]} · ${wordsOf(app, tie)}`, evidence: posts.evidence[tie.row] },
      ];
    case "relation":
    case "party":
      return [relationStatement(app, tie.row)];
  }
}
