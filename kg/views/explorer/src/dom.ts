// Making elements. Text reaches the page as text only, never as HTML.

export type Child = Node | string | number | null | undefined | false;

export interface Said {
  class?: string;
  text?: string;
  on?: Partial<{ [Name in keyof HTMLElementEventMap]: (event: HTMLElementEventMap[Name]) => void }>;
  data?: Record<string, string>;
  /** Any other attribute; null and false leave it out, true gives it no value. */
  [attribute: string]: unknown;
}

const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text with a visible mark for every character that would turn the direction of what follows it. */
export function unturned(text: string): string {
  return text.replace(TURNING, "\u25af");
}

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes and children; strings become text. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  said: Said = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  describe(made, said);
  fill(made, children);
  return made;
}

function describe(made: HTMLElement, { class: name, text, on, data, ...attributes }: Said): void {
  if (name) made.className = name;
  if (text !== undefined) made.textContent = unturned(text);
  for (const [event, act] of Object.entries(on ?? {})) made.addEventListener(event, act as EventListener);
  for (const [key, value] of Object.entries(data ?? {})) made.dataset[key] = value;
  for (const [key, value] of Object.entries(attributes)) set(made, key, value);
}

/** Sets an attribute; null, undefined and false take it away. */
export function set(made: Element, name: string, value: unknown): void {
  if (value === null || value === undefined || value === false) made.removeAttribute(name);
  else made.setAttribute(name, value === true ? "" : unturned(String(value)));
}

function fill(made: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    made.append(child instanceof Node ? child : unturned(String(child)));
  }
}

/** Puts children in the place of what an element has. */
export function put(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  fill(parent, children);
}

/** A shape of an SVG. */
export function shape(tag: string, attributes: Record<string, string | number>, ...children: Node[]): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

const ICONS = {
  undo: "M9 7L4 12l5 5M4 12h10a5 5 0 0 1 5 5v2",
  redo: "M15 7l5 5-5 5M20 12H10a5 5 0 0 0-5 5v2",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L20 20",
  table: "M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14",
  picture: "M6 7a2 2 0 1 0 0.01 0M18 5a2 2 0 1 0 0.01 0M13 17a2 2 0 1 0 0.01 0M8 8.5l4 8M8 9l8.5-2M17 9l-3.3 8",
  download: "M12 4v11M7.5 11l4.5 4.5L16.5 11M5 19.5h14",
  help: "M9 9.2a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.5",
  filter: "M4 6h16M7 12h10M10 18h4",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  play: "M8 5l11 7-11 7z",
  pause: "M8 5v14M16 5v14",
  moon: "M19 14.5A8 8 0 0 1 9.5 5a8 8 0 1 0 9.5 9.5z",
  sun: "M12 8a4 4 0 1 0 0.01 0M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.5 1.5M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  home: "M4 11l8-7 8 7M6.5 9.5V20h11V9.5",
} as const;

export type Icon = keyof typeof ICONS;

export function icon(name: Icon): SVGElement {
  return shape(
    "svg",
    { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" },
    shape("path", { d: ICONS[name] }),
  );
}

/** A button with an icon; its name is read aloud and shown as a hint. */
export function iconButton(name: Icon, label: string, act: () => void, said: Said = {}): HTMLButtonElement {
  const made = el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, ...said });
  made.append(icon(name));
  made.addEventListener("click", act);
  return made;
}

export function button(label: string, act: () => void, said: Said = {}): HTMLButtonElement {
  const made = el("button", { type: "button", ...said }, label);
  made.addEventListener("click", act);
  return made;
}

/** A word from the graph, kept from turning the direction of the text around it. */
export function name(text: string): HTMLElement {
  return el("bdi", {}, text);
}

let made = 0;

/** An id that no other element has. */
export function freshId(): string {
  made += 1;
  return `kg-${made}`;
}
