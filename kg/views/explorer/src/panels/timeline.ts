// The time slider: how many events each month has, two ends to drag, and a window that plays.

import type { App, Part } from "../app.ts";
import { isoMonth } from "../days.ts";
import { button, el, icon, put, set, shape } from "../dom.ts";
import { histogram, type Histogram } from "../histogram.ts";
import { limits, moved, onward, opening, shifted, spanOf, type Span } from "../months.ts";
import type { Shown } from "../shown.ts";
import { stillness } from "../theme.ts";

const BEAT = 650;
const SLOW_BEAT = 1600;
const YEAR = 12;
/** Pixels that a year takes. */
const LABEL = 42;

type End = keyof Span;

export function timeline(app: App): Part {
  const { words, store } = app;
  let months: Histogram = { start: 0, counts: [] };
  let span: Span = { first: 0, last: 0 };
  let counted = "";
  let playing = 0;

  const bars = shape("svg", { class: "bars", preserveAspectRatio: "none", "aria-hidden": "true" }) as SVGSVGElement;
  const years = el("div", { class: "years", "aria-hidden": "true" });
  const pane = el("div", { class: "pane" });
  const ends = { first: thumb("first", words.say("fromMonth")), last: thumb("last", words.say("untilMonth")) };
  const track = el("div", { class: "track" }, bars, pane, ends.first, ends.last);
  const said = el("output", { class: "said" });
  const whole = button(words.say("wholeTime"), () => go({ first: 0, last: months.counts.length - 1 }, false), {
    class: "quiet",
  });
  const play = el("button", { type: "button", id: "play", class: "icon-button" });
  new ResizeObserver(() => drawYears(years, months)).observe(years);
  const root = el(
    "section",
    { id: "timeline", "aria-label": words.say("time") },
    play,
    el("div", { class: "tracks" }, track, years),
    el("div", { class: "time-said" }, said, whole),
  );

  const go = (next: Span, replace: boolean) => store.dispatch(limits(months, next), { replace });
  const stop = () => {
    clearTimeout(playing);
    playing = 0;
    face();
  };
  const beat = () => {
    const next = onward(span, months.counts);
    if (next.last === span.last) return stop();
    go(next, true);
    playing = window.setTimeout(beat, stillness.matches ? SLOW_BEAT : BEAT);
  };
  const start = () => {
    go(opening(span, months.counts.length), false);
    playing = window.setTimeout(beat, stillness.matches ? SLOW_BEAT : BEAT);
    face();
  };
  const face = () => {
    const label = words.say(playing ? "pause" : "play");
    put(play, icon(playing ? "pause" : "play"));
    set(play, "aria-label", label);
    set(play, "aria-pressed", String(playing > 0));
    play.title = label;
  };
  play.addEventListener("click", () => (playing ? stop() : start()));
  for (const end of ["first", "last"] as const) {
    ends[end].addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -YEAR, PageUp: YEAR }[event.key];
      const to = { Home: 0, End: months.counts.length - 1 }[event.key];
      if (by === undefined && to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      go(moved(span, end, to ?? span[end] + (by ?? 0), months.counts.length), event.repeat);
    });
  }
  dragging(track, ends, pane, () => ({ span, length: months.counts.length, go, stop }));
  track.addEventListener("pointermove", (event) => {
    const at = Math.floor(placeIn(track, event, months.counts.length));
    const n = months.counts[at];
    track.title = n ? words.say("eventsIn", { month: words.day(isoMonth(months.start + at)), n }) : "";
  });
  face();

  return {
    root,
    update(shown) {
      const now = countKey(shown);
      if (now !== counted) {
        months = histogram(app.model, shown.state);
        drawBars(bars, months);
        drawYears(years, months);
      }
      counted = now;
      const empty = months.counts.length === 0;
      root.classList.toggle("empty", empty);
      span = spanOf(months, shown.state);
      if (empty) said.textContent = words.say("noDates");
      else lay();
      whole.hidden = !shown.state.from && !shown.state.until;
      play.disabled = months.counts.length < 2;
    },
  };

  function lay(): void {
    const { length } = months.counts;
    const month = (at: number) => words.day(isoMonth(months.start + at));
    pane.style.left = `${(100 * span.first) / length}%`;
    pane.style.width = `${(100 * (span.last + 1 - span.first)) / length}%`;
    ends.first.style.left = `${(100 * span.first) / length}%`;
    ends.last.style.left = `${(100 * (span.last + 1)) / length}%`;
    for (const end of ["first", "last"] as const) {
      set(ends[end], "aria-valuemin", 0);
      set(ends[end], "aria-valuemax", length - 1);
      set(ends[end], "aria-valuenow", span[end]);
      set(ends[end], "aria-valuetext", month(span[end]));
    }
    said.textContent =
      span.first === span.last
        ? month(span.first)
        : words.say("span", { from: month(span.first), until: month(span.last) });
    [...bars.children].forEach((bar) => {
      const at = Number((bar as SVGElement).dataset.month);
      bar.classList.toggle("out", at < span.first || at > span.last);
    });
  }
}

