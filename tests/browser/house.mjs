// The demo's municipality, served for a browser: who can sign in, and a signed-in context for each of their roles.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `lots demo --list` is a table: handle, name, role, agency, two spaces or more between. A person with two roles has two lines. */
function people_of(listed) {
  return listed.split('\n').slice(1)
    .map((line) => line.trim().split(/ {2,}/))
    .filter((cells) => cells.length === 4)
    .map(([handle, name, role, agency]) => ({ handle, name, role, agency }))
}

/** `wanted`: what `lots demo` is asked for beside the five cases that it tells by itself: ['--years', '3', '--seed', '7']. */
export async function open_house(lots, wanted = []) {
  const folder = mkdtempSync(join(tmpdir(), 'lots-browser-'))
  const data = join(folder, 'data')
  const close_folder = () => rmSync(folder, { recursive: true, force: true })

  const made = spawnSync(lots, ['demo', '--data', data, ...wanted], { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`the demo was not made: ${made.stderr}`)
  const listed = spawnSync(lots, ['demo', '--list'], { encoding: 'utf8' }).stdout
  const password = /Password of all: (\S+)/.exec(listed)?.[1]
  const people = people_of(listed)
  if (!password || people.length === 0) throw new Error('lots demo --list tells no password or no people')

  const server = spawn(lots, ['serve', '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const origin = await new Promise((ready, fault) => {
    let said = ''
    const listen = (chunk) => {
      said += chunk
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (address) ready(address[0])
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.on('exit', () => fault(new Error(`the server stopped: ${said}`)))
  })
  return {
    origin, password, people, data,
    close() {
      server.kill('SIGTERM')
      close_folder()
    }
  }
}

/** Fills in the form of the sign-in page, as a person does. */
export async function type_sign_in(page, house, handle, password = house.password) {
  await page.goto(`${house.origin}/logga-in`)
  await page.fill('[name=user]', handle)
  await page.fill('[name=password]', password)
  const [answer] = await Promise.all([page.waitForNavigation(), page.press('[name=password]', 'Enter')])
  return answer
}

/** A context of its own where `person` is signed in, in the role that the list gives. */
export async function sign_in(browser, house, person, options = {}) {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  await type_sign_in(page, house, person.handle)
  if (new URL(page.url()).pathname === '/roll') {
    // "Polis, Polisen i Ekvik" and "Arbetsgruppen, Samverkan i Ekvik": the role is the first word of the choice.
    await page.locator('.govuk-radios__item').filter({ hasText: new RegExp(`^\\s*${person.role},`) }).locator('input').check()
    await Promise.all([page.waitForNavigation(), page.click('main button')])
  }
  if (/^\/(logga-in|roll)$/.test(new URL(page.url()).pathname)) throw new Error(`${person.handle} (${person.role}) was not signed in`)
  await page.close()
  return context
}
