// The pages of what goes wrong: each says what to do, in the same frame as everything else.
import { sign_in } from './house.mjs'

// A busy machine is slow, not wrong: what waits for the server's own work has all the time that a run has.
const patience = 300000

/** The hidden fields of the form on the page. */
const hidden_fields = () =>
  Object.fromEntries([...document.querySelectorAll('main form [type=hidden]')].map((field) => [field.name, field.value]))

// What a form without files may be: body_bytes_max in src/http/server.h. Above 10 MiB would be needed with a file in it.
const largest_form = 1024 * 1024

/** Sends a form that no page has; with `longest`, one field more, of so many bytes. It is made here, in the page: as an argument it would be
 *  written as JSON, sent to the browser and read there, before it is sent once more. */
function send({ action, fields, longest = 0 }) {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action })
  const all = longest > 0 ? { ...fields, text: 'x'.repeat(longest) } : fields
  for (const [name, value] of Object.entries(all)) {
    // Hidden fields are not laid out, however long they are.
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
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
    const [answer] = await Promise.all([page.waitForNavigation({ timeout: patience }), page.evaluate(send, what)])
    return answer
  }
  const own = async () => {
    await page.goto(`${house.origin}/foresla`)
    return page.evaluate(hidden_fields)
  }

  await shown(404, await page.goto(`${house.origin}/finns-inte`), 'no-such-page')
  await shown(404, await page.goto(`${house.origin}/arende/SIG-1999-999`), 'no-such-case')
  await shown(403, await sent({ action: '/foresla', fields: { csrf: 'x' } }), 'stale-form')
  await shown(405, await sent({ action: '/arenden', fields: await own() }), 'wrong-method')
  await shown(400, await page.goto(`${house.origin}/%zz`), 'unreadable')
  // The field alone is as long as a form may be, so that the form with the field's name is too long by a few bytes: the server looks at the
  // length alone, and every byte more is sent, kept by the browser's tools and thrown away for nothing.
  await shown(413, await sent({ action: '/foresla', fields: {}, longest: largest_form }), 'too-large')
  await context.close()

  const guess = await browser.newContext({ locale: 'sv-SE' })
  const form = await open(guess)
  const guessed = { user: 'ingen.alls', password: 'gissning' }
  await form.goto(`${house.origin}/logga-in`)
  // Each try costs a hashed password. They are sent with the page's cookies and fields, but not drawn; the one too many is.
  const fields = { ...(await form.evaluate(hidden_fields)), ...guessed }
  let status
  for (let i = 0; i < 12 && status !== 429; ++i)
    status = (await guess.request.post(`${house.origin}/logga-in`, { form: fields, maxRedirects: 0, timeout: patience })).status()
  hold(status === 429, 'guessing', `status ${status} after twelve tries`)
  for (const [name, value] of Object.entries(guessed)) await form.fill(`[name=${name}]`, value)
  const [answer] = await Promise.all([form.waitForNavigation({ timeout: patience }), form.press('[name=password]', 'Enter')])
  hold(answer.status() === 429, 'guessing', `status ${answer.status()} on the page of one try too many`)
  await look(form, answer, 'guessing', 'error-too-many')
  await guess.close()
}
