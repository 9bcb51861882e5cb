// Suggestions of things for boxes.

import type { App } from "../app.ts";
import { el, name } from "../dom.ts";
import type { Thing } from "../model.ts";
import type { Suggestion } from "./combobox.ts";
import { kindOf, mark } from "./parts.ts";

const MANY = 12;

/** Things by what was typed, as far as they fit. */
export function thingSuggestions(app: App, text: string, fits: (thing: Thing) => boolean = () => true): Suggestion[] {
  const { things } = app.model.payload;
  const found = app.search(text, MANY * 8).filter(({ thing }) => fits(thing));
  return found.slice(0, MANY).map(({ thing, name: hit }) => ({
    value: thing,
    label: things.label[thing],
    shown: [
      mark(kindOf(app, thing)),
      el("span", { class: "called" }, name(things.label[thing])),
      hit === things.label[thing] ? null : el("span", { class: "also" }, app.words.say("alsoCalled", { name: hit })),
      el("span", { class: "aside" }, homeOf(app, thing)),
    ],
  }));
}

/** A post of a person, or else the division of a thing, to tell namesakes apart. */
function homeOf(app: App, thing: Thing): string {
  const { posts, things } = app.model.payload;
  const [post] = app.model.postsOf(thing);
  if (post !== undefined) return posts.label[post];
  const region = things.region[thing];
  return region < 0 || region === thing ? app.words.term(kindOf(app, thing)) : things.label[region];
}
