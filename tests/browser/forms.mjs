// Each form that was reached, sent in with every field empty: the page says what is wrong, in the title, above and at the fields.
import { sign_in } from './house.mjs'
import { name_of } from './look.mjs'

/**
 * Empties the page's form, and tells whether it has a field that must be filled in; one without cannot be wrong when it is empty. Buttons
 * that are sent with one tap are forms without a field, and may stand before it.
 */
function empty_form() {
  const forms = [...document.querySelectorAll('main form[method=post]')]
  const form = forms.find((one) => one.querySelector('.govuk-form-group')) ?? forms[0]
  form.dataset.tried = 'yes'
  // What is kept bit by bit while a meeting goes on may be sent as it is; what is left is told before the minutes are locked.
  if (/\/pagar(\/spara)?$/.test(form.getAttribute('action'))) return 0
  let must = 0
  for (const field of form.elements) {
    if (!field.name || ['hidden', 'submit', 'button'].includes(field.type) || field.tagName === 'BUTTON' || field.tagName === 'FIELDSET') continue
    // A choice that is made already cannot be unmade by a person.
    if (field.type === 'radio' && [...form.elements].some((one) => one.name === field.name && one.defaultChecked)) continue
    const group = field.closest('.govuk-form-group')
    const label = group?.querySelector('legend, label')?.innerText ?? ''
    if (field.type !== 'checkbox' && !label.includes('(frivilligt)')) must += 1
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = false
    else field.value = ''
  }
  return must
}

export async function check_forms({ forms, ...all }) {
  const sorted = [...forms].sort(([a], [b]) => (a < b ? -1 : 1))
  await Promise.all([0, 1].map((lane) => check_lane(all, sorted.filter((_, index) => index % 2 === lane))))
}

async function check_lane({ house, browser, hold, open, look }, forms) {
  const contexts = new Map()
  for (const [kind, { person, path }] of forms) {
    const who = `${person.handle} ${person.role}`
    if (!contexts.has(who)) contexts.set(who, await sign_in(browser, house, person))
    const page = await open(contexts.get(who))
    const where = `${person.handle} (${person.role}) ${path}, sent in empty`
    await page.goto(house.origin + path)
    if ((await page.evaluate(empty_form)) > 0) {
      const [answer] = await Promise.all([page.waitForNavigation(), page.click('main form[data-tried] button[type=submit]')])
      hold(answer.status() === 400, where, `status ${answer.status()}`)
      const shown = await page.evaluate(() => ({
        title: document.title,
        focused: document.activeElement?.classList.contains('govuk-error-summary') ?? false,
        lines: [...document.querySelectorAll('.govuk-error-summary__list a')].map((a) => a.getAttribute('href')),
        lost: [...document.querySelectorAll('.govuk-error-summary__list a')]
          .filter((a) => !document.getElementById(a.getAttribute('href').slice(1))).map((a) => a.getAttribute('href')),
        messages: document.querySelectorAll('.govuk-error-message').length,
        bare: [...document.querySelectorAll('.govuk-error-summary__list a')].filter((a) => a.textContent.trim() === 'Fyll i det här').map((a) => a.getAttribute('href'))
      }))
      hold(shown.title.startsWith('Fel: '), where, `the title is "${shown.title}"`)
      hold(shown.focused, where, 'the error summary does not take focus')
      hold(shown.lines.length > 0 && shown.lines.length === shown.messages, where, `${shown.lines.length} lines, ${shown.messages} messages at the fields`)
      hold(shown.bare.length === 0, where, `lines that do not say what to do: ${shown.bare.join(' ')}`)
      hold(shown.lost.length === 0, where, `lines that lead nowhere: ${shown.lost.join(' ')}`)
      await look(page, answer, where, `empty-${name_of(kind)}`)
    }
    await page.close()
  }
  for (const context of contexts.values()) await context.close()
}
