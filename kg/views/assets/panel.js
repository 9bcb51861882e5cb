// The panel beside the picture: the overview, one thing, or what joins two things; `open` is told what was clicked in it.
"use strict";

function Panel(root, open) {
  const heading = (key, ...more) => el("h3", say(key), ...more);

  const link = (thing) => {
    const button = el("button.link", name(data.things[thing].label));
    button.type = "button";
    button.addEventListener("click", () => open(thing));
    return button;
  };

  const around = (text) => (text ? el("span.around", name(text)) : null);

  function quotes(places, unfolded, key = "quotes") {
    if (!places.length) return null;
    const words = places.map((place) => {
      const [file, start, end, text, before, after] = data.quotes[place];
      const where = el("cite", el("span.file", name(file)), " ", say("characters", { from: start, to: end }));
      return el("figure.quote", el("blockquote", around(before && `…${before}`), el("mark", name(text)), around(after && `${after}…`)), where);
    });
    const fold = el("details.quotes", el("summary", say(key, { n: words.length })), words);
    fold.open = unfolded;
    return fold;
  }

  function basis(told) {
    if (told.sure === null) return null;
    const parts = [`${say("confidence")} ${told.sure.toFixed(2)}`];
    if (told.rules.length) parts.push(`${say("rules")} ${told.rules.join("、")}`);
    parts.push(...told.reasons);
    return el("p.basis", told.doubtful ? el("em.doubt", say("doubtful")) : null, name(parts.join(" · ")));
  }

  const card = (told, ...parts) => el(told.doubtful ? "li.card.doubtful" : "li.card", ...parts);

  function happening(told, unfolded, self) {
    if (told.event === null) return card(told, el("p", say("no_event")), quotes(told.quotes, unfolded), basis(told));
    const event = data.events[told.event];
    const day = el("p.day", range(event.days) || say("undated"), el("span.tag", term("events", event.type)));
    if (event.planned) day.append(el("span.tag", say("planned")));
    const lines = [day, el("p.title", name(event.label || say("untitled")))];
    for (const { as, thing } of event.links) {
      if (thing !== self) lines.push(el("p.tie", el("span.key", term("relations", as)), link(thing)));
    }
    for (const [who, roles] of told.parts || []) {
      const role = el("span.key", roles.map((each) => term("roles", each)).join("、"));
      lines.push(el("p.tie", role, who === self ? name(data.things[who].label) : link(who)));
    }
    if (told.as) lines.push(el("p.tie", el("span.key", term("relations", told.as)), name(data.things[self].label)));
    const company = event.guests.filter((guest) => !(told.parts || []).some(([who]) => who === guest));
    if (company.length) {
      const names = company.map((guest) => el("li", mark(data.things[guest].kind), link(guest)));
      lines.push(el("details.guests", el("summary", say("guests", { n: company.length })), el("ul.chips", names)));
    }
    for (const [headline, published, file] of event.reports) {
      const where = [headline && headline !== event.label ? headline : null, published, file].filter(Boolean);
      lines.push(el("p.report", name(where.join(" · "))));
    }
    const others = new Set([event, ...event.links].flatMap((each) => each.quotes));
    for (const place of told.quotes) others.delete(place);
    return card(told, lines, quotes(told.quotes, unfolded), quotes([...others], false, "quotes_around"), basis(told));
  }

  function post(told, self, unfolded) {
    const line = el("p.title");
    if (told.person !== self) line.append(link(told.person), " ");
    line.append(name(told.label));
    if (told.status && told.status !== "current") line.append(el("span.tag", term("status", told.status)));
    const more = [];
    if (told.body !== null && told.body !== self) more.push(el("p.tie", el("span.key", term("kinds", "Organization")), link(told.body)));
    if (range(told.days)) more.push(el("p.tie", el("span.key", say("seen")), range(told.days)));
    if (told.term[0]) more.push(el("p.tie", el("span.key", say("began")), told.term[0]));
    if (told.term[1]) more.push(el("p.tie", el("span.key", say("ended")), told.term[1]));
    return card(told, line, more, quotes(told.quotes, unfolded), basis(told));
  }

  function relation(told, self, unfolded) {
    const end = (thing) => (thing === self ? name(data.things[thing].label) : link(thing));
    const line = el("p.title", end(told.from), el("span.arrow", term("relations", told.as)), end(told.to));
    return card(told, line, quotes(told.quotes, unfolded), basis(told));
  }

  function mention(told) {
    const where = [told.headline || say("untitled"), told.day, told.file].filter(Boolean);
    return card(told, el("p.report", name(where.join(" · "))), quotes(told.quotes, false), basis(told));
  }

  function title(thing) {
    const { label, kind, names } = data.things[thing];
    const head = el("header", el("p.kind", mark(kind), term("kinds", kind)), el("h2", name(label)));
    if (names.length) head.append(el("p.names", `${say("also_named")}：`, name(names.join("、"))));
    return head;
  }

  function section(key, items) {
    return items.length ? el("section", heading(key, el("span.count", items.length)), el("ul.cards", items)) : null;
  }

  function companions(thing) {
    const met = data.views.people.ties
      .filter((tie) => tie.ends.includes(thing))
      .map((tie) => [tie.ends[0] === thing ? tie.ends[1] : tie.ends[0], tie.meetings.length])
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .map(([other, times]) => el("li", link(other), times > 1 ? el("span.count", say("times", { n: times })) : null));
    return met.length ? el("section", heading("companions", el("span.count", met.length)), el("ul.chips", met)) : null;
  }

  function show(...content) {
    const back = el("button.back", "← ", say("back"));
    back.type = "button";
    back.addEventListener("click", () => open(null));
    root.replaceChildren(back, ...content.filter(Boolean));
    root.scrollTop = 0;
  }

  function showThing(thing) {
    const { posts = [], holders = [], events = [], relations = [], mentions = [] } = data.things[thing];
    show(
      title(thing),
      section("posts", posts.map((told) => post(told, thing, false))),
      section("holders", holders.map((told) => post(told, thing, false))),
      companions(thing),
      section("events", events.map((told) => happening(told, false, thing))),
      section("relations", relations.map((told) => relation(told, thing, false))),
      section("mentions", mentions.map(mention)),
    );
  }

  function showTie(tie) {
    const [a, b] = tie.ends;
    const part = (key, make) => section(key, (tie[key] || []).map(make));
    show(
      el("header", el("h2", link(a), el("span.arrow", "↔"), link(b))),
      part("meetings", (told) => happening(told, true, null)),
      part("posts", (told) => post(told, null, true)),
      part("relations", (told) => relation(told, null, true)),
      part("parties", (told) => relation(told, null, true)),
      part("together", (told) => happening(told, true, null)),
      part("present", (told) => happening(told, true, null)),
    );
  }

  function showOverview() {
    const ofKind = (kind) => data.things.filter((thing) => thing.kind === kind).length;
    const numbers = [
      ["count_persons", ofKind("Person")],
      ["count_pairs", data.views.people.ties.length],
      ["count_events", data.events.length],
      ["count_bodies", ofKind("Organization")],
      ["count_agreements", ofKind("Agreement")],
    ].map(([key, number]) => el("li", el("strong", number), say(key)));
    const degree = new Map();
    for (const { ends } of data.views.people.ties) for (const end of ends) degree.set(end, (degree.get(end) || 0) + 1);
    const most = [...degree].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, 12);
    root.replaceChildren(
      el("header", el("h2", say("overview"), el("small", say("overview_en")))),
      el("ul.numbers", numbers),
      el("p.hint", say("how_to")),
      most.length
        ? el("section", heading("most_met"), el("ul.chips", most.map(([who, n]) => el("li", link(who), el("span.count", n)))))
        : "",
    );
  }

  return { showThing, showTie, showOverview };
}
