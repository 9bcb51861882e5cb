// On a narrow screen the panel is a sheet at the bottom of one of three heights; its handle is dragged or pressed.

import { el, set } from "../dom.ts";
import type { Words } from "../words.ts";

const HEIGHTS = ["low", "half", "full"] as const;
type Height = (typeof HEIGHTS)[number];

export interface Sheet {
  handle: HTMLElement;
  /** Makes room for something to read. */
  raise(): void;
}

export function sheet(root: HTMLElement, words: Words): Sheet {
  const handle = el("button", { type: "button", class: "grip", "aria-controls": "details" }, el("span", {}));
  let height: Height = "low";
  const take = (next: Height) => {
    height = next;
    root.dataset.height = next;
    set(handle, "aria-expanded", String(next !== "low"));
    set(handle, "aria-label", words.say(next === "full" ? "smaller" : "larger"));
  };
  const step = (by: number) => take(HEIGHTS[Math.min(Math.max(HEIGHTS.indexOf(height) + by, 0), HEIGHTS.length - 1)]);
  let from: number | null = null;
  handle.addEventListener("pointerdown", (event) => {
    from = event.clientY;
    handle.setPointerCapture(event.pointerId);
  });
  let dragged = false;
  handle.addEventListener("pointerup", (event) => {
    const moved = from === null ? 0 : event.clientY - from;
    from = null;
    dragged = Math.abs(moved) > 24;
    if (dragged) step(moved < 0 ? 1 : -1);
  });
  handle.addEventListener("click", () => {
    if (dragged) dragged = false;
    else if (height === "full") take("low");
    else step(1);
  });
  handle.addEventListener("keydown", (event) => {
    if (event.key === "ArrowUp") step(1);
    else if (event.key === "ArrowDown") step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  take("low");
  return { handle, raise: () => height === "low" && take("half") };
}
