// Opens the pages of a running server in Chromium and says what is wrong with them.
//   node check.mjs http://127.0.0.1:8080 [--screenshots FOLDER]
// Each page is opened wide and narrow, light and dark: first as a person without JavaScript reads it, then with axe-core.
import { createRequire } from "node:module";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } };
const COLOURS = ["light", "dark"];
const GRAVE = ["serious", "critical"];
const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";

const [base, ...options] = process.argv.slice(2);
if (!base) {
  console.error("usage: node check.mjs BASE-URL [--screenshots FOLDER]");
  process.exit(2);
}
const pictures = options[0] === "--screenshots" ? options[1] : undefined;
if (pictures) await mkdir(pictures, { recursive: true });
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox", "--disable-quic"] });

let passed = 0;
const failures = [];
function check(what, faults) {
  if (faults.length === 0) passed += 1;
  else failures.push(...faults.map((fault) => `${what}: ${fault}`));
}

/** The address that the first link fitting `selector` on `path` leads to. */
async function linked(path, selector) {
  const page = await browser.newPage();
  try {
    await page.goto(base + path);
    const link = page.locator(selector).first();
    return (await link.count()) > 0 ? await link.getAttribute("href") : undefined;
  } finally {
    await page.close();
  }
}

/** Name, address and expected status of each page; those that hold most are found by following links. */
async function pages() {
  const story = await linked("/", ".card h3 a");
  const developed = story && (await linked(story, ".entry h4 a"));
  const copy = await inSomeStory(".carried a");
  const versions = await inSomeStory('.by a[href$="/changes"]');
  const changed = versions?.replace("/changes", "");
  const topic = await linked("/topics", ".cloud a");
  const speaker = await linked("/speakers", ".ledger .name");
  const said = await saidIn(speaker);
  const found = {
    front: "/",
    "front-all": "/?show=all",
    story,
    briefing: story && `${story}/briefing`,
    "story-newest": story && `${story}?order=newest`,
    article: developed,
    "article-copy": copy,
    "article-changed": changed,
    versions,
    "versions-of-one": developed && `${developed}/changes`,
    changes: "/changes?days=all",
    "changes-nothing": "/changes?show=corrections&days=7",
    "article-foreign": await foreignReport(),
    "article-said": said,
    "article-marks": said && `${said}?show=names,figures,dates`,
    speakers: "/speakers",
    "speakers-people": "/speakers?kind=person&name=a",
    "speakers-nothing": "/speakers?name=qqqzzzxxx",
    speaker,
    "speaker-end": speaker && `${speaker}?page=400`,
    topics: "/topics",
    topic,
    outlets: "/outlets",
    search: "/search?q=the&from=2000-01-01",
    "search-japanese": "/search?language=ja",
    "search-nothing": "/search?q=qqqzzzxxx",
    "search-refused": "/search?q=---",
    "search-start": "/search",
    missing: "/story/999999999",
    "missing-briefing": "/story/999999999/briefing",
    "missing-speaker": "/speaker/qqqzzzxxx",
  };
  const status = { missing: 404, "missing-briefing": 404, "missing-speaker": 404, "search-refused": 400 };
  for (const [name, path] of Object.entries(found)) {
    check(`link to ${name}`, path ? [] : ["no page led there"]);
  }
  const reached = Object.entries(found).filter(([, path]) => path);
  return reached.map(([name, path]) => ({ name, path, status: status[name] ?? 200 }));
}

