// Before a session there is one: the open pages, a wrong password, a role to choose, the own sessions, and leaving. Once without scripts.
import { sign_in, type_sign_in } from './house.mjs'

export async function check_signing_in({ house, browser, hold, open, look }) {
  const context = await browser.newContext({ locale: 'sv-SE' })
  const page = await open(context)
  const visit = async (path, name) => look(page, await page.goto(house.origin + path), `nobody ${path}`, `nobody-${name}`)
  await visit('/logga-in', 'logga-in')
  await visit('/arenden', 'going-on')
  hold(page.url().includes('/logga-in'), 'nobody /arenden', 'a page of a session was shown to nobody')
  for (const path of ['/om-metoden', '/personuppgifter', '/tillganglighet', '/hjalp']) await visit(path, path.slice(1))

  const focused = () => page.evaluate(() => document.activeElement?.classList.contains('govuk-error-summary') ?? false)
  for (const [what, handle, password] of [['empty', '', ''], ['wrong', 'sara.lind', 'inte-det-har-ordet']]) {
    const answer = await type_sign_in(page, house, handle, password)
    hold((await page.title()).startsWith('Fel: '), `sign-in, ${what}`, `the title is "${await page.title()}"`)
    hold(await focused(), `sign-in, ${what}`, 'the error summary does not take focus')
    hold((await page.inputValue('[name=password]')) === '', `sign-in, ${what}`, 'the password is sent back')
    await look(page, answer, `sign-in, ${what}`, `sign-in-${what}`)
  }

  const several = house.people.find((p) => house.people.filter((q) => q.handle === p.handle).length > 1)
  const chosen = await type_sign_in(page, house, several.handle)
  hold(new URL(page.url()).pathname === '/roll', 'sign-in', `${several.handle} with several roles came to ${page.url()}`)
  await look(page, chosen, 'choosing a role', 'sign-in-role')
  await Promise.all([page.waitForNavigation(), page.click('main button')])
  await page.click('.sig-menu__button')
  await look(page, await page.goto(`${house.origin}/mina-inloggningar`), 'own sessions', 'sign-in-sessions')
  await page.click('.sig-menu__button')
  const [left] = await Promise.all([page.waitForNavigation(), page.click('.sig-menu__sign-out button')])
  await look(page, left, 'signed out', 'sign-in-signed-out')
  hold((await page.goto(`${house.origin}/arenden`)).url().includes('/logga-in'), 'signed out', 'the session goes on')
  await context.close()

  // Every task works without scripts: in, a form sent in empty, out.
  const plain = await sign_in(browser, house, house.people[0], { javaScriptEnabled: false })
  const bare = await plain.newPage()
  await bare.goto(`${house.origin}/foresla`)
  const [refused] = await Promise.all([bare.waitForNavigation(), bare.click('main form[method=post] button[type=submit]')])
  hold(refused.status() === 400, 'without scripts', `an empty form: status ${refused.status()}`)
  hold((await bare.locator('.govuk-error-summary').count()) === 1, 'without scripts', 'no error summary')
  await bare.click('.sig-menu__button')
  await Promise.all([bare.waitForNavigation(), bare.click('.sig-menu__sign-out button')])
  hold(bare.url().includes('/logga-in'), 'without scripts', `signing out came to ${bare.url()}`)
  await plain.close()
}
