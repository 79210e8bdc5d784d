// The main tasks from signing in to the receipt, with the keyboard alone: Tab to what is wanted, arrows between choices, space and Enter.
import { day_from_now } from '../gallery/filling.mjs'

const stops_max = 300

/** What has focus, and what somebody who sees it would know of it. Runs in the page. */
const focused = () => {
  const at = document.activeElement
  if (!at || at === document.body) return null
  const day = /^(.*)-(day|month|year)$/.exec(at.name ?? '')
  const group = at.type === 'radio' || at.type === 'checkbox' ? [...document.getElementsByName(at.name)] : []
  const legend = at.closest('fieldset')?.querySelector('legend')?.innerText ?? ''
  const label = at.id ? document.querySelector(`label[for="${CSS.escape(at.id)}"]`)?.innerText ?? '' : ''
  return {
    tag: at.tagName, type: at.type ?? '', name: at.name ?? '', value: at.value ?? '', href: at.getAttribute('href') ?? '', day: day?.[1], part: day?.[2],
    form: at.form?.getAttribute('action') ?? '', inside: Boolean(at.closest('main')), checked: at.checked ?? false,
    answered: group.some((one) => one.checked), single: group.length === 1,
    optional: (group.length > 1 || day ? legend : label).includes('(frivilligt)')
  }
}

/** Tab until `is_it` says so of what has focus; what has it then. Nothing when the page has no such stop. */
async function tab_to(page, is_it) {
  for (let stops = 0; stops < stops_max; ++stops) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(focused)
    if (at && is_it(at)) return at
  }
  return null
}

/** Enter, and what comes of it. */
const enter = async (page) => (await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]))[0]

async function choose(page, at, wanted) {
  if (at.type === 'checkbox') {
    const list = wanted === true ? ['yes'] : [wanted ?? []].flat()
    if (list.includes(at.value) !== at.checked) await page.keyboard.press('Space')
    return
  }
  if (wanted === undefined && (at.answered || at.optional)) return
  for (let moved = 0; moved < 12; ++moved) {
    const here = await page.evaluate(focused)
    if (wanted === undefined || here.value === wanted) {
      if (!here.checked) await page.keyboard.press('Space')
      return
    }
    await page.keyboard.press('ArrowDown')
  }
}

async function write(page, at, told) {
  if (told === undefined && (at.value !== '' || at.optional)) return
  if (at.tag === 'SELECT') {
    // The browser's own: what is typed finds the line; without wishes the first below the question.
    if (told === undefined) return page.keyboard.press('ArrowDown')
    for (let moved = 0; moved < 60 && (await page.evaluate(focused)).value !== told; ++moved) await page.keyboard.press('ArrowDown')
    return
  }
  const parts = (told ?? day_from_now()).toString().split('-')
  const words = at.day ? String(Number({ year: parts[0], month: parts[1], day: parts[2] }[at.part])) : String(told ?? 'Skrivet med tangentbordet.')
  await page.keyboard.press('Control+A')
  await page.keyboard.type(words)
}

/** Through the form from its first field to its button, and past what asks to be confirmed. */
async function fill_and_send(page, action, said) {
  for (let turned = 0; turned < 8; ++turned) {
    let answer
    const checks = (await page.locator(`main form[action="${action}"] button[name=step][value=confirmed]`).count()) > 0
    // Where everything is checked each answer has its button to change it: past them, to the one that is meant.
    const leads_on = (at) => at.tag === 'BUTTON' && at.type === 'submit' && (checks ? at.value === 'confirmed' : !/^(back|change)/.test(at.value))
    for (let stops = 0; stops < stops_max && !answer; ++stops) {
      const at = await tab_to(page, (one) => one.inside && one.form === action)
      if (!at) throw new Error(`no stop of the form ${action}`)
      if (at.tag === 'BUTTON') {
        if (leads_on(at)) answer = await enter(page)
      }
      else if (at.type === 'radio' || at.type === 'checkbox') await choose(page, at, said[at.name])
      else if (at.type !== 'file') await write(page, at, said[at.day ?? at.name])
    }
    const same = await page.locator(`main form[action="${action}"]`).count()
    if (answer.status() !== 200 || answer.request().redirectedFrom() !== null || same === 0) return answer
  }
  throw new Error(`the form ${action} has no end`)
}

