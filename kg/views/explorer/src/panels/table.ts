// The selection as a table: what the picture draws, for those who would rather read it, or cannot see it.

import { toPair, type App, type Part } from "../app.ts";
import { button, el, iconButton, name, put, set } from "../dom.ts";
import { COLUMNS, rows, type Column, type Row } from "../rows.ts";
import { doubtful } from "../shown.ts";
import { pressed, sorted, type Sorting } from "../sorting.ts";
import { badge, link, thingLink } from "./parts.ts";
import type { Format } from "../download.ts";

const PAGE = 100;

export function table(app: App, save: (format: Format) => void): Part {
  const { words } = app;
  const caption = el("caption");
  const heads = COLUMNS.map((column) => head(app, column, () => sort(column)));
  const body = el("tbody");
  const grid = el("table", {}, caption, el("thead", {}, el("tr", {}, ...heads)), body);
  const where = el("span", { class: "where", "aria-live": "polite" });
  const previous = button(words.say("previous"), () => turn(-1), { class: "quiet" });
  const next = button(words.say("next"), () => turn(1), { class: "quiet" });
  const download = iconButton("download", words.say("csv"), () => save("csv"), { id: "table-csv", class: "labelled" });
  download.append(el("span", {}, words.say("csv")));
  const pager = el("div", { class: "pager" }, previous, where, next, download);
  const scroll = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": words.say("table") }, grid);
  const root = el("section", { id: "table" }, scroll, pager);
  let sorting: Sorting = { column: "date", down: true };
  let found: Row[] = [];
  let page = 0;

  const write = () => {
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    page = Math.min(page, pages - 1);
    caption.textContent = words.say("tableCaption", { n: found.length });
    heads.forEach((each, at) => {
      const on = COLUMNS[at] === sorting.column;
      set(each, "aria-sort", on ? (sorting.down ? "descending" : "ascending") : "none");
    });
    put(body, ...found.slice(page * PAGE, (page + 1) * PAGE).map((row) => rowOf(app, row)));
    where.textContent = pages > 1 ? words.say("pageOf", { page: page + 1, pages }) : "";
    previous.hidden = next.hidden = pages < 2;
    previous.disabled = page === 0;
    next.disabled = page === pages - 1;
  };
  const sort = (column: Column) => {
    sorting = pressed(sorting, column);
    found = sorted(found, sorting, words.language);
    page = 0;
    write();
  };
  const turn = (by: number) => {
    page += by;
    write();
    scroll.scrollTop = 0;
  };

  return {
    root,
    update(now) {
      root.hidden = !now.state.table;
      if (root.hidden) return;
      found = sorted(rows(app.model, now.selection(), words.term), sorting, words.language);
      write();
    },
  };
}

function head(app: App, column: Column, act: () => void): HTMLElement {
  const label = app.words.say(`column-${column}`);
  const made = button(label, act, { title: app.words.say("sortBy", { column: label }), data: { column } });
  return el("th", { scope: "col", class: `column-${column}` }, made);
}

function rowOf(app: App, row: Row): HTMLElement {
  const { a, b } = row;
  const { evidence, event } = row.tie();
  const weak = doubtful(app.model, evidence);
  const planned = event >= 0 && app.model.payload.events.planned[event];
  const cell = (column: Column) => {
    const text = row.cell(column);
    switch (column) {
      case "from":
        return thingLink(app, a);
      case "to":
        return thingLink(app, b);
      case "tie":
        return link(app, toPair(app, a, b), { title: app.words.say("open") }, text);
      case "date":
        return app.words.days(...(text.split("/") as [string, string]));
      case "sure":
        return text && app.words.percent(Number(text));
      default:
        return name(text);
    }
  };
  return el(
    "tr",
    { class: weak ? "weak" : "" },
    ...COLUMNS.map((column) =>
      el(
        "td",
        { class: `column-${column}` },
        cell(column),
        column === "sure" && weak ? badge(app.words.say("doubtful"), "doubtful") : null,
        column === "type" && planned ? badge(app.words.say("planned"), "planned") : null,
      ),
    ),
  );
}
