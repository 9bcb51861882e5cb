// Where something stands: the article's text with its quotes marked, and for each quote its place, rule and confidence.

import type { App } from "../app.ts";
import { el, name, type Child } from "../dom.ts";
import { parted } from "../paper.ts";
import { sources, type Source, type Statement } from "../sources.ts";
import { doubtful } from "../shown.ts";
import { badge } from "./parts.ts";

/** How many characters beside a mark are near it. */
const NEAR = 60;

/** The sources of some statements, one after the other. */
export function proof(app: App, statements: readonly Statement[]): HTMLElement {
  const found = sources(app.model, statements);
  if (!found.length) return el("p", { class: "note" }, app.words.say("noEvidence"));
  return el("div", { class: "proof" }, ...found.map((source) => sourceOf(app, source)));
}

function sourceOf(app: App, source: Source): HTMLElement {
  const { words, model } = app;
  const { articles, pages } = model.payload;
  const headline = source.article < 0 ? "" : articles.headline[source.article];
  const published = source.article < 0 ? "" : articles.published[source.article];
  const place = words.say("characters", { start: String(source.start), end: String(source.end) });
  return el(
    "figure",
    { class: "source" },
    el(
      "figcaption",
      {},
      el("strong", {}, name(headline || words.say("noHeadline"))),
      el(
        "span",
        { class: "where" },
        el("span", { class: "file" }, name(pages.file[source.page])),
        ` · ${place}`,
        published ? ` · ${words.say("published", { day: words.day(published) })}` : null,
      ),
    ),
    textOf(app, source),
    el("ul", { class: "statements" }, ...source.quotes.flatMap((quote) => statementsOf(app, quote))),
  );
}

function textOf(app: App, { pieces }: Source): HTMLElement {
  if (!pieces.length) return el("p", { class: "note" }, app.words.say("noText"));
  const text = el(
    "blockquote",
    { class: "article", tabindex: "0", dir: "auto", "aria-label": app.words.say("evidence") },
    ...pieces.flatMap((piece, at) =>
      piece.marked ? el("mark", {}, piece.text) : plain(piece.text, at > 0, at < pieces.length - 1),
    ),
  );
  const toMark = () => {
    const first = text.querySelector("mark");
    if (first) text.scrollTop = Math.max(0, first.offsetTop - text.offsetTop - 40);
  };
  requestAnimationFrame(toMark);
  return text;
}

/** Text beside marks; what is far from them does not go on paper. */
function plain(text: string, before: boolean, after: boolean): Child[] {
  const [head, far, tail] = parted(text, before ? NEAR : 0, after ? NEAR : 0);
  return far ? [...closed(head), el("span", { class: "far" }, ...closed(far)), ...closed(tail)] : closed(text);
}

/** Text whose empty lines take less room. */
function closed(text: string): Child[] {
  const parts = text.split(/(\n(?:[^\S\n]*\n)+)/);
  return parts.map((part, at) => (at % 2 ? el("span", { class: "blank" }, part) : part));
}

function statementsOf(app: App, { quote, statements }: Source["quotes"][number]): HTMLElement[] {
  const { words, model } = app;
  const { quotes, evidence, rules } = model.payload;
  const place = words.say("characters", { start: String(quotes.start[quote]), end: String(quotes.end[quote]) });
  return statements.map((statement) => {
    const sure = evidence.sure[statement.evidence];
    const named = evidence.rules[statement.evidence].map((rule) => words.term(rules[rule]));
    const weak = doubtful(model, [statement.evidence]);
    return el(
      "li",
      { class: weak ? "weak" : "" },
      el("span", { class: "says" }, name(statement.says), weak ? badge(words.say("doubtful"), "doubtful") : null),
      el(
        "span",
        { class: "how" },
        [
          place,
          words.say("rule", { rules: words.list(named) }),
          sure < 0 ? words.say("unknownSure") : words.say("confidence", { sure: words.percent(sure / 1000) }),
          ...evidence.reasons[statement.evidence],
        ].join(" · "),
      ),
    );
  });
}
