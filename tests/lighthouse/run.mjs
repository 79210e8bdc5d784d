// Lighthouse on the pages that people open most: speed at least 90, accessibility 100, good practice at least 95, as on a phone with a slow
// connection.
//
//     npm ci --prefix tests/lighthouse
//     LOTS=build/release/lots node tests/lighthouse/run.mjs [folder for the reports]
//
// Closes with "N passed, N failed": one for each page and figure. Not part of ./test: its speed is that of the machine it runs on.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { open_house } from '../browser/house.mjs'
import { Town } from '../gallery/town.mjs'

const least = { performance: 90, accessibility: 100, 'best-practices': 95 }
const folder = process.argv[2]
if (folder) mkdirSync(folder, { recursive: true })

const house = await open_house(process.env.LOTS ?? 'build/release/lots')
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync']
})

let passed = 0
let failed = 0
try {
  const town = new Town(house)
  const sams = await town.case_of('sam')
  for (const [name, who, path] of [['min-dag', 'sara.lind', '/min-dag'], ['arende', 'sara.lind', `/arende/${sams}`], ['min-plan', 'sam', `/min-plan/${sams}`]]) {
    // The session of a page is the same as that of a program, in a cookie.
    const { lhr, report } = await lighthouse(house.origin + path, {
      port: chrome.port, output: 'html', logLevel: 'error', onlyCategories: Object.keys(least), disableStorageReset: true,
      extraHeaders: { Cookie: `lots_session=${await town.hands.token(who)}` }
    })
    if (folder) writeFileSync(join(folder, `${name}.html`), report)
    const there = new URL(lhr.finalDisplayedUrl).pathname === path
    if (there) passed += 1
    else failed += 1
    console.log(there ? name : `${name}: came to ${lhr.finalDisplayedUrl}`)
    for (const [category, figure] of Object.entries(least)) {
      const score = Math.round(lhr.categories[category].score * 100)
      if (score >= figure) passed += 1
      else failed += 1
      console.log(`  ${category.padEnd(16)} ${String(score).padStart(3)}  (at least ${figure})`)
      if (score >= figure) continue
      for (const { id } of lhr.categories[category].auditRefs)
        if (lhr.audits[id].score !== null && lhr.audits[id].score < 0.9) console.log(`    ${id}: ${lhr.audits[id].title} ${lhr.audits[id].displayValue ?? ''}`)
    }
  }
} finally {
  await chrome.kill()
  house.close()
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
