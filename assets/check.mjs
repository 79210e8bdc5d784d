// Looks at written pages as a browser and as a validator: HTML rules, axe (WCAG 2.2 AA) in light and dark, at 1280, 360 and 320 px,
// sideways scrolling, and messages about the content security policy. Exit code 1 on any finding.
//
//     LOTS_GALLERY=/tmp/gallery build/debug/html_test && node assets/check.mjs /tmp/gallery [folder for screenshots]
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, normalize } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { chromium } from 'playwright-core'

const folder = process.argv[2]
const pictures = process.argv[3]
if (!folder) throw new Error('which folder?')
if (pictures) mkdirSync(pictures, { recursive: true })

const types = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', woff2: 'font/woff2' }
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types sig"

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname))
  try {
    const body = readFileSync(join(folder, path))
    response.writeHead(200, { 'Content-Type': types[path.split('.').pop()] ?? 'text/plain', 'Content-Security-Policy': policy })
    response.end(body)
  } catch {
    response.writeHead(404).end()
  }
})
await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
const origin = `http://127.0.0.1:${server.address().port}`

const files = readdirSync(folder).filter((name) => name.endsWith('.html'))
let findings = 0
const found = (where, what) => {
  findings += 1
  console.log(`${where}: ${what}`)
}

const validator = new HtmlValidate(new StaticConfigLoader(JSON.parse(readFileSync(new URL('../.htmlvalidate.json', import.meta.url), 'utf8'))))
for (const file of files) {
  const report = await validator.validateFile(join(folder, file), undefined)
  for (const result of report.results)
    for (const message of result.messages) found(file, `${message.ruleId} ${message.message} (${message.selector})`)
}

const views = [
  { name: 'desktop', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'phone', width: 360, height: 740, colorScheme: 'light' },
  { name: 'phone-dark', width: 360, height: 740, colorScheme: 'dark' },
  { name: 'narrow', width: 320, height: 640, colorScheme: 'light' },
  { name: 'no-scripts', width: 1280, height: 900, colorScheme: 'light', javaScriptEnabled: false },
  { name: 'forced-colours', width: 1280, height: 900, colorScheme: 'dark', forcedColors: 'active' }
]
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
})
for (const view of views) {
  const { name, width, height, ...rest } = view
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', locale: 'sv-SE', ...rest })
  for (const file of files) {
    const page = await context.newPage()
    const where = `${file} (${name})`
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') found(where, message.text())
    })
    page.on('pageerror', (fault) => found(where, fault.message))
    await page.goto(`${origin}/${file}`, { waitUntil: 'networkidle' })
    if (pictures) await page.screenshot({ path: join(pictures, `${file.replace('.html', '')}-${name}.png`), fullPage: true })
    if (rest.javaScriptEnabled !== false) {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (wide > 0) found(where, `scrolls sideways by ${wide} px`)
      if (rest.forcedColors !== 'active') {
        const report = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
        for (const violation of report.violations)
          for (const node of violation.nodes) found(where, `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\n', ' ')}`)
      }
    }
    await page.close()
  }
  await context.close()
}
await browser.close()
server.close()
console.log(`${files.length} pages, ${views.length} views, ${findings} findings`)
process.exitCode = findings ? 1 : 0
