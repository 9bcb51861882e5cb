// Keys that work everywhere on the page.

export interface KeyActs {
  search(): void;
  help(): void;
  table(): void;
  filters(): void;
  undo(): void;
  redo(): void;
  back(): void;
  zoom(factor: number): void;
  fit(): void;
}

const STEP = 1.4;

export function keys(acts: KeyActs): (event: KeyboardEvent) => void {
  const plain: Record<string, () => void> = {
    "/": acts.search,
    "?": acts.help,
    t: acts.table,
    T: acts.table,
    f: acts.filters,
    F: acts.filters,
    "+": () => acts.zoom(STEP),
    "=": () => acts.zoom(STEP),
    "-": () => acts.zoom(1 / STEP),
    "−": () => acts.zoom(1 / STEP),
    "0": acts.fit,
    Escape: acts.back,
  };
  return (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    const typing = writes(event.target);
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      if (typing) return;
      const key = event.key.toLowerCase();
      if (key === "z") (event.shiftKey ? acts.redo : acts.undo)();
      else if (key === "y") acts.redo();
      else return;
      event.preventDefault();
      return;
    }
    const act = event.altKey ? undefined : plain[event.key];
    if (!act || (typing && event.key !== "Escape")) return;
    event.preventDefault();
    act();
  };
}

/** Whether keys go into a text. */
function writes(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type === "text";
  return target instanceof HTMLSelectElement || target.isContentEditable;
}
