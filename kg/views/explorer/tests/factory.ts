// Small payloads for tests: `payload(events)` makes everything from who took part in what. All names are invented.

import type { Payload, TieKind, ViewName } from "../src/payload.ts";

export interface Told {
  key?: string;
  type?: string;
  date?: string;
  to?: string;
  planned?: boolean;
  /** Persons, with a role after a colon: "王山:leader". */
  who: string[];
  about?: string;
  sure?: number;
}

export interface Extra {
  names?: Record<string, string[]>;
  pinyin?: Record<string, string>;
  /** Person, post, body. */
  posts?: [string, string, string][];
  /** From, predicate, to. */
  relations?: [string, string, string][];
  /** Kinds of what is no person: 某县 → Division. */
  kinds?: Record<string, string>;
  regions?: Record<string, string>;
}

const KINDS = [
  "Person",
  "Organization",
  "Division",
  "Place",
  "Agreement",
  "Programme",
  "Project",
  "Honour",
  "Document",
];
const TYPES = ["Event", "Meeting", "Visit", "Signing", "Ceremony", "Training", "Activity"];
const ROLES = ["participant", "chair", "leader", "speaker", "attendee", "host", "signatory"];
const PREDICATES = ["place", "visited", "about", "produced", "partyTo", "partOf", "implements", "subOrganizationOf"];
const TIES: TieKind[] = ["meeting", "post", "relation", "party", "together", "present", "about"];
const VIEWS: ViewName[] = ["people", "bodies", "agreements", "programmes", "divisions"];

