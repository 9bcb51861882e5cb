"use strict";
// The page that asks: a shipped question with its parameters, or a query of one's own. Text of the graph is only ever text.
const at = (id) => document.getElementById(id);
const made = (tag, text) => {
  const element = document.createElement(tag);
  element.textContent = text ?? "";
  return element;
};
let questions = [];
const OWN = "";

function choose() {
  const asked = questions.find((each) => each.name === at("question").value);
  at("description").textContent = asked ? asked.description : "A query of your own.";
  at("sparql").value = asked ? asked.text : "SELECT ?name WHERE { ?person a gov:Person ; skos:prefLabel ?name } LIMIT 20";
  at("sparql").readOnly = Boolean(asked);
  at("own").open = !asked;
  at("parameters").replaceChildren(
    ...(asked ? asked.parameters : []).map((each) => {
      const label = made("label", `${each.name}: ${each.description}`);
      const input = document.createElement("input");
      input.name = each.name;
      input.required = each.needed;
      input.value = each.default ?? "";
      label.append(input);
      return label;
    }),
  );
}

function cell(term) {
  const box = document.createElement("td");
  if (!term) return box;
  const key = term.type === "uri" && /[/#]((?:[a-z]+)\/[^/#]+)$/.exec(term.value);
  if (key && term.value.includes("/id/")) {
    const link = made("a", key[1].replace("/", ":"));
    link.href = `/id/${key[1].split("/").map(encodeURIComponent).join("/")}`;
    box.append(link);
  } else box.textContent = term.value;
  return box;
}

function show(answer) {
  const table = document.createElement("table");
  if (answer.boolean !== undefined) return at("rows").replaceChildren(made("p", String(answer.boolean)));
  const columns = answer.head.vars;
  const head = table.createTHead().insertRow();
  head.append(...columns.map((column) => made("th", column)));
  const body = table.createTBody();
  for (const row of answer.results.bindings) body.insertRow().append(...columns.map((column) => cell(row[column])));
  at("count").textContent = `${answer.results.bindings.length} rows`;
  at("rows").replaceChildren(table);
}

async function ask(event) {
  event.preventDefault();
  at("problem").textContent = "";
  at("count").textContent = "asking …";
  at("rows").replaceChildren();
  const name = at("question").value;
  const given = new URLSearchParams();
  for (const input of at("parameters").querySelectorAll("input")) if (input.value) given.set(input.name, input.value);
  const accept = "application/sparql-results+json, text/turtle;q=0.5";
  const response = name
    ? await fetch(`/ask/${name}?${given}`, { headers: { accept } })
    : await fetch("/sparql", { method: "POST", body: at("sparql").value, headers: { accept, "content-type": "application/sparql-query" } });
  at("count").textContent = "";
  if (!response.ok) at("problem").textContent = await response.text();
  else if (response.headers.get("content-type").includes("json")) show(await response.json());
  else at("rows").replaceChildren(made("pre", await response.text()));
}

(async () => {
  questions = await (await fetch("/ask")).json();
  at("question").append(...questions.map((each) => new Option(each.title, each.name)), new Option("SPARQL", OWN));
  at("question").addEventListener("change", choose);
  at("form").addEventListener("submit", (event) => ask(event).catch((error) => (at("problem").textContent = String(error))));
  choose();
})();
