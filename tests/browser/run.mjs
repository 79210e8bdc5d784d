// Opens what the demo's people can reach, as they would: signed in, following links, in each of their roles. On each page: HTML
// rules, axe (WCAG 2.2 AA), console and content security policy, sideways scrolling, weight, words that are not for people. Then
// the forms sent in empty, signing in, error pages, the keyboard, and the main tasks with the keyboard alone.
//
//     LOTS=build/release/lots node tests/browser/run.mjs [folder for screenshots]
//
// Closes with "N passed, N failed": one for each page and check that held. PEOPLE="sara.lind sam" walks theirs only, and nothing
// after but their forms; BROWSER_FULL=1 adds dark, 320 px, letters of 200 % and forced colours.
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { check_errors } from './errors.mjs'
import { check_forms } from './forms.mjs'
import { open_house, sign_in } from './house.mjs'
import { check_keyboard } from './keyboard.mjs'
import { check_keyboard_tasks } from './keyboard_tasks.mjs'
import { looker } from './look.mjs'
import { check_signing_in } from './signing_in.mjs'
import { walk } from './walk.mjs'

const pictures = process.argv[2]
if (pictures) mkdirSync(pictures, { recursive: true })

let passed = 0
let failed = 0
const hold = (ok, where, what) => {
  if (ok) passed += 1
  else {
    failed += 1
    console.log(`${where}: ${what}`)
  }
}
const began = Date.now()
const say = (what) => console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${what}`)

const house = await open_house(process.env.LOTS ?? 'build/release/lots')
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
})
const names = house.people.flatMap((person) => person.name.split(' ')).filter((name) => name.length > 3)
const { open, look } = looker({ hold, pictures, names })
const all = { house, browser, hold, open, look }

try {
  const chosen = process.env.PEOPLE?.split(' ')
  // People of the same sort see the same kinds of page: one worker walks them one after the other, and each kind is opened twice at most.
  const sort_of = ({ role }) =>
    ['Socialsekreterare', 'Enhetschef', 'Samordnare'].includes(role) ? 'social services'
      : ['Polis', 'Skola', 'Medarbetare', 'Chef'].includes(role) ? 'other agencies' : role
  const sorts = house.people.reduce((map, person) => map.set(sort_of(person), [...(map.get(sort_of(person)) ?? []), person]), new Map())
  const jobs = [...sorts.values()].map((people) => people.filter((p) => !chosen || chosen.includes(p.handle))).filter((people) => people.length > 0)
  const found = { forms: new Map(), same: new Map() }
  const worker = async () => {
    for (let people = jobs.shift(); people; people = jobs.shift()) {
      const opened = new Map()
      for (const person of people) {
        const context = await sign_in(browser, house, person)
        await walk({ ...all, context, person, opened, found })
        await context.close()
      }
      say(`${sort_of(people[0])}: ${[...opened.values()].reduce((a, b) => a + b, 0)} pages`)
    }
  }
  await Promise.all([worker(), worker()])
  if (!chosen) {
    await check_signing_in(all)
    say('signing in')
    await check_keyboard(all)
    say('keyboard')
  }
  await check_forms({ ...all, forms: found.forms })
  say(`${found.forms.size} forms sent in empty`)
  if (!chosen) {
    await check_keyboard_tasks(all)
    say('tasks by keyboard alone')
    // Last: who guesses is shut out, and all of this comes from one address.
    await check_errors(all)
    say('error pages')
  }
} finally {
  await browser.close()
  house.close()
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
