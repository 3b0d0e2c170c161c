// Opens reports in Chromium and holds what their readers rely on. Arguments: the folder with the pages,
// the browser. Exits with 1 and says what does not hold.
import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, executablePath] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// A busy machine may take its time: what hangs is ended after minutes, and nothing is timed.
const patience = 180_000;
const browser = await chromium.launch({
  executablePath,
  timeout: patience,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let failed = 0, held = 0;
const hold = (what, ok, detail = "") => {
  if (ok) { held++; return; }
  failed++;
  console.error(`does not hold: ${what} ${detail}`);
};

// open loads a page; whatever it asks for beyond itself, and every word of complaint, is a failure.
const open = async (name, options = {}) => {
  const context = await browser.newContext({ bypassCSP: options.bypassCSP, viewport: { width: options.width ?? 1440, height: options.height ?? 900 }, colorScheme: options.dark ? "dark" : "light", javaScriptEnabled: options.script ?? true });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const url = `file://${folder}/${name}.html`;
  page.on("request", (r) => hold(`${name} asks for nothing`, r.url().split("#")[0] === url, r.url()));
  page.on("console", (m) => hold(`${name} says nothing in the console`, !["error", "warning"].includes(m.type()), m.text()));
  page.on("pageerror", (e) => hold(`${name} runs without error`, false, e.message));
  await page.goto(url);
  return page;
};
const done = (page) => page.context().close();

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// axe-core, with all details open and a stone chosen where there is a map with pathways.
const pages = ["programme-board-rated", "programme-board", "sssc-personal-assistants", "right-to-left"];
for (const name of pages) {
  for (const [width, dark] of [[1440, false], [1440, true], [390, false], [320, true]]) {
    const page = await open(name, { width, dark, bypassCSP: true });
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    const card = page.locator("#picture a[data-stone]").first();
    if (await card.count()) await card.evaluate((e) => e.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const v of found.violations) {
      hold(`axe on ${name} at ${width}${dark ? " in the dark" : ""}`, false, `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target + " " + (n.any[0]?.message ?? "")).join(" | ")}`);
    }
    hold(`axe ran on ${name}`, found.passes.length > 20 || found.violations.length > 0);
    await done(page);
  }
}

// Pictures as they stand in somebody's page.
for (const name of ["whole", "right-to-left", "no-pathways", "pathway", "overview", "garden"]) {
  for (const dark of [false, true]) {
    const context = await browser.newContext({ viewport: { width: 1900, height: 1000 }, colorScheme: dark ? "dark" : "light" });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    await page.setContent(`<!doctype html><html lang="en"><title>Map</title><style>:root { color-scheme: light dark }</style><main><h1>Map</h1>${readFileSync(`${folder}/${name}.svg`, "utf8")}</main></html>`);
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const v of found.violations) hold(`axe on the picture ${name}${dark ? " in the dark" : ""}`, false, `${v.id}: ${v.help}: ${v.nodes[0].html}`);
    hold(`axe ran on the picture ${name}`, found.passes.length > 5, String(found.passes.length));
    await context.close();
  }
}

// No sideways scrolling of the page, at any width.
for (const name of pages) {
  for (const width of [320, 390, 600, 768, 1024, 1280, 1440, 1920]) {
    const page = await open(name, { width });
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    hold(`${name} fits a screen ${width} wide`, (await overflow(page)) <= 0, String(await overflow(page)));
    await done(page);
  }
}

// The style of the page and that of the map pass the policy: without it nothing would have this look.
{
  const page = await open("programme-board-rated");
  const look = await page.evaluate(() => ({
    brief: getComputedStyle(document.querySelector(".row")).display,
    on: document.documentElement.classList.contains("on"),
    first: document.querySelector(".key").getBoundingClientRect().bottom,
  }));
  hold("the page is styled", look.brief === "grid");
  hold("the script runs", look.on);
  hold("the four questions are answered on the first screen", look.first <= 900, String(look.first));
  await done(page);
  const dark = await open("programme-board-rated", { dark: true });
  const colour = await dark.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector("#picture .map-cd")).fill]);
  hold("dark is dark, map and page", colour.every((c) => c.match(/\d+/g).every((n) => Number(n) < 80)), colour.join());
  await done(dark);
}

