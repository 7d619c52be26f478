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
  const copy = story && (await linked(story, ".carried a"));
  const changed = await changedReport();
  const topic = await linked("/topics", ".cloud a");
  const found = {
    front: "/",
    "front-all": "/?show=all",
    story,
    "story-newest": story && `${story}?order=newest`,
    article: developed,
    "article-copy": copy,
    "article-changed": changed,
    "article-foreign": await foreignReport(),
    topics: "/topics",
    topic,
    outlets: "/outlets",
    search: "/search?q=the&from=2000-01-01",
    "search-japanese": "/search?language=ja",
    "search-nothing": "/search?q=qqqzzzxxx",
    "search-refused": "/search?q=---",
    "search-start": "/search",
    missing: "/story/999999999",
  };
  const status = { missing: 404, "search-refused": 400 };
  for (const [name, path] of Object.entries(found)) {
    check(`link to ${name}`, path ? [] : ["no page led there"]);
  }
  const reached = Object.entries(found).filter(([, path]) => path);
  return reached.map(([name, path]) => ({ name, path, status: status[name] ?? 200 }));
}

/** A report with several versions, from the stories of the front pages. */
async function changedReport() {
  const page = await browser.newPage();
  try {
    await page.goto(`${base}/?show=all`);
    const stories = await page.locator(".card h3 a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const story of stories) {
      await page.goto(base + story);
      const link = page.locator('.by a[href$="#versions"]').first();
      if ((await link.count()) > 0) return (await link.getAttribute("href")).replace("#versions", "");
    }
    return undefined;
  } finally {
    await page.close();
  }
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
await browser.close();

for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
