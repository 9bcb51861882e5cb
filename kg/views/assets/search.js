// The search box: part of a name gives suggestions, Enter or a click takes one; arrows move, Escape closes.
"use strict";

function Search(input, list, take) {
  const most = 12;
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const ranks = ["Person", "Organization", "Agreement"];
  const rank = (kind) => (ranks.includes(kind) ? ranks.indexOf(kind) : ranks.length);
  const index = data.things.map((thing, place) => ({ place, thing, forms: [thing.label, ...thing.names].map(fold) }));
  let found = [];
  let chosen = 0;

  function score({ forms }, wanted) {
    if (forms.includes(wanted)) return 0;
    if (forms.some((form) => form.startsWith(wanted))) return 1;
    return forms.some((form) => form.includes(wanted)) ? 2 : 3;
  }

  function find(text) {
    const wanted = fold(text);
    if (!wanted) return [];
    return index
      .map((entry) => ({ ...entry, score: score(entry, wanted) }))
      .filter((entry) => entry.score < 3)
      .sort((a, b) => a.score - b.score || rank(a.thing.kind) - rank(b.thing.kind) || a.place - b.place)
      .slice(0, most);
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(entry) {
    input.value = entry.thing.label;
    close();
    take(entry.place);
  }

  function draw() {
    const items = found.map((entry, place) => {
      const item = el("li", mark(entry.thing.kind), name(entry.thing.label));
      item.id = `suggestion-${place}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(place === chosen));
      item.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        choose(entry);
      });
      return item;
    });
    list.replaceChildren(...(items.length ? items : [el("li.none", say("nothing_found"))]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (items.length) input.setAttribute("aria-activedescendant", `suggestion-${chosen}`);
  }

  input.addEventListener("input", () => {
    found = find(input.value);
    chosen = 0;
    if (input.value.trim()) draw();
    else close();
  });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    if (event.key === "Enter" && found.length) choose(found[chosen]);
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
      event.preventDefault();
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      draw();
    }
  });
}
