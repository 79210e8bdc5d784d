// The pages of the young person and the guardians, under /min-plan. Sam's plan is in force and the fourth meeting is called; Alex waits for
// an answer; Eva has two children with a case each.
import { day_from_now, send_through } from './filling.mjs'
import { check, empty, form, my_plan, screen, slip, when_done } from './making.mjs'

const of_siblings = (rest = '') => async (town) => `/min-plan/${(await town.case_told('sibling')).number}${rest}`
const sent = (said) => ({ act: ({ page }) => send_through(page, said) })

const plan = [
  screen('min-plan', 'sam', '/min-plan'),
  screen('min-plan-arendet', 'sam', my_plan('sam'), ['Gå till skolan varje dag', 'Kommer du?']),
  screen('min-plan-vantar-pa-svar', 'alex', '/min-plan'),
  screen('min-plan-vantar-pa-svar-arendet', 'alex', my_plan('alex')),
  screen('min-plan-vardnadshavare', 'lena.karlberg', '/min-plan'),
  screen('min-plan-vardnadshavare-arendet', 'lena.karlberg', my_plan('lena.karlberg')),
  screen('min-plan-lang', 'sam', '/min-plan', [], { house: 'years' }),
  screen('min-plan-hjalp', 'sam', '/min-plan/hjalp'),
  screen('min-plan-planen', 'sam', my_plan('sam', '/plan'), ['Vara i skolan varje dag']),
  screen('min-plan-planen-vardnadshavare', 'lena.karlberg', my_plan('lena.karlberg', '/plan'), ['Vara i skolan varje dag']),
  screen('mitt-atagande-ungdom', 'sam', my_plan('sam', '/atagande/1'), [form]),
  screen('mitt-atagande-ungdom-tomt', 'sam', my_plan('sam', '/atagande/1'), [], empty)
]

const meetings = [
  screen('min-plan-moten', 'sam', my_plan('sam', '/moten'), ['Bokat', 'Har varit']),
  screen('min-plan-moten-inga', 'alex', my_plan('alex', '/moten'), [], { status: 404 }),
  screen('min-plan-motet', 'sam', my_plan('sam', '/moten/4'), ['Kommer du?']),
  screen('min-plan-motet-har-varit', 'sam', my_plan('sam', '/moten/1'), ['Vi gick igenom planen']),
  screen('min-plan-motet-har-varit-vardnadshavare', 'lena.karlberg', my_plan('lena.karlberg', '/moten/1')),
  screen('svara-pa-kallelse-ungdom', 'sam', my_plan('sam', '/moten/4/svar'), [form]),
  screen('svara-pa-kallelse-ungdom-tomt', 'sam', my_plan('sam', '/moten/4/svar'), [], empty),
  screen('svara-pa-kallelse-nej-utan-skal', 'lena.karlberg', my_plan('lena.karlberg', '/moten/4/svar'), [], slip({ answer: 'no', reason: '' })),
  screen('svara-pa-kallelse-vardnadshavare', 'lena.karlberg', my_plan('lena.karlberg', '/moten/4/svar'), ['.govuk-notification-banner'], sent({ answer: 'no', reason: 'Jag arbetar då.' }))
]

const consent = [
  screen('mitt-samtycke', 'sam', my_plan('sam', '/samtycke'), ['Ta tillbaka mitt ja']),
  screen('mitt-samtycke-vardnadshavare', 'lena.karlberg', my_plan('lena.karlberg', '/samtycke')),
  screen('mitt-samtycke-vantar-pa-svar', 'alex', my_plan('alex', '/samtycke')),
  screen('mitt-samtycke-ta-tillbaka', 'sam', my_plan('sam', '/samtycke/1/ta-tillbaka'), [form]),
  screen('mitt-samtycke-ta-tillbaka-kontrollera', 'lena.karlberg', my_plan('lena.karlberg', '/samtycke/2/ta-tillbaka'),
    ['Vill du ta tillbaka ditt ja?', 'Behåll mitt ja'], { act: check({}).act })
]

const words = [
  screen('det-som-star-om-mig', 'sam', my_plan('sam', '/om-mig')),
  screen('det-som-star-vardnadshavare', 'lena.karlberg', my_plan('lena.karlberg', '/om-mig')),
  screen('mina-ord', 'sam', my_plan('sam', '/mina-ord'), ['Du har inte skrivit något']),
  screen('mina-ord-skriv', 'sam', my_plan('sam', '/mina-ord/skriv'), [form, 'Polisen måste agera', 'läser alltid']),
  screen('mina-ord-skriv-tomt', 'sam', my_plan('sam', '/mina-ord/skriv'), [], empty),
  screen('mina-ord-skrivna', 'sam', my_plan('sam', '/mina-ord/skriv'), ['Boxningen är bra'], sent({ text: 'Boxningen är bra. Jag vill gå dit oftare.' })),
  screen('undvik', 'sam', my_plan('sam', '/undvik')),
  screen('undvik-ny', 'sam', my_plan('sam', '/undvik/ny'), [form]),
  screen('undvik-ny-tomt', 'sam', my_plan('sam', '/undvik/ny'), [], empty),
  screen('undvik-skrivet', 'sam', my_plan('sam', '/undvik/ny'), ['Torget efter klockan 21'], sent({ kind: 'place', text: 'Torget efter klockan 21' })),
  screen('undvik-ta-bort', 'sam', async (town) => {
    const number = await town.case_of('sam')
    const { avoid } = await town.hands.post('sam', `/api/v1/cases/${number}/plan/avoid`, { kind: 'place', text: 'Stationen' })
    return `/min-plan/${number}/undvik/${avoid}/ta-bort`
  }, [form, 'Stationen']),
  screen('anteckningar-till-mig-inga', 'sam', my_plan('sam', '/anteckningar')),
  screen('anteckningar-till-mig', 'sam', my_plan('sam', '/anteckningar'), ['Kom i tid hela veckan'], {
    act: when_done('elin.berg', '/notes', { kind: 'observation', text: 'Kom i tid hela veckan.', seen_on: day_from_now(), basis: 'commitment-1', readers: ['signatory-1'] })
  })
]

// The tale gives Eva her second child: these stand after all that show the one.
const two_children = [
  screen('ta-pa-dig-vardnadshavare', 'eva.ternstrom', of_siblings('/atagande/4/ta-pa-dig'), [form]),
  screen('min-plan-tva-barn', 'eva.ternstrom', '/min-plan'),
  screen('mitt-samtycke-valj-barn', 'eva.ternstrom', '/mitt-samtycke', ['SIG-']),
  screen('om-mig-valj-barn', 'eva.ternstrom', '/om-mig', ['SIG-']),
  screen('mina-ord-valj-barn', 'eva.ternstrom', '/mina-ord', ['SIG-'])
]

export const family = [...plan, ...meetings, ...consent, ...words, ...two_children]
