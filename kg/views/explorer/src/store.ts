// The one place where state changes. The address's fragment follows the state, and the state follows the address.

import type { Model } from "./model.ts";
import { changed, fragment, parsed, redone, replaced, undone, type History, type State } from "./state.ts";

export type Change = Partial<State> | ((state: State) => Partial<State>);

export interface Store {
  state(): State;
  /** Changes the state; `replace` keeps no step of it to go back to. */
  dispatch(change: Change, how?: { replace?: boolean }): void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  subscribe(listener: (state: State) => void): void;
}

/** The store of a page, begun with what the address says. */
export function store(model: Model): Store {
  let history: History = { past: [], present: parsed(model, location.hash), future: [] };
  const listeners: ((state: State) => void)[] = [];

  const move = (next: History, replace = false) => {
    if (next === history) return;
    history = next;
    write(fragment(model, history.present), replace);
    tell();
  };
  const tell = () => {
    for (const listener of listeners) listener(history.present);
  };
  const follow = () => {
    const said = fragment(model, parsed(model, location.hash));
    if (said === fragment(model, history.present)) return;
    const is = (state: State | undefined) => state !== undefined && fragment(model, state) === said;
    if (is(history.past.at(-1))) history = undone(history);
    else if (is(history.future[0])) history = redone(history);
    else history = changed(history, parsed(model, location.hash));
    tell();
  };
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);

  return {
    state: () => history.present,
    dispatch(change, how = {}) {
      const { present } = history;
      const next = { ...present, ...(typeof change === "function" ? change(present) : change) };
      move(how.replace ? replaced(history, next) : changed(history, next), how.replace);
    },
    undo: () => move(undone(history)),
    redo: () => move(redone(history)),
    canUndo: () => history.past.length > 0,
    canRedo: () => history.future.length > 0,
    subscribe: (listener) => listeners.push(listener),
  };
}

/** Browsers refuse the history to some pages, and to pages that change it too often; the view itself goes on. */
function write(said: string, replace: boolean): void {
  const address = location.pathname + location.search + (said && `#${said}`);
  try {
    if (replace) window.history.replaceState(null, "", address);
    else window.history.pushState(null, "", address);
  } catch {
    // The next change writes the address again.
  }
}
