// With the keyboard alone: the first stop jumps to the content, every stop can be seen, and there is a way out at the end.
import { sign_in } from './house.mjs'

const stop = () => {
  const at = document.activeElement
  if (!at || at === document.body) return null
  const style = getComputedStyle(at)
  const box = at.getBoundingClientRect()
  // A radio's or a checkbox's ring is drawn beside it.
  const drawn = [style, getComputedStyle(at, '::before'), at.nextElementSibling && getComputedStyle(at.nextElementSibling, '::before')]
  return {
    name: `${at.tagName.toLowerCase()} ${at.id || at.name || at.textContent.trim().slice(0, 30)}`,
    marked: drawn.some((s) => s && ((s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none')),
    inside: box.width > 0 && box.height > 0 && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0,
    skips: at.classList.contains('govuk-skip-link'),
    place: [...document.querySelectorAll('*')].indexOf(at)
  }
}

async function tab_through({ page, hold, where }) {
  await page.keyboard.press('Tab')
  const first = await page.evaluate(stop)
  hold(first?.skips && first.inside && first.marked, where, `the first stop is ${first?.name}`)
  let before = first?.place ?? -1
  const unseen = []
  let stops = 1
  for (; stops < 200; ++stops) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(stop)
    if (!at || at.skips) break  // out of the page, or round it
    if (at.place < before) unseen.push(`${at.name} comes after what stands below it`)
    if (!at.marked) unseen.push(`${at.name} is not marked`)
    if (!at.inside) unseen.push(`${at.name} is out of sight`)
    before = at.place
  }
  hold(unseen.length === 0, where, unseen.join('; '))
  hold(stops < 200, where, 'there is no way out with Tab')

  await page.reload()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const inside = await page.evaluate(() => document.querySelector('main').contains(document.activeElement) || document.activeElement === document.body ||
    !document.querySelector('main a, main button, main input, main select, main textarea, main summary, main [tabindex="0"]'))
  hold(inside, where, 'the skip link does not lead into the content')
}

export async function check_keyboard({ house, browser, hold, open }) {
  const nobody = await browser.newContext({ locale: 'sv-SE' })
  const before = await open(nobody)
  await before.goto(`${house.origin}/logga-in`)
  await tab_through({ page: before, hold, where: 'keyboard, /logga-in' })
  await nobody.close()
  const ways = [
    ['Socialsekreterare', ['/', '/foresla', '/arende/SIG-2026-001', '/arende/SIG-2026-001/samtycken', '/arende/SIG-2026-001/plan']],
    ['Ungdom', ['/']],
    ['Vårdnadshavare', ['/']]
  ]
  for (const [role, paths] of ways) {
    const person = house.people.find((p) => p.role === role)
    const context = await sign_in(browser, house, person)
    const page = await open(context)
    for (const path of paths) {
      await page.goto(house.origin + path)
      await tab_through({ page, hold, where: `keyboard, ${person.handle} ${path}` })
    }
    // The menu opens and closes, and focus stays with it.
    if (await page.locator('.sig-menu__button').count()) {
      await page.focus('.sig-menu__button')
      await page.keyboard.press('Enter')
      hold(await page.locator('.sig-menu__sign-out button').isVisible(), `keyboard, ${person.handle}`, 'the menu does not open')
      await page.keyboard.press('Escape')
      hold(await page.evaluate(() => document.activeElement?.classList.contains('sig-menu__button')), `keyboard, ${person.handle}`, 'Esc loses focus')
    }
    await context.close()
  }
}
