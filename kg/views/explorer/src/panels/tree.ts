// Divisions as a nested list with the keys of a tree: arrows open, close and move, Enter goes there.

import { toThing, type App } from "../app.ts";
import { tree, type Branch } from "../divisions.ts";
import { el, set } from "../dom.ts";
import type { Thing } from "../model.ts";
import { section, thingLink } from "./parts.ts";

/** The tree of all divisions; the branch of `chosen` is open, others to the second level. */
export function treePart(app: App, chosen: Thing = -1): HTMLElement | null {
  const branches = tree(app.model);
  const root = el(
    "ul",
    { role: "tree", class: "tree", "aria-label": app.words.say("tree") },
    ...branches.map((branch) => item(app, branch, chosen, 1)),
  );
  const first = root.querySelector<HTMLElement>('[aria-selected="true"]') ?? root.querySelector<HTMLElement>("li");
  first?.setAttribute("tabindex", "0");
  root.addEventListener("keydown", (event) => key(root, event));
  return section(app.words.say("tree"), branches.length ? null : 0, root);
}

function holds(branch: Branch, thing: Thing): boolean {
  return branch.below.some((each) => each.thing === thing || holds(each, thing));
}

function item(app: App, branch: Branch, chosen: Thing, level: number): HTMLLIElement {
  const open = level < 3 || holds(branch, chosen) || branch.thing === chosen;
  const anchor = thingLink(app, branch.thing);
  anchor.tabIndex = -1;
  const twist = el("span", { class: "twist", "aria-hidden": "true" });
  const made = el(
    "li",
    {
      role: "treeitem",
      tabindex: "-1",
      "aria-level": level,
      "aria-selected": String(branch.thing === chosen),
      "aria-expanded": branch.below.length ? String(open) : null,
      "aria-label": app.model.payload.things.label[branch.thing],
    },
    el(
      "div",
      { class: "row" },
      twist,
      anchor,
      branch.below.length ? el("span", { class: "many" }, branch.below.length) : null,
    ),
  );
  if (branch.below.length) {
    const below = el("ul", { role: "group" }, ...branch.below.map((each) => item(app, each, chosen, level + 1)));
    made.append(below);
    twist.addEventListener("click", () => toggle(made, made.getAttribute("aria-expanded") !== "true"));
  }
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== made) return;
    event.preventDefault();
    app.store.dispatch(toThing(app, branch.thing));
  });
  return made;
}

function toggle(branch: HTMLElement, open: boolean): void {
  if (branch.hasAttribute("aria-expanded")) set(branch, "aria-expanded", String(open));
}

function key(root: HTMLElement, event: KeyboardEvent): void {
  const seen = [...root.querySelectorAll<HTMLElement>("li")].filter((each) => each.offsetParent !== null);
  const now = (event.target as HTMLElement).closest<HTMLElement>("li");
  if (!now) return;
  const at = seen.indexOf(now);
  const open = now.getAttribute("aria-expanded");
  const goal = {
    ArrowDown: seen[at + 1],
    ArrowUp: seen[at - 1],
    Home: seen[0],
    End: seen.at(-1),
    ArrowRight: open === "true" ? seen[at + 1] : undefined,
    ArrowLeft: open === "true" ? undefined : (now.parentElement?.closest<HTMLElement>("li") ?? undefined),
  }[event.key];
  if (event.key === "ArrowRight" && open === "false") toggle(now, true);
  else if (event.key === "ArrowLeft" && open === "true") toggle(now, false);
  else if (goal) {
    now.tabIndex = -1;
    goal.tabIndex = 0;
    goal.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
