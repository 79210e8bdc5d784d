// The pages of what goes wrong: each says what to do, in the same frame as everything else.
import { sign_in } from './house.mjs'

/** Sends a form that no page has. */
function send({ action, fields }) {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action })
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('textarea')
    Object.assign(field, { name, value })
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}

export async function check_errors({ house, browser, hold, open, look }) {
  const officer = house.people.find((p) => p.role === 'Socialsekreterare')
  const context = await sign_in(browser, house, officer)
  const page = await open(context)
  const shown = async (status, answer, name) => {
    hold(answer.status() === status, `error page, ${name}`, `status ${answer.status()}, expected ${status}`)
    await look(page, answer, `error page, ${name}`, `error-${name}`)
  }
  const sent = async (what) => {
    await page.goto(`${house.origin}/foresla`)
    const [answer] = await Promise.all([page.waitForNavigation({ timeout: 60000 }), page.evaluate(send, what)])
    return answer
  }
  const own = async () => {
    await page.goto(`${house.origin}/foresla`)
    return page.evaluate(() => Object.fromEntries([...document.querySelectorAll('main form [type=hidden]')].map((f) => [f.name, f.value])))
  }

  await shown(404, await page.goto(`${house.origin}/finns-inte`), 'no-such-page')
  await shown(404, await page.goto(`${house.origin}/arende/SIG-1999-999`), 'no-such-case')
  await shown(403, await sent({ action: '/foresla', fields: { csrf: 'x' } }), 'stale-form')
  await shown(405, await sent({ action: '/arenden', fields: await own() }), 'wrong-method')
  await shown(400, await page.goto(`${house.origin}/%zz`), 'unreadable')
  await shown(413, await sent({ action: '/foresla', fields: { text: 'x'.repeat(12e6) } }), 'too-large')
  await context.close()

  const guess = await browser.newContext({ locale: 'sv-SE' })
  const form = await open(guess)
  let answer
  for (let i = 0; i < 12 && answer?.status() !== 429; ++i) {
    await form.goto(`${house.origin}/logga-in`)
    await form.fill('[name=user]', 'ingen.alls')
    await form.fill('[name=password]', 'gissning')
    ;[answer] = await Promise.all([form.waitForNavigation(), form.press('[name=password]', 'Enter')])
  }
  hold(answer.status() === 429, 'guessing', `status ${answer.status()} after twelve tries`)
  await look(form, answer, 'guessing', 'error-too-many')
  await guess.close()
}
