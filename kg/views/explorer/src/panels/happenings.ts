// The events of a thing by date, latest first: those it took part in, and those about it, at it, or that made it.

import type { App } from "../app.ts";
import { el } from "../dom.ts";
import type { EventRow, Thing } from "../model.ts";
import type { Statement } from "../sources.ts";
import type { Shown } from "../shown.ts";
import { longList, section } from "./parts.ts";
import { eventRow, eventStatement, linkStatement, linkWord, partStatement, rolesOf } from "./ties.ts";

interface Happening {
  event: EventRow;
  /** What it was to the event, in words. */
  as: string;
  statement: Statement;
}

export function happenings(app: App, shown: Shown, row: Thing, kind: string): HTMLElement | null {
  const { words } = app;
  const all = happeningsOf(app, shown, row);
  const events = all.shown;
  const title = { Person: "meetingsOf", Place: "eventsHere", Division: "eventsHere", Agreement: "signedAt" } as const;
  const named = title[kind as keyof typeof title] ?? "eventsAbout";
  if (!events.length && all.hidden) {
    return section(words.say(named), null, el("p", { class: "note" }, words.say("hidden", { n: all.hidden })));
  }
  return section(
    words.say(named),
    events.length,
    longList(
      app,
      events,
      ({ event, as, statement }) => [
        eventRow(app, event, {
          evidence: [statement.evidence],
          extra: as ? [el("span", { class: "role" }, as)] : [],
          statements: () => [statement, eventStatement(app, event)],
        }),
      ],
      { class: "facts" },
    ),
    all.hidden ? el("p", { class: "note" }, words.say("hidden", { n: all.hidden })) : null,
  );
}

function happeningsOf(app: App, shown: Shown, row: Thing): { shown: Happening[]; hidden: number } {
  const { model } = app;
  const { parts, links, predicates, events } = model.payload;
  const found = new Map<EventRow, Happening>();
  let hidden = 0;
  for (const part of model.partsOf(row)) {
    if (!shown.took(part)) {
      hidden += 1;
      continue;
    }
    const event = parts.event[part];
    found.set(event, { event, as: rolesOf(app, part), statement: partStatement(app, part) });
  }
  for (const link of model.linksTo(row)) {
    const event = links.event[link];
    if (found.has(event)) continue;
    const as = predicates[links.predicate[link]] === "about" ? "" : linkWord(app, link);
    if (!shown.held(event)) hidden += 1;
    else found.set(event, { event, as, statement: linkStatement(app, link) });
  }
  const day = ({ event }: Happening) => events.from[event] || "0";
  const ordered = [...found.values()].sort((p, q) => (day(p) < day(q) ? 1 : day(p) > day(q) ? -1 : p.event - q.event));
  return { shown: ordered, hidden };
}
