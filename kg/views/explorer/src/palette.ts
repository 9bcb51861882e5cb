// Colours, for light and dark paper. They stay apart for eyes that confuse red and green (after Okabe and Ito, and Tol's muted scheme).

import type { TieKind } from "./payload.ts";

export interface Palette {
  paper: string;
  ink: string;
  accent: string;
  /** What has no colour of its own. */
  grey: string;
  kinds: Record<string, string>;
  ties: Record<TieKind, string>;
  /** Communities and regions, the biggest first. */
  groups: readonly string[];
}

const LIGHT: Palette = {
  paper: "#ffffff",
  ink: "#1f2937",
  accent: "#c2410c",
  grey: "#9aa5b1",
  kinds: {
    Person: "#3b7ea1",
    Organization: "#d89a2b",
    Division: "#4fa68b",
    Agreement: "#a36b89",
    Programme: "#756dbc",
    Project: "#aa775e",
  },
  ties: {
    meeting: "#9fb4c4",
    post: "#d6b778",
    relation: "#a4adb9",
    party: "#c99ab4",
    together: "#c3ced8",
    present: "#b1c1cd",
    about: "#b4aed0",
  },
  groups: [
    "#4477aa",
    "#dda63a",
    "#44aa99",
    "#cc6677",
    "#882255",
    "#88ccee",
    "#999933",
    "#aa4499",
    "#117733",
    "#9c6b4a",
  ],
};

const DARK: Palette = {
  paper: "#14181d",
  ink: "#e5e9ee",
  accent: "#fb923c",
  grey: "#6b7683",
  kinds: {
    Person: "#6aa9cc",
    Organization: "#dcab52",
    Division: "#75c4a4",
    Agreement: "#cc799f",
    Programme: "#9a8de2",
    Project: "#bd9b78",
  },
  ties: {
    meeting: "#4f6475",
    post: "#7d6a3f",
    relation: "#57616d",
    party: "#7d5a6d",
    together: "#434e59",
    present: "#495866",
    about: "#59547a",
  },
  groups: [
    "#6f9fd0",
    "#ddb04f",
    "#5cc0b0",
    "#dd8592",
    "#b5588a",
    "#a5d8f2",
    "#b5b555",
    "#c673b8",
    "#4fa06a",
    "#bd9070",
  ],
};

/** The colours for light or dark paper. */
export function paletteOf(dark: boolean): Palette {
  return dark ? DARK : LIGHT;
}
