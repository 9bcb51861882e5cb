// Names as lines of words: how wide they are, where they are broken, and what of them is left out.

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{3fffd}]/u;
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;
/** These do not begin a line. */
const HELD = /^[、，。）》〉」』”’；：！？)\].,;:!?]/u;

/** The text without what cannot be seen or would turn the direction of writing. */
export function seen(text: string): string {
  return text.replace(UNSEEN, " ").replace(/ +/g, " ").trim();
}

/** Width of a text, in ems: a little more than any common font needs. */
export function widthOf(text: string): number {
  let ems = 0;
  for (const letter of text) ems += WIDE.test(letter) ? 1 : /[A-Z@%mwMW]/.test(letter) ? 0.78 : 0.56;
  return ems;
}

/** The text in lines of at most `ems`; what goes beyond `most` lines is cut with an ellipsis. */
export function wrapped(text: string, ems: number, most: number): string[] {
  const lines: string[] = [];
  let rest = seen(text);
  while (rest && lines.length < most) {
    const last = lines.length === most - 1;
    const taken =
      widthOf(rest) <= ems ? rest : last ? `${fitting(rest, ems - 1)}…` : broken(rest, ems, most - lines.length);
    lines.push(taken.trim());
    rest = last ? "" : rest.slice(taken.length).trim();
  }
  return lines;
}

/** The first line: balanced, so that the last one is not a single character. */
function broken(text: string, ems: number, lines: number): string {
  const needed = Math.min(lines, Math.ceil(widthOf(text) / ems));
  const line = fitting(text, Math.min(ems, widthOf(text) / needed + 0.6)) || [...text][0];
  const blank = line.lastIndexOf(" ");
  if (blank > line.length / 2 && /[\w]$/.test(line) && /^\w/.test(text.slice(line.length))) return line.slice(0, blank);
  return HELD.test(text.slice(line.length)) && line.length > 1 ? line.slice(0, -1) : line;
}

function fitting(text: string, ems: number): string {
  let line = "";
  let used = 0;
  for (const letter of text) {
    used += widthOf(letter);
    if (used > ems) break;
    line += letter;
  }
  return line;
}
