// Texts counted in characters as Unicode has them, not in the halves of which JavaScript makes some of them.

const HALVES = /[\ud800-\udbff][\udc00-\udfff]/;

export function lengthOf(text: string): number {
  return HALVES.test(text) ? Array.from(text).length : text.length;
}

/** The characters from one place to another, exclusive. */
export function sliceOf(text: string, start: number, end: number): string {
  return HALVES.test(text) ? Array.from(text).slice(start, end).join("") : text.slice(start, end);
}
