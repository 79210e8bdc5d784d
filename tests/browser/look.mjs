// What must hold on every page, whoever reads it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'

const require = createRequire(import.meta.url)
const axe_source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
// What the file leaves out is how govuk-frontend itself writes: role="group" on the fieldset of a date, links that are buttons, the
// banner's region, one name for all checkboxes of a question, the error summary's h2 above the h1.
const rules = JSON.parse(readFileSync(new URL('../../.htmlvalidate.json', import.meta.url), 'utf8'))
const axe_options = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
  elementRef: false
}
const html_budget = 14000  // compressed, docs/promises.md

/** What no person should meet on a page: words of the program, days as programs write them, English. */
const strange = [
  ['a word of the program', /\b[a-z]+_[a-z_]+\b/],
  ['a placeholder', /\{[a-z_]+\}|\bundefined\b|\bnull\b|\bNaN\b/],
  ['a day as programs write it', /\b\d{4}-\d{2}-\d{2}\b/],
  ['an identifier', /\b(?=[0-9a-z]*\d)(?=[0-9a-z]*[a-z])[0-9a-z]{20,}\b/],
  ['English', /\b(the|and|with|user|unknown|error|true|false|submit|loading|not found|of|is|this|you|your)\b/i]
]

const usual = [
  { name: '1280', width: 1280, height: 900 },
  { name: '360', width: 360, height: 740 }
]
const dark = [
  { name: '1280-dark', width: 1280, height: 900, colorScheme: 'dark' },
  { name: '360-dark', width: 360, height: 740, colorScheme: 'dark' }
]
const hard = [
  { name: '320', width: 320, height: 640 },
  // Letters alone, as somebody has them who has set the browser so: 1.4.4 of WCAG.
  { name: 'text-200', width: 1280, height: 900, letters: '200%' },
  { name: 'forced', width: 1280, height: 900, forcedColors: 'active' }
]
/** The views of a usual run, those of pictures, and all of them. */
export const views = process.env.BROWSER_FULL ? [...usual, ...dark, ...hard] : usual
export const picture_views = [...usual, ...dark]
export const all_views = [...usual, ...dark, ...hard]

export const name_of = (path) => path.replaceAll(/[^A-Za-z0-9-]+/g, '_').replace(/^_/, '') || 'start'

/** `hold(ok, where, what)` counts; `pictures` is a folder or nothing; `names` are those that no title may have; `seen` are the views;
 *  without `checks` it only takes the pictures. */
export function looker({ hold, pictures, names, seen = views, checks = true }) {
  const validator = new HtmlValidate(new StaticConfigLoader(rules))
  const plain = seen.every((view) => !view.colorScheme && !view.forcedColors && !view.letters)

  /** The page as it is seen in that view, and in the first one without an argument. */
  async function show(page, view = usual[0]) {
    await page.setViewportSize({ width: view.width, height: view.height })
    if (plain) return
    await page.emulateMedia({ colorScheme: view.colorScheme ?? 'light', forcedColors: view.forcedColors ?? 'none' })
    await page.evaluate((letters) => { document.documentElement.style.fontSize = letters }, view.letters ?? '')
  }

  /** A page that listens to its own console from the start. */
  async function open(context) {
    const page = await context.newPage()
    page.said = []
    page.on('console', (message) => {
      const text = message.text()
      // A page that is meant to be an error says so in the console; that is the browser's own line.
      if (['error', 'warning'].includes(message.type()) && !text.startsWith('Failed to load resource')) page.said.push(text)
    })
    page.on('pageerror', (fault) => page.said.push(fault.message))
    return page
  }

  async function read(page, where) {
    const found = await page.evaluate(() => ({
      title: document.title,
      headings: [...document.querySelectorAll('h1')].map((h) => h.innerText.trim()),
      empty: [...document.querySelectorAll('a, button, h1, h2, h3, h4, legend, caption, label')].filter((e) => !e.textContent.trim()).length,
      text: document.body.innerText,
      // What is marked as another language than Swedish, or the whole page.
      foreign: document.documentElement.lang === 'sv' ? [...document.querySelectorAll('body [lang]:not([lang=sv])')].map((e) => e.innerText) : [document.body.innerText]
    }))
    for (const words of found.foreign) found.text = found.text.replace(words, '')
    // The family's windows say Min plan and no more, whatever is done there (settled 23).
    hold(/\S.* – \S|^(Fel: )?Min plan$/.test(found.title), where, `the title is "${found.title}"`)
    hold(!names.some((name) => found.title.includes(name)), where, `the title has a name: "${found.title}"`)
    hold(found.headings.length === 1 && found.headings[0] !== '', where, `h1: ${found.headings.join(' | ')}`)
    hold(found.empty === 0, where, `${found.empty} links, buttons, headings or labels without words`)
    for (const [what, form] of strange) {
      const hit = form.exec(found.text)
      hold(!hit, where, `${what}: …${hit ? found.text.slice(Math.max(0, hit.index - 30), hit.index + 40).replaceAll('\n', ' ') : ''}…`)
    }
  }

  /** All checks of the page that is open, which came with `answer`. */
  async function look(page, answer, where, picture) {
    if (checks) {
      // The browser forgets the answer to a very large form.
      const source = await answer.text().catch(() => page.content())
      const report = await validator.validateString(source)
      hold(report.valid, where, report.results.flatMap((r) => r.messages.map((m) => `${m.ruleId} ${m.message} (${m.selector})`)).join('; '))
      const weight = gzipSync(source).length
      hold(weight <= html_budget, where, `${weight} bytes compressed`)
      await read(page, where)
      await page.evaluate(axe_source)
    }
    for (const view of seen) {
      await show(page, view)
      if (checks) await check_view(page, where, view)
      if (pictures) await page.screenshot({ path: join(pictures, `${picture}-${view.name}.png`), fullPage: true })
    }
    await show(page)
    if (checks) hold(page.said.length === 0, where, `console: ${page.said.join(' | ')}`)
    page.said.length = 0
  }

  async function check_view(page, where, view) {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    hold(wide <= 0, `${where} (${view.name})`, `scrolls sideways by ${wide} px`)
    if (view.forcedColors) return
    const violations = await page.evaluate(async (options) =>
      (await window.axe.run(document, options)).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`), axe_options)
    hold(violations.length === 0, `${where} (${view.name})`, violations.join('; '))
  }

  return { open, look }
}