/** A payload in which everybody at an event met everybody else there. One page, one article an event. */
export function payload(told: Told[], extra: Extra = {}): Payload {
  const labels = new Set<string>();
  for (const { who, about } of told) {
    for (const each of who) labels.add(each.split(":")[0]);
    if (about) labels.add(about);
  }
  for (const [person, , body] of extra.posts ?? []) labels.add(person).add(body);
  for (const [from, , to] of extra.relations ?? []) labels.add(from).add(to);
  for (const label of Object.keys(extra.kinds ?? {})) labels.add(label);
  const label = [...labels];
  const thing = (name: string) => label.indexOf(name);
  const kindOf = (name: string) => KINDS.indexOf(extra.kinds?.[name] ?? "Person");

  const made: Payload = {
    version: 1,
    base: "https://example.org/id/",
    kinds: KINDS,
    types: TYPES,
    roles: ROLES,
    predicates: PREDICATES,
    statuses: ["current", "former", "acting", "planned"],
    rules: ["a-rule"],
    tieKinds: TIES,
    terms: Object.fromEntries(
      [...KINDS, ...TYPES, ...ROLES, ...PREDICATES, ...TIES].map((name) => [name, [name, name]]),
    ),
    things: {
      key: label.map((name) => `thing/${name}`),
      label,
      kind: label.map(kindOf),
      names: label.map((name) => extra.names?.[name] ?? []),
      pinyin: label.map((name) => extra.pinyin?.[name] ?? ""),
      region: label.map((name) => thing(extra.regions?.[name] ?? "")),
      community: label.map(() => 0),
      betweenness: label.map(() => 0),
      pagerank: label.map(() => 0),
    },
    views: Object.fromEntries(VIEWS.map((name) => [name, emptyNetwork()])) as Payload["views"],
    events: { key: [], type: [], label: [], from: [], to: [], planned: [], region: [], articles: [], evidence: [] },
    parts: { event: [], who: [], roles: [], evidence: [] },
    links: { event: [], predicate: [], thing: [], evidence: [] },
    met: { a: [], b: [], event: [], evidence: [] },
    posts: { person: [], body: [], label: [], status: [], first: [], last: [], began: [], ended: [], evidence: [] },
    relations: { from: [], predicate: [], to: [], evidence: [] },
    mentions: { thing: [], article: [], evidence: [] },
    evidence: { sure: [], rules: [], reasons: [], quotes: [] },
    quotes: { article: [], page: [], start: [], end: [] },
    pages: { file: ["page.txt"], starts: [[]], texts: [[]] },
    articles: { key: [], page: [], headline: [], published: [], start: [], end: [] },
  };
  let written = 0;
  const article = (headline: string, text: string, day: string) => {
    made.pages.starts[0].push(written);
    made.pages.texts[0].push(text);
    made.articles.key.push(`article/${made.articles.key.length}`);
    made.articles.page.push(0);
    made.articles.headline.push(headline);
    made.articles.published.push(day);
    made.articles.start.push(written);
    made.articles.end.push(written + text.length);
    written += text.length + 1;
    return made.articles.key.length - 1;
  };
  const evidence = (at: number, quote: string, sure = 0.9) => {
    const start = made.articles.start[at] + made.pages.texts[0][at].indexOf(quote);
    made.quotes.article.push(at);
    made.quotes.page.push(0);
    made.quotes.start.push(start);
    made.quotes.end.push(start + quote.length);
    made.evidence.sure.push(Math.round(sure * 1000));
    made.evidence.rules.push([0]);
    made.evidence.reasons.push([]);
    made.evidence.quotes.push([made.quotes.start.length - 1]);
    return made.evidence.sure.length - 1;
  };

  told.forEach((each, event) => {
    const names = each.who.map((one) => one.split(":")[0]);
    const at = article(`headline ${event}`, `${names.join("、")}开会。`, each.date ?? "");
    made.events.key.push(each.key ?? `event/${event}`);
    made.events.type.push(TYPES.indexOf(each.type ?? "Meeting"));
    made.events.label.push(`headline ${event}`);
    made.events.from.push(each.date ?? "");
    made.events.to.push(each.to ?? "");
    made.events.planned.push(Number(each.planned ?? false));
    made.events.region.push(-1);
    made.events.articles.push([at]);
    made.events.evidence.push(evidence(at, "开会", each.sure));
    for (const one of each.who) {
      const [name, role = "attendee"] = one.split(":");
      made.parts.event.push(event);
      made.parts.who.push(thing(name));
      made.parts.roles.push([ROLES.indexOf(role)]);
      made.parts.evidence.push(evidence(at, name, each.sure));
      made.mentions.thing.push(thing(name));
      made.mentions.article.push(at);
      made.mentions.evidence.push(made.parts.evidence.at(-1) as number);
    }
    const persons = names.filter((name) => KINDS[kindOf(name)] === "Person");
    persons.forEach((a, place) => {
      for (const b of persons.slice(place + 1)) {
        made.met.a.push(thing(a));
        made.met.b.push(thing(b));
        made.met.event.push(event);
        made.met.evidence.push(-1);
        tie(made, "people", thing(a), thing(b), "meeting", made.met.a.length - 1);
      }
    });
    if (each.about) {
      made.links.event.push(event);
      made.links.predicate.push(PREDICATES.indexOf("about"));
      made.links.thing.push(thing(each.about));
      made.links.evidence.push(made.events.evidence[event]);
    }
  });
  for (const [person, post, body] of extra.posts ?? []) {
    made.posts.person.push(thing(person));
    made.posts.body.push(thing(body));
    made.posts.label.push(post);
    made.posts.status.push(0);
    for (const column of ["first", "last", "began", "ended"] as const) made.posts[column].push("");
    made.posts.evidence.push(-1);
    tie(made, "bodies", thing(person), thing(body), "post", made.posts.person.length - 1);
  }
  for (const [from, predicate, to] of extra.relations ?? []) {
    made.relations.from.push(thing(from));
    made.relations.predicate.push(PREDICATES.indexOf(predicate));
    made.relations.to.push(thing(to));
    made.relations.evidence.push(-1);
    const row = made.relations.from.length - 1;
    if (predicate === "partOf") tie(made, "divisions", thing(from), thing(to), "relation", row);
    if (predicate === "partyTo") tie(made, "agreements", thing(from), thing(to), "party", row);
    if (predicate === "implements") tie(made, "programmes", thing(from), thing(to), "relation", row);
  }
  for (const name of VIEWS) placed(made.views[name]);
  return made;
}

function emptyNetwork(): Payload["views"]["people"] {
  return { nodes: [], x: [], y: [], a: [], b: [], ties: [], tieKind: [], tieRow: [] };
}

/** Adds a tie to the edge of two things, which is made if it is not there. */
function tie(made: Payload, view: ViewName, a: number, b: number, kind: TieKind, row: number): void {
  const net = made.views[view];
  let edge = net.a.findIndex((end, at) => (end === a && net.b[at] === b) || (end === b && net.b[at] === a));
  if (edge < 0) {
    net.a.push(a);
    net.b.push(b);
    net.ties.push(0);
    edge = net.a.length - 1;
  }
  const at = net.ties.slice(0, edge + 1).reduce((sum, many) => sum + many, 0);
  net.ties[edge] += 1;
  net.tieKind.splice(at, 0, TIES.indexOf(kind));
  net.tieRow.splice(at, 0, row);
}

/** Nodes on a square grid, in their order. */
function placed(net: Payload["views"]["people"]): void {
  net.nodes = [...new Set([...net.a, ...net.b])].sort((p, q) => p - q);
  const side = Math.ceil(Math.sqrt(net.nodes.length));
  net.x = net.nodes.map((_, at) => (at % side) * 100);
  net.y = net.nodes.map((_, at) => Math.floor(at / side) * 100);
}
