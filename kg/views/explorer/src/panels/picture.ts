// The picture: its scene follows the state; picking goes somewhere, arrows step along lines, pointing tells names.

import { toPair, toThing, type App, type Part } from "../app.ts";
import { canvasRenderer } from "../draw/canvas.ts";
import type { Hit, Renderer, Scene } from "../draw/renderer.ts";
import { el, name, put, set } from "../dom.ts";
import { sceneOf } from "../scene.ts";
import type { Selection } from "../selection.ts";
import type { Shown } from "../shown.ts";
import { step, type Direction } from "../steps.ts";
import type { Theme } from "../theme.ts";

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const PAN = 60;
/** What the zoom buttons cover. */
const CORNER = 52;
const EDGE = 16;

export interface Picture extends Part {
  renderer: Renderer;
  /** The scene again, as after a change of colours. */
  redraw(): void;
  resize(): void;
}

export function picture(host: HTMLElement, getApp: () => App, lit: () => Theme, say: (text: string) => void): Picture {
  const renderer = canvasRenderer(host);
  renderer.inset = { top: 0, right: CORNER, bottom: 0, left: EDGE };
  const tip = el("div", { id: "tip", role: "presentation" });
  tip.hidden = true;
  host.parentElement?.append(tip);
  let scene: Scene | null = null;
  let selection: Selection | null = null;
  let shown: Shown | null = null;
  let fitted = "";
  let timed = "";
  /** Whether all is as `frame` left it: then a change of size frames anew. */
  let framed = false;
  let framing = false;
  let tall = false;
  let at = -1;

  const frame = () => {
    framed = true;
    if (!selection || !shown || !host.clientWidth) return;
    framing = true;
    frameOf(renderer, selection, shown);
    framing = false;
  };
  const things = () => selection?.nodes ?? [];
  const inside = () =>
    things().every((_, node) => {
      const { x, y } = renderer.positionOf(node);
      return x > 0 && y > 0 && x < host.clientWidth && y < host.clientHeight;
    });
  const open = (hit: Hit) => {
    if (!hit || !selection) return;
    const app = getApp();
    const net = app.model.nets[selection.view];
    const edge = "edge" in hit ? selection.edges[hit.edge] : -1;
    app.store.dispatch("node" in hit ? toThing(app, selection.nodes[hit.node]) : toPair(app, net.a[edge], net.b[edge]));
  };
  const mark = (node: number) => {
    at = node;
    renderer.choose(node < 0 ? [] : [node], []);
    if (node < 0) return;
    const { x, y } = renderer.positionOf(node);
    if (x < 40 || y < 40 || x > host.clientWidth - 40 || y > host.clientHeight - 40) renderer.centre(node);
    say(namedNode(getApp(), selection as Selection, node));
  };

  renderer.onPick = (hit) => {
    host.focus({ preventScroll: true });
    tip.hidden = true;
    open(hit);
  };
  renderer.onHover = (hit, x, y) => point(tip, host, hit && selection ? tipOf(getApp(), selection, hit) : null, x, y);
  renderer.onMove = () => {
    tip.hidden = true;
    framed = framed && framing;
  };
  host.addEventListener("keydown", (event) => {
    const direction = ARROWS[event.key];
    if (direction && event.shiftKey) pan(renderer, direction);
    else if (direction && scene && things().length) mark(next(scene, at, direction));
    else if (event.key === "Enter" && at >= 0) open({ node: at });
    else return;
    event.preventDefault();
  });
  host.addEventListener("blur", () => mark(-1));
  tall = host.clientHeight > host.clientWidth;
  new ResizeObserver(() => self.resize()).observe(host);

  const self: Picture = {
    root: host,
    renderer,
    update(now) {
      shown = now;
      selection = now.selection();
      scene = sceneOf(getApp().model, selection, now.state, lit() === "dark", tall);
      renderer.show(scene);
      const { view, focus, depth, all } = now.state;
      const next = JSON.stringify([view, focus, depth, all]);
      const { from, until } = now.state;
      const time = from + until;
      if (next !== fitted) at = -1;
      if (next !== fitted || (framed && (time === timed || !inside()))) frame();
      [fitted, timed] = [next, time];
      if (document.activeElement === host && at >= scene.label.length) at = -1;
      set(host, "aria-label", labelOf(getApp(), selection));
    },
    redraw: () => shown && self.update(shown),
    resize() {
      if (!host.clientWidth) return;
      const whole = framed;
      const before = tall;
      tall = host.clientHeight > host.clientWidth;
      renderer.resize();
      if (tall !== before) self.redraw();
      if (whole) frame();
    },
  };
  return self;
}

