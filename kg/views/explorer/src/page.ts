// The page put together: its parts, told of every change of state, language and light.

import { titleOf, type App, type Part } from "./app.ts";
import { put, unturned } from "./dom.ts";
import { fileOf, save, type Format } from "./download.ts";
import type { Renderer } from "./draw/renderer.ts";
import { keys } from "./keys.ts";
import type { Model } from "./model.ts";
import { paletteOf } from "./palette.ts";
import { filters } from "./panels/filters.ts";
import { header } from "./panels/header.ts";
import { help } from "./panels/help.ts";
import { legend, zoomButtons } from "./panels/legend.ts";
import { note } from "./panels/note.ts";
import { panel } from "./panels/panel.ts";
import { picture } from "./panels/picture.ts";
import { table } from "./panels/table.ts";
import { timeline } from "./panels/timeline.ts";
import { search } from "./search.ts";
import { shown } from "./shown.ts";
import { store } from "./store.ts";
import { unfold } from "./paper.ts";
import { choose, follow, printed, theme } from "./theme.ts";
import { chosenLanguage, rememberLanguage, words } from "./words.ts";

export interface Page {
  app: App;
  renderer: Renderer;
}

/** Things that the search makes itself ready for in one go. */
const AT_ONCE = 500;

export const at = (id: string) => document.getElementById(id) as HTMLElement;

/** Makes the page of a model; `ready` is called when the first picture is on its way to the screen. */
export function page(model: Model, ready: () => void): Page {
  const kept = store(model);
  let view = shown(model, kept.state());
  const app: App = {
    model,
    store: kept,
    words: words(chosenLanguage(), model.payload.terms),
    search: search(model),
    shown: () => view,
  };
  const drawing = picture(at("picture"), () => app, theme, announce);
  const draw = once(() => drawing.update(view));
  let frame = build(app, drawing.renderer, turn, light);

  const update = () => {
    for (const part of frame.parts) part.update(view);
    document.body.classList.toggle("as-table", view.state.table);
    document.title = unturned([titleOf(app, view.state.focus), app.words.say("title")].filter(Boolean).join(" · "));
    draw();
  };
  kept.subscribe((state) => {
    view = shown(model, state);
    update();
    announce(summary(app));
  });
  let fold = () => {};
  const relight = follow(() => {
    fold();
    colours();
    for (const part of frame.parts) part.update(view);
    drawing.redraw();
    onPaper(drawing.renderer);
    fold = printed() ? unfold(at("panel")) : () => {};
  });
  document.addEventListener("keydown", (event) => frame.keys(event));
  at("loading").remove();
  colours();
  update();
  draw.then(ready);
  whileIdle(() => app.search.prepare(AT_ONCE));
  return { app, renderer: drawing.renderer };

  function turn(): void {
    app.words = words(app.words.language === "zh" ? "en" : "zh", model.payload.terms);
    rememberLanguage(app.words.language);
    frame = build(app, drawing.renderer, turn, light);
    update();
    at("language").focus();
  }
  function light(): void {
    choose(theme() === "dark" ? "light" : "dark");
    relight();
  }
}

interface Frame {
  parts: Part[];
  keys: (event: KeyboardEvent) => void;
}

/** All parts but the picture, in the present language. */
function build(app: App, renderer: Renderer, turn: () => void, light: () => void): Frame {
  const { words: said, store: kept } = app;
  document.documentElement.lang = said.language === "zh" ? "zh-Hans" : "en";
  const saving = (format: Format) => void savedAs(app, renderer, format);
  const dialog = help(said);
  const drawer = filters(app, () => document.body.classList.toggle("filtering", drawer.isOpen()));
  document.body.classList.remove("filtering");
  const acts = { language: turn, theme: light, filters: drawer.toggle, help: () => dialog.showModal(), save: saving };
  const top = header(app, acts, theme);
  const lead = legend(app, theme);
  const zoom = { by: renderer.zoomBy, fit: () => renderer.fit() };
  const empty = note(app);
  const list = table(app, saving);
  const time = timeline(app);
  const side = panel(app);
  put(at("header"), top.root);
  put(at("over"), empty.root, zoomButtons(app, zoom));
  const skip = at("skip");
  skip.textContent = said.say("skip");
  skip.onclick = (event) => {
    event.preventDefault();
    at("details").focus();
  };
  for (const [id, root] of [
    ["filters", drawer.root],
    ["legend", lead.root],
    ["table", list.root],
    ["timeline", time.root],
    ["panel", side.root],
    ["help", dialog],
  ] as const) {
    at(id).replaceWith(root);
  }
  const goBack = () => {
    if (drawer.isOpen()) drawer.toggle(false);
    else if (kept.canUndo()) kept.undo();
    else kept.dispatch({ focus: { on: "overview" } });
  };
  return {
    parts: [top, drawer, lead, empty, list, time, side],
    keys: keys({
      search: () => at("search").focus(),
      help: () => dialog.showModal(),
      table: () => kept.dispatch(({ table: on }) => ({ table: !on })),
      filters: () => drawer.toggle(),
      undo: kept.undo,
      redo: kept.redo,
      back: goBack,
      zoom: renderer.zoomBy,
      fit: () => renderer.fit(),
    }),
  };
}

