// Opens pages in the Firefox at hand and runs a check in each: node firefox.mjs ADDRESS WIDTH CHECK.js PATH...
// Prints what each check returned as JSON; a check is the body of an async function.
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const [address, width, file, ...paths] = process.argv.slice(2);
const check = readFileSync(file, "utf8");
const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
const found = {};
try {
  const page = await browser.newPage();
  await page.setViewport({ width: Number(width), height: 740 });
  for (const path of paths) {
    await page.goto(address + path, { waitUntil: "load" });
    found[path] = await page.evaluate(`(async () => { ${check} })()`);
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(found));
