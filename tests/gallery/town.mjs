// Cases for the pictures: found among those that there are, by state, or told through the API to the point that a screen wants, by
// the people of the demo. src/app/demo_tale.cpp tells the same in C++.
import { day_from_now, clock_from_now } from './filling.mjs'

const roles = { 'sara.lind': 'social_worker', 'jonas.ek': 'police', 'karin.ostberg': 'unit_manager' }
const signed_form = { name: 'samtycke.pdf', content: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n').toString('base64') }
const decision = (what) => ({
  what, why: 'Flera händelser på kort tid. Stödet behöver samordnas.', how: 'I samråd med ungdomen och de andra myndigheterna.',
  who: 'Sara Lind håller ihop ärendet.', delegation: '2.4', childs_view: 'Vill ha hjälp att komma tillbaka till skolan.',
  best_interests: 'Samordnat stöd hemma väger tyngre än nackdelen att fler får veta.'
})

/** The people of one house, as programs. */
class Hands {
  constructor(house) {
    this.house = house
    this.tokens = new Map()
  }
  async token(who) {
    if (!this.tokens.has(who)) {
      const body = { user: who, password: this.house.password, ...(roles[who] && { role: roles[who] }) }
      const answer = await fetch(`${this.house.origin}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
      if (!answer.ok) throw new Error(`${who} cannot sign in: ${answer.status}`)
      this.tokens.set(who, (await answer.json()).token)
    }
    return this.tokens.get(who)
  }
  async get(who, path) {
    const answer = await fetch(`${this.house.origin}${path}`, { headers: { authorization: `Bearer ${await this.token(who)}` } })
    return answer.ok ? answer.json() : null
  }
  async post(who, path, body) {
    const answer = await fetch(`${this.house.origin}${path}`, {
      method: 'POST', headers: { authorization: `Bearer ${await this.token(who)}`, 'content-type': 'application/json' }, body: JSON.stringify(body)
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${who} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text)
  }
}

/** One case told as far as it is asked to. Each step gives back the teller. */
class Teller {
  constructor(hands, given_name, born = '2010-03-04') {
    Object.assign(this, { hands, given_name, born, adult: false })
  }
  post(rest, body, who = 'sara.lind') { return this.hands.post(who, `/api/v1/cases/${this.number}${rest}`, body) }

  async proposed(more = {}) {
    const answer = await this.hands.post('jonas.ek', '/api/v1/nominations', {
      given_name: this.given_name, family_name: 'Provfall', born: this.born, legal_ground: 'concern_notice', noticed_on: day_from_now(),
      registry_number: 'A-2026-1043', police_matter_code: '604', considered_for_sig: true, reasons: ['company'],
      reason: 'Har setts flera kvällar med äldre kända personer.', why_sig: 'Skola, fritid och socialtjänst behöver göra saker samtidigt.',
      weighing: 'Nytt umgänge, men en vilja att ändra sig.', origin: 'none', known_before: 'unknown', feedback_asked: true, ...more
    })
    this.number = this.nomination = answer.nomination
    return this
  }
  async taken_up(more = {}, sources = true) {
    await this.post('/review', {
      lives_here: true, residence_checked_on: day_from_now(), residence_source: 'population_register', danger_if_seen: 'no', conflict: 'no',
      notice_number: 'SN 2026/311', known_before: 'yes', why: 'Uppgifterna är allvarliga och gäller någon som bor här.',
      childs_view: 'Är inte tillfrågad än.', best_interests: 'Att bedöma snabbt är bättre än att vänta.', ...more
    })
    if (sources) await this.post('/sources', {
      whose: 'other', kind: 'notice', from_whom: 'Polisen', learned_on: day_from_now(), about: 'Polisens anmälan och samtal med skolan.'
    })
    return this
  }
  async decided(outcome) {
    const answer = await this.post('/offer-decision', {
      outcome, category: 'at_risk', crime_ground: 'suspected', room_for_more: true, mode: 'cooperation_form', ground: 'sol', ...decision('Beslut.')
    })
    this.number = answer.case
    return this
  }
  async offered() { return this.decided('offer') }
  async asked(guardian = {}) {
    await this.post('/consent-collection', { collector: 'sara.lind' })
    await this.post('/concerned-agencies', {
      concerned: ['socialtjansten', 'polisen', 'bjorkskolan', 'fritid'], not_concerned_reason: 'Ingen kontakt med vården i dag.'
    })
    const all = [{ role: 'youth', name: `${this.given_name} Provfall` }]
    if (!this.adult) all.push({ role: 'guardian', name: `Maj ${this.given_name}` }, { role: 'guardian', name: 'Nils Provfall', ...guardian })
    for (const [index, one] of all.entries()) {
      await this.post('/signatories', {
        protected_identity: 'none', custody_source: 'population_register', custody_checked_on: day_from_now(), language: 'svenska', ...one
      })
      await this.post(`/signatories/${index + 1}/conversations`, {
        held_on: day_from_now(), way: 'meeting', told_purpose: true, told_withdrawal: true, told_police_duty: true, note: 'Lugnt samtal.'
      })
    }
    this.signatories = all.length
    await this.post('/consents', {
      valid_from: day_from_now(), last_day: day_from_now(175), purpose: 'Att ni som stöder ungdomen får tala med varandra.',
      information_kinds: 'Skolgång, fritid, umgänge och det polisen ser.', not_shared: 'Uppgifter om vård.',
      circumstances_source: 'population_register', circumstances_checked_on: day_from_now(), list_complete: true, lives_here: true
    })
    return this
  }
  sign(line) {
    return this.post(`/signatories/${line}/answers`, {
      answer: 'yes', signed_on: day_from_now(), signature_seen: true, follow_up_answer: 'no', place: 'Ekvik', original_kept_at: 'Arkivskåp 3',
      signed_form
    })
  }
  async consented() {
    for (let line = 1; line <= this.signatories; ++line) await this.sign(line)
    return this
  }
  async half_grouped() {
    await this.post('/coordinator', { person: 'sara.lind', reason: 'Har lett samtalen.' })
    await this.member('jonas.ek', 'police_officer')
    return this
  }
  /** One more commitment and one more goal, both out of the draft again. */
  async taken_out() {
    await this.post('/commitments', { in_goal: '1', measure: 'Ring hem', promised_by: 'member-2', done_by: day_from_now(60) })
    await this.post('/commitments/4/removal', { seq_seen: 1 })
    const goal = { area: 'leisure', goal_text: 'Hitta en förening', reached_how: 'I vår', responsible: 'bjorkskolan' }
    await this.post('/goals', goal)
    await this.post('/goals/3', { ...goal, dropped: true, seq_seen: 1 })
    return this
  }
  member(person, function_) {
    return this.post('/members', { person, function: function_, knows_youth: true, reason: 'Känner ungdomen.' })
  }
  async grouped() {
    await this.half_grouped()
    await this.member('elin.berg', 'teacher')
    await this.member('ali.nouri', 'leisure_leader')
    await this.post('/planning', {})
    return this
  }
  async drafted() {
    const goal = (area, goal_text, responsible) => this.post('/goals', { area, goal_text, reached_how: 'Vi ser det varje månad.', responsible })
    await goal('school', 'Vara i skolan varje dag', 'bjorkskolan')
    await goal('crime', 'Inte begå fler brott', 'polisen')
    const promise = (in_goal, measure, promised_by, days, plain_words, order_number) =>
      this.post('/commitments', { in_goal, measure, promised_by, done_by: day_from_now(days), documented_how: 'Anteckning vid varje möte.', plain_words, order_number })
    await promise('1', 'Gå till skolan varje dag', 'signatory-1', 60, 'Jag går till skolan varje dag.', 1)
    await promise('1', 'Ta fram en studieplan', 'member-3', 21, 'Elin gör en plan för skolan med dig.', 2)
    await promise('2', 'Samtal en gång i veckan', 'member-2', 90, 'Jonas pratar med dig varje vecka.', 3)
    return this
  }
  async planned() {
    await this.drafted()
    await this.post('/plan/words', {
      youth_words: 'Jag vill gå ut nian.', ...(!this.adult && { guardian_words: 'Vi vill att det blir lugnt hemma.' }),
      crisis_contact: 'Socialjouren, 010-000 00 00', took_part_on: day_from_now(), seq_seen: 0
    })
    await this.post('/commitments/1/acceptance', { way: 'meeting', said_on: day_from_now() })
    await this.post('/commitments/2/acceptance', {}, 'elin.berg')
    await this.post('/commitments/3/acceptance', {}, 'jonas.ek')
    const { childs_view, best_interests, ...four } = decision('Planen gäller från i dag.')
    await this.post('/plan/decision', this.adult ? four : { ...four, childs_view, best_interests })
    return this
  }
  /** A meeting that begins in so many minutes. */
  async called(minutes) {
    const list = (length) => Array.from({ length }, (_, index) => String(index + 1))
    this.begins = Date.now() + (minutes + 1) * 60 * 1000
    await this.post('/meetings', {
      kind: 'individual', day: day_from_now((minutes + 1) / (24 * 60)), clock: clock_from_now(minutes + 1), length_minutes: 60, form: 'in_person', place: 'Kulturhuset, rum 2',
      signatories: list(this.signatories), members: list(4), call_how: ['in_lots']
    })
    return this
  }
  /** What a meeting that has begun needs before its minutes can be locked. */
  async held(meeting = 1) {
    const at = `/meetings/${meeting}`
    for (let line = 1; line <= this.signatories + 4; ++line) await this.post(`${at}/attendance/${line}`, { presence: 'present', seq_seen: 0 })
    for (const commitment of [1, 2, 3]) await this.post(`${at}/follow-up/${commitment}`, { status: 'ongoing', text: 'Går framåt.', seq_seen: 0 })
    await this.post(`${at}/minutes`, {
      who_may_hear: 'Alla vid bordet får höra allt som sägs här.', consent_checked: true, police_role_told: true, text: 'Vi gick igenom planen.',
      youth_opinion: 'Det är okej.', closure_question: 'continue', seq_seen: 0
    })
    await this.called(24 * 60)
    return this
  }
  async helped() {
    await this.post('/helpers', { name: 'Tore Blom', relation: 'coach', wish: 'Han lyssnar.', task: 'Boxning.', wished_on: day_from_now(), way: 'meeting' })
    return this
  }
  async stood_in_for() {
    await this.post('/deputies', { person: 'amir.haddad', from_day: day_from_now(), last_day: day_from_now(30), reason: 'Semester.' })
    return this
  }
  async translated() {
    await this.post('/plan/versions/1/translations', {
      language: 'ar', translated_on: day_from_now(), translator: 'Översättningsbyrån', text: 'خطتك: الذهاب إلى المدرسة كل يوم.'
    })
    return this
  }
}

const states_of = async (hands, who) => {
  const all = []
  for (let page = 1; ; ++page) {
    const list = await hands.get(who, `/api/v1/cases?page=${page}`)
    if (!list) return all
    all.push(...list.cases)
    if (page >= list.pages) return all
  }
}

/** What the screens ask of a house: its cases by state, and those told for them. */
export class Town {
  constructor(house) {
    this.house = house
    this.hands = new Hands(house)
    this.told = new Map()
  }
  person(handle, role) {
    const found = this.house.people.find((one) => one.handle === handle && (!role || one.role === role))
    if (!found) throw new Error(`nobody is called ${handle} ${role ?? ''}`)
    return found
  }
  /** The first case of that state that the person has; nothing when there is none. */
  async case_of(handle, state) {
    const all = await states_of(this.hands, handle)
    return all.find((one) => !state || one.state === state)?.case
  }
  /** The case of that name, told when it is first asked for. */
  case_told(name) {
    if (!this.told.has(name)) this.told.set(name, tales[name](this.hands))
    return this.told.get(name)
  }
}

/** The school is late in Sam's case, of the demo: it is lifted to its head. */
async function lifted(hands) {
  const number = (await states_of(hands, 'sam'))[0].case
  await hands.post('sara.lind', `/api/v1/cases/${number}/escalations`, {
    what: 'late-2', level: '1', reason: 'Studieplanen är inte klar. Någon behöver skriva den i veckan.'
  })
  return { number }
}

const teller = (hands, name, born) => new Teller(hands, name, born)
const asked = async (hands, name, guardian) => (await (await (await teller(hands, name).proposed()).taken_up()).offered()).asked(guardian)
const grouped = async (hands, name) => (await (await asked(hands, name)).consented()).grouped()
const planned = async (hands, name) => (await grouped(hands, name)).planned()

/** What is told, by the name that a screen asks for. */
const tales = {
  proposed: (hands) => teller(hands, 'Bim').proposed(),
  taken_back: async (hands) => {
    const bo = await teller(hands, 'Bo').proposed()
    await bo.post('/nomination/taken-back', { reason: 'Skrev om fel person.' }, 'jonas.ek')
    return bo
  },
  under_review: async (hands) => (await teller(hands, 'Dan').proposed()).taken_up(),
  without_source: async (hands) => (await teller(hands, 'Dora').proposed()).taken_up({}, false),
  prepared: async (hands) => {
    const dag = await (await teller(hands, 'Dag').proposed()).taken_up()
    const { meeting } = await hands.post('sara.lind', '/api/v1/working-group/meetings', {
      group: 'arbetsgruppen', day: day_from_now(20), clock: '09:00', place: 'Rådhuset'
    })
    dag.meeting = meeting ?? 1
    await hands.post('sara.lind', `/api/v1/working-group/meetings/${dag.meeting}/area-items`, { area_text: 'Oro vid torget om kvällarna.' })
    await dag.post('/deidentified-items', { meeting: String(dag.meeting), shown_text: 'En ung person är ofta ute sent.', could_be_about: 60, approved: true })
    return dag
  },
  waitlisted: async (hands) => (await (await teller(hands, 'Vera').proposed()).taken_up()).decided('waitlist'),
  no_offer: async (hands) => (await (await teller(hands, 'Nore').proposed()).taken_up()).decided('no_offer'),
  decided_offer: async (hands) => (await (await teller(hands, 'Ebbe').proposed()).taken_up()).offered(),
  pending: async (hands) => {
    const gun = await asked(hands, 'Gunn')
    await gun.sign(1)
    return gun
  },
  refused: async (hands) => {
    const gry = await asked(hands, 'Gry')
    await gry.post('/signatories/1/answers', { answer: 'no', signed_on: day_from_now(), follow_up_answer: 'no' })
    return gry
  },
  protected: async (hands) => (await (await asked(hands, 'Frej', { protected_identity: 'protected_registration', contact: 'Hemliga vägen 9' })).consented()).grouped(),
  // The municipality's jurist allows it first, for everybody from then on.
  hindered: async (hands) => {
    const { version } = await hands.get('rut.behorighet', '/api/v1/profile')
    await hands.post('rut.behorighet', '/api/v1/profile/hindered_guardian', {
      choice: 'yes', jurist: 'Anna Rask', reference: 'KS 2026/118', decided_on: day_from_now(-30), decision: 'Socialnämnden § 41', version_seen: version
    })
    const hugo = await asked(hands, 'Hugo')
    await hugo.post('/signatories/3/hindrance', {
      reason: 'abroad', evidence: 'Arbetar på ett fartyg. Rederiet når honom inte på flera veckor.', reviewed_by: 'Anna Rask', from_day: day_from_now(),
      recheck_on: day_from_now(14), cannot_wait: true
    })
    return hugo
  },
  dangerous: async (hands) => (await (await (await teller(hands, 'Moa').proposed()).taken_up({ danger_if_seen: 'yes' })).offered()).asked(),
  forming: async (hands) => (await (await asked(hands, 'Hedda')).consented()).half_grouped(),
  planning: async (hands) => (await (await (await grouped(hands, 'Ines')).drafted()).helped()).stood_in_for(),
  empty_plan: (hands) => grouped(hands, 'Ivar'),
  taken_out: async (hands) => (await (await grouped(hands, 'Irma')).drafted()).taken_out(),
  // Alex's mother has two children with a case, and one more thing to say yes to.
  sibling: async (hands) => {
    const ida = await asked(hands, 'Ida', { name: 'Eva Ternström', account: 'eva.ternstrom' })
    await (await (await ida.consented()).grouped()).drafted()
    await ida.post('/commitments', {
      in_goal: '1', measure: 'Väcka varje skoldag', promised_by: 'signatory-3', done_by: day_from_now(60), documented_how: 'Anteckning vid varje möte.',
      plain_words: 'Eva väcker varje skoldag.'
    })
    return ida
  },
  active: (hands) => planned(hands, 'Jon'),
  in_meeting: async (hands) => (await planned(hands, 'Tea')).called(2),
  translated: async (hands) => (await planned(hands, 'Tilda')).translated(),
  suspended: async (hands) => {
    const kia = await planned(hands, 'Kia')
    await kia.post('/signatories/2/withdrawal', { way: 'phone' })
    return kia
  },
  closure_review: async (hands) => {
    const kaj = await planned(hands, 'Kaj')
    await kaj.post('/closure-question', { ground: 'continued_crime', facts: 'Ny anmälan.' }, 'jonas.ek')
    return kaj
  },
  closed: async (hands) => {
    const lo = await planned(hands, 'Lo')
    await lo.post('/closure-question', { ground: 'goals_reached', facts: 'Skolan fungerar.' })
    for (const goal of [1, 2]) await lo.post(`/goals/${goal}/result`, { result: 'reached', text: 'Målet är nått.', seq_seen: 0 })
    for (const commitment of [2, 3])
      await lo.post(`/commitments/${commitment}/hand-over`, { agency: 'bjorkskolan', accepted_on: day_from_now(), note: 'I skolans vanliga arbete.', seq_seen: 0 })
    await lo.post('/closure', { reason: 'goals_reached', ground: 'Målen är nådda.', informed: 'Alla, vid mötet.', ...decision('Insatsgruppen avslutas.') })
    return lo
  },
  lifted,
  crowd: async (hands) => {
    for (const first of 'ABDEFHIKLMNTV') for (const rest of ['lva', 'le', 'mi', 'nna']) await teller(hands, first + rest).proposed()
    return {}
  },
  recommended: async (hands) => {
    const dina = await (await teller(hands, 'Dina').proposed()).taken_up()
    const { meeting } = await hands.post('sara.lind', '/api/v1/working-group/meetings', {
      group: 'arbetsgruppen', day: day_from_now(21), clock: '09:00', place: 'Rådhuset'
    })
    dina.meeting = meeting
    await dina.post('/deidentified-items', { meeting: String(meeting), shown_text: 'En ung person är ofta ute sent.', could_be_about: 60, approved: true })
    await hands.post('sara.lind', `/api/v1/working-group/meetings/${meeting}/items/1/recommendation`, {
      advice: 'offer', advice_text: 'Flera är oroliga.', contact_agency: 'bjorkskolan'
    })
    return dina
  },
  opened_in_emergency: async (hands) => {
    const ove = await planned(hands, 'Ove')
    await ove.post('/plan/avoid', { kind: 'place', text: 'Torget efter klockan 21.' }, 'jonas.ek')
    await ove.post('/emergency-access', { reason: 'Påträffad på stationen i natt.', hours: 24 }, 'amir.haddad')
    return ove
  },
  helper_accepted: async (hands) => {
    const iris = await (await (await grouped(hands, 'Iris')).drafted()).helped()
    for (const signatory of ['2', '3'])
      await iris.post('/helpers/1/answers', { signatory, answer: 'yes', said_on: day_from_now(), way: 'phone' })
    await iris.post('/helpers/1/judgement', { suitable: 'yes', from_day: day_from_now(), last_day: day_from_now(60), ...decision('Tore får vara med.') })
    return iris
  },
  // One of its own for each task that is counted: it is changed by being done.
  to_decide: async (hands) => (await teller(hands, 'Rut').proposed()).taken_up(),
  to_prepare: async (hands) => (await teller(hands, 'Rolf').proposed()).taken_up(),
  to_assess: async (hands) => (await teller(hands, 'Rita').proposed()).taken_up(),
  to_answer: async (hands) => asked(hands, 'Siri'),
  to_add_member: async (hands) => (await (await asked(hands, 'Sven')).consented()).half_grouped(),
  to_promise: async (hands) => (await grouped(hands, 'Stina')).drafted(),
  to_call: (hands) => planned(hands, 'Tom'),
  to_follow_up: async (hands) => (await planned(hands, 'Tora')).called(1),
  to_lock: async (hands) => (await planned(hands, 'Ture')).called(1),
  to_close: async (hands) => {
    const ulf = await planned(hands, 'Ulf')
    await ulf.post('/closure-question', { ground: 'goals_reached', facts: 'Skolan fungerar.' })
    for (const goal of [1, 2]) await ulf.post(`/goals/${goal}/result`, { result: 'reached', text: 'Målet är nått.', seq_seen: 0 })
    for (const commitment of [2, 3])
      await ulf.post(`/commitments/${commitment}/hand-over`, { agency: 'bjorkskolan', accepted_on: day_from_now(), note: 'I skolans vanliga arbete.', seq_seen: 0 })
    return ulf
  },
  adult: async (hands) => {
    const max = teller(hands, 'Max', '2007-03-02')
    max.adult = true
    await max.proposed({
      legal_ground: 'adult_consent', reasons: ['leaves_network'], feedback_asked: false, consent_given_on: day_from_now(-3), consent_last_day: day_from_now(30),
      consent_way: 'paper', consent_kept_at: 'Pärm 4'
    })
    return max
  }
}
