// Small things that panels are made of.

import { addressOf, toThing, type App, type Target } from "../app.ts";
import { el, icon, name, shape, type Child, type Icon } from "../dom.ts";
import type { EventRow, Thing } from "../model.ts";
import { doubtful } from "../shown.ts";

const SHAPES: Record<string, string> = {
  Person: "M8 2.5a5.5 5.5 0 1 0 .01 0Z",
  Organization: "M3 3h10v10H3Z",
  Division: "M8 2l6.5 11.5h-13Z",
  Agreement: "M8 1.5l6.5 6.5-6.5 6.5-6.5-6.5Z",
};
const OTHER = "M4.5 2.5h7L15 8l-3.5 5.5h-7L1 8Z";

/** The mark of a kind of thing, as the picture draws it. */
export function mark(kind: string): SVGElement {
  const made = shape("svg", { viewBox: "0 0 16 16", class: "mark", "aria-hidden": "true" });
  const path = shape("path", { d: SHAPES[kind] ?? OTHER });
  path.style.fill = `var(--kind-${kind}, var(--kind-other))`;
  made.append(path);
  return made;
}

/** A link inside the page: it has an address to copy, and changes the state when it is followed. */
export function link(app: App, target: Target, said: { class?: string; title?: string }, ...children: Child[]) {
  const made = el("a", { href: addressOf(app, target), ...said }, ...children);
  made.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    app.store.dispatch(target);
  });
  return made;
}

export function kindOf(app: App, thing: Thing): string {
  const { kinds, things } = app.model.payload;
  return kinds[things.kind[thing]] ?? "";
}

/** A thing by its name, to go to. */
export function thingLink(app: App, thing: Thing, target: Target = toThing(app, thing)): HTMLAnchorElement {
  const kind = kindOf(app, thing);
  return link(
    app,
    target,
    { class: "thing", title: app.words.term(kind) },
    mark(kind),
    name(app.model.payload.things.label[thing]),
  );
}

/** The days of an event, and whether it is only planned. */
export function eventDays(app: App, event: EventRow): string {
  const { events } = app.model.payload;
  return app.words.days(events.from[event], events.to[event]) || app.words.say("undated");
}

export function badge(text: string, kind = ""): HTMLElement {
  return el("span", { class: `badge ${kind}`.trim() }, text);
}

/** What is to be said of statements at once: that they are doubtful, or only planned. */
export function doubts(app: App, evidence: readonly number[], event: EventRow = -1): HTMLElement[] {
  const made = [];
  if (event >= 0 && app.model.payload.events.planned[event]) made.push(badge(app.words.say("planned"), "planned"));
  if (doubtful(app.model, evidence)) made.push(badge(app.words.say("doubtful"), "doubtful"));
  return made;
}

/** A headed part of a panel; null where it has nothing. */
export function section(title: string, count: number | null, ...children: Child[]): HTMLElement | null {
  if (count === 0) return null;
  const head = el("h3", {}, title, count === null ? null : el("span", { class: "count" }, String(count)));
  return el("section", {}, head, ...children);
}

const AT_ONCE = 20;

/** A list that begins with its first items; the others follow on demand. */
export function longList<Item>(
  app: App,
  items: readonly Item[],
  make: (item: Item) => Child[],
  said: { class?: string; ordered?: boolean } = {},
): HTMLElement {
  const list = el(said.ordered ? "ol" : "ul", { class: said.class ?? "plain" });
  const root = el("div", {}, list);
  let written = 0;
  const write = (many: number) => {
    const upto = Math.min(written + many, items.length);
    for (; written < upto; written += 1) list.append(el("li", {}, ...make(items[written])));
  };
  const more = el("button", { type: "button", class: "quiet more-rows" });
  const rest = () => {
    const left = items.length - written;
    more.textContent = app.words.say("moreRows", { n: Math.min(left, AT_ONCE * 5) });
    if (!left) more.remove();
  };
  more.addEventListener("click", () => {
    const first = written;
    write(AT_ONCE * 5);
    rest();
    (list.children[first]?.querySelector("a, summary, button") as HTMLElement | null)?.focus();
  });
  write(AT_ONCE + 5 >= items.length ? items.length : AT_ONCE);
  if (written < items.length) root.append(more);
  rest();
  return root;
}

/** Something that opens; what is in it is made when it is first opened. */
export function opening(
  summary: readonly Child[],
  make: () => Child[],
  said: { class?: string; open?: boolean } = {},
): HTMLDetailsElement {
  const made = el("details", { class: said.class ?? "fact" }, el("summary", {}, ...summary));
  let empty = true;
  const open = () => {
    if (!empty) return;
    empty = false;
    made.append(el("div", { class: "inside" }, ...make()));
  };
  made.addEventListener("toggle", () => made.open && open());
  if (said.open) {
    open();
    made.open = true;
  }
  return made;
}

/** A button of a row of which one is pressed. */
export function choice(label: string, on: boolean, act: () => void, image?: Icon): HTMLButtonElement {
  const made = el("button", { type: "button", "aria-pressed": String(on) }, image ? icon(image) : null, label);
  made.addEventListener("click", act);
  return made;
}
