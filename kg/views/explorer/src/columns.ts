// Rows grouped by a key, as two typed arrays: no object for each group, however many there are.

export interface Groups {
  /** The rows of all groups, one group after the other; `of` gives a stretch of it. */
  rows: Int32Array;
  of(key: number): Int32Array;
}

/** Rows by their key, in the given order; rows whose key is -1 are left out. */
export function groupBy(keys: ArrayLike<number>, groups: number, order?: ArrayLike<number>): Groups {
  const first = new Int32Array(groups + 1);
  for (let row = 0; row < keys.length; row += 1) if (keys[row] >= 0) first[keys[row] + 1] += 1;
  for (let key = 0; key < groups; key += 1) first[key + 1] += first[key];
  const rows = new Int32Array(first[groups]);
  const next = first.slice();
  for (let at = 0; at < keys.length; at += 1) {
    const row = order ? order[at] : at;
    if (keys[row] >= 0) rows[next[keys[row]]++] = row;
  }
  return { rows, of: (key) => rows.subarray(first[key], first[key + 1]) };
}

/** Rows of `texts` from the smallest to the largest; what is empty comes last. Equal ones keep their order. */
export function orderOf(texts: readonly string[]): Int32Array {
  const rows = Int32Array.from(texts.keys());
  return rows.sort((p, q) => compare(texts[p] || "~", texts[q] || "~") || p - q);
}

/** Running totals: the first row of each of `counts` rows that stand one after the other. */
export function starts(counts: ArrayLike<number>): Int32Array {
  const first = new Int32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at += 1) first[at + 1] = first[at] + counts[at];
  return first;
}

/** Compares by code units, the same everywhere. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
