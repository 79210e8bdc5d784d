// Pictures of every screen in every state that matters (screens.mjs), wide and narrow, light and dark, and one page to look at them all.
//
//     LOTS=build/release/lots node tests/gallery/run.mjs [--years 3] [--seed 7] [--pictures] [--all] [--only name,name] [folder]
//
// The folder is build/gallery unless said; index.html in it shows everything. On each screen: HTML rules, axe (WCAG 2.2 AA), console and
// content security policy, sideways scrolling, weight, words that are not for people (tests/browser/look.mjs); with --all also at 320 px,
// with letters of 200 % and with forced colours; with --pictures nothing but the pictures. Closes with "N passed, N failed": a screen that
// could not be reached is a failure, and so is a page of the program that no screen shows.
import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { open_house, sign_in } from '../browser/house.mjs'
import { all_views, looker, picture_views } from '../browser/look.mjs'
import { not_pictured, screens } from './screens.mjs'
import { write_sheet } from './sheet.mjs'
import { Town } from './town.mjs'

const given = process.argv.slice(2)
const value_of = (name, usual) => {
  const at = given.indexOf(name)
  return at < 0 ? usual : given.splice(at, 2)[1]
}
const has = (name) => {
  const at = given.indexOf(name)
  return at >= 0 && given.splice(at, 1).length > 0
}
const years = value_of('--years', '3')
const seed = value_of('--seed', '7')
const only = value_of('--only', '').split(',').filter((name) => name)
const pictures_only = has('--pictures')
const seen = has('--all') ? all_views : picture_views
const folder = given[0] ?? 'build/gallery'
mkdirSync(folder, { recursive: true })

let passed = 0
let failed = 0
let faults = []
const hold = (ok, where, what) => {
  if (ok) passed += 1
  else {
    failed += 1
    faults.push(`${where}: ${what}`)
    console.log(`${where}: ${what}`)
  }
}

const wanted = screens.filter((one) => only.length === 0 || only.includes(one.name))
for (const [name, times] of wanted.reduce((map, one) => map.set(one.name, (map.get(one.name) ?? 0) + 1), new Map()))
  if (times > 1) throw new Error(`two screens are called ${name}`)

const lots = process.env.LOTS ?? 'build/release/lots'
const towns = {}
const house_of = async (kind) => {
  towns[kind] ??= new Town(await open_house(lots, kind === 'years' ? ['--years', years, '--seed', seed] : []))
  return towns[kind]
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
})

const contexts = new Map()
/** The context of that person in that house: one session for all the screens. */
async function context_of(town, kind, one) {
  const key = `${kind} ${one.who ?? ''} ${one.role ?? ''}`
  if (!contexts.has(key))
    contexts.set(key, one.who
      ? await sign_in(browser, town.house, town.person(one.who, one.role))
      : await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } }))
  return contexts.get(key)
}

/** It can be seen: a selector's first element, or words anywhere in the page. */
async function can_be_seen(page, what) {
  if (/^[.#[]/.test(what) || /^(h1|main )/.test(what)) return page.locator(what).first().isVisible()
  return (await page.evaluate(() => document.body.innerText)).includes(what)
}

const lookers = new Map()
/** Opens and looks at pages of that house, whose people's names no title may have. */
function looker_of(kind, town) {
  const names = town.house.people.flatMap((person) => person.name.split(' ')).filter((name) => name.length > 3)
  if (!lookers.has(kind)) lookers.set(kind, looker({ hold, pictures: folder, names, seen, checks: !pictures_only }))
  return lookers.get(kind)
}

async function take(one) {
  const kind = one.house ?? 'demo'
  const town = await house_of(kind)
  const path = await one.at(town)
  if (one.after) {
    const { begins } = await town.case_told(one.after)
    await new Promise((go_on) => setTimeout(go_on, Math.max(0, begins - Date.now())))
  }
  const context = await context_of(town, kind, one)
  const { open, look } = looker_of(kind, town)
  const page = await open(context)
  try {
    let answer = await page.goto(town.house.origin + path)
    stood_on.add(new URL(page.url()).pathname)
    if (one.act) answer = await one.act({ page, town, another: () => open(context) })
    stood_on.add(new URL(page.url()).pathname)
    const where = `${one.name} (${one.who ?? 'nobody'} ${path})`
    hold(answer.status() === (one.status ?? 200), where, `status ${answer.status()}, expected ${one.status ?? 200}`)
    for (const what of one.shows) hold(await can_be_seen(page, what), where, `"${what}" is not to be seen`)
    await look(page, answer, where, one.name)
  } finally {
    await page.close()
  }
  return path
}

/** The pages that the program has, as the test of their access lists them: each stands on some screen, or it is said why not. */
function each_address_is_shown() {
  const listed = readFileSync(new URL('../proof/addresses.cpp', import.meta.url), 'utf8')
  const patterns = new Set([...listed.matchAll(/\{(?:page|form), "([^"]+)"/g)].map(([, pattern]) => pattern))
  for (const pattern of patterns) {
    const address = new RegExp(`^${pattern.replaceAll(/\{[a-z]+\}/g, '[^/]+')}$`)
    hold(not_pictured.has(pattern) || [...stood_on].some((path) => address.test(path)), pattern, 'is on no screen')
  }
}

const shown = []
/** Where the browser came to: an address that leads on shows the page it led to. */
const stood_on = new Set()
const began = Date.now()
try {
  // A meeting that must have begun when its turn comes is called now.
  for (const name of new Set(wanted.map((one) => one.after).filter((name) => name)))
    await (await house_of('demo')).case_told(name).catch((fault) => hold(false, name, fault.message))
  for (const one of wanted) {
    faults = []
    let path
    try {
      path = await take(one)
    } catch (fault) {
      hold(false, one.name, `could not be reached: ${fault.message.split('\n')[0]}`)
    }
    shown.push({ name: one.name, who: one.who, path, views: seen, faults })
  }
} finally {
  if (only.length === 0) each_address_is_shown()
  write_sheet(folder, shown)
  await browser.close()
  for (const town of Object.values(towns)) town.house.close()
}
console.log(`${shown.length} screens in ${Math.round((Date.now() - began) / 1000)} s, ${folder}/index.html`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
