// Opens every page that the demo's people can reach, as they would: signed in, following links. On each: HTML rules, axe (WCAG 2.2 AA),
// console and content security policy, sideways scrolling, weight. Error pages and the pages before sign-in too.
//
//     LOTS=build/release/lots node tests/browser/run.mjs [folder for screenshots]
//
// Closes with "N passed, N failed": one for each page and check that held. BROWSER_FULL=1 adds dark, 320 px and forced colours.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { chromium } from 'playwright-core'

const lots = process.env.LOTS ?? 'build/release/lots'
const pictures = process.argv[2]
if (pictures) mkdirSync(pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'lots-browser-'))
const data = join(folder, 'data')

let passed = 0
let failed = 0
const hold = (ok, where, what) => {
  if (ok) passed += 1
  else {
    failed += 1
    console.log(`${where}: ${what}`)
  }
}

const made = spawnSync(lots, ['demo', '--data', data], { encoding: 'utf8' })
if (made.status !== 0) throw new Error(`the demo was not made: ${made.stderr}`)
const listed = spawnSync(lots, ['demo', '--list'], { encoding: 'utf8' }).stdout
const password = /[Pp]assword[^a-z]*([a-z-]{12,})/.exec(listed)?.[1] ?? /\b([a-z]+(?:-[a-z]+){3})\b/.exec(listed)?.[1]
if (!password) throw new Error('lots demo --list tells no password')

const server = spawn(lots, ['serve', '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] })
const origin = await new Promise((ready, fault) => {
  let said = ''
  const listen = (chunk) => {
    said += chunk
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
    if (address) ready(address[0])
  }
  server.stdout.on('data', listen)
  server.stderr.on('data', listen)
  server.on('exit', () => fault(new Error(`the server stopped: ${said}`)))
})

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
})
const validator = new HtmlValidate(new FileSystemConfigLoader())

const views = [
  { name: '1280', width: 1280, height: 900 },
  { name: '360', width: 360, height: 740 }
]
if (process.env.BROWSER_FULL)
  views.push(
    { name: '1280-dark', width: 1280, height: 900, colorScheme: 'dark' },
    { name: '360-dark', width: 360, height: 740, colorScheme: 'dark' },
    { name: '320', width: 320, height: 640 },
    { name: 'forced', width: 1280, height: 900, forcedColors: 'active' }
  )

// One address stands for all of its kind: /arende/SIG-2026-004/plan and /arende/SIG-2026-002/plan look the same but for the state.
const looked = new Map()
const name_of = (path) => path.replaceAll(/[^A-Za-z0-9-]+/g, '_').replace(/^_/, '') || 'start'

async function look(context, who, path, expected = 200) {
  const where = `${who} ${path}`
  const page = await context.newPage()
  const said = []
  page.on('console', (message) => {
    const text = message.text()
    // A page that is meant to be an error says so in the console; that is the browser's own line.
    if (['error', 'warning'].includes(message.type()) && !text.startsWith('Failed to load resource')) said.push(text)
  })
  page.on('pageerror', (fault) => said.push(fault.message))
  const answer = await page.goto(origin + path, { waitUntil: 'load' })
  hold(answer.status() === expected, where, `status ${answer.status()}, expected ${expected}`)
  const source = await answer.text()
  const report = await validator.validateString(source, `${name_of(path)}.html`)
  hold(report.valid, where, report.results.flatMap((r) => r.messages.map((m) => `${m.ruleId} ${m.message} (${m.selector})`)).join('; '))
  for (const view of views) {
    await page.setViewportSize({ width: view.width, height: view.height })
    await page.emulateMedia({ colorScheme: view.colorScheme ?? 'light', forcedColors: view.forcedColors ?? 'none', reducedMotion: 'reduce' })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    hold(wide <= 0, `${where} (${view.name})`, `scrolls sideways by ${wide} px`)
    if (!view.forcedColors) {
      const axe = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
      hold(axe.violations.length === 0, `${where} (${view.name})`,
        axe.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`).join('; '))
    }
    if (pictures) await page.screenshot({ path: join(pictures, `${who}-${name_of(path)}-${view.name}.png`), fullPage: true })
  }
  hold(said.length === 0, where, `console: ${said.join(' | ')}`)
  const links = await page.$$eval('a[href]', (all) => all.map((a) => a.getAttribute('href')))
  await page.close()
  return links.filter((href) => href.startsWith('/') && !href.startsWith('/assets'))
}

async function sign_in(handle, role) {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${origin}/logga-in`)
  await page.fill('[name=user]', handle)
  await page.fill('[name=password]', password)
  // Somebody with several roles is asked which one to act in; the first will do here.
  await Promise.all([page.waitForURL((url) => !url.pathname.startsWith('/logga-in'), { timeout: 15000 }), page.press('[name=password]', 'Enter')])
  hold(!page.url().includes('/logga-in'), handle, 'was not signed in')
  await page.close()
  return context
}

try {
  const open = await browser.newContext({ locale: 'sv-SE' })
  for (const path of ['/logga-in', '/om-metoden', '/personuppgifter', '/tillganglighet', '/hjalp']) await look(open, 'nobody', path)

  const people = (process.env.PEOPLE ?? 'sara.lind karin.ostberg mia.holm jonas.ek elin.berg ali.nouri bo.granskare max.drift sam').split(' ')
  for (const who of people) {
    const context = await sign_in(who)
    const waiting = ['/']
    const seen = new Set(waiting)
    let count = 0
    while (waiting.length && count < 60) {
      const path = waiting.shift()
      const kind = `${who} ${path.replaceAll(/SIG-\d+-\d+|F-\d+/g, 'N').replaceAll(/\/\d+/g, '/n')}`
      const times = looked.get(kind) ?? 0
      if (times >= (path.split('/').length <= 3 ? 6 : 2)) continue
      looked.set(kind, times + 1)
      if (/\/filer\/\d+$/.test(path)) continue
      count += 1
      for (const href of await look(context, who, path)) {
        const clean = href.split('#')[0]
        if (clean && !seen.has(clean)) {
          seen.add(clean)
          waiting.push(clean)
        }
      }
    }
    await look(context, who, '/arende/SIG-1999-999', 404)
    await context.close()
  }
} finally {
  await browser.close()
  server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
