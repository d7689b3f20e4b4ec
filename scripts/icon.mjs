// Draws images/icon.png from images/icon.svg with the browser that the end-to-end tests use.
import fs from 'node:fs';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  const svg = fs.readFileSync('images/icon.svg', 'utf8');
  await page.setContent(`<style>body { margin: 0; background: transparent }</style>${svg}`);
  await page.locator('svg').screenshot({ path: 'images/icon.png', omitBackground: true });
} finally {
  await browser.close();
}
