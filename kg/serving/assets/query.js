"use strict";
// The page that asks: a shipped question with its parameters, or a query of one's own. Text of the graph is only ever text.
const at = (id) => document.getElementById(id);
const made = (tag, text, name) => {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (name) element.className = name;
  return element;
};
const { questions, prefixes } = JSON.parse(at("data").textContent);
const OWN = "own";
const EXAMPLE = "SELECT ?person ?name WHERE {\n  ?person a gov:Person ; skos:prefLabel ?name\n}\nLIMIT 20";
const HINTS = { day: "2023-05-01, 2023-05 or 2023", number: "a number", text: "", Page: "a part of the file's name" };
let chosen, answer, running;

function choose(name) {
  chosen = questions.find((each) => each.name === name);
  at("title").textContent = chosen ? chosen.title : "A query of your own";
  at("description").textContent = chosen ? chosen.description : "It reads this graph only, and changes nothing.";
  at("sparql").readOnly = at("change").hidden = Boolean(chosen);
  at("change").hidden = !chosen;
  if (chosen || !at("sparql").value) at("sparql").value = chosen ? chosen.text : EXAMPLE;
  at("text").open = !chosen;
  at("parameters").replaceChildren(...(chosen ? chosen.parameters : []).map(field));
  for (const link of document.querySelectorAll("#menu a"))
    if (link.hash === `#${chosen ? name : OWN}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  if (matchMedia("(max-width: 56rem)").matches) at("menu").open = false;
  clear();
}

function field({ name, kind, default: fallback, needed, description }) {
  const label = made("label");
  const input = made("input");
  Object.assign(input, { name, required: needed, value: fallback ?? "", placeholder: HINTS[kind] ?? "a name, or a part of one" });
  label.append(made("b", name), ` ${description}${needed ? "" : " (may be left out)"}`, input);
  return label;
}

function clear() {
  answer = undefined;
  at("problem").hidden = at("told").hidden = true;
  at("rows").replaceChildren();
}

function short(iri) {
  const found = Object.entries(prefixes).filter(([, base]) => iri.startsWith(base)).sort((a, b) => b[1].length - a[1].length)[0];
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}

function cell(term, column) {
  const box = made("td");
  if (!term) return box;
  box.className = term.value.length < 12 || term.type === "uri" ? "short" : term.value.length > 24 ? "long" : "";
  const key = term.type === "uri" && /[/#]([a-z]+\/[^/#]+)$/.exec(term.value);
  if (key && term.value.includes("/id/")) {
    const link = made("a", short(term.value));
    link.href = `/id/${key[1].split("/").map(encodeURIComponent).join("/")}`;
    box.append(link);
  } else if (term.type === "uri") box.append(made("code", short(term.value)));
  else if (column === "quote") box.append(made("mark", term.value));
  else {
    box.textContent = term.value;
    if (/#(integer|decimal|double)$/.test(term.datatype ?? "")) box.classList.add("number");
  }
  return box;
}

function show() {
  if (answer.boolean !== undefined) return at("rows").replaceChildren(made("p", answer.boolean ? "Yes" : "No"));
  const columns = shown();
  const { bindings } = answer.results;
  at("count").textContent = bindings.length === 1 ? "1 row" : `${bindings.length.toLocaleString("en")} rows`;
  at("told").hidden = false;
  if (!bindings.length) return at("rows").replaceChildren(made("p", "Nothing in the graph fits.", "dim"));
  const table = made("table");
  table.createTHead().insertRow().append(...columns.map((column) => made("th", column)));
  const body = table.createTBody();
  for (const row of bindings) body.insertRow().append(...columns.map((column) => cell(row[column], column)));
  at("rows").replaceChildren(table);
}

// Columns that only repeat a parameter are left out.
function shown() {
  const repeated = new Set(chosen ? [...new FormData(at("form")).entries()].filter(([, value]) => value).map(([name]) => name) : []);
  return answer.head.vars.filter((column) => !repeated.has(column));
}

async function ask() {
  if (!at("form").reportValidity()) return;
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  clear();
  at("told").hidden = false;
  at("count").textContent = "asking …";
  at("csv").hidden = at("json").hidden = true;
  const given = new URLSearchParams([...new FormData(at("form")).entries()].filter(([, value]) => value));
  history.replaceState(null, "", chosen ? `#${chosen.name}${given.size ? `?${given}` : ""}` : `#${OWN}`);
  const accept = "application/sparql-results+json, text/turtle;q=0.5";
  try {
    const response = chosen
      ? await fetch(`/ask/${chosen.name}?${given}`, { headers: { accept }, signal })
      : await fetch("/sparql", { method: "POST", body: at("sparql").value, headers: { accept, "content-type": "application/sparql-query" }, signal });
    if (!response.ok) throw new Error((await response.text()).trim());
    clear();
    if (response.headers.get("content-type").includes("json")) {
      answer = await response.json();
      at("csv").hidden = at("json").hidden = !answer.results;
      show();
    } else at("rows").replaceChildren(made("pre", await response.text()));
  } catch (error) {
    if (error.name === "AbortError") return;
    clear();
    at("problem").hidden = false;
    at("problem").textContent = error.message;
  }
}

function save(text, type, extension) {
  const link = made("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `${chosen ? chosen.name : "answer"}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// As kg ask does it: what a spreadsheet would compute has an apostrophe before it.
function csvCell(term) {
  if (!term) return "";
  const number = /#(integer|decimal|double)$/.test(term.datatype ?? "");
  const safe = !number && /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(term.value) ? `'${term.value}` : term.value;
  return `"${safe.replaceAll('"', '""')}"`;
}

function asCsv() {
  const columns = shown();
  const rows = answer.results.bindings.map((row) => columns.map((column) => csvCell(row[column])).join(","));
  return `\ufeff${[columns.join(","), ...rows].join("\r\n")}\r\n`;
}

function asJson() {
  const columns = shown();
  const object = (row) => Object.fromEntries(columns.filter((column) => row[column]).map((column) => [column, row[column].value]));
  return `${JSON.stringify(answer.results.bindings.map(object), null, 1)}\n`;
}

function follow() {
  const [name, given] = decodeURI(location.hash.slice(1)).split("?");
  if (!name && !chosen) return choose(questions[questions.length - 1].name);
  choose(name);
  const values = new URLSearchParams(location.hash.split("?")[1] ?? "");
  for (const input of at("parameters").querySelectorAll("input")) if (values.has(input.name)) input.value = values.get(input.name);
  if (given && at("form").checkValidity()) ask();
  else at("parameters").querySelector("input")?.focus({ preventScroll: true });
}

at("form").addEventListener("submit", (event) => (event.preventDefault(), ask()));
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) (event.preventDefault(), ask());
});
at("change").addEventListener("click", () => {
  const { text } = chosen;
  history.pushState(null, "", `#${OWN}`);
  choose(OWN);
  at("sparql").value = text;
  at("sparql").focus();
});
at("csv").addEventListener("click", () => save(asCsv(), "text/csv", "csv"));
at("json").addEventListener("click", () => save(asJson(), "application/json", "json"));
addEventListener("hashchange", follow);
follow();
