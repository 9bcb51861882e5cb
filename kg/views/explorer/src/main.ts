// The page begins here: its frame is there at once; then come the data, and then the picture.

import { el } from "./dom.ts";
import { facts } from "./facts.ts";
import { model, type Model, type Thing } from "./model.ts";
import { page, type Page } from "./page.ts";
import { path, type Path } from "./paths.ts";
import { unpack } from "./payload.ts";
import type { Renderer } from "./draw/renderer.ts";
import type { Found } from "./search.ts";
import { parsed, type State } from "./state.ts";
import type { Change } from "./store.ts";
import { theme } from "./theme.ts";
import { chosenLanguage, words } from "./words.ts";

/** What the console and scripts can use. */
interface Console {
  model: Model;
  state(): State;
  dispatch(change: Change): void;
  search(text: string, limit?: number): Found[];
  /** A shortest path in the present view, as far as the filters leave one. */
  path(a: Thing, b: Thing): Path | null;
  renderer: Renderer;
}

declare global {
  interface Window {
    kg?: Console;
  }
}

performance.mark("kg:start");
void begin();

async function begin(): Promise<void> {
  const language = chosenLanguage();
  const said = words(language);
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  document.documentElement.dataset.theme = theme();
  document.title = said.say("title");
  const loading = document.getElementById("loading") as HTMLElement;
  document.getElementById("header")?.replaceChildren(el("div", { class: "bar" }, el("h1", {}, said.say("title"))));
  loading.textContent = said.say("loading");
  await pause();
  const graph = await read().catch(() => null);
  if (!graph) {
    loading.classList.add("broken");
    loading.setAttribute("role", "alert");
    loading.textContent = said.say("broken");
    return;
  }
  document.getElementById("data")?.remove();
  await pause();
  facts(graph, parsed(graph, location.hash).view);
  await pause();
  window.kg = open(page(graph, () => performance.mark("kg:ready")));
}

async function read(): Promise<Model> {
  const payload = await unpack("data");
  await pause();
  return model(payload);
}

function open({ app, renderer }: Page): Console {
  return {
    model: app.model,
    state: app.store.state,
    dispatch: (change) => app.store.dispatch(change),
    search: app.search,
    path: (a, b) => {
      const shown = app.shown();
      return path(app.model, shown.state.view, a, b, shown.open(shown.state.view));
    },
    renderer,
  };
}

/** Lets the browser paint and hear before the work goes on. */
function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}
