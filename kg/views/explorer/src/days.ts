// Days as whole numbers (20230705), so that columns of them compare fast. A month or a year is a stretch of days.

/** The first day of an ISO day, month or year; 0 for "". */
export function firstDay(text: string): number {
  return text ? number(text, "0101") : 0;
}

/** The last day of an ISO day, month or year (a month is taken to have 31); 0 for "". */
export function lastDay(text: string): number {
  return text ? number(text, "1231") : 0;
}

/** ISO text of a number that `firstDay` gave. */
export function iso(day: number): string {
  const digits = String(day).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** True where a stretch of days lies within limits; a limit of 0 is open. A stretch of no known day lies within open limits only. */
export function within(first: number, last: number, from: number, until: number): boolean {
  if (!from && !until) return true;
  return first > 0 && (!from || last >= from) && (!until || first <= until);
}

/** Months as whole numbers that follow each other: years × 12 + month. */
export function monthOf(day: number): number {
  return Math.floor(day / 10000) * 12 + (Math.floor(day / 100) % 100) - 1;
}

/** The ISO month of a number that `monthOf` gave. */
export function isoMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

function number(text: string, rest: string): number {
  const digits = text.replaceAll("-", "");
  return Number(digits + rest.slice(digits.length - 4));
}
