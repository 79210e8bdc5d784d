// What an administrator sees: agencies, units, who does what, and what the municipality decides of the method. They stand last, for what
// is added here is a choice in the forms of everybody.
import { day_from_now, send_through } from './filling.mjs'
import { check, conflict, empty, form, gate, screen, slip } from './making.mjs'

const admin = (name, rest, shows = [], more = {}) => screen(name, 'rut.behorighet', typeof rest === 'string' ? `/organisation${rest}` : rest, shows, more)
const decided = { decision: 'Socialnämnden 12 maj 2026, § 40' }

/** A setting as it stands after somebody has decided it. */
const when_set = (setting, value) => async (town) => {
  const { version } = await town.hands.get('rut.behorighet', '/api/v1/profile')
  await town.hands.post('rut.behorighet', `/api/v1/profile/${setting}`, { ...value, ...decided, version_seen: version })
  return '/organisation/profil-historik'
}
/** A unit in which nobody has anything to do yet. */
const new_unit = async (town) => {
  await town.hands.post('rut.behorighet', '/api/v1/agencies/samverkan/units', { name: 'Ungdomscoacherna', code: 'coacher', parts: [], districts: ['norr'] })
  return '/organisation/enheter/coacher'
}

const groups_and_areas = [
  admin('organisation', '', ['Enheten för unga']),
  admin('organisation-grupper', '/grupper', ['Arbetsgruppen i Ekvik']),
  admin('organisation-ny-grupp', '/grupper/ny', [form]),
  admin('organisation-ny-grupp-tomt', '/grupper/ny', [], empty),
  admin('organisation-plats', '/grupper/arbetsgruppen/plats', [form]),
  admin('organisation-plats-tomt', '/grupper/arbetsgruppen/plats', [], empty),
  admin('organisation-plats-avsluta', '/grupper/arbetsgruppen/plats/1/avsluta', [form]),
  admin('organisation-omraden', '/omraden', ['Norra Ekvik']),
  admin('organisation-nytt-omrade', '/omraden/nytt', [form]),
  admin('organisation-nytt-omrade-tomt', '/omraden/nytt', [], empty),
  admin('organisation-koppla-omraden', '/omraden/koppla', [form]),
  admin('organisation-koppla-omraden-tomt', '/omraden/koppla', [], empty),
  admin('organisation-koppling-avsluta', '/omraden/koppling/1/avsluta', [form])
]

const a_person = { name: 'Disa Blom', handle: 'disa.blom', role: 'coordinator' }
const people = [
  admin('organisation-enhet', '/enheter/samordning', ['Mia Holm']),
  admin('organisation-enhet-egna', '/enheter/drift', ['Rut Hall']),
  admin('organisation-enhet-annan-myndighet', '/enheter/soc-unga', [], { status: 404 }),
  admin('organisation-ny-person', '/enheter/samordning/ny-person', [form]),
  admin('organisation-ny-person-tomt', '/enheter/samordning/ny-person', [], empty),
  admin('organisation-ny-person-kontrollera', '/enheter/samordning/ny-person', [], check(a_person)),
  admin('organisation-ny-person-upptaget', '/enheter/samordning/ny-person', [], slip({ ...a_person, handle: 'mia.holm' })),
  admin('organisation-ny-person-tillagd', '/enheter/samordning/ny-person', ['.govuk-notification-banner', 'Disa Blom'], { act: ({ page }) => send_through(page, a_person) }),
  admin('organisation-nytt-uppdrag', '/enheter/samordning/nytt-uppdrag', [form]),
  admin('organisation-nytt-uppdrag-tomt', '/enheter/samordning/nytt-uppdrag', [], empty),
  admin('organisation-nytt-uppdrag-kontrollera', '/enheter/samordning/nytt-uppdrag', [], check({ handle: 'elin.berg', role: 'coordinator' })),
  admin('organisation-nytt-uppdrag-okand', '/enheter/samordning/nytt-uppdrag', [], slip({ handle: 'sam', role: 'coordinator' })),
  admin('organisation-nytt-uppdrag-eget', '/enheter/samordning/nytt-uppdrag', [], slip({ handle: 'rut.behorighet', role: 'coordinator' })),
  admin('organisation-uppdrag-avsluta', '/enheter/samordning/uppdrag/1/avsluta', [form, 'Mia Holm']),
  admin('organisation-uppdrag-avsluta-kontrollera', '/enheter/samordning/uppdrag/1/avsluta', [], check({})),
  admin('organisation-uppdrag-avsluta-for-tidigt', '/enheter/samordning/uppdrag/1/avsluta', [], slip({ last_day: day_from_now(-1000) }))
]

const agencies = [
  admin('organisation-ny-myndighet', '/ny-myndighet', [form]),
  admin('organisation-ny-myndighet-tomt', '/ny-myndighet', [], empty),
  admin('organisation-ny-myndighet-kontrollera', '/ny-myndighet', [], check({ kind: 'prison_service', name: 'Frivården i Ekvik', code: 'frivarden' })),
  admin('organisation-ny-myndighet-upptagen-kod', '/ny-myndighet', [], slip({ kind: 'school', name: 'Norra skolan', code: 'bjorkskolan' })),
  admin('organisation-ny-enhet', '/myndigheter/socialtjansten/ny-enhet', [form]),
  admin('organisation-ny-enhet-tomt', '/myndigheter/socialtjansten/ny-enhet', [], empty),
  admin('organisation-ny-enhet-kontrollera', '/myndigheter/socialtjansten/ny-enhet', [], check({ name: 'Mottaget', code: 'mottaget', parts: ['proposes'], districts: ['norr'] })),
  admin('organisation-enhet-ingen', new_unit)
]

const profile = [
  admin('profil', '/profil', ['Metodprofil']),
  admin('profil-historik-tom', '/profil-historik', ['Ingenting har ändrats']),
  ...[
    ['tal', 'minutes_days'], ['tal-eller-inget', 'capacity'], ['rad', 'consent_word'], ['text', 'closure_criteria'], ['val', 'plan_word'],
    ['ja-eller-nej', 'named_preparation'], ['dagar', 'ladder_days'], ['sprak', 'confirmed_languages'], ['myndigheter', 'collecting_agencies'],
    ['enheter', 'coordinator_units'], ['jurist', 'hindered_guardian']
  ].map(([kind, setting]) => admin(`profil-${kind}`, `/profil/${setting}`, [form])),
  admin('profil-tal-tomt', '/profil/minutes_days', [], empty),
  admin('profil-tal-for-stort', '/profil/minutes_days', [], slip({ number: 90, ...decided })),
  admin('profil-tal-samma', '/profil/minutes_days', [], slip({ number: 7, ...decided })),
  admin('profil-dagar-olasligt', '/profil/ladder_days', [], slip({ list: 'snart', ...decided })),
  admin('profil-kontrollera', '/profil/minutes_days', [], check({ number: 10, ...decided })),
  admin('profil-jurist-kontrollera', '/profil/hindered_guardian', [], check({
    choice: 'yes', jurist: 'Anna Rask, kommunjurist', reference: 'KS 2026/118', decided_on: day_from_now(-30), ...decided
  })),
  admin('profil-nationellt', '/profil/quorum', [gate]),
  admin('profil-konflikt', '/profil/waitlist_review_days', [], conflict({ number: 45, ...decided }, { number: 60, ...decided })),
  admin('profil-historik', when_set('minutes_days', { number: 10 }), ['12 maj 2026, § 40'])
]

export const organisation = [...groups_and_areas, ...people, ...agencies, ...profile]
