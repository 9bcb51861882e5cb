// Light and dark: the system's choice, until the reader makes one.

import { remember, remembered } from "./words.ts";

export type Theme = "light" | "dark";

const REMEMBERED = "kg.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");

/** The theme of the moment; paper is always light. */
export function theme(): Theme {
  if (printed()) return "light";
  const kept = remembered(REMEMBERED) ?? chosen;
  if (kept === "light" || kept === "dark") return kept;
  return dark.matches ? "dark" : "light";
}

/** Whether the page is on its way to paper. */
export function printed(): boolean {
  return paper.matches || printing;
}

let chosen: Theme | null = null;
let printing = false;

export function choose(next: Theme): void {
  chosen = next;
  remember(REMEMBERED, next);
}

/** Marks the page with its theme, now and whenever the system's changes or the page is printed; gives the marking. */
export function follow(changed: () => void): () => void {
  const root = document.documentElement;
  const mark = () => {
    root.dataset.theme = theme();
    root.toggleAttribute("data-printing", printing);
    changed();
  };
  const print = (on: boolean) => {
    printing = on;
    mark();
  };
  dark.addEventListener("change", mark);
  paper.addEventListener("change", mark);
  window.addEventListener("beforeprint", () => print(true));
  window.addEventListener("afterprint", () => print(false));
  root.dataset.theme = theme();
  return mark;
}

/** Whether the reader asks for less motion. */
export const stillness = matchMedia("(prefers-reduced-motion: reduce)");
