// Fills in whatever form is on the page, as somebody would who has not much to say: the first choice, a sentence, today. What a
// screen wants said otherwise it names.

const main_form = 'main form[method=post]'
const asks = `${main_form}:has(input:not([type=hidden]), textarea, select)`
const a_pdf = { name: 'samtycke.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') }

/** "2026-11-22": the day in Sweden, so many days from now. */
export function day_from_now(days = 0) {
  const then = new Date(Date.now() + days * 24 * 3600 * 1000)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(then)
}

/** "14.05": the clock in Sweden, so many minutes from now. */
export function clock_from_now(minutes = 0) {
  const then = new Date(Date.now() + minutes * 60 * 1000)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' }).format(then).replace(':', '.')
}

/** Chooses: what is said, what stands there, or the first; how many clicks it took. Runs in the page. */
function choose({ selector, said }) {
  const form = document.querySelector(selector)
  let clicks = 0
  const click = (field) => {
    field.click()
    clicks += 1
  }
  const groups = new Map()
  for (const field of form.elements)
    if (field.name && (field.type === 'radio' || field.type === 'checkbox')) groups.set(field.name, [...(groups.get(field.name) ?? []), field])
  for (const [name, fields] of groups) {
    const told = said[name]
    if (told !== undefined) {
      const wanted = told === true ? ['yes'] : told === false ? [] : [told].flat().map(String)
      for (const field of fields)
        if (field.type === 'radio' ? wanted.includes(field.value) && !field.checked : field.checked !== wanted.includes(field.value)) click(field)
      continue
    }
    const optional = fields[0].closest('fieldset')?.querySelector('legend')?.innerText.includes('(frivilligt)') ?? false
    const is_question = fields[0].type === 'radio' || fields.length > 1  // a single box says something special
    const is_shown = fields.some((field) => field.offsetParent !== null)  // or it stands with a choice that nobody made
    if (is_question && is_shown && !optional && !fields.some((field) => field.checked)) click(fields[0])
  }
  return clicks
}

/** Writes in what can be seen; how many fields it was, a day being one. Runs in the page, after the choices, which may have opened more. */
function write({ selector, said, today }) {
  const form = document.querySelector(selector)
  const written = new Set()
  for (const field of form.elements) {
    if (!field.name || ['hidden', 'submit', 'button', 'file', 'radio', 'checkbox', 'fieldset'].includes(field.type)) continue
    if (field.offsetParent === null) continue
    const day = /^(.*)-(day|month|year)$/.exec(field.name)
    const label = day ? field.closest('fieldset')?.querySelector('legend')?.innerText : document.querySelector(`label[for="${field.id}"]`)?.innerText
    const told = day ? said[day[1]] : said[field.name]
    if (told === undefined && (field.value !== '' || label?.includes('(frivilligt)'))) continue
    const before = field.value
    if (day) {
      const parts = (told ?? today) === '' ? ['', '', ''] : (told ?? today).split('-')
      field.value = { year: parts[0], month: String(Number(parts[1]) || ''), day: String(Number(parts[2]) || '') }[day[2]]
    }
    else if (told !== undefined) field.value = String(told)
    else if (field.tagName === 'SELECT') field.value = [...field.options].find((option) => option.value !== '')?.value ?? ''
    else if (field.inputMode === 'numeric') field.value = '1'
    else field.value = /klock|tid\b/i.test(label ?? '') && field.tagName !== 'TEXTAREA' ? '13.00' : 'Det här skrev jag för att se hur det ser ut.'
    if (field.value !== before) written.add(day ? day[1] : field.name)
  }
  return written.size
}

/** The page's form: the first that asks for something, where there are buttons that do what they say at once beside it. */
const form_of = async (page) => ((await page.locator(asks).count()) > 0 ? asks : main_form)

/** Fills in the page's form, and tells in how many steps: a choice, a field and a file are one each, what stood there already is none.
 *  `said`: by field, "2026-11-22" for a day, a list for several choices, true for a single box or a file that may be left out. */
export async function fill(page, said = {}, given = undefined) {
  const selector = given ?? (await form_of(page))
  let steps = await page.evaluate(choose, { selector, said })
  steps += await page.evaluate(write, { selector, said, today: day_from_now() })
  for (const file of await page.locator(`${selector} input[type=file]`).all()) {
    const told = said[await file.getAttribute('name')]
    const label = await page.locator(`label[for="${await file.getAttribute('id')}"]`).innerText()
    if (told === false || (told === undefined && label.includes('(frivilligt)'))) continue
    await file.setInputFiles(a_pdf)
    steps += 1
  }
  return steps
}

/** Presses the first button of the page's form, which leads on; the answer. */
export async function send(page, given = undefined) {
  const selector = given ?? (await form_of(page))
  const button = page.locator(`${selector} button:not([type=button])`).first()
  const [answer] = await Promise.all([page.waitForNavigation(), button.click()])
  return answer
}

const confirm_button = `${main_form} button[name=step][value=confirmed]`

/** Fills in and sends one page of the form after the other, as far as "Kontrollera dina svar", or until it is over or refused. */
export async function send_to_check(page, said) {
  const before = page.url()
  for (let pages = 0; pages < 8; ++pages) {
    await fill(page, said)
    const answer = await send(page)
    if (answer.status() !== 200 || answer.request().redirectedFrom() !== null || (await page.locator(confirm_button).count()) > 0) return answer
  }
  throw new Error(`the form at ${before} has no end`)
}

/** The same, and past "Kontrollera dina svar" where there is one. */
export async function send_through(page, said) {
  const answer = await send_to_check(page, said)
  if ((await page.locator(confirm_button).count()) === 0) return answer
  await fill(page, said)  // what is left for the check: files
  const [confirmed] = await Promise.all([page.waitForNavigation(), page.locator(confirm_button).first().click()])
  return confirmed
}
