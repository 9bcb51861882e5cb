// A box to type a name into, with suggestions (the combobox of the ARIA practices: focus stays in the box).

import { el, freshId, put, set, type Child } from "../dom.ts";

export interface Suggestion {
  value: number;
  /** What stands in the box when it is taken. */
  label: string;
  shown: Child[];
  /** Steps to indent. */
  level?: number;
}

export interface Combobox {
  root: HTMLElement;
  input: HTMLInputElement;
}

export interface ComboboxOptions {
  label: string;
  placeholder: string;
  suggest(text: string): Suggestion[];
  take(value: number): void;
  /** Said where nothing fits. */
  nothing(text: string): string;
  /** What stands in the box at first. */
  value?: string;
  /** Keep what was taken in the box, or empty it. */
  keep?: boolean;
  /** Suggest before anything is typed. */
  eager?: boolean;
  id?: string;
}

/** Makes a combobox. */
export function combobox(options: ComboboxOptions): Combobox {
  const id = options.id ?? freshId();
  const list = el("ul", { id: `${id}-list`, role: "listbox", "aria-label": options.label, class: "suggestions" });
  list.hidden = true;
  const input = el("input", {
    id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-label": options.label,
    placeholder: options.placeholder,
  });
  input.value = options.value ?? "";
  const root = el("div", { class: "combobox" }, input, list);
  let offered: Suggestion[] = [];
  let at = -1;
  let closing: number | undefined;

  const close = () => {
    list.hidden = true;
    set(input, "aria-expanded", "false");
    set(input, "aria-activedescendant", null);
  };
  const point = (next: number) => {
    at = next;
    [...list.children].forEach((child, place) => set(child, "aria-selected", String(place === at)));
    const active = at < 0 ? null : list.children[at];
    set(input, "aria-activedescendant", active?.id ?? null);
    active?.scrollIntoView({ block: "nearest" });
  };
  const take = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return;
    input.value = options.keep ? suggestion.label : "";
    close();
    options.take(suggestion.value);
  };
  const offer = () => {
    clearTimeout(closing);
    const text = input.value.trim();
    if (!text && !options.eager) return close();
    offered = options.suggest(text);
    put(list, ...offered.map((suggestion, place) => option(`${id}-${place}`, suggestion, () => take(suggestion))));
    if (!offered.length) list.append(el("li", { class: "none", role: "presentation" }, options.nothing(text)));
    list.hidden = false;
    set(input, "aria-expanded", "true");
    list.scrollIntoView({ block: "nearest" });
    point(offered.length && text ? 0 : -1);
  };
  const key = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (list.hidden) offer();
      else if (offered.length) point((at + step + offered.length) % offered.length);
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      take(offered[Math.max(at, 0)]);
    } else if (event.key === "Escape" && (!list.hidden || input.value)) {
      event.stopPropagation();
      if (list.hidden || !options.keep) input.value = "";
      close();
    }
  };
  input.addEventListener("input", offer);
  input.addEventListener("focus", () => {
    input.select();
    if (options.eager || input.value) offer();
  });
  input.addEventListener("keydown", key);
  input.addEventListener("blur", () => (closing = window.setTimeout(close, 120)));
  return { root, input };
}

function option(id: string, { shown, level }: Suggestion, take: () => void): HTMLElement {
  const made = el(
    "li",
    { id, role: "option", "aria-selected": "false", class: level ? `level-${level}` : "" },
    ...shown,
  );
  made.addEventListener("pointerdown", (event) => event.preventDefault());
  made.addEventListener("click", take);
  return made;
}
