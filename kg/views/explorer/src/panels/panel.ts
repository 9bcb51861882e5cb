// The panel: what is in focus.

import { titleOf, type App, type Part } from "../app.ts";
import { el, iconButton, put, type Child } from "../dom.ts";
import { openNow } from "../paper.ts";
import type { Shown } from "../shown.ts";
import { event } from "./event.ts";
import { overview } from "./overview.ts";
import { pair } from "./pair.ts";
import { path } from "./path.ts";
import { sheet } from "./sheet.ts";
import { thing } from "./thing.ts";

export function panel(app: App): Part {
  const { words, store } = app;
  const body = el("div", { class: "panel-body", id: "details", tabindex: "-1" });
  const home = iconButton("home", words.say("backToOverview"), () => store.dispatch({ focus: { on: "overview" } }));
  const back = iconButton("undo", words.say("undo"), store.undo, { class: "icon-button back" });
  const root = el("aside", { id: "panel", "aria-label": words.say("panel") });
  const grip = sheet(root, words);
  const bar = el("div", { class: "panel-bar" }, back, grip.handle, home);
  root.append(bar, body);
  let told = "";

  return {
    root,
    update(shown) {
      const { focus } = shown.state;
      const now = JSON.stringify(focus);
      const moved = told !== "" && told !== now;
      const held = root.contains(document.activeElement);
      bar.classList.toggle("bare", focus.on === "overview");
      back.disabled = !store.canUndo();
      const { scrollTop } = body;
      const open = moved ? [] : openFacts(body);
      put(body, ...content(app, shown));
      open.forEach((at) => {
        const fact = body.querySelectorAll<HTMLDetailsElement>("details")[at];
        if (fact) openNow(fact);
      });
      body.scrollTop = moved ? 0 : scrollTop;
      if (moved && held) body.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
      if (moved && focus.on !== "overview") grip.raise();
      body.dataset.focus = focus.on;
      body.setAttribute("aria-label", titleOf(app, focus) || words.say("overview"));
      told = now;
    },
  };
}

/** Which rows are open, so that a change of filters does not close them. */
function openFacts(body: HTMLElement): number[] {
  return [...body.querySelectorAll("details")].flatMap((fact, at) => (fact.open ? [at] : []));
}

function content(app: App, shown: Shown): Child[] {
  const { focus } = shown.state;
  switch (focus.on) {
    case "overview":
      return overview(app, shown);
    case "thing":
      return thing(app, shown, focus.thing);
    case "pair":
      return pair(app, shown, focus.a, focus.b);
    case "path":
      return path(app, shown, focus.a, focus.b);
    case "event":
      return event(app, focus.event);
  }
}