/** From the start page by links alone to a page with a form whose address is like that; the form's address. */
async function find_form(page, links, like) {
  for (let followed = 0; followed <= 4; ++followed) {
    const actions = await page.evaluate(() => [...document.querySelectorAll('main form[method=post]')].map((form) => form.getAttribute('action')))
    const found = actions.find((one) => like.test(one))
    if (found) return found
    const offered = await page.evaluate(() => [...document.querySelectorAll('a[href^="/"]')].filter((a) => a.checkVisibility()).map((a) => a.getAttribute('href')))
    const next = links.map((one) => offered.find((href) => one.test(href))).find((href) => href)
    if (!next) throw new Error(`nothing on ${new URL(page.url()).pathname} leads to ${like}`)
    await page.evaluate(() => document.activeElement?.blur())
    if (!(await tab_to(page, (at) => at.href === next))) throw new Error(`${next} is no stop of the keyboard`)
    await enter(page)
  }
  throw new Error(`no form like ${like}`)
}

async function sign_in_by_keyboard(page, house, person) {
  await page.goto(`${house.origin}/logga-in`)
  for (const [name, words] of [['user', person.handle], ['password', house.password]]) {
    if (!(await tab_to(page, (at) => at.name === name))) throw new Error(`the field ${name} is no stop of the keyboard`)
    await page.keyboard.type(words)
  }
  await enter(page)
  if (new URL(page.url()).pathname !== '/roll') return
  // The daily work is the first of the roles.
  if (!(await tab_to(page, (at) => at.type === 'radio'))) throw new Error('no role is a stop of the keyboard')
  await page.keyboard.press('Space')
  if (!(await tab_to(page, (at) => at.inside && at.tag === 'BUTTON'))) throw new Error('no button after the roles')
  await enter(page)
}

const tasks = [
  { task: 'propose somebody', who: 'jonas.ek', links: [/^\/foresla$/], like: /^\/foresla$/, said: {
    given_name: 'Tove', family_name: 'Provfall', born: '2010-06-06', legal_ground: 'concern_notice', registry_number: 'A-2026-88',
    police_matter_code: '604', considered_for_sig: true, reasons: ['company'] } },
  { task: 'take up a proposal', who: 'sara.lind', links: [/\/ta-upp$/, /^\/arende\/F-\d+$/, /^\/arenden$/], like: /\/ta-upp$/, said: {
    lives_here: 'yes', danger_if_seen: 'no', conflict: 'no', known_before: 'yes', residence_source: 'population_register', notice_number: 'SN 2026/400',
    why: 'Anmälan och det vi känner till räcker för att pröva en grupp.', childs_view: 'Hen vill ha hjälp att sluta.',
    best_interests: 'Det är bäst för hen att vi som finns runt om får prata ihop oss.' } },
  { task: 'say what became of a commitment', who: 'elin.berg', links: [/\/atagande\/2$/, /^\/arende\/SIG-[\d-]+$/, /^\/arenden$/], like: /\/atagande\/2$/, said: {
    status: 'ongoing', note: 'Rektorn skriver på i veckan.' } },
  { task: 'write a note', who: 'elin.berg', links: [/\/anteckning$/, /valj-arende\?till=anteckning$/], like: /\/anteckning$/, said: {} },
  { task: 'write own words', who: 'sam', links: [/\/mina-ord\/skriv$/, /\/mina-ord$/, /^\/min-plan\/SIG-[\d-]+$/, /^\/arende\/SIG-[\d-]+$/],
    like: /\/mina-ord(\/skriv)?$/, said: {} },
  { task: 'take back a consent', who: 'lena.karlberg', links: [/ta-tillbaka$/, /\/samtycken?$/, /^\/min-plan\/SIG-[\d-]+$/, /^\/arende\/SIG-[\d-]+$/],
    like: /ta-tillbaka$|^\/min-plan\/[^/]+\/samtycke$/, said: {} }
]

/** Changes the demo's cases: goes after all that looks at them as they were made. */
export async function check_keyboard_tasks({ house, browser, hold, open }) {
  for (const { task, who, links, like, said } of tasks) {
    const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } })
    const page = await open(context)
    const where = `keyboard alone, ${who}: ${task}`
    try {
      await sign_in_by_keyboard(page, house, house.people.find((person) => person.handle === who))
      const action = await find_form(page, links, like)
      const answer = await fill_and_send(page, action, said)
      const said_back = (await page.locator('.govuk-error-summary, .sig-gate').allInnerTexts()).join(' ').replaceAll('\n', ' ').slice(0, 300)
      hold(answer.status() === 200 && answer.request().redirectedFrom() !== null, where, `status ${answer.status()} ${said_back}`)
    } catch (fault) {
      hold(false, where, fault.message.split('\n')[0])
    }
    await context.close()
  }
}