function thumb(end: End, label: string): HTMLElement {
  return el("div", {
    role: "slider",
    tabindex: "0",
    class: `thumb ${end}`,
    "aria-label": label,
    "aria-orientation": "horizontal",
  });
}

/** What the histogram depends on: all but the days. */
function countKey({ state }: Shown): string {
  return JSON.stringify([state.view, state.kinds, state.types, state.roles, state.region, state.programme, state.sure]);
}

function drawBars(bars: SVGSVGElement, { counts }: Histogram): void {
  const most = Math.max(1, ...counts);
  set(bars, "viewBox", `0 0 ${Math.max(1, counts.length)} 1`);
  put(
    bars,
    ...counts.flatMap((count, month) => {
      if (!count) return [];
      const height = 0.12 + (0.88 * count) / most;
      const bar = shape("rect", { x: month + 0.1, y: 1 - height, width: 0.8, height });
      bar.dataset.month = String(month);
      return [bar];
    }),
  );
}

/** Years below the bars, as many as have room. */
function drawYears(years: HTMLElement, { start, counts }: Histogram): void {
  const all = counts.flatMap((_, at) => ((start + at) % YEAR === 0 || at === 0 ? [at] : []));
  const room = (LABEL * counts.length) / Math.max(LABEL, years.clientWidth);
  const each = Math.max(1, Math.ceil(room / YEAR));
  const written = all.filter((at, place) => place % each === 0 && (place > 0 || all.length < 2 || all[1] - at > room));
  put(
    years,
    ...written.map((at) => {
      const label = el("span", {}, String(Math.floor((start + at) / YEAR)));
      label.style.left = `${(100 * at) / counts.length}%`;
      return label;
    }),
  );
}

/** Where a pointer is among so many months. */
function placeIn(track: HTMLElement, event: PointerEvent, length: number): number {
  const box = track.getBoundingClientRect();
  return ((event.clientX - box.left) / Math.max(1, box.width)) * length;
}

interface Now {
  span: Span;
  length: number;
  go(span: Span, replace: boolean): void;
  stop(): void;
}

/** Dragging an end moves it, dragging the pane moves both, pressing the track brings the nearer end. */
function dragging(track: HTMLElement, ends: Record<End, HTMLElement>, pane: HTMLElement, now: () => Now): void {
  let held: { what: End | "pane"; from: number; span: Span } | null = null;
  let begun = false;
  const place = (event: PointerEvent) => placeIn(track, event, now().length);
  const follow = (event: PointerEvent) => {
    if (!held) return;
    const { length, span, go } = now();
    const at = place(event);
    const next =
      held.what === "pane"
        ? shifted(held.span, Math.round(at - held.from), length)
        : moved(span, held.what, Math.floor(held.what === "last" ? at - 0.5 : at + 0.5), length);
    if (next.first === span.first && next.last === span.last) return;
    go(next, begun);
    begun = true;
  };
  track.addEventListener("pointerdown", (event) => {
    const { span, length, stop } = now();
    if (!length) return;
    event.preventDefault();
    stop();
    const at = place(event);
    const target = event.target as Element;
    const whole = span.first === 0 && span.last === length - 1;
    const nearer: End = Math.abs(at - span.first) <= Math.abs(at - span.last - 1) ? "first" : "last";
    const what =
      target === ends.first ? "first" : target === ends.last ? "last" : target === pane && !whole ? "pane" : nearer;
    held = { what, from: at, span };
    begun = false;
    track.setPointerCapture(event.pointerId);
    if (what !== "pane") ends[what].focus({ preventScroll: true });
    if (target !== ends.first && target !== ends.last) follow(event);
  });
  track.addEventListener("pointermove", follow);
  for (const end of ["pointerup", "pointercancel"] as const) track.addEventListener(end, () => (held = null));
}