/** What the first link fitting `selector` leads to, on the pages of the stories, newest first. */
async function inSomeStory(selector) {
  const page = await browser.newPage();
  try {
    for (let number = 1; number < 9; number += 1) {
      await page.goto(`${base}/?show=all&page=${number}`);
      const stories = await page.locator(".card h3 a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      if (stories.length === 0) break;
      for (const story of stories) {
        await page.goto(base + story);
        const link = page.locator(selector).first();
        if ((await link.count()) > 0) return await link.getAttribute("href");
      }
    }
    return undefined;
  } finally {
    await page.close();
  }
}

/** The report that a speaker is quoted in first, without the place in it. */
async function saidIn(speaker) {
  const place = speaker && (await linked(speaker, ".statements .by a"));
  return place?.split("#")[0];
}

/** Claims: a card on hover and on focus, a number that leads to the list, a line that leads back, switches that turn. */
async function claims() {
  const path = await saidIn(await linked("/speakers", ".ledger .name"));
  if (!path) return ["no report with a claim"];
  const faults = [];
  const page = await browser.newPage({ viewport: SIZES.wide, javaScriptEnabled: true });
  await page.goto(base + path);
  const cards = () => page.locator(".said-card").evaluateAll((all) => all.filter((card) => getComputedStyle(card).display !== "none").length);
  if ((await cards()) !== 0) faults.push("a card stands open");
  await page.locator(".claim .content").first().hover();
  if ((await cards()) < 1) faults.push("no card on hover");
  await page.mouse.move(0, 0);
  await page.locator("a.who").first().focus();
  if ((await cards()) !== 1) faults.push(`${await cards()} cards on focus`);
  await page.keyboard.press("Enter");
  const place = new URL(page.url()).hash;
  const row = page.locator(`.said li${place}`);
  if (!place.startsWith("#who-") || (await row.count()) !== 1) faults.push(`the number leads to ${place}`);
  else {
    await row.locator(".what a").click();
    const back = new URL(page.url()).hash;
    if (back !== place.replace("who", "claim") || (await page.locator(back).count()) !== 1) faults.push(`back is ${back}`);
  }
  const words = () => page.locator("#text").evaluate((text) => {
    const bare = text.cloneNode(true);
    bare.querySelectorAll(".said-card").forEach((card) => card.remove());
    return bare.textContent;
  });
  const quiet = await words();
  for (const name of await page.locator(".marks a").evaluateAll((all) => all.map((one) => one.className))) {
    await page.locator(`.marks a.${name}`).press("Enter");
    await page.waitForLoadState();
    if ((await page.locator(`#text .${name}`).count()) === 0) faults.push(`the switch ${name} shows nothing`);
    if ((await words()) !== quiet) faults.push(`the switch ${name} changes words`);
  }
  const wanted = await page.locator(".marks a").evaluateAll((all) => all.every((one) => one.getAttribute("aria-current") === "true"));
  if (!wanted) faults.push("the address does not keep all switches");
  await page.close();
  // A finger reaches the same without hover.
  const touch = await browser.newContext({ viewport: SIZES.narrow, hasTouch: true, isMobile: true });
  const phone = await touch.newPage();
  await phone.goto(base + path);
  await phone.locator("a.who").first().tap();
  await phone.waitForTimeout(100);
  if (!new URL(phone.url()).hash.startsWith("#who-")) faults.push("a tap on the number leads nowhere");
  await touch.close();
  return faults;
}

/** A report that is not in English. */
async function foreignReport() {
  return (await linked("/search?language=ja", ".hits h3 a")) ?? (await linked("/search?language=de", ".hits h3 a"));
}

/** As read without JavaScript: title, headings, width, console, policy. */
async function read({ name, path, status }, size, colour) {
  const context = await browser.newContext({ viewport: SIZES[size], colorScheme: colour, javaScriptEnabled: false });
  const page = await context.newPage();
  const faults = [];
  // The browser itself writes a line for the page's own 404 and 400.
  const expected = (words) => status !== 200 && words.includes(`status of ${status}`);
  page.on("console", (said) => {
    if (["error", "warning"].includes(said.type()) && !expected(said.text())) faults.push(`console: ${said.text()}`);
  });
  page.on("requestfailed", (request) => faults.push(`not loaded: ${request.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(base)) faults.push(`asks elsewhere: ${request.url()}`);
  });
  const response = await page.goto(base + path, { waitUntil: "load" });
  if (response.status() !== status) faults.push(`status ${response.status()}, not ${status}`);
  if (!response.headers()["content-security-policy"]) faults.push("no Content-Security-Policy");
  if (!(await page.title()).trim()) faults.push("no title");
  const headings = await page.locator("h1").count();
  if (headings !== 1) faults.push(`${headings} h1`);
  if (pictures) await page.screenshot({ path: join(pictures, `${name}-${size}-${colour}.png`), fullPage: true });
  await context.close();
  return faults;
}

/** What axe finds, and whether anything is wider than the window: both need a script, which the policy keeps out. */
async function examine({ path }, size, colour) {
  const context = await browser.newContext({ viewport: SIZES[size], colorScheme: colour, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(base + path, { waitUntil: "load" });
  await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  const faults = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth;
    return wide > room ? [`${wide} px wide in a window of ${room} px`] : [];
  });
  // Dark pages differ from light ones in nothing but colour.
  const rules = colour === "dark" ? { runOnly: { type: "rule", values: ["color-contrast"] } } : {};
  await page.evaluate(axe);
  const found = await page.evaluate((rules) => window.axe.run(document, { resultTypes: ["violations"], ...rules }), rules);
  for (const violation of found.violations.filter(({ impact }) => GRAVE.includes(impact))) {
    const where = violation.nodes.slice(0, 3).map((node) => node.target.join(" "));
    faults.push(`${violation.impact} ${violation.id}: ${violation.help} (${where.join("; ")})`);
  }
  await context.close();
  return faults;
}

/** The page's own policy, enforced: an inline script and an inline style that try to act are refused. */
async function policy() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${base}/`);
  const acted = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.body.dataset.acted = 'yes'";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", "<p id='styled' style='color: rgb(1, 2, 3)'>x</p>");
    const styled = getComputedStyle(document.getElementById("styled")).color === "rgb(1, 2, 3)";
    return [document.body.dataset.acted === "yes" && "an inline script ran", styled && "an inline style held"];
  });
  await context.close();
  return acted.filter(Boolean);
}

/** The keyboard reaches the content at once: the first stop is the skip link, and it works. */
async function keyboard() {
  const page = await browser.newPage();
  await page.goto(`${base}/`);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement?.getAttribute("href"));
  await page.keyboard.press("Enter");
  const target = await page.evaluate(() => document.activeElement?.id);
  await page.close();
  const faults = first === "#main" ? [] : [`the first stop is ${first}`];
  return target === "main" ? faults : [...faults, `the skip link leads to ${target}`];
}

const views = Object.keys(SIZES).flatMap((size) => COLOURS.map((colour) => [size, colour]));
for (const page of await pages()) {
  const looked = views.map(async ([size, colour]) => {
    check(`${page.name} ${page.path}, ${size}, ${colour}, read`, await read(page, size, colour));
    check(`${page.name} ${page.path}, ${size}, ${colour}, examined`, await examine(page, size, colour));
  });
  await Promise.all(looked);
}
check("policy", await policy());
check("keyboard", await keyboard());
check("claims", await claims());
await browser.close();

for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
