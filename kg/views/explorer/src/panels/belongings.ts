// What the records say of a thing apart from events: posts, holders, parties, agreements, parts, other relations.

import { toPair, type App } from "../app.ts";
import { el, name, type Child } from "../dom.ts";
import { parentOf } from "../divisions.ts";
import type { Thing } from "../model.ts";
import type { Shown } from "../shown.ts";
import { doubts, link, longList, section, thingLink } from "./parts.ts";
import { evidenceRow } from "./evidence.ts";
import { relationStatement } from "./ties.ts";

/** The sections of a thing's records; what it has none of is left out. */
export function belongings(app: App, shown: Shown, row: Thing, kind: string): Child[] {
  const { words } = app;
  const named = relationsOf(app, shown, row);
  const take = (title: string, fits: (relation: Relation) => boolean) => {
    const here = named.filter((relation) => !relation.told && fits(relation));
    for (const relation of here) relation.told = true;
    return section(
      title,
      here.length,
      longList(app, here, (relation) => relationRow(app, relation, false)),
    );
  };
  const is = (predicate: string, outward: boolean) => (relation: Relation) =>
    relation.predicate === predicate && relation.outward === outward;
  const parent = kind === "Division" ? parentOf(app.model, row) : -1;
  for (const relation of named) if (is("partOf", true)(relation) && relation.other === parent) relation.told = true;
  return [
    postsPart(app, shown, app.model.postsOf(row), "posts"),
    postsPart(app, shown, app.model.holdersOf(row), "holders"),
    take(words.say("parties"), is("partyTo", false)),
    agreements(app, shown, row, named),
    take(words.say("implementers"), is("implements", false)),
    take(words.say("partsOf"), (each) => is("partOf", false)(each) || is("subOrganizationOf", false)(each)),
    take(words.say("belongsTo"), (each) => is("partOf", true)(each) || is("subOrganizationOf", true)(each)),
    kind === "Division" ? locals(app, row) : null,
    others(app, named),
  ];
}

interface Relation {
  row: number;
  predicate: string;
  other: Thing;
  outward: boolean;
  told: boolean;
}

function relationsOf(app: App, shown: Shown, row: Thing): Relation[] {
  const { model } = app;
  const { relations, predicates } = model.payload;
  const made = (rows: Int32Array, outward: boolean) =>
    Array.from(rows, (each) => ({
      row: each,
      predicate: predicates[relations.predicate[each]],
      other: outward ? relations.to[each] : relations.from[each],
      outward,
      told: false,
    }));
  return [...made(model.relationsFrom(row), true), ...made(model.relationsTo(row), false)].filter(
    (relation) => model.sure([relations.evidence[relation.row]]) * 100 >= shown.state.sure,
  );
}

function relationRow(app: App, relation: Relation, withWord: boolean): Child[] {
  const { relations } = app.model.payload;
  const word = withWord ? el("span", { class: "role" }, app.words.term(relation.predicate)) : null;
  const [before, after] = relation.outward ? [word, null] : [null, word];
  const summary = [before, thingLink(app, relation.other), after, ...doubts(app, [relations.evidence[relation.row]])];
  return [evidenceRow(app, summary, relationStatement(app, relation.row))];
}

function postsPart(app: App, shown: Shown, rows: Int32Array, word: "posts" | "holders"): HTMLElement | null {
  const { posts } = app.model.payload;
  const here = Array.from(rows).filter((row) => app.model.sure([posts.evidence[row]]) * 100 >= shown.state.sure);
  return section(
    app.words.say(word),
    here.length,
    longList(app, here, (row) => postRow(app, row, word)),
  );
}

function postRow(app: App, row: number, word: "posts" | "holders"): Child[] {
  const { words } = app;
  const { posts, statuses, things } = app.model.payload;
  const status = statuses[posts.status[row]];
  const seen = words.days(posts.first[row], posts.last[row]);
  const days = [
    posts.began[row] && words.say("began", { day: words.day(posts.began[row]) }),
    posts.ended[row] && words.say("ended", { day: words.day(posts.ended[row]) }),
    seen && words.say("postSeen", { days: seen }),
  ].filter(Boolean);
  const other = word === "posts" ? posts.body[row] : posts.person[row];
  const summary = [
    word === "holders" ? thingLink(app, posts.person[row]) : null,
    el("span", { class: "post" }, name(posts.label[row])),
    status && status !== "current" ? el("span", { class: "role" }, words.term(status)) : null,
    ...doubts(app, [posts.evidence[row]]),
    word === "posts" && other >= 0 ? " " : null,
    word === "posts" && other >= 0 ? thingLink(app, other) : null,
    days.length ? el("span", { class: "where" }, days.join(" · ")) : null,
  ];
  const says = `${things.label[posts.person[row]]} · ${posts.label[row]}`;
  return [evidenceRow(app, summary, { says, evidence: posts.evidence[row] })];
}

/** Agreements that it is a party to, and those made where it was present. */
function agreements(app: App, shown: Shown, row: Thing, named: readonly Relation[]): HTMLElement | null {
  const { model, words } = app;
  const { parts, links, predicates } = model.payload;
  const party = named.filter((relation) => relation.predicate === "partyTo" && relation.outward);
  for (const relation of party) relation.told = true;
  const mine = new Set(party.map((relation) => relation.other));
  const present = new Set<Thing>();
  for (const part of model.partsOf(row)) {
    if (!shown.took(part)) continue;
    for (const each of model.linksOf(parts.event[part])) {
      const made = predicates[links.predicate[each]] === "produced" && links.thing[each] !== row;
      if (made && !mine.has(links.thing[each])) present.add(links.thing[each]);
    }
  }
  return section(
    words.say("agreements"),
    party.length + present.size,
    longList(app, party, (relation) => relationRow(app, relation, true)),
    longList(
      app,
      [...present],
      (thing) => [thingLink(app, thing), link(app, toPair(app, row, thing), { class: "many" }, words.term("present"))],
      { class: "ranked" },
    ),
  );
}

/** People and bodies at home in a division. */
function locals(app: App, row: Thing): HTMLElement | null {
  const { things, kinds } = app.model.payload;
  const here = things.region.flatMap((region, thing) => {
    const kind = kinds[things.kind[thing]];
    return region === row && (kind === "Person" || kind === "Organization") ? [thing] : [];
  });
  const persons = here.sort((p, q) => app.model.partsOf(q).length - app.model.partsOf(p).length || p - q);
  return section(
    app.words.say("peopleHere"),
    here.length,
    longList(app, persons, (thing) => [thingLink(app, thing)]),
  );
}

function others(app: App, named: readonly Relation[]): HTMLElement | null {
  const left = named.filter((relation) => !relation.told);
  return section(
    app.words.say("relations"),
    left.length,
    longList(app, left, (relation) => relationRow(app, relation, true)),
  );
}
