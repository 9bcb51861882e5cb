// The data of the page, its words, and the one way in which text reaches the screen: as text, never as HTML.
"use strict";

const data = JSON.parse(document.getElementById("data").textContent);

/** A word of the page with its blanks filled in: say("times", {n: 3}). */
function say(key, blanks = {}) {
  return data.words.page[key].replace(/\{(\w+)\}/g, (_, name) => String(blanks[name]));
}

/** The Chinese word for a term of the ontology, or the term itself where there is none. */
function term(table, name) {
  return Object.hasOwn(data.words[table], name) ? data.words[table][name] : name;
}

/** An element with classes ("p.note.small") and children: nodes, or anything else, which becomes plain text. */
function el(spec, ...children) {
  const [tag, ...classes] = spec.split(".");
  const made = document.createElement(tag);
  if (classes.length) made.className = classes.join(" ");
  for (const child of children.flat()) {
    if (child !== null && child !== undefined) made.append(child instanceof Node ? child : String(child));
  }
  return made;
}

/** A word from the graph, kept from turning the direction of the text around it. */
function name(text) {
  return el("bdi", text);
}

function styleOf(kind) {
  return data.palette.kinds[kind] || data.palette.kinds.Other;
}

/** The mark of a kind of node, drawn as in the picture. */
function mark(kind) {
  const { shape, color } = styleOf(kind);
  const paths = {
    dot: "M8 2a6 6 0 1 0 .01 0Z",
    square: "M3 3h10v10H3Z",
    triangle: "M8 2l6.5 11.5h-13Z",
    diamond: "M8 1l7 7-7 7-7-7Z",
    hexagon: "M4.5 2h7L15 8l-3.5 6h-7L1 8Z",
  };
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", paths[shape]);
  path.setAttribute("fill", color);
  svg.append(path);
  return svg;
}

const range = (days) => [...new Set(days.filter(Boolean))].join(" – ");
