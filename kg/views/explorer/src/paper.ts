// On paper nothing can be opened: what is closed is opened before, with its quotes.

/** Opens everything in `root` that is closed. */
export function unfold(root: ParentNode): void {
  for (let closed = closedIn(root); closed.length; closed = closedIn(root)) {
    for (const each of closed) {
      each.open = true;
      // The browser's own event comes too late: what is in it is made when it is told that it was opened.
      each.dispatchEvent(new Event("toggle"));
    }
  }
}

function closedIn(root: ParentNode): HTMLDetailsElement[] {
  return [...root.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
}
