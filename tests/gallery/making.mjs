// What the lists of screens are made of: where a case in that state stands, and what is done on a page before its picture is taken.
import { send, send_through, send_to_check } from './filling.mjs'

export const told = (name, rest = '') => async (town) => `/arende/${(await town.case_told(name)).number}${rest}`
export const of = (who, state, rest = '') => async (town) => {
  const number = await town.case_of(who, state)
  if (!number) throw new Error(`${who} has no case that is ${state ?? 'there'}`)
  return `/arende/${number}${rest}`
}
export const sams = (rest = '') => of('sam', undefined, rest)
export const my_plan = (who, rest = '') => async (town) => `/min-plan/${await town.case_of(who)}${rest}`

export const form = 'main form[method=post]'
export const summary = '.govuk-error-summary'
export const gate = '.sig-gate'

/** Sent in with nothing in it. */
export const empty = { status: 400, shows: [summary, '.govuk-error-message'], act: async ({ page }) => {
  await page.evaluate(() => {
    for (const field of document.querySelectorAll('main form[method=post] :is(input, textarea, select)')) {
      if (['hidden', 'submit'].includes(field.type)) continue
      if (['radio', 'checkbox'].includes(field.type)) field.checked = false
      else field.value = ''
    }
  })
  return send(page)
} }
/** Filled in with something that cannot be so: the page says it at the field. */
export const slip = (said) => ({ status: 400, shows: [summary, '.govuk-error-message'], act: ({ page }) => send_through(page, said) })
/** Filled in, as far as "Kontrollera dina svar". Nothing is changed. */
export const check = (said) => ({ shows: ['Kontrollera dina svar', '.govuk-summary-list'], act: ({ page }) => send_to_check(page, said) })
/** Filled in so that a rule says no: its box stands above the form, which still has what was typed. */
export const refused = (said) => ({ status: 422, shows: [gate, form], act: async ({ page }) => send_through(page, said) })
/** Somebody else saves while this form lies open: both texts are there to choose from. */
export const conflict = (theirs, mine) => ({ status: 409, shows: [form, 'Din text finns kvar'], act: async ({ page, another }) => {
  await page.waitForLoadState()
  const other = await another()
  await other.goto(page.url())
  await send_through(other, theirs)
  await other.close()
  return send_through(page, mine)
} })
/** The page anew, after somebody has done what it is about. */
export const when_done = (who, rest, body) => async ({ page, town }) => {
  const [, number] = /\/(?:arende|min-plan)\/([^/]+)/.exec(page.url())
  await town.hands.post(who, `/api/v1/cases/${number}${rest}`, typeof body === 'function' ? body() : body)
  return page.reload()
}
export const screen = (name, who, at, shows = [], more = {}) =>
  ({ name, who, at: typeof at === 'string' ? () => at : at, shows: ['h1', ...shows, ...(more.shows ?? [])], ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'shows')) })

/** A form that no page has, sent from one that there is. */
export const posted = (action, fields) => async ({ page }) => {
  const [answer] = await Promise.all([page.waitForNavigation(), page.evaluate(({ action, fields }) => {
    const form = document.createElement('form')
    Object.assign(form, { method: 'post', action })
    for (const [name, value] of Object.entries(fields)) {
      const field = document.createElement('input')
      Object.assign(field, { type: 'hidden', name, value })
      form.append(field)
    }
    document.body.append(form)
    form.submit()
  }, { action, fields })])
  return answer
}
