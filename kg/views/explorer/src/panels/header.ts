// The bar at the top: views, search, steps back and forth, language, light, table, downloads, help.

import { toThing, toView, type App, type Part } from "../app.ts";
import { el, iconButton, icon, put, set, type Icon } from "../dom.ts";
import { FORMATS, type Format } from "../download.ts";
import { VIEWS } from "../model.ts";
import { filtersSet } from "../shown.ts";
import type { Theme } from "../theme.ts";
import type { Word } from "../words.ts";
import { combobox } from "./combobox.ts";
import { menu } from "./menu.ts";
import { thingSuggestions } from "./suggest.ts";

export interface HeaderActs {
  language(): void;
  theme(): void;
  filters(): void;
  help(): void;
  save(format: Format): void;
}

export function header(app: App, acts: HeaderActs, lit: () => Theme): Part {
  const { words, store } = app;
  const views = VIEWS.map((view) =>
    el("button", {
      type: "button",
      "aria-pressed": "false",
      text: words.say(view),
      data: { view },
      on: { click: () => store.dispatch(toView(app, view)) },
    }),
  );
  const box = combobox({
    id: "search",
    label: words.say("searchLabel"),
    placeholder: words.say("search"),
    suggest: (text) => thingSuggestions(app, text),
    take(thing) {
      store.dispatch(toThing(app, thing));
      document.querySelector<HTMLElement>("#details h2")?.focus({ preventScroll: true });
    },
    nothing: (text) => words.say("nothingFound", { text }),
  });
  box.root.classList.add("search");
  box.root.prepend(icon("search"));
  const filters = labelled("filter", words.say("filters"), acts.filters, "filters-button");
  const undo = iconButton("undo", words.say("undo"), store.undo, { id: "undo" });
  const redo = iconButton("redo", words.say("redo"), store.redo, { id: "redo" });
  const table = labelled(
    "table",
    words.say("table"),
    () => store.dispatch(({ table: on }) => ({ table: !on })),
    "table-button",
  );
  const language = el("button", {
    type: "button",
    id: "language",
    class: "quiet",
    text: words.say("language"),
    "aria-label": words.say("languageLabel"),
    lang: words.language === "zh" ? "en" : "zh-Hans",
    on: { click: acts.language },
  });
  const light = iconButton("moon", words.say("dark"), acts.theme, { id: "theme" });
  const saving = menu(words.say("downloads"), "download", [
    ...FORMATS.map((format) => ({ id: format, label: words.say(format), act: () => acts.save(format) })),
    { id: "print", label: words.say("print"), act: () => window.print() },
  ]);
  saving.id = "downloads";
  const help = iconButton("help", words.say("help"), acts.help, { id: "help-button" });
  const tools = el("div", { class: "header-tools" }, undo, redo, table, saving, language, light, help);
  const strip = el("div", { class: "segments views", role: "group", "aria-label": words.say("views") }, ...views);
  const fade = fading(strip);
  const root = el("div", { class: "bar" }, el("h1", {}, words.say("title")), strip, box.root, filters, tools);
  return {
    root,
    update({ state }) {
      for (const view of views) {
        const on = view.dataset.view === state.view;
        const moved = on && view.getAttribute("aria-pressed") === "false";
        set(view, "aria-pressed", String(on));
        if (moved) view.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
      fade();
      undo.disabled = !store.canUndo();
      redo.disabled = !store.canRedo();
      const many = filtersSet(state);
      filters.lastChild!.textContent = many ? words.say("filtersOn", { n: many }) : words.say("filters");
      filters.classList.toggle("on", many > 0);
      relabel(table, state.table ? "picture" : "table", words.say(state.table ? "picture" : "table"));
      set(table, "aria-pressed", String(state.table));
      const next: [Icon, Word] = lit() === "dark" ? ["sun", "light"] : ["moon", "dark"];
      put(light, icon(next[0]));
      set(light, "aria-label", words.say(next[1]));
      light.title = words.say(next[1]);
    },
  };
}

const SLACK = 4;

/** Tells the style at which ends of a strip more is to be had by scrolling; gives what tells it again. */
function fading(strip: HTMLElement): () => void {
  const tell = () => {
    const left = strip.scrollWidth - strip.clientWidth - strip.scrollLeft;
    strip.classList.toggle("before", strip.scrollLeft > SLACK);
    strip.classList.toggle("after", left > SLACK);
  };
  strip.addEventListener("scroll", tell, { passive: true });
  new ResizeObserver(tell).observe(strip);
  return tell;
}

function labelled(image: Icon, label: string, act: () => void, id: string): HTMLButtonElement {
  const made = el(
    "button",
    { type: "button", id, class: "labelled", "aria-label": label },
    icon(image),
    el("span", {}, label),
  );
  made.addEventListener("click", act);
  return made;
}

function relabel(made: HTMLButtonElement, image: Icon, label: string): void {
  put(made, icon(image), el("span", {}, label));
  set(made, "aria-label", label);
}
