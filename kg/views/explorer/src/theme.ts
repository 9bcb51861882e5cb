// Light and dark: the system's choice, until the reader makes one.

import { remember, remembered } from "./words.ts";

export type Theme = "light" | "dark";

const REMEMBERED = "kg.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");

/** The theme of the moment; paper is always light. */
export function theme(): Theme {
  if (paper.matches || printing) return "light";
  const kept = remembered(REMEMBERED) ?? chosen;
  if (kept === "light" || kept === "dark") return kept;
  return dark.matches ? "dark" : "light";
}

let chosen: Theme | null = null;
let printing = false;

export function choose(next: Theme): void {
  chosen = next;
  remember(REMEMBERED, next);
}

/** Marks the page with its theme, now and whenever the system's changes or the page is printed. */
export function follow(changed: () => void): void {
  const mark = () => {
    document.documentElement.dataset.theme = theme();
    changed();
  };
  dark.addEventListener("change", mark);
  paper.addEventListener("change", mark);
  window.addEventListener("beforeprint", () => {
    printing = true;
    mark();
  });
  window.addEventListener("afterprint", () => {
    printing = false;
    mark();
  });
}

export const stillness = matchMedia("(prefers-reduced-motion: reduce)");