async function savedAs(app: App, renderer: Renderer, format: Format): Promise<void> {
  const { selection, state } = app.shown();
  const file = await fileOf(format, app.model, selection(), app.words, renderer);
  const title = [app.words.say("title"), app.words.say(state.view), titleOf(app, state.focus)];
  save(file, `${title.filter(Boolean).join(" ").slice(0, 80)}.${format}`);
}

/** What is shown, for those who do not see it. */
function summary(app: App): string {
  const { state, selection } = app.shown();
  const { nodes, edges, ties } = selection();
  const many = ties.reduce((sum, each) => sum + each.length, 0);
  const counts = app.words.say("shown", { nodes: nodes.length, edges: edges.length, ties: many });
  return [titleOf(app, state.focus) || app.words.say("overview"), counts].join(
    app.words.language === "zh" ? "：" : ": ",
  );
}

function announce(text: string): void {
  at("live").textContent = unturned(text);
}

/** The colours of the picture, for the marks beside names. */
function colours(): void {
  const { kinds, grey } = paletteOf(theme() === "dark");
  const { style } = document.documentElement;
  for (const [kind, colour] of Object.entries(kinds)) style.setProperty(`--kind-${kind}`, colour);
  style.setProperty("--kind-other", grey);
}

/** The picture as drawn on paper: lines, not pixels, whatever the width of the sheet. */
function onPaper(renderer: Renderer): void {
  const paper = at("paper");
  paper.replaceChildren();
  if (!matchMedia("print").matches && document.documentElement.dataset.printing === undefined) return;
  renderer.settle();
  const drawn = new DOMParser().parseFromString(renderer.svg(), "image/svg+xml").documentElement;
  if (!(drawn instanceof SVGSVGElement)) return;
  paper.append(document.adoptNode(drawn));
  trim(drawn);
}

/** What is left white around a drawing on paper, and how much of it the sheet shows at least: pixels. */
const MARGIN = 12;
const LEAST = 520;

/** Cuts empty sides off, so that the drawing fills the sheet; before the sheet is laid out nothing is known of them. */
function trim(drawn: SVGSVGElement): void {
  const boxes = [...drawn.querySelectorAll("g")].map((each) => each.getBBox()).filter(({ width }) => width > 0);
  if (!boxes.length) return;
  const low = (side: "x" | "y") => Math.min(...boxes.map((box) => box[side])) - MARGIN;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN;
  const [x, y, width, height] = [low("x"), low("y"), right - low("x"), bottom - low("y")];
  const wide = Math.max(width, LEAST);
  drawn.setAttribute("viewBox", [x - (wide - width) / 2, y, wide, height].map(Math.round).join(" "));
  drawn.setAttribute("width", String(Math.round(wide)));
  drawn.setAttribute("height", String(Math.round(height)));
}

/** Work that is done once a frame, however often it is asked for; `then` is called after it was done first. */
function once(work: () => void): { (): void; then(done: () => void): void } {
  let asked = false;
  let waiting: (() => void) | null = null;
  const ask = () => {
    if (asked) return;
    asked = true;
    soon(() => {
      asked = false;
      work();
      waiting?.();
      waiting = null;
    });
  };
  return Object.assign(ask, { then: (done: () => void) => void (waiting = done) });
}

/** In the next frame, or a little later where the page has no frames because it is hidden. */
function soon(act: () => void): void {
  let done = false;
  const run = () => {
    if (done) return;
    done = true;
    act();
  };
  requestAnimationFrame(run);
  setTimeout(run, 100);
}

/** Does a piece of work whenever there is nothing else to do, until it says that none is left. */
function whileIdle(work: () => boolean): void {
  const later = "requestIdleCallback" in window ? requestIdleCallback : (act: () => void) => setTimeout(act, 60);
  const turn = () => {
    if (work()) later(turn);
  };
  later(turn);
}
