// How many interactions a task takes from the start page: every link followed, every choice, field, file and button is one, and what stands
// there already is none (UX: the tasks that need no script). The way to the form is the shortest there is; a form that can be sent from a
// page nearer by counts there.
//
//     LOTS=build/release/lots node tests/browser/counts.mjs
//
// The figures are those of docs/interface.md: what was aimed at, and what it takes where the law asks for more. Closes with
// "N passed, N failed": a task that takes more than its figure, or cannot be done, is a failure.
import { chromium } from 'playwright-core'
import { day_from_now, fill, send } from '../gallery/filling.mjs'
import { Town } from '../gallery/town.mjs'
import { open_house, sign_in } from './house.mjs'

const told = (name, rest) => async (town) => `/arende/${(await town.case_told(name)).number}${rest}`
const of_sam = (...rests) => async (town) => {
  const number = await town.case_of('sam')
  return rests.map((rest) => (rest.startsWith('/min-plan') ? rest.replace('{case}', number) : `/arende/${number}${rest}`))
}

/** aim: of the method's design; figure: what it may take today. `to`: the form's address, or several of which one will do. `by_number`: the
 *  case is somebody else's, and found by its number. */
const tasks = [
  { task: 'Föreslå en ungdom', aim: 12, figure: 18, who: 'jonas.ek', to: () => '/foresla', said: {
    given_name: 'Nova', family_name: 'Provfall', born: '2010-05-05', legal_ground: 'concern_notice', registry_number: 'A-2026-77', police_matter_code: '604',
    considered_for_sig: true, reasons: ['company'] } },
  { task: 'Bedöm förslag', aim: 5, figure: 18, who: 'sara.lind', to: told('to_decide', '/beslut'), said: {
    outcome: 'offer', category: 'at_risk', crime_ground: 'suspected', room_for_more: true, mode: 'cooperation_form', ground: 'sol' } },
  { task: 'Avidentifiera', aim: 4, figure: 9, who: 'sara.lind', first: 'prepared', to: told('to_prepare', '/avidentifiera'), said: {
    shown_text: 'En ung person är ofta ute sent.', could_be_about: 60, approved: true } },
  { task: 'Registrera samtycke', aim: 6, figure: 9, who: 'sara.lind', to: told('to_answer', '/samtycken/underskrivare/2/svar'), said: {
    answer: 'yes', signed_form: true, signature_seen: true, follow_up_answer: 'no' } },
  { task: 'Lägg till deltagare', aim: 4, figure: 7, who: 'sara.lind', to: told('to_add_member', '/deltagare/lagg-till'), said: {
    person: 'elin.berg', function: 'teacher' } },
  { task: 'Skriv ett åtagande', aim: 6, figure: 12, who: 'sara.lind', to: told('to_promise', '/plan/nytt-atagande'), said: {
    in_goal: '1', promised_by: 'member-3', done_by: day_from_now(30) } },
  { task: 'Kalla till möte', aim: 5, figure: 10, who: 'sara.lind', to: told('to_call', '/kalla'), said: {
    kind: 'individual', day: day_from_now(10), clock: '13.00', form: 'in_person', call_how: ['in_lots'] } },
  { task: 'Mitt åtagande', aim: 2, figure: 4, who: 'elin.berg', to: told('to_call', '/atagande/2'), said: { status: 'ongoing' } },
  { task: 'Svara på kallelse', aim: 2, figure: 4, who: 'elin.berg', to: of_sam('/moten/4/svar', '/kallelse/4'), said: {} },
  { task: 'Bedömningar', aim: 5, figure: 10, who: 'sara.lind', to: told('to_assess', '/bedomningar/ny'), said: { instrument: 'savry' } },
  { task: 'Avsluta insatsgruppen', aim: 7, figure: 14, who: 'sara.lind', to: told('to_close', '/avsluta'), said: { reason: 'goals_reached' } },
  { task: 'Lyft till ledningen', aim: 3, figure: 3, who: 'sara.lind', to: of_sam('/lyft'), said: {} },
  { task: 'Ny anteckning', aim: 3, figure: 8, who: 'elin.berg', to: of_sam('/anteckning'), said: {} },
  { task: 'Mina ord inför mötet', aim: 2, figure: 6, who: 'sam', to: of_sam('/min-plan/{case}/mina-ord', '/min-plan/{case}/mina-ord/skriv', '/mina-ord/skriv'), said: {} },
  { task: 'Nödåtkomst', aim: 3, figure: 6, who: 'amir.haddad', to: of_sam('/nodatkomst'), by_number: true, said: {} },
  { task: 'Följ upp på mötet', aim: 1, figure: 6, who: 'sara.lind', begun: 'to_follow_up', to: told('to_follow_up', '/moten/1/uppfoljning/1'), said: {
    status: 'ongoing' } },
  { task: 'Lås minnesanteckningarna', aim: 2, figure: 5, who: 'sara.lind', begun: 'to_lock', held: 'to_lock', to: told('to_lock', '/moten/1/las'), said: {} },
  { task: 'Arbetsgruppens möte', aim: 3, figure: 5, who: 'sara.lind', first: 'prepared', said: { 'advice~1': 'offer', 'advice_text~1': 'Flera är oroliga.' },
    to: async (town) => `/arbetsgrupp/moten/${(await town.case_told('prepared')).meeting}/rekommendationer` },
  { task: 'Nytt uppdrag i en enhet', aim: 6, figure: 6, who: 'rut.behorighet', to: () => '/organisation/enheter/samordning/nytt-uppdrag', said: {
    handle: 'nina.bup', role: 'coordinator' } },
  // Last: the case of the others rests after it.
  { task: 'Mitt samtycke', aim: 3, figure: 4, who: 'lena.karlberg', said: {},
    to: of_sam('/min-plan/{case}/samtycke/ta-tillbaka', '/min-plan/{case}/samtycke', '/samtycken/underskrivare/2/ta-tillbaka') }
]
/** Only to be seen. */
const pages = [
  { task: 'Min dag', aim: 1, figure: 0, who: 'sara.lind', to: () => '/min-dag' },
  { task: 'Ärenden, de försenade', aim: 2, figure: 2, who: 'sara.lind', to: () => '/arenden?forsenat=ja' },
  { task: 'Ärende', aim: 2, figure: 2, who: 'sara.lind', to: of_sam('') },
  { task: 'Händelser', aim: 1, figure: 2, who: 'sara.lind', to: of_sam('/handelser') },
  { task: 'Mina förslag', aim: 1, figure: 1, who: 'jonas.ek', to: () => '/mina-forslag' },
  { task: 'Uppföljning för styrgruppen', aim: 0, figure: 0, who: 'erik.lund', to: () => '/styrgrupp' },
  { task: 'Om metoden', aim: 1, figure: 1, who: 'elin.berg', to: () => '/om-metoden' },
  { task: 'Hjälp', aim: 1, figure: 1, who: 'elin.berg', to: () => '/hjalp' },
  { task: 'Personuppgifter', aim: 1, figure: 1, who: 'sam', to: () => '/personuppgifter' },
  { task: 'Tillgänglighetsredogörelse', aim: 1, figure: 1, who: 'sam', to: () => '/tillganglighet' },
  { task: 'Min plan', aim: 0, figure: 0, who: 'sam', to: () => '/min-plan' },
  { task: 'Det som står om mig', aim: 1, figure: 2, who: 'sam', to: async (town) => `/min-plan/${await town.case_of('sam')}/om-mig` }
]

