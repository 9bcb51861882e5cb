"use strict";
// Finding a thing by name. Text of the graph is only ever text.
const at = (id) => document.getElementById(id);

function told(hits, name) {
  if (!hits.length) return [`Nothing is called ${name}, or has a name with that in it. Try a shorter part.`];
  const list = document.createElement("ul");
  list.className = "hits";
  for (const hit of hits) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = hit.path;
    link.textContent = hit.label;
    const kind = document.createElement("span");
    kind.className = "dim";
    kind.textContent = ` ${hit.kind}`;
    item.append(link, kind);
    list.append(item);
  }
  return [list];
}

at("find").addEventListener("submit", async (event) => {
  event.preventDefault();
  const name = at("name").value.trim();
  if (!name) return;
  at("found").textContent = "looking …";
  try {
    const response = await fetch(`/find?${new URLSearchParams({ name })}`);
    if (!response.ok) throw new Error((await response.text()).trim());
    at("found").replaceChildren(...told(await response.json(), name));
  } catch (error) {
    at("found").textContent = error.message;
  }
});
