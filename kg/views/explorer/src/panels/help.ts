// What the keys do.

import { button, el } from "../dom.ts";
import type { Word, Words } from "../words.ts";

const KEYS: readonly (readonly [readonly string[], Word])[] = [
  [["/"], "keySearch"],
  [["←", "→", "↑", "↓"], "keyArrows"],
  [["Enter"], "keyEnter"],
  [["Esc"], "keyEsc"],
  [["+", "−", "0"], "keyZoom"],
  [["T"], "keyTable"],
  [["F"], "keyFilters"],
  [["Ctrl+Z", "Ctrl+Shift+Z"], "keyUndo"],
  [["?"], "keyHelp"],
];

export function help(words: Words): HTMLDialogElement {
  const rows = KEYS.map(([keys, word]) =>
    el("div", {}, el("dt", {}, ...keys.map((key) => el("kbd", {}, key))), el("dd", {}, words.say(word))),
  );
  const dialog = el("dialog", { id: "help", "aria-label": words.say("help") });
  dialog.append(
    el("h2", {}, words.say("helpTitle")),
    el("p", {}, words.say("helpIntro")),
    el("dl", { class: "keys" }, ...rows),
    button(words.say("close"), () => dialog.close(), { class: "primary", autofocus: true }),
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return dialog;
}
