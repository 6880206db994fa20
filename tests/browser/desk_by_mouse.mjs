// Writes a fact at the desk in the Firefox at hand, with the mouse and what has to be typed: node desk_by_mouse.mjs ADDRESS
// Prints what the page told on the way, as JSON.
import puppeteer from "puppeteer-core";

const [address] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
const told = {};
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(address, { waitUntil: "load" });
  const shows = (place, words) => page.waitForFunction((at, part) => document.querySelector(at)?.textContent.includes(part), { timeout: 20000 }, place, words);
  const click = async (place) => (await page.waitForSelector(place, { visible: true })).click();
  const fill = async (name, text) => {
    await (await page.waitForSelector(`#entry [name="${name}"]`, { visible: true })).click();
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    await page.keyboard.type(text);
  };
  await click("mark");
  await shows("#reads", "verify will hold");
  await click('input[name="kind"][value="fact"]');
  await fill("new-id", "land-price");
  await fill("statement-en", "The land costs [[land-price]].");
  await shows("#prints-en", "prints: The land costs");
  await click('#entry button[type="submit"]');
  await shows("#diff", "land-price");
  await shows("#brings", "check will");
  told.brings = await page.$eval("#brings", (each) => each.textContent);
  await click("#write");
  await shows("#status", "written");
  told.status = await page.$eval("#status", (each) => each.textContent);
  await click("#undo");
  await shows("#status", "taken back");
  console.log(JSON.stringify(told));
} finally {
  await browser.close();
}
