// Opens pages in headless Chromium from file:// and checks each in light, dark, at 390 px and for print:
// axe-core finds nothing, nothing scrolls sideways, nothing is asked of the network, no error is logged.
//   node .ci/pages.mjs FOLDER_WITH_node_modules PAGE.html…
// Ends with 1 where one does not hold. Needs axe-core and puppeteer-core, and Chromium named by CHROMIUM or on PATH.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [modules, ...pages] = process.argv.slice(2);
const require = createRequire(resolve(modules, "index.js"));
const { default: puppeteer } = await import(require.resolve("puppeteer-core")).then((m) => (m.default?.launch ? m : { default: m }));
const axe = readFileSync(require.resolve("axe-core"), "utf-8");
const executablePath = process.env.CHROMIUM || execFileSync("which", ["chromium"]).toString().trim();
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const ways = [
  { name: "light", width: 1200, scheme: "light" },
  { name: "dark", width: 1200, scheme: "dark" },
  { name: "390 px", width: 390, scheme: "light" },
  { name: "print", width: 800, scheme: "light", print: true },
];
let faults = 0;
const report = (text) => {
  faults += 1;
  console.log(text);
};

for (const file of pages) {
  for (const way of ways) {
    const page = await browser.newPage();
    // The page's own policy lets no script in, the checker's neither.
    await page.setBypassCSP(true);
    page.on("console", (message) => message.type() === "error" && report(`${file}, ${way.name}: ${message.text()}`));
    page.on("request", (request) => /^https?:/.test(request.url()) && report(`${file}, ${way.name}: asks ${request.url()}`));
    await page.setViewport({ width: way.width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: way.scheme }]);
    if (way.print) await page.emulateMediaType("print");
    await page.goto(`file://${resolve(file)}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0 && !way.print) report(`${file}, ${way.name}: ${wide} px wider than the window`);
    await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    for (const each of violations) {
      report(`${file}, ${way.name}: ${each.id}: ${each.help} (${each.nodes.length}): ${each.nodes[0].html.slice(0, 160)}`);
    }
    await page.close();
  }
}
await browser.close();
console.log(faults ? `${faults} faults` : `${pages.length} pages: nothing found`);
process.exit(faults ? 1 : 0);
