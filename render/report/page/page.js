"use strict";
(() => {
  const doc = document, root = doc.documentElement;
  const all = (selector, within = doc) => Array.from(within.querySelectorAll(selector));
  const byId = (id) => doc.getElementById(id);
  root.classList.add("on");

  // Places that are linked to may lie in details that are closed.
  const reveal = () => {
    let at = byId(decodeURIComponent(location.hash.slice(1)));
    for (; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();

  // Paper shows everything.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    opened.forEach((d) => { d.open = true; });
  });
  addEventListener("afterprint", () => {
    opened.forEach((d) => { d.open = false; });
    opened = [];
  });

  // The contents tell where the reader is.
  if ("IntersectionObserver" in window) {
    const links = new Map(all(".toc a").map((a) => [a.getAttribute("href").slice(1), a]));
    const seen = new IntersectionObserver((entries) => {
      for (const e of entries) {
        if (!e.isIntersecting) continue;
        links.forEach((a) => a.removeAttribute("aria-current"));
        links.get(e.target.id).setAttribute("aria-current", "location");
      }
    }, { rootMargin: "-20% 0px -75% 0px" });
    links.forEach((_, id) => { if (byId(id)) seen.observe(byId(id)); });
  }

  const picture = byId("picture"), panel = byId("panel");
  if (!picture || !panel) return;
  const cards = all("a[data-stone]", picture), lines = all("[data-from]", picture);
  const groups = all("g[data-pathway]:not(.brk)", picture);
  const buttons = all(".tools button"), title = byId("panel-h"), body = byId("panel-b");
  const word = (name) => panel.dataset[name];
  let chosen = null;

  // Links of one pathway, by the stone they start or end at. Routes never change pathway.
  const forward = new Map(), back = new Map();
  const file = (map, line, end) => {
    const key = JSON.stringify([line.dataset.pathway, line.dataset[end]]);
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(line);
  };
  lines.forEach((line) => { file(forward, line, "from"); file(back, line, "to"); });
  const follow = (path, stone, map, end, lit) => {
    const met = new Set([stone]), queue = [stone];
    while (queue.length) {
      for (const line of map.get(JSON.stringify([path, queue.pop()])) || []) {
        lit.add(line);
        const next = line.dataset[end];
        if (!met.has(next)) { met.add(next); queue.push(next); }
      }
    }
    return met;
  };

  // Links through a dot have no line of their own: of the arcs to and from it those that they take are drawn, each
  // once, so that dashes stay what they are.
  const hubs = all("[data-hub]", picture).map((hub) => [hub, all("[data-from]", hub.nextElementSibling || hub)]);
  const drawArcs = (lit) => hubs.forEach(([hub, links]) => {
    const taken = new Set();
    links.filter((l) => lit.has(l)).forEach((l) => {
      const [start, ...pieces] = l.getAttribute("d").slice(1).split(/(?=[CL])/);
      pieces.reduce((from, piece) => {
        taken.add("M" + from + piece);
        return piece.slice(1).split(" ").slice(-2).join(" ");
      }, start);
    });
    if (!taken.size) return;
    const arc = hub.cloneNode();
    arc.removeAttribute("data-hub");
    arc.setAttribute("class", "arc");
    const first = (d) => d.split(/(?=[CL])/).slice(0, 2).join(""); // the way between two dots may have more
    arc.setAttribute("d", hub.getAttribute("d").split(/(?=M)/).filter((d) => taken.has(first(d))).join(""));
    hub.after(arc);
  });
  const dim = () => {
    picture.classList.remove("foc");
    all(".lit", picture).forEach((e) => e.classList.remove("lit"));
    all(".arc", picture).forEach((e) => e.remove());
  };

  const press = (path) => buttons.forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.path === path)));
  const clear = () => {
    dim();
    cards.forEach((c) => c.removeAttribute("aria-current"));
    panel.hidden = true;
    body.textContent = title.textContent = "";
    chosen = null;
    press("");
  };
  const light = (stones, lit, paths, whole) => {
    picture.classList.add("foc");
    cards.forEach((c) => c.classList.toggle("lit", stones.has(c.dataset.stone)));
    lit.forEach((line) => line.classList.add("lit"));
    if (whole) hubs.forEach(([hub]) => hub.classList.toggle("lit", paths.has(hub.closest("[data-pathway]").dataset.pathway)));
    else drawArcs(lit);
    groups.concat(all(".brk", picture)).forEach((b) => b.classList.toggle("lit", paths.has(b.dataset.pathway)));
  };

  // What the panel shows is copied from the page; ids stay where they are.
  const copy = (node) => {
    const twin = node.cloneNode(true);
    twin.removeAttribute("id");
    all("[id]", twin).forEach((e) => e.removeAttribute("id"));
    return twin;
  };
  const make = (tag, text, parent) => {
    const e = doc.createElement(tag);
    if (text) e.textContent = text;
    if (parent) parent.appendChild(e);
    return e;
  };
  const link = (href, text, parent) => {
    const a = make("a", text, parent);
    a.href = href;
    return a;
  };
  const show = (heading, focus) => {
    title.textContent = heading;
    panel.hidden = false;
    if (focus) title.focus({ preventScroll: true });
  };

  const places = new Map();
  all(".story").forEach((story) => all(".stone[data-stone]", story).forEach((li) => {
    const id = li.dataset.stone;
    if (!places.has(id)) places.set(id, []);
    places.get(id).push([story, li]);
  }));
  const paths = new Map(buttons.filter((b) => b.dataset.path).map((b) => [b.dataset.anchor, b.dataset.path]));

  const evidence = (li, parent) => {
    const items = all(".evs .ev", li);
    if (!items.length) { make("p", word("none"), parent).className = "meta"; return; }
    const list = make("ul", "", parent);
    items.forEach((a) => {
      const row = make("li", "", list), source = byId(a.getAttribute("href").slice(1));
      row.appendChild(copy(a));
      const told = make("div", "", row);
      if (source) all(".sg, .itx", source).forEach((e) => told.appendChild(copy(e)));
    });
  };

  const choose = (card, focus) => {
    clear();
    chosen = card;
    card.setAttribute("aria-current", "true");
    const stone = card.dataset.stone, stones = new Set([stone]), lit = new Set(), through = new Set();
    const told = places.get(stone) || [];
    for (const [story, li] of told) {
      const path = paths.get(story.id);
      through.add(path);
      for (const s of follow(path, stone, forward, "to", lit)) stones.add(s);
      for (const s of follow(path, stone, back, "from", lit)) stones.add(s);
      const part = make("div", "", body), head = make("h4", "", part);
      head.appendChild(copy(story.querySelector(".badge")));
      head.firstChild.className = "badge " + story.className.split(" ").pop();
      link("#" + li.id, story.querySelector("h2").lastChild.textContent, head);
      const rated = make("p", "", part);
      all(".pr > *, .co > *", li).forEach((e) => rated.appendChild(copy(e)));
      all(":scope > .tx > .nr, :scope > .tx > .differ", li).forEach((e) => part.appendChild(copy(e)));
      evidence(li, part);
    }
    if (!told.length) make("p", word("loose"), body);
    light(stones, lit, through);
    const own = told.length && told[0][1].querySelector(".tx > p");
    show(own ? own.textContent : card.getAttribute("aria-label"), focus);
    const box = card.getBoundingClientRect(), bar = panel.getBoundingClientRect();
    if (box.bottom > bar.top - 8) scrollBy(0, box.bottom - bar.top + 24);
    else if (box.top < 56) scrollBy(0, box.top - 76);
  };

  const take = (button) => {
    clear();
    const path = button.dataset.path, story = byId(button.dataset.anchor || "");
    press(path);
    if (!story) return;
    const stones = new Set(all(".stone[data-stone]", story).map((li) => li.dataset.stone));
    light(stones, new Set(lines.filter((l) => l.dataset.pathway === path)), new Set([path]), true);
    body.appendChild(copy(story.querySelector(".facts")));
    link("#" + story.id, word("read"), body);
    show(story.querySelector("h2").textContent, false);
  };
  buttons.forEach((b) => b.addEventListener("click", () => take(b)));

  // One tab stop for the whole map; arrows move between cards.
  const rove = (card, focus) => {
    cards.forEach((c) => c.setAttribute("tabindex", c === card ? "0" : "-1"));
    if (focus) card.focus();
  };
  if (cards.length) rove(cards[0], false);
  const columns = all("g[role=list]", picture).map((g) => all("a[data-stone]", g)).filter((c) => c.length);
  const level = (card) => { const b = card.getBoundingClientRect(); return b.top + b.height / 2; };
  const nearest = (list, y) => list.reduce((a, b) => (Math.abs(level(b) - y) < Math.abs(level(a) - y) ? b : a));
  const turned = doc.dir === "rtl";
  picture.addEventListener("keydown", (event) => {
    const card = event.target.closest("a[data-stone]");
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    const i = columns.findIndex((c) => c.includes(card)), own = columns[i], j = own.indexOf(card);
    const side = (step) => { const c = columns[i + (turned ? -step : step)]; return c && nearest(c, level(card)); };
    const moves = {
      ArrowDown: () => own[j + 1], ArrowUp: () => own[j - 1], Home: () => own[0], End: () => own[own.length - 1],
      ArrowRight: () => side(1), ArrowLeft: () => side(-1)
    };
    if (event.key === " ") { event.preventDefault(); choose(card, true); return; }
    if (!moves[event.key]) return;
    event.preventDefault();
    const next = moves[event.key]();
    if (next) rove(next, true);
  });
  picture.addEventListener("focusin", (event) => {
    const card = event.target.closest("a[data-stone]");
    if (card) rove(card, false);
  });
  picture.addEventListener("click", (event) => {
    const card = event.target.closest("a[data-stone]");
    if (!card || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    rove(card, false);
    if (card === chosen) clear(); else choose(card, event.detail === 0);
  });
  const leave = () => {
    const from = chosen || buttons.find((b) => b.getAttribute("aria-pressed") === "true") || buttons[0];
    clear();
    if (from) from.focus();
  };
  doc.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    if (panel.contains(doc.activeElement) || picture.contains(doc.activeElement)) leave(); else clear();
  });
  byId("close").addEventListener("click", leave);
  addEventListener("beforeprint", clear);

  // Pointing at a card shows its routes, as long as nothing is chosen.
  let hovered = null;
  picture.addEventListener("pointerover", (event) => {
    const card = event.pointerType === "mouse" && event.target.closest("a[data-stone]");
    if (chosen || !panel.hidden || card === hovered) return;
    hovered = card;
    dim();
    if (!card) return;
    const stones = new Set([card.dataset.stone]), lit = new Set(), through = new Set();
    for (const [story] of places.get(card.dataset.stone) || []) {
      const path = paths.get(story.id);
      through.add(path);
      for (const s of follow(path, card.dataset.stone, forward, "to", lit)) stones.add(s);
      for (const s of follow(path, card.dataset.stone, back, "from", lit)) stones.add(s);
    }
    light(stones, lit, through);
  });
  picture.addEventListener("pointerleave", () => {
    hovered = null;
    if (!chosen && panel.hidden) dim();
  });
})();
