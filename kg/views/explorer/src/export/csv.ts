// A table as CSV (RFC 4180) that spreadsheets open with Chinese intact, and that cannot make them run a formula.

const FORMULA = /^[=+\-@\t\r]/;

/** The text of a CSV file, byte order mark first. */
export function csv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A cell in quotes where it needs them; what a spreadsheet would take for a formula begins with an apostrophe. */
export function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