/** So many nodes are seen at once as well as a few. */
const SEEN_AT_ONCE = 300;

/** What is to be seen: all that is drawn, or, with very much drawn around one thing, that thing and its neighbours. */
function frameOf(renderer: Renderer, selection: Selection, { state }: Shown): void {
  const { focus, depth } = state;
  if (focus.on === "thing" && depth === 0 && selection.nodes.length > SEEN_AT_ONCE) {
    const near = new Set(selection.strongNodes);
    renderer.fit(selection.nodes.flatMap((thing, at) => (near.has(thing) ? [at] : [])));
  } else renderer.fit();
}

function next(scene: Scene, at: number, direction: Direction): number {
  if (at < 0) return scene.weight.reduce((best, weight, node) => (weight > scene.weight[best] ? node : best), 0);
  const neighbours: number[] = [];
  for (let edge = 0; edge < scene.from.length; edge += 1) {
    if (scene.from[edge] === at) neighbours.push(scene.to[edge]);
    if (scene.to[edge] === at) neighbours.push(scene.from[edge]);
  }
  return step(scene, at, neighbours, direction);
}

function pan(renderer: Renderer, direction: Direction): void {
  const dx = { left: PAN, right: -PAN, up: 0, down: 0 }[direction];
  const dy = { left: 0, right: 0, up: PAN, down: -PAN }[direction];
  renderer.panBy(dx, dy);
}

function labelOf({ words }: App, { nodes, edges }: Selection): string {
  return words.say("canvas", { nodes: nodes.length, edges: edges.length });
}

function namedNode({ model, words }: App, selection: Selection, node: number): string {
  const { things, kinds } = model.payload;
  const thing = selection.nodes[node];
  const net = model.nets[selection.view];
  const ties = selection.edges.reduce(
    (sum, edge, at) => sum + (net.a[edge] === thing || net.b[edge] === thing ? selection.ties[at].length : 0),
    0,
  );
  return words.list([things.label[thing], words.term(kinds[things.kind[thing]]), words.say("ties", { n: ties })]);
}

function tipOf(app: App, selection: Selection, hit: NonNullable<Hit>): string[] {
  if ("node" in hit) {
    const thing = selection.nodes[hit.node];
    const [post] = app.model.postsOf(thing);
    const aside = post === undefined ? [] : [app.model.payload.posts.label[post]];
    return [namedNode(app, selection, hit.node), ...aside];
  }
  const net = app.model.nets[selection.view];
  const edge = selection.edges[hit.edge];
  const { label } = app.model.payload.things;
  const many = selection.ties[hit.edge].length;
  return [`${label[net.a[edge]]} — ${label[net.b[edge]]}`, app.words.say("ties", { n: many })];
}

/** Shows a few words beside the pointer, where they have room. */
function point(tip: HTMLElement, host: HTMLElement, lines: string[] | null, x: number, y: number): void {
  tip.hidden = !lines;
  if (!lines) return;
  put(tip, ...lines.map((line) => el("div", {}, name(line))));
  const [width, height] = [tip.offsetWidth, tip.offsetHeight];
  tip.style.left = `${Math.max(4, Math.min(x + 14, host.clientWidth - width - 4))}px`;
  tip.style.top = `${y + 18 + height > host.clientHeight ? y - height - 12 : y + 18}px`;
}
