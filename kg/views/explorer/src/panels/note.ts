// A sentence on the picture where there is nothing to draw.

import type { App, Part } from "../app.ts";
import { button, el, put } from "../dom.ts";
import { filtersSet, UNFILTERED } from "../shown.ts";

export function note(app: App): Part {
  const { words, store } = app;
  const root = el("div", { id: "empty" });
  return {
    root,
    update(shown) {
      const empty = shown.selection().nodes.length === 0;
      root.hidden = !empty;
      if (!empty) return;
      const set = filtersSet(shown.state) > 0;
      put(
        root,
        el("p", {}, words.say(set ? "nothing" : "nothingHere")),
        set ? button(words.say("clearFilters"), () => store.dispatch(UNFILTERED), { class: "quiet" }) : null,
      );
    },
  };
}
