// The drawer of filters: kinds, types of events, roles, region, programme, confidence.

import type { App, Part } from "../app.ts";
import { button, el, iconButton, name, put, set, type Child } from "../dom.ts";
import { tree, type Branch } from "../divisions.ts";
import type { Thing } from "../model.ts";
import { UNFILTERED, type Shown } from "../shown.ts";
import { combobox, type Suggestion } from "./combobox.ts";
import { kindCounts, roleCounts, switched, typeCounts, type List } from "./counts.ts";
import { mark } from "./parts.ts";
import { colourAndSize } from "./legend.ts";
import { thingSuggestions } from "./suggest.ts";

export interface Drawer extends Part {
  toggle(open?: boolean): void;
  isOpen(): boolean;
}

export function filters(app: App, moved: () => void): Drawer {
  const { words, store } = app;
  const body = el("div", { class: "drawer-body" });
  const clear = button(words.say("clearFilters"), () => store.dispatch(UNFILTERED), {
    class: "quiet",
    id: "clear-filters",
  });
  const toggle = (open = root.hidden) => {
    if (open === !root.hidden) return;
    root.hidden = !open;
    if (open) write(app.shown());
    document.getElementById("filters-button")?.setAttribute("aria-expanded", String(open));
    moved();
    if (open) root.querySelector<HTMLElement>("button")?.focus();
    else document.getElementById("filters-button")?.focus();
  };
  const root = el(
    "section",
    { id: "filters", "aria-label": words.say("filters") },
    el(
      "div",
      { class: "drawer-bar" },
      el("h2", {}, words.say("filters")),
      clear,
      iconButton("close", words.say("close"), () => toggle(false)),
    ),
    body,
  );
  root.hidden = true;
  const view = colourAndSize(app);
  view.root.classList.add("phone");
  let built = "";
  let sure: Slider | null = null;

  return {
    root,
    toggle,
    isOpen: () => !root.hidden,
    update: (shown) => root.hidden || write(shown),
  };

  function write(shown: Shown): void {
    const { sure: least, ...rest } = shown.state;
    const now = JSON.stringify([rest.view, rest.kinds, rest.types, rest.roles, rest.region, rest.programme]);
    if (now !== built) {
      const kept = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.name : undefined;
      sure = slider(app);
      put(body, ...groups(app, shown), sure.root, view.root);
      if (kept && !root.hidden) body.querySelector<HTMLElement>(`[data-name="${CSS.escape(kept)}"]`)?.focus();
    }
    built = now;
    sure?.take(least);
    view.update(shown);
  }
}

function groups(app: App, shown: Shown): Child[] {
  const { words } = app;
  return [
    checks(app, shown, "kinds", words.say("kinds"), kindCounts(app, shown)),
    checks(app, shown, "types", words.say("types"), typeCounts(app, shown)),
    checks(app, shown, "roles", words.say("roles"), roleCounts(app, shown)),
    place(app, shown, "region", words.say("region"), words.say("anyRegion"), (text) => regions(app, text)),
    place(app, shown, "programme", words.say("programme"), words.say("anyProgramme"), (text) => programmes(app, text)),
  ];
}

/** A list of names to switch on and off. */
function checks(app: App, { state }: Shown, list: List, title: string, counts: [string, number][]): HTMLElement | null {
  if (!counts.length) return null;
  return el(
    "fieldset",
    { data: { list } },
    el("legend", {}, title),
    ...counts.map(([each, many]) => {
      const box = el("input", { type: "checkbox", data: { name: `${list}/${each}` } });
      box.checked = !state[list].includes(each);
      box.addEventListener("change", () => app.store.dispatch(switched(list, each)));
      return el(
        "label",
        { class: "check" },
        box,
        list === "kinds" ? mark(each) : null,
        el("span", {}, app.words.term(each)),
        el("span", { class: "count" }, app.words.count(many)),
      );
    }),
  );
}

function place(
  app: App,
  { state }: Shown,
  which: "region" | "programme",
  title: string,
  any: string,
  suggest: (text: string) => Suggestion[],
): HTMLElement {
  const { words, store, model } = app;
  const id = `filter-${which}`;
  const box = combobox({
    id,
    label: title,
    placeholder: any,
    suggest,
    keep: true,
    eager: true,
    value: state[which] < 0 ? "" : model.payload.things.label[state[which]],
    take: (thing) => store.dispatch({ [which]: thing }),
    nothing: (text) => words.say("nothingFound", { text }),
  });
  const clear = iconButton("close", words.say("clear"), () => store.dispatch({ [which]: -1 }), {
    class: "icon-button small",
    data: { name: `clear/${which}` },
  });
  clear.hidden = state[which] < 0;
  box.root.append(clear);
  return el("div", { class: "field" }, el("label", { for: id }, title), box.root);
}

/** Divisions as a tree until something is typed, then those that fit. */
function regions(app: App, text: string): Suggestion[] {
  const division = app.model.payload.kinds.indexOf("Division");
  if (text) return thingSuggestions(app, text, (thing) => app.model.payload.things.kind[thing] === division);
  const flat = (branches: readonly Branch[], level: number): Suggestion[] =>
    branches.flatMap((branch) => [named(app, branch.thing, level), ...flat(branch.below, Math.min(level + 1, 4))]);
  return flat(tree(app.model), 0);
}

function programmes(app: App, text: string): Suggestion[] {
  const { kinds, things } = app.model.payload;
  const programme = kinds.indexOf("Programme");
  if (text) return thingSuggestions(app, text, (thing) => things.kind[thing] === programme);
  const all = things.kind.flatMap((kind, thing) => (kind === programme ? [thing] : []));
  const weight = (thing: Thing) => app.model.linksTo(thing).length + app.model.relationsTo(thing).length;
  return all.sort((p, q) => weight(q) - weight(p) || p - q).map((thing) => named(app, thing, 0));
}

function named(app: App, thing: Thing, level: number): Suggestion {
  const label = app.model.payload.things.label[thing];
  return { value: thing, label, level, shown: [el("span", { class: "called" }, name(label))] };
}

interface Slider {
  root: HTMLElement;
  take(sure: number): void;
}

function slider(app: App): Slider {
  const { words, store } = app;
  const output = el("output", { for: "filter-sure" });
  const input = el("input", { id: "filter-sure", type: "range", min: 0, max: 100, step: 5, data: { name: "sure" } });
  let held = false;
  input.addEventListener("input", () => {
    store.dispatch({ sure: Number(input.value) }, { replace: held });
    held = true;
  });
  input.addEventListener("change", () => (held = false));
  return {
    root: el("div", { class: "field" }, el("label", { for: "filter-sure" }, words.say("sure"), " ", output), input),
    take(sure) {
      input.value = String(sure);
      output.textContent = words.percent(sure / 100);
      set(input, "aria-valuetext", words.percent(sure / 100));
    },
  };
}