// Mouse: a card lights up its routes, and opens its evidence; the same card, Close and Escape end it.
{
  const page = await open("programme-board-rated");
  const card = page.locator('#picture a[data-stone="team"]');
  const state = () => page.evaluate(() => ({
    shown: !document.getElementById("panel").hidden,
    text: document.getElementById("panel").innerText,
    lit: [...document.querySelectorAll("#picture a.lit")].map((e) => e.dataset.stone),
    paths: [...new Set([...document.querySelectorAll("#picture [data-from].lit")].map((e) => e.dataset.pathway))],
    focus: document.activeElement.dataset?.stone ?? document.activeElement.id ?? document.activeElement.dataset?.path,
  }));
  await card.hover();
  let s = await state();
  hold("pointing lights up routes and opens nothing", !s.shown && s.lit.includes("reciprocity-relationship"), JSON.stringify(s.lit));
  await page.mouse.move(5, 5);
  hold("and leaving ends it", (await state()).lit.length === 0);
  await card.click();
  s = await state();
  hold("a click opens the evidence", s.shown && s.text.includes("What both sides speak of first") && s.text.includes("44 of 63 pairs"), s.text.slice(0, 200));
  hold("routes stay in the pathways of the stone", s.paths.join() === "relationships", s.paths.join());
  hold("upstream and downstream are lit, others are not", s.lit.includes("provide-support-information-advice") && s.lit.includes("improved-wellbeing-reduced-stress") && !s.lit.includes("social-workers") && !s.lit.includes("confident-ability-provide-support"), s.lit.join());
  const twice = () => page.evaluate(() => {
    const drawn = [...document.querySelectorAll("#picture [data-from].lit, #picture [data-hub].lit, #picture .arc")].filter((e) => getComputedStyle(e).stroke !== "none");
    const pieces = drawn.flatMap((e) => e.getAttribute("d").split("M").slice(1)).flatMap((way) => {
      const parts = way.split(/(?=[CL])/);
      return parts.slice(1).map((part, i) => parts[i].replace(/^[CL]/, "").split(" ").slice(-2).join(" ") + part);
    });
    return { drawn: pieces.length, twice: pieces.filter((d, i) => pieces.indexOf(d) !== i), faint: drawn.filter((e) => getComputedStyle(e).opacity !== "1").length, thin: drawn.filter((e) => parseFloat(getComputedStyle(e).strokeWidth) < 2).length };
  });
  let t = await twice();
  hold("the arcs of a route are drawn once each", t.drawn > 8 && t.twice.length + t.faint + t.thin === 0, JSON.stringify(t));
  const arcs = await page.evaluate(() => [...document.querySelectorAll("#picture .arc")].map((a) => [a.getAttribute("d").split(/(?=M)/).length, a.previousElementSibling.getAttribute("d").split(/(?=M)/).length]));
  hold("a stone before a dot has its own arc to it and no other's", arcs.some(([own, all]) => own < all), JSON.stringify(arcs));
  hold("dimmed cards are still there", Number(await page.locator('#picture a[data-stone="social-workers"]').evaluate((e) => getComputedStyle(e.parentElement).opacity)) > 0.1);
  await card.click();
  hold("the same card again closes it", !(await state()).shown);
  await card.click();
  await page.click("#close");
  s = await state();
  hold("Close gives the focus back to the card", !s.shown && s.focus === "team", s.focus);

  // A stone in two pathways shows both of its ratings.
  await page.locator('#picture a[data-stone="employers-gain-clear-understanding"]').click();
  s = await state();
  hold("a shared stone shows all its pathways", s.paths.sort().join() === "employers,relationships", s.paths.join());
  await page.keyboard.press("Escape");
  hold("Escape closes", !(await state()).shown);

  // A pathway.
  await page.click('.tools button[data-path="workforce"]');
  s = await state();
  hold("a pathway lights up whole", s.shown && s.paths.join() === "workforce" && s.lit.length === 15, `${s.paths} ${s.lit.length}`);
  t = await twice();
  hold("its lines keep their dashes: no link is stroked over another", t.drawn > 20 && t.twice.length + t.faint + t.thin === 0, JSON.stringify(t));
  hold("no arc is left of what was chosen before", (await page.locator("#picture .arc").count()) === 0);
  hold("its button is pressed", (await page.getAttribute('.tools button[data-path="workforce"]', "aria-pressed")) === "true");
  await page.click('.tools button[data-path=""]');
  hold("All shows all", !(await state()).shown);
  await done(page);
}