const links_in = (html) => [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href]) => href.replaceAll('&amp;', '&'))
const is_dead_end = (href) => /^\/(assets|logga-ut|mina-inloggningar|roll|om-metoden|hjalp|personuppgifter|tillganglighet)|\/filer\//.test(href)

/** The page nearest to the start from which that form can be sent, or that page itself, and how many links away it is. */
async function nearest(context, origin, wanted, is_form) {
  const has = (html, path, one) => is_form
    ? new RegExp(`<form[^>]*action="${one.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}"`).test(html)
    : path === one
  let here = ['/']
  const seen = new Set(here)
  for (let links = 0; links <= 4; ++links) {
    const next = []
    for (const path of here) {
      const answer = await context.request.get(origin + path)
      if (answer.status() !== 200) continue
      const html = await answer.text()
      const { pathname, search } = new URL(answer.url())
      const at = is_form ? pathname : pathname + search
      const found = wanted.find((one) => has(html, at, one))
      if (found) return { page: path, links, form: found }
      for (const href of links_in(html)) {
        if (seen.has(href) || (is_dead_end(href) && !wanted.includes(href))) continue
        seen.add(href)
        next.push(href)
      }
    }
    // What leads to it goes first, so that few pages are fetched.
    next.sort((a, b) => Number(wanted.some((one) => one.startsWith(b))) - Number(wanted.some((one) => one.startsWith(a))))
    here = next.slice(0, 60)
  }
  return null
}

