// Follows the links of one person, and looks at each kind of page twice at most.
import { name_of } from './look.mjs'

/** One address stands for all of its kind: /arende/SIG-2026-004/plan and /arende/SIG-2026-002/plan look the same but for the state. */
export const kind_of = (path) =>
  path.replace(/^\/arende\/[A-Z]{2,8}-\d+-\d+/, '/arende/sig').replace(/^\/arende\/F-\d+/, '/arende/f').replace(/^\/organisation\/profil\/\w+/, '/organisation/profil/setting').replace(/^\/organisation\/(enheter|myndigheter)\/[\w-]+/, '/organisation/$1/code').replaceAll(/\/\d+/g, '/n').replace(/\?.*/, '?')

/** The first page of a case tells its state, and no two of the demo's are in the same. */
const most_of = (kind) => (/^\/arende\/\w+$/.test(kind) ? 4 : 2)

/** These say the same to everybody. */
const same_for_all = new Set(['/om-metoden', '/personuppgifter', '/tillganglighet', '/hjalp', '/om-metoden?', '/personuppgifter?', '/tillganglighet?', '/hjalp?', '/roll', '/mina-inloggningar', '/installningar'])

export async function walk({ house, hold, open, look, context, person, opened, found }) {
  const page = await open(context)
  const waiting = ['/']
  const seen = new Set(waiting)
  while (waiting.length > 0) {
    const path = waiting.shift()
    const kind = kind_of(path)
    const counted = same_for_all.has(kind) ? found.same : opened
    const times = counted.get(kind) ?? 0
    if (times >= most_of(kind)) continue
    counted.set(kind, times + 1)
    const where = `${person.handle} (${person.role}) ${path}`
    const answer = await page.goto(house.origin + path)
    hold(answer.status() === 200, where, `status ${answer.status()}`)
    await look(page, answer, where, `${person.handle}-${person.role}-${name_of(path)}`)
    const here = await page.evaluate(() => ({
      links: [...document.querySelectorAll('a[href^="/"]')].map((a) => a.getAttribute('href').split('#')[0]),
      forms: document.querySelectorAll('main form[method=post]').length
    }))
    if (here.forms > 0 && !found.forms.has(kind)) found.forms.set(kind, { person, path })
    for (const href of here.links) {
      if (!href || seen.has(href) || href.startsWith('/assets') || /\/filer\/\d+$/.test(href)) continue
      seen.add(href)
      waiting.push(href)
    }
  }
  const answer = await page.goto(`${house.origin}/arende/SIG-1999-999`)
  hold(answer.status() === 404, person.handle, `a case that is not there: status ${answer.status()}`)
  await page.close()
}
