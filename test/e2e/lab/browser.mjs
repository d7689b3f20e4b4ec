// Debian's Chromium with one page, cut off from every other machine.
import { chromium } from 'playwright-core';

/** @returns The browser and a context of `width` × `height` CSS pixels. */
export async function startBrowser({ width = 1200, height = 700, scale = 1 } = {}) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  });
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: 'dark',
    reducedMotion: 'reduce',
  });
  // Look-ups of galleries and update services fail at once, instead of after a timeout.
  await context.route(
    (url) =>
      url.protocol.startsWith('http') && url.hostname !== '127.0.0.1' && !url.hostname.endsWith('.localhost'),
    (route) => route.abort(),
  );
  return { browser, context };
}
