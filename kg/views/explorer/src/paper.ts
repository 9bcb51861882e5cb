// On paper nothing can be opened or scrolled: what is closed is opened before, and of articles only what is near the quotes stands.

/** Writes all rows of all lists in `root` and opens everything that is closed; gives what closes it again. */
export function unfold(root: ParentNode): () => void {
  const opened: HTMLDetailsElement[] = [];
  for (const more of root.querySelectorAll<HTMLElement>(":not(.latest) + .more-rows"))
    while (more.isConnected) more.click();
  for (let closed = closedIn(root); closed.length; closed = closedIn(root)) {
    for (const each of closed) {
      openNow(each);
      opened.push(each);
    }
  }
  return () => opened.forEach((each) => (each.open = false));
}

/** Opens something at once; the browser's own event, at which what is in it is made, comes too late for paper. */
export function openNow(each: HTMLDetailsElement): void {
  each.open = true;
  each.dispatchEvent(new Event("toggle"));
}

/** A text as its first and last characters and what is far from both; `far` is "" where that is not worth cutting out. */
export function parted(text: string, head: number, tail: number): [head: string, far: string, tail: string] {
  const letters = [...text];
  if (letters.length <= 1.5 * (head + tail) + 20) return [text, "", ""];
  const end = letters.length - tail;
  return [letters.slice(0, head).join(""), letters.slice(head, end).join(""), letters.slice(end).join("")];
}

function closedIn(root: ParentNode): HTMLDetailsElement[] {
  return [...root.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
}
