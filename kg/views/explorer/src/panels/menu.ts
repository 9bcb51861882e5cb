// A button that opens a small menu (the menu button of the ARIA practices).

import { el, freshId, icon, set, type Icon } from "../dom.ts";

export interface Item {
  label: string;
  id: string;
  act(): void;
}

export function menu(label: string, image: Icon, items: readonly Item[]): HTMLElement {
  const id = freshId();
  const opener = el(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": label,
      title: label,
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-controls": id,
    },
    icon(image),
  );
  const list = el("div", { id, role: "menu", "aria-label": label, class: "menu" });
  list.hidden = true;
  const root = el("div", { class: "menu-root" }, opener, list);
  const show = (open: boolean) => {
    list.hidden = !open;
    set(opener, "aria-expanded", String(open));
    if (open) (list.firstElementChild as HTMLElement | null)?.focus();
  };
  for (const item of items) {
    const made = el(
      "button",
      { type: "button", role: "menuitem", tabindex: "-1", data: { item: item.id } },
      item.label,
    );
    made.addEventListener("click", () => {
      show(false);
      opener.focus();
      item.act();
    });
    list.append(made);
  }
  opener.addEventListener("click", () => show(Boolean(list.hidden)));
  root.addEventListener("focusout", (event) => {
    if (!root.contains(event.relatedTarget as Node | null)) show(false);
  });
  root.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const all = [...list.children] as HTMLElement[];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Escape") {
      show(false);
      opener.focus();
    } else if (goal !== undefined) all[goal % all.length].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return root;
}
