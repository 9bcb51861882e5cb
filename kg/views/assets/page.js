// The picture and what clicks in it do. `window.kg` is a handle for tests and for people who use the console.
"use strict";

(() => {
  const stage = document.getElementById("canvas");
  const dimmed = 0.15;
  const hiddenKinds = new Set();
  const kindOf = (id) => data.things[Number(id.slice(1))].kind;
  const panel = Panel(document.getElementById("panel"), (thing) => (thing === null ? reset() : openThing(thing)));
  let current = null;
  let chosen = null;
  let nodes, edges, shown, network;

  function openView(view) {
    current = view;
    for (const button of document.querySelectorAll("[data-view]")) {
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    }
    const { nodes: someNodes, edges: someEdges, options } = data.views[view];
    if (network) network.destroy();
    nodes = new vis.DataSet(someNodes);
    edges = new vis.DataSet(someEdges);
    shown = new vis.DataView(nodes, { filter: (node) => !hiddenKinds.has(kindOf(node.id)) });
    network = new vis.Network(stage, { nodes: shown, edges }, options);
    network.on("click", clicked);
    document.getElementById("empty").hidden = someNodes.length > 0;
    drawLegend();
    fit();
  }

  function clicked({ nodes: [node], edges: [edge] }) {
    if (node) selectNode(node);
    else if (edge) selectEdge(edge);
    else reset();
  }

  function selectNode(id) {
    chosen = Number(id.slice(1));
    network.selectNodes([id]);
    highlight(new Set([id, ...network.getConnectedNodes(id)]), new Set(network.getConnectedEdges(id)));
    panel.showThing(chosen);
  }

  function selectEdge(id) {
    chosen = null;
    network.selectEdges([id]);
    highlight(new Set(network.getConnectedNodes(id)), new Set([id]));
    panel.showTie(data.views[current].ties[Number(id.slice(1))]);
  }

  function reset() {
    chosen = null;
    network.unselectAll();
    highlight(null, null);
    panel.showOverview();
  }

  /** Fade all nodes and edges but these; null brings everything back. */
  function highlight(keptNodes, keptEdges) {
    const { nodes: someNodes, edges: someEdges } = data.views[current];
    nodes.update(someNodes.map(({ id, font }) => {
      const kept = !keptNodes || keptNodes.has(id);
      return { id, opacity: kept ? 1 : dimmed, font: kept ? font : { ...font, color: "#c3cad3" } };
    }));
    edges.update(someEdges.map(({ id, color }) => ({
      id,
      color: { color, highlight: "#c2410c", hover: "#64748b", opacity: !keptEdges || keptEdges.has(id) ? 1 : dimmed },
    })));
  }

  /** Show a thing, in the present view if it is drawn there, or else in the first view that has it. */
  function openThing(thing) {
    const id = `n${thing}`;
    const view = [current, ...Object.keys(data.views)].find((each) => draws(each, id));
    if (!view) {
      reset();
      panel.showThing(thing);
      return;
    }
    if (hiddenKinds.delete(kindOf(id))) {
      drawLegend();
      shown.refresh();
    }
    if (view !== current) openView(view);
    selectNode(id);
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: false });
  }

  function draws(view, id) {
    return data.views[view].nodes.some((node) => node.id === id);
  }

  /** Change the view and keep the chosen thing, if it is drawn there too. */
  function turnTo(view) {
    const kept = `n${chosen}`;
    openView(view);
    if (chosen !== null && draws(view, kept) && !hiddenKinds.has(kindOf(kept))) selectNode(kept);
    else reset();
  }

  function drawLegend() {
    const present = new Set(data.views[current].nodes.map((node) => kindOf(node.id)));
    const kinds = [...new Set([...Object.keys(data.palette.kinds), ...present])].filter((kind) => present.has(kind));
    document.getElementById("kinds").replaceChildren(...kinds.map((kind) => {
      const button = el("button", mark(kind), term("kinds", kind));
      button.type = "button";
      button.dataset.kind = kind;
      button.setAttribute("aria-pressed", String(!hiddenKinds.has(kind)));
      button.addEventListener("click", () => toggle(kind));
      return el("li", button);
    }));
    const ties = Object.keys(data.palette.ties).filter((tie) => data.views[current].ties.some((each) => each[tie]));
    document.getElementById("ties").replaceChildren(...ties.map((tie) => {
      const line = el("i.line");
      line.style.borderTopColor = data.palette.ties[tie];
      return el("li", line, term("ties", tie));
    }));
  }

  function toggle(kind) {
    if (!hiddenKinds.delete(kind)) hiddenKinds.add(kind);
    reset();
    drawLegend();
    shown.refresh();
  }

  function fit() {
    network.fit({ maxZoomLevel: 1.1, animation: false });
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor });
  }

  for (const button of document.querySelectorAll("[data-view]")) {
    button.addEventListener("click", () => turnTo(button.dataset.view));
  }
  // The library leaves its tooltip standing when the pointer leaves the picture in one leap.
  stage.addEventListener("pointerleave", () => {
    for (const tooltip of stage.querySelectorAll(".vis-tooltip")) tooltip.style.visibility = "hidden";
  });
  document.getElementById("fit").addEventListener("click", fit);
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.3));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.activeElement.id !== "search") reset();
  });
  Search(document.getElementById("search"), document.getElementById("suggestions"), openThing);

  const first = Object.keys(data.views).find((view) => data.views[view].nodes.length) || Object.keys(data.views)[0];
  openView(first);
  panel.showOverview();
  window.kg = { data, turnTo, openThing, network: () => network };
})();
