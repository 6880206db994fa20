// Writes a fact at the desk in the Firefox at hand, with keys alone: node desk_by_keyboard.mjs ADDRESS OF AN ARTICLE
// Prints what the page told on the way, as JSON.
import puppeteer from "puppeteer-core";

const [address] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
const told = {};
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(address, { waitUntil: "load" });
  const keys = async (...names) => {
    for (const name of names) {
      const parts = name.split("+");
      for (const held of parts.slice(0, -1)) await page.keyboard.down(held);
      await page.keyboard.press(parts.at(-1));
      for (const held of parts.slice(0, -1).reverse()) await page.keyboard.up(held);
    }
  };
  const until = (check, ...more) => page.waitForFunction(check, { timeout: 20000 }, ...more);
  const shows = (place, words) => until((at, part) => document.querySelector(at).textContent.includes(part), place, words);
  const named = () => page.evaluate(() => document.activeElement.name ?? document.activeElement.tagName);
  const tabTo = async (name) => {
    for (let n = 0; n < 40 && (await named()) !== name; n += 1) await keys("Tab");
    if ((await named()) !== name) throw new Error(`no key leads to ${name}`);
  };
  await keys("n", "Enter");
  await shows("#reads", "verify will hold these words");
  await keys("Alt+2");
  await tabTo("said_by");
  await keys("Control+a");
  await page.keyboard.type("Bright");
  await keys("Alt+n");
  await until(() => document.getElementById("new").open);
  await keys("Control+Enter");
  await shows("#new-diff", "+- id: bright");
  await keys("Control+Enter");
  await until(() => !document.getElementById("new").open);
  told.saidBy = await page.$eval('[name="said_by"]', (each) => each.value);
  await tabTo("new-id");
  await keys("Control+a");
  await page.keyboard.type("land-price");
  await tabTo("statement-en");
  await keys("Control+a");
  await page.keyboard.type("The land costs [[land-price]].");
  await shows("#prints-en", "The land costs more than €3");
  told.prints = await page.$eval("#prints-en", (each) => each.textContent);
  await keys("Control+Enter");
  await shows("#diff", "+- id: land-price");
  await keys("Control+Enter");
  await shows("#status", "written: facts/lamp-factory.yml");
  told.status = await page.$eval("#status", (each) => each.textContent);
  told.used = await page.$$eval("a.used", (all) => all.map((each) => each.textContent));
  await keys("Control+z");
  await shows("#status", "taken back: facts/lamp-factory.yml");
} finally {
  await browser.close();
}
console.log(JSON.stringify(told));
