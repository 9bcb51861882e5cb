// The legend on the picture: kinds to switch on and off, what colours and sizes mean, and the zoom.

import type { App, Part } from "../app.ts";
import { colouring, type Colouring } from "../colouring.ts";
import { el, iconButton, name, put, set } from "../dom.ts";
import type { Thing } from "../model.ts";
import type { Shown } from "../shown.ts";
import type { Theme } from "../theme.ts";
import { dashOf } from "../scene.ts";
import { COLOURS, SIZES } from "../state.ts";
import { kindCounts, switched } from "./counts.ts";
import { mark } from "./parts.ts";

export interface Zoom {
  by(factor: number): void;
  fit(): void;
}

export const STEP = 1.4;

export function legend(app: App, lit: () => Theme): Part {
  const { words } = app;
  const kinds = el("div", { class: "kinds", role: "group", "aria-label": words.say("kinds") });
  const view = colourAndSize(app);
  const line = (style: string, label: string) =>
    el("p", { class: "line" }, el("i", { class: style, "aria-hidden": "true" }), label);
  const lines = { doubt: line("dashed", words.say("doubtLine")), plan: line("dotted", words.say("planLine")) };
  const root = el(
    "section",
    { id: "legend", "aria-label": words.say("legend") },
    kinds,
    view.root,
    lines.doubt,
    lines.plan,
  );
  const groups = el("ul", { class: "groups" });
  root.insertBefore(groups, view.root);
  let built = "";
  return {
    root,
    update(shown) {
      const now = JSON.stringify([shown.state.view, shown.state.kinds]);
      if (now !== built) {
        const kept = kinds.contains(document.activeElement) && (document.activeElement as HTMLElement).dataset.kind;
        put(
          kinds,
          ...kindCounts(app, shown).map(([kind, many]) => {
            const on = !shown.state.kinds.includes(kind);
            const made = el(
              "button",
              { type: "button", "aria-pressed": String(on), data: { kind } },
              mark(kind),
              el("span", {}, words.term(kind)),
              el("span", { class: "count" }, words.count(many)),
            );
            made.addEventListener("click", () => app.store.dispatch(switched("kinds", kind)));
            return made;
          }),
        );
        if (kept) kinds.querySelector<HTMLElement>(`[data-kind="${CSS.escape(kept)}"]`)?.focus();
      }
      built = now;
      view.update(shown);
      const styles = new Set(shown.selection().ties.map((rows) => dashOf(app.model, shown.selection(), rows)));
      lines.doubt.hidden = !styles.has(1);
      lines.plan.hidden = !styles.has(2);
      put(groups, ...swatches(app, shown, lit() === "dark"));
    },
  };
}

/** What the colours stand for where they are not those of kinds, as far as they are drawn. */
function swatches(app: App, shown: Shown, dark: boolean): HTMLElement[] {
  const { state } = shown;
  if (state.colour === "kind") return [];
  const { colours, meaning, of } = colouring(app.model, state, dark);
  const first = new Map<number, Thing>();
  const ranked = shown.ranked(state.view).map(({ thing }) => thing);
  const drawn = new Set(shown.selection().nodes);
  for (const thing of ranked) if (drawn.has(thing) && !first.has(of(thing))) first.set(of(thing), thing);
  return [...first]
    .sort(([p], [q]) => p - q)
    .map(([place, thing]) => {
      const swatch = el("i", { "aria-hidden": "true" });
      swatch.style.background = colours[place];
      return el("li", {}, swatch, name(groupName(app, meaning[place], thing)));
    });
}

function groupName(app: App, meaning: Colouring["meaning"][number] | undefined, best: Thing): string {
  const { label } = app.model.payload.things;
  if (!meaning) return app.words.say("otherGroups");
  return "region" in meaning ? label[meaning.region] : app.words.say("groupOf", { name: label[best] });
}

/** Choices of what colours and sizes of nodes mean. */
export function colourAndSize(app: App): Part {
  const { words, store } = app;
  const choose = <Name extends string>(names: readonly Name[], label: string, word: (name: Name) => string) => {
    const box = el("select", { "aria-label": label });
    box.append(...names.map((each) => el("option", { value: each }, word(each))));
    return { box, root: el("label", { class: "pick" }, el("span", {}, label), box) };
  };
  const colour = choose(COLOURS, words.say("colour"), (each) => words.say(`colour-${each}`));
  const size = choose(SIZES, words.say("size"), (each) => words.say(`size-${each}`));
  colour.box.addEventListener("change", () => {
    store.dispatch({ colour: COLOURS.find((each) => each === colour.box.value) ?? "kind" });
  });
  size.box.addEventListener("change", () => {
    store.dispatch({ size: SIZES.find((each) => each === size.box.value) ?? "meetings" });
  });
  colour.box.dataset.choice = "colour";
  size.box.dataset.choice = "size";
  return {
    root: el("div", { class: "picks" }, colour.root, size.root),
    update({ state }) {
      colour.box.value = state.colour;
      size.box.value = state.size;
    },
  };
}

export function zoomButtons(app: App, zoom: Zoom): HTMLElement {
  const { words } = app;
  const root = el(
    "div",
    { id: "zoom", role: "group" },
    iconButton("plus", words.say("zoomIn"), () => zoom.by(STEP)),
    iconButton("minus", words.say("zoomOut"), () => zoom.by(1 / STEP)),
    iconButton("fit", words.say("fit"), () => zoom.fit()),
  );
  set(root, "aria-label", words.say("picture"));
  return root;
}