/** Fills in and sends the form and whatever of it comes after, until it has led somewhere else. */
async function done_in(page, form, said) {
  let steps = 0
  for (let turned = 0; turned < 8; ++turned) {
    const selector = `form[action="${form}"]`
    if ((await page.locator(`${selector} button[name=step][value=confirmed]`).count()) > 0) {
      steps += await fill(page, said, selector)  // what is left for the check: files
      const [answer] = await Promise.all([page.waitForNavigation(), page.locator(`${selector} button[name=step][value=confirmed]`).first().click()])
      return { steps: steps + 1, answer }
    }
    steps += await fill(page, said, selector)
    const answer = await send(page, selector)
    steps += 1
    const again = answer.request().redirectedFrom() === null && (await page.locator(selector).count()) > 0
    if (answer.status() !== 200 || !again) return { steps, answer }
  }
  throw new Error('the form has no end')
}

let passed = 0
let failed = 0
const rows = []
const house = await open_house(process.env.LOTS ?? 'build/release/lots')
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
})
const town = new Town(house)

async function count(one, is_form) {
  if (one.first) await town.case_told(one.first)
  const wanted = [await one.to(town)].flat()
  if (one.begun) {
    const { begins } = await town.case_told(one.begun)
    await new Promise((go_on) => setTimeout(go_on, Math.max(0, begins - Date.now())))
  }
  if (one.held) await (await town.case_told(one.held)).held()
  const context = await sign_in(browser, house, town.person(one.who))
  try {
    // Who has no part in a case finds no link to it: the number is typed and the button pressed.
    const way = one.by_number ? { page: wanted[0], links: 2, form: wanted[0] } : await nearest(context, house.origin, wanted, is_form)
    if (!way) throw new Error(`no way within four links leads to ${wanted.join(' or ')}`)
    if (!is_form) return way.links
    const page = await context.newPage()
    await page.goto(house.origin + way.page)
    const { steps, answer } = await done_in(page, way.form, one.said)
    if (answer.status() !== 200)
      throw new Error(`${way.form}: status ${answer.status()} ${(await page.locator('.govuk-error-summary, .sig-gate').allInnerTexts()).join(' ').replaceAll('\n', ' ').slice(0, 300)}`)
    return way.links + steps
  } finally {
    await context.close()
  }
}

try {
  // The meetings begin while the others are counted.
  for (const one of tasks) if (one.begun) await town.case_told(one.begun).catch(() => {})
  for (const [list, is_form] of [[pages, false], [tasks, true]])
    for (const one of list) {
      let counted, why = ''
      try {
        counted = await count(one, is_form)
      } catch (fault) {
        why = fault.message.split('\n')[0]
      }
      const ok = counted !== undefined && counted <= one.figure
      if (ok) passed += 1
      else failed += 1
      const note = why || (!ok ? 'MORE THAN ITS FIGURE' : counted < one.figure ? 'less: set the figure down' : '')
      rows.push([one.task, one.aim, one.figure, counted ?? '–', note])
    }
} finally {
  await browser.close()
  house.close()
}
console.log(`${'Task'.padEnd(30)} aim  figure  counted`)
for (const [task, aim, figure, counted, note] of rows)
  console.log(`${task.padEnd(30)} ${String(aim).padStart(3)}  ${String(figure).padStart(6)}  ${String(counted).padStart(7)}  ${note}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