// Keyboard: one tab stop, arrows, Enter, Space, Escape.
for (const name of ["programme-board-rated", "right-to-left"]) {
  const page = await open(name);
  const stops = await page.locator('#picture a[data-stone][tabindex="0"]').count();
  hold("the map is one tab stop", stops === 1, String(stops));
  await page.locator('#picture a[data-stone][tabindex="0"]').focus();
  const at = () => page.evaluate(() => { const b = document.activeElement.getBoundingClientRect(); return { stone: document.activeElement.dataset.stone, x: b.x + document.getElementById("picture").scrollLeft, y: b.y + scrollY }; });
  const first = await at();
  await page.keyboard.press("ArrowDown");
  const below = await at();
  hold("down moves down", below.x === first.x && below.y > first.y);
  await page.keyboard.press("ArrowUp");
  hold("up moves up", (await at()).stone === first.stone);
  await page.keyboard.press("End");
  hold("End moves to the last card of the column", (await at()).y > below.y);
  await page.keyboard.press(name === "right-to-left" ? "ArrowLeft" : "ArrowRight");
  const next = await at();
  hold("sideways moves to the next column as it is seen", name === "right-to-left" ? next.x < first.x : next.x > first.x, `${first.x} ${next.x}`);
  await page.keyboard.press("Enter");
  hold("Enter opens, and moves into the panel", await page.evaluate(() => !document.getElementById("panel").hidden && document.activeElement.id === "panel-h"));
  await page.keyboard.press("Escape");
  hold("Escape closes and gives the focus back", (await at()).stone === next.stone);
  await page.keyboard.press(" ");
  hold("Space opens", await page.evaluate(() => !document.getElementById("panel").hidden));
  await page.keyboard.press("Escape");
  // Details by keyboard, and links into closed details open them.
  const summary = page.locator(".why > summary").first();
  await summary.focus();
  await page.keyboard.press("Enter");
  hold("details open by keyboard", await summary.evaluate((e) => e.parentElement.open));
  await page.keyboard.press("Home");
  await done(page);
}
{
  const page = await open("programme-board-rated");
  await page.keyboard.press("Tab");
  hold("the first tab stop skips to the story", (await page.evaluate(() => document.activeElement.getAttribute("href"))) === "#main");
  await page.keyboard.press("Enter");
  hold("and does", (await page.evaluate(() => location.hash)) === "#main");
  await done(page);
}

// Without script: all text is there, cards lead to their stones, nothing promises what it cannot do.
{
  const page = await open("programme-board-rated", { script: false });
  hold("no tools without script", !(await page.locator(".tools").isVisible()));
  await page.locator('#picture a[data-stone="team"]').click();
  hold("a card leads to its stone", page.url().endsWith("#stone-relationships.team"), page.url());
  const summary = page.locator('[id="link-relationships.behaviour-to-impact"] summary').first();
  await summary.click();
  hold("details open without script", await page.locator('[id="link-relationships.behaviour-to-impact"] table').first().isVisible());
  await done(page);
}

// Paper: light, everything open, nothing but the story; A4 and A3.
{
  const page = await open("programme-board-rated", { dark: true, width: 1440 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const paper = await page.evaluate(() => {
    window.dispatchEvent(new Event("beforeprint"));
    const shown = (s) => [...document.querySelectorAll(s)].some((e) => e.getClientRects().length > 0);
    return { ground: getComputedStyle(document.documentElement).getPropertyValue("--paper").trim(), nav: shown(".toc"), tools: shown(".tools"), closed: document.querySelectorAll("details:not([open])").length };
  });
  hold("paper is white", paper.ground.toUpperCase() === "#FFFFFF", paper.ground);
  hold("no contents and no buttons on paper", !paper.nav && !paper.tools);
  hold("all details are open on paper", paper.closed === 0, String(paper.closed));
  hold("and closed again behind", await page.evaluate(() => { window.dispatchEvent(new Event("afterprint")); return document.querySelectorAll("details[open]").length === 0; }));
  const sheets = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) || []).length;
  const a4 = sheets(await page.pdf({ format: "A4", printBackground: true })), a3 = sheets(await page.pdf({ format: "A3", printBackground: true }));
  hold("A4 holds it in a decent number of sheets", a4 > 5 && a4 < 60, String(a4));
  hold("A3 takes fewer", a3 > 3 && a3 < a4, `${a3} of ${a4}`);
  await page.setViewportSize({ width: 680, height: 1000 });
  hold("nothing is wider than a sheet", (await overflow(page)) <= 0);
  await done(page);
}

await browser.close();
console.log(`report: ${held} checks hold, ${failed} do not`);
process.exit(failed ? 1 : 0);
