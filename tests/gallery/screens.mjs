// Every screen in every state that matters: who sees it, how a case in that state is found, and what must be there to be seen.
//
//   name    of the pictures' files
//   who     sign-in name; nothing: nobody is signed in. role: for those with several
//   house   'demo' (the five cases and those told for the pictures) or 'years' (years of simulated work)
//   at      the address, found out by asking the town
//   act     what is done on it before the picture is taken; gives back the answer
//   status  of the answer, 200 unless said
//   shows   words that can be read in the page, or a selector (it begins with . # or [) of what can be seen
import { day_from_now, fill, send, send_through } from './filling.mjs'
import { check, conflict, empty, form, gate, of, posted, refused, sams, screen, slip, told, when_done } from './making.mjs'
import { family } from './screens_family.mjs'
import { organisation } from './screens_organisation.mjs'

const before_signing_in = [
  screen('logga-in', null, '/logga-in', ['.sig-header', '[name=password]']),
  screen('logga-in-tomt', null, '/logga-in', [], { ...empty, status: 400, act: async ({ page }) => send(page) }),
  screen('logga-in-efter-lank', null, '/arenden', ['[name=password]']),
  screen('roll', 'sara.lind', '/roll', ['.govuk-radios'], { role: 'Socialsekreterare' }),
  screen('mina-inloggningar', 'sara.lind', '/mina-inloggningar'),
  ...['/om-metoden', '/hjalp', '/personuppgifter', '/tillganglighet', '/inte-till-forhor'].map((path) => screen(path.slice(1), null, path))
]

const days_and_lists = [
  screen('min-dag', 'sara.lind', '/min-dag', ['.sig-work']),
  screen('min-dag-polis', 'jonas.ek', '/min-dag'),
  screen('min-dag-skola-forsenad', 'elin.berg', '/min-dag', ['.sig-work--urgent']),
  screen('min-dag-tom', 'nina.bup', '/min-dag'),
  screen('min-dag-lang', 'sara.lind', '/min-dag', ['.sig-work'], { house: 'years' }),
  screen('min-dag-enhetschef', 'karin.ostberg', '/min-dag', [], { house: 'years', role: 'Enhetschef' }),
  screen('min-dag-samordnare', 'mia.holm', '/min-dag', [], { house: 'years' }),
  screen('arenden', 'sara.lind', '/arenden', ['SIG-']),
  screen('arenden-langa', 'sara.lind', '/arenden', ['SIG-'], { house: 'years' }),
  screen('arenden-inga', 'nina.bup', '/arenden'),
  screen('arenden-ingen-traff', 'sara.lind', '/arenden?nummer=SIG-1999-999', [], { house: 'years' }),
  screen('hitta-arende', 'sara.lind', '/arenden/sok', [form]),
  screen('hitta-arende-tomt', 'sara.lind', '/arenden/sok', [], empty),
  screen('hitta-arende-inget', 'sara.lind', '/arenden/sok', [], slip({ personal_number: '20100101-2382' })),
  screen('valj-arende', 'sara.lind', '/min-dag/valj-arende?till=mote', ['SIG-']),
  screen('valj-arende-anteckning', 'elin.berg', '/min-dag/valj-arende?till=anteckning', ['SIG-']),
  screen('valj-arende-inget', 'nina.bup', '/min-dag/valj-arende'),
  screen('samordning', 'sara.lind', '/arenden/samordning', [], { house: 'years' }),
  screen('mina-forslag', 'jonas.ek', '/mina-forslag', ['F-']),
  screen('mina-forslag-inga', 'petra.dahl', '/mina-forslag'),
  screen('lyfta', 'hanna.rektor', '/lyfta', [], { house: 'years' }),
  screen('lyfta-styrgrupp', 'erik.lund', '/lyfta', [], { house: 'years' })
]

const a_proposal = {
  given_name: 'Nova', family_name: 'Provfall', born: '2010-05-05', legal_ground: 'concern_notice', noticed_on: day_from_now(), registry_number: 'A-2026-77',
  police_matter_code: '604', considered_for_sig: true, reasons: ['company'], origin: 'none', known_before: 'unknown'
}
/** A case that is assessed, when the working group has a meeting to be asked at. */
const to_be_shown = async (town) => {
  await town.case_told('prepared')
  return told('under_review', '/avidentifiera')(town)
}
const proposing = [
  screen('foresla', 'jonas.ek', '/foresla', [form]),
  screen('foresla-skola', 'elin.berg', '/foresla', [form]),
  screen('foresla-tomt', 'jonas.ek', '/foresla', [], empty),
  ...[2, 3].map((step) => screen(`foresla-steg-${step}`, 'jonas.ek', '/foresla', [form, `teg ${step} av 4`], { act: async ({ page }) => {
    let answer
    for (let sent = 1; sent < step; ++sent) {
      await fill(page, a_proposal)
      answer = await send(page)
    }
    return answer
  } })),
  screen('foresla-kontrollera', 'jonas.ek', '/foresla', [], check(a_proposal)),
  screen('foresla-vuxen-nekas', 'jonas.ek', '/foresla', [], refused({
    ...a_proposal, born: '2007-03-02', legal_ground: 'adult_consent', reasons: ['leaves_network'],
    consent_given_on: '', consent_last_day: '', consent_way: false
  })),
  screen('foresla-skickat', 'jonas.ek', '/foresla', ['.govuk-notification-banner', 'F-'], { act: ({ page }) => send_through(page, a_proposal) }),
  screen('foresla-over-18', 'jonas.ek', '/foresla/over-18'),
  screen('foresla-hanvisa', 'jonas.ek', '/foresla/hanvisa', [form]),
  screen('forslaget-forslagsstallaren', 'jonas.ek', told('proposed', '/forslag')),
  screen('forslaget-nytt', 'sara.lind', told('proposed'), ['Förslag']),
  screen('forslaget-ta-tillbaka', 'jonas.ek', told('proposed', '/forslag/ta-tillbaka'), [form]),
  screen('forslaget-ta-tillbaka-kontrollera', 'jonas.ek', told('proposed', '/forslag/ta-tillbaka'), [], check({})),
  screen('forslaget-ta-tillbaka-for-sent', 'jonas.ek', told('under_review', '/forslag/ta-tillbaka'), [gate]),
  screen('forslaget-taget-tillbaka', 'jonas.ek', told('taken_back', '/forslag')),
  screen('forslaget-taget-tillbaka-socialtjansten', 'sara.lind', told('taken_back')),
  screen('ta-upp', 'sara.lind', told('proposed', '/ta-upp'), [form]),
  screen('ta-upp-tomt', 'sara.lind', told('proposed', '/ta-upp'), [], empty),
  screen('ta-upp-bor-inte-har', 'sara.lind', told('proposed', '/ta-upp'), [], refused({ lives_here: 'no', danger_if_seen: 'no', conflict: 'no', known_before: 'yes' })),
  screen('forslaget-vuxen', 'sara.lind', told('adult')),
  screen('arende-bedoms', 'sara.lind', told('under_review'), [gate, 'Bedöms']),
  screen('bedomning', 'sara.lind', told('under_review', '/bedomning')),
  screen('bedomning-kallor', 'sara.lind', told('under_review', '/bedomning/kallor'), [form]),
  screen('beslut', 'sara.lind', told('under_review', '/beslut'), [form]),
  screen('beslut-tomt', 'sara.lind', told('under_review', '/beslut'), [], empty),
  screen('beslut-kontrollera', 'sara.lind', told('under_review', '/beslut'), [], check({ outcome: 'offer', category: 'at_risk', crime_ground: 'suspected', room_for_more: true, mode: 'cooperation_form', ground: 'sol', conflict: 'no' })),
  screen('beslut-utan-kalla', 'sara.lind', told('without_source', '/beslut'), [gate]),
  // Before anybody has called the working group: the tale "prepared" does.
  screen('avidentifiera-inget-mote', 'sara.lind', told('under_review', '/avidentifiera'), [gate]),
  screen('avidentifiera', 'sara.lind', to_be_shown, [form]),
  screen('avidentifiera-tomt', 'sara.lind', to_be_shown, [], empty),
  screen('avidentifiera-kontrollera', 'sara.lind', to_be_shown, [], check({ shown_text: 'En ung person är ofta ute sent.', could_be_about: 60, approved: true })),
  screen('avidentifiera-pekar-ut', 'sara.lind', to_be_shown, [], refused({ shown_text: 'Dan Provfall är ofta ute sent.', could_be_about: 60, approved: true })),
  screen('arende-avidentifierad', 'sara.lind', told('prepared'), ['Avidentifierad']),
  screen('beredning', 'sara.lind', told('prepared', '/beredning')),
  screen('arbetsgrupp', 'jonas.ek', '/arbetsgrupp', [], { role: 'Arbetsgruppen' }),
  screen('arbetsgruppens-mote', 'jonas.ek', async (town) => `/arbetsgrupp/moten/${(await town.case_told('prepared')).meeting}`, ['Oro vid torget'], { role: 'Arbetsgruppen' }),
  screen('arbetsgruppens-mote-socialtjansten', 'sara.lind', async (town) => `/arbetsgrupp/moten/${(await town.case_told('prepared')).meeting}`, ['Oro vid torget'], { role: 'Socialsekreterare' }),
  screen('arbetsgrupp-kalla', 'sara.lind', '/arbetsgrupp/kalla', [form], { role: 'Socialsekreterare' }),
  screen('arende-vantar', 'sara.lind', told('waitlisted'), ['Väntar på plats']),
  screen('arende-erbjuds-inte', 'sara.lind', told('no_offer'), ['Erbjuds inte']),
  screen('arende-erbjuds', 'sara.lind', told('decided_offer'), ['Erbjuds']),
  screen('aterkoppling', 'sara.lind', told('decided_offer', '/forslag/aterkoppling'), [form]),
  screen('bedomningar-inga', 'sara.lind', told('under_review', '/bedomningar')),
  screen('bedomningar-ny', 'sara.lind', told('under_review', '/bedomningar/ny'), [form])
]

const consent = [
  screen('samtycken-borja', 'sara.lind', told('decided_offer', '/samtycken/borja'), [form]),
  screen('arende-samtycke-inhamtas', 'sara.lind', told('pending'), [gate, 'Samtycke inhämtas']),
  screen('samtycken-nagra-svar', 'sara.lind', told('pending', '/samtycken'), ['Maj Gunn']),
  screen('samtycken-inga', 'sara.lind', told('decided_offer', '/samtycken')),
  screen('samtycken-svar', 'sara.lind', told('pending', '/samtycken/underskrivare/2/svar'), [form]),
  screen('samtycken-svar-tomt', 'sara.lind', told('pending', '/samtycken/underskrivare/2/svar'), [], empty),
  screen('samtycken-samtal', 'sara.lind', told('pending', '/samtycken/underskrivare/2/samtal'), [form]),
  screen('samtycken-myndigheter', 'sara.lind', told('pending', '/samtycken/myndigheter'), [form]),
  screen('samtycken-underskrivare', 'sara.lind', told('pending', '/samtycken/underskrivare'), [form]),
  screen('samtycken-blankett', 'sara.lind', told('pending', '/samtycken/blankett'), [form]),
  screen('samtycken-blankett-for-lange', 'sara.lind', told('pending', '/samtycken/blankett'), [], refused({ valid_from: day_from_now(), last_day: day_from_now(500), list_complete: true, lives_here: true })),
  screen('samtycken-blankett-utskrift', 'sara.lind', told('pending', '/samtycken/underskrivare/2/blankett')),
  screen('arende-avbojt', 'sara.lind', told('refused'), ['Avböjt']),
  screen('samtycken-nej', 'sara.lind', told('refused', '/samtycken')),
  screen('samtycken-skyddad', 'sara.lind', told('protected', '/samtycken')),
  screen('arende-farligt-om-nagon-ser', 'sara.lind', told('dangerous')),
  screen('samtycken-farligt', 'sara.lind', told('dangerous', '/samtycken')),
  screen('samtycke-deltagare', 'elin.berg', sams('/samtycke')),
  screen('samtycken-ta-tillbaka-kontrollera', 'sara.lind', sams('/samtycken/underskrivare/2/ta-tillbaka'), [], check({})),
  screen('arende-vilande', 'sara.lind', told('suspended'), ['Vilande']),
  screen('arende-vilande-deltagare', 'elin.berg', told('suspended'), ['Vilande']),
  screen('ateruppta-inte-an', 'sara.lind', told('suspended', '/samtycken/ateruppta'), [gate]),
  screen('samtycken-ta-tillbaka', 'sara.lind', sams('/samtycken/underskrivare/2/ta-tillbaka'), [form]),
  screen('motiverande-samtal', 'sara.lind', sams('/motiverande-samtal'), [form]),
  screen('motiverande-samtal-tomt', 'elin.berg', sams('/motiverande-samtal'), [], empty)
]

const group_and_plan = [
  screen('arende-gruppen-bildas', 'sara.lind', told('forming'), [gate, 'Gruppen bildas']),
  screen('deltagare-saknas', 'sara.lind', told('forming', '/deltagare')),
  screen('deltagare-lagg-till', 'sara.lind', told('forming', '/deltagare/lagg-till'), [form]),
  screen('borja-planera', 'sara.lind', told('forming', '/deltagare/borja-planera')),
  screen('deltagare', 'sara.lind', sams('/deltagare'), ['Elin Berg']),
  screen('deltagare-stodperson-ersattare', 'sara.lind', told('planning', '/deltagare'), ['Tore Blom', 'Amir Haddad']),
  screen('stodperson-bedom', 'sara.lind', told('planning', '/deltagare/onskemal/1/bedomning')),
  screen('arende-plan-tas-fram', 'sara.lind', told('planning'), [gate, 'Plan tas fram']),
  screen('plan-tom', 'sara.lind', told('empty_plan', '/plan')),
  screen('plan-utkast', 'sara.lind', told('planning', '/plan'), ['Vara i skolan varje dag']),
  screen('plan-galler', 'sara.lind', sams('/plan'), ['Gå till skolan varje dag']),
  screen('plan-deltagare', 'elin.berg', sams('/plan'), ['Ta fram en studieplan']),
  screen('plan-enkelt', 'sam', sams('/plan/enkelt')),
  screen('plan-versionen', 'sara.lind', sams('/plan/version/1')),
  screen('plan-oversatt', 'sara.lind', told('translated', '/plan')),
  screen('nytt-mal', 'sara.lind', told('planning', '/plan/nytt-mal'), [form]),
  screen('nytt-atagande', 'sara.lind', told('planning', '/plan/nytt-atagande'), [form]),
  screen('nytt-atagande-tomt', 'sara.lind', told('planning', '/plan/nytt-atagande'), [], empty),
  screen('plan-ord', 'sara.lind', told('planning', '/plan/ord'), [form]),
  screen('plan-ord-konflikt', 'sara.lind', told('empty_plan', '/plan/ord'), [], conflict({ youth_words: 'Jag vill bo hemma.' }, { youth_words: 'Jag vill gå ut nian.' })),
  screen('andra-mal', 'sara.lind', told('planning', '/plan/mal/1/andra'), [form]),
  screen('andra-mal-konflikt', 'sara.lind', told('planning', '/plan/mal/1/andra'), [], conflict({ goal_text: 'Vara i skolan minst fyra dagar' }, { goal_text: 'Vara i skolan alla dagar' })),
  screen('plan-beslut-inte-an', 'sara.lind', told('planning', '/plan/beslut'), [gate]),
  screen('plan-uttaget', 'sara.lind', told('translated', '/plan'), ['Ta tillbaka'], { act: when_done('sara.lind', '/commitments/3/removal', { seq_seen: 1 }) }),
  screen('plan-atagande-borttaget', 'sara.lind', told('taken_out', '/plan/atagande/3/ta-bort'), ['.govuk-notification-banner', 'Ångra'], { act: ({ page }) => send(page) }),
  screen('plan-atagande-ta-tillbaka', 'jonas.ek', told('taken_out', '/plan/atagande/4/ta-tillbaka'), [form, 'Ring hem']),
  screen('plan-mal-ta-tillbaka', 'sara.lind', told('taken_out', '/plan/mal/3/ta-tillbaka'), [form, 'Hitta en förening']),
  screen('plan-atagande-flytta', 'sara.lind', told('planning', '/plan/atagande/2/flytta'), [form]),
  screen('plan-atagande-flytta-inte-langre', 'sara.lind', told('planning', '/plan/atagande/1/flytta'), [], slip({ direction: 'up' })),
  screen('polisens-minsta', 'sara.lind', told('planning', '/plan/polisens-minsta'), [form]),
  screen('mitt-atagande', 'elin.berg', sams('/atagande/2'), [form]),
  screen('mitt-atagande-tomt', 'elin.berg', sams('/atagande/2'), [], { ...empty, status: 400 }),
  screen('ta-pa-dig', 'elin.berg', told('planning', '/atagande/2/ta-pa-dig'), [form])
]

const meetings = [
  screen('moten', 'sara.lind', sams('/moten')),
  screen('moten-inga', 'sara.lind', told('planning', '/moten')),
  screen('kalla', 'sara.lind', sams('/kalla'), [form]),
  screen('kalla-tomt', 'sara.lind', told('active', '/kalla'), [], empty),
  screen('kalla-utan-polis', 'sara.lind', told('active', '/kalla'), [], refused({ kind: 'individual', day: day_from_now(10), clock: '13.00', length_minutes: 60, form: 'in_person', place: 'Kulturhuset', signatories: ['1', '2', '3'], members: ['1', '3', '4'], call_how: ['in_lots'] })),
  screen('mote-kallat', 'sara.lind', sams('/moten/4')),
  screen('mote-last', 'sara.lind', sams('/moten/1'), ['Vi gick igenom planen']),
  screen('mote-kallelse-utskrift', 'sara.lind', sams('/moten/4/kallelse')),
  screen('mote-stall-in', 'sara.lind', sams('/moten/4/stall-in'), [form]),
  screen('mote-tillagg', 'sara.lind', sams('/moten/1/tillagg'), [form]),
  screen('handelser', 'sara.lind', sams('/handelser'), ['.sig-timeline']),
  screen('handelser-lang', 'sara.lind', async (town) => `/arende/${await town.case_of('sara.lind', 'closed')}/handelser`, ['.sig-timeline'], { house: 'years' }),
  screen('handelser-deltagare', 'elin.berg', sams('/handelser')),
  screen('misstankar', 'sara.lind', sams('/misstankar')),
  screen('misstankar-ny', 'jonas.ek', sams('/misstankar/ny'), [form]),
  screen('anteckningar', 'sara.lind', sams('/anteckningar')),
  screen('anteckning', 'elin.berg', sams('/anteckning'), [form]),
  screen('anteckning-tom', 'elin.berg', sams('/anteckning'), [], empty),
  screen('lyft', 'sara.lind', sams('/lyft'), [form]),
  screen('lyft-inget-forsenat', 'sara.lind', told('active', '/lyft'), [gate]),
  screen('lyft-for-tidigt', 'sara.lind', sams('/lyft'), [], refused({ what: 'late-3', level: '1' })),
  screen('lyft-ungdomens-eget', 'sara.lind', sams('/lyft'), [], refused({ what: 'late-1', level: '1' })),
  screen('lyft-tomt', 'sara.lind', sams('/lyft'), [], { ...empty, status: 400 }),
  screen('lyfta-fragor', 'sara.lind', sams('/lyfta-fragor')),
  screen('asp', 'jonas.ek', sams('/asp')),
  screen('egna-uppgifter', 'elin.berg', sams('/egna-uppgifter')),
  screen('personsakerhet', 'sara.lind', sams('/personsakerhet')),
  screen('personsakerhet-andra', 'jonas.ek', told('active', '/personsakerhet/andra'), [form]),
  screen('personsakerhet-andra-tomt', 'jonas.ek', told('active', '/personsakerhet/andra'), [], empty),
  screen('personsakerhet-pagar', 'jonas.ek', told('active', '/personsakerhet'), [], { act: when_done('jonas.ek', '/protection-work', { goes_on: 'yes' }) }),
  screen('kontakter', 'sara.lind', sams('/kontakter')),
  screen('kontakter-ny', 'sara.lind', sams('/kontakter/ny'), [form]),
  screen('utlamnanden', 'sara.lind', sams('/utlamnanden')),
  screen('utlamnande-nytt', 'sara.lind', sams('/utlamnanden/nytt'), [form]),
  screen('utlamnande-ingen-avvagning', 'sara.lind', sams('/utlamnanden/nytt'), [], refused({ basis: 'osl_10_18a', balancing: '' })),
  screen('akten', 'sara.lind', sams('/akten')),
  screen('alla-beslut', 'sara.lind', sams('/alla-beslut')),
  screen('register', 'sara.lind', sams('/register')),
  screen('jav', 'elin.berg', sams('/jav'), [form]),
  screen('skola', 'sara.lind', sams('/skola'), [form])
]

const ending = [
  screen('fraga-om-avslut', 'elin.berg', sams('/fraga-om-avslut'), [form]),
  screen('arende-avslut-overvags', 'sara.lind', told('closure_review'), [gate, 'Avslut övervägs']),
  screen('avsluta-inte-an', 'sara.lind', told('closure_review', '/avsluta')),
  screen('avsluta-mal', 'sara.lind', told('closure_review', '/avsluta/mal/1'), [form]),
  screen('fortsatt', 'sara.lind', told('closure_review', '/fortsatt'), [form]),
  screen('fortsatt-kontrollera', 'sara.lind', told('closure_review', '/fortsatt'), [], check({})),
  screen('arende-avslutad', 'sara.lind', told('closed'), ['Avslutad']),
  screen('arende-avslutad-deltagare', 'elin.berg', told('closed')),
  screen('avslut', 'sara.lind', told('closed', '/avslut')),
  screen('enkater', 'sara.lind', told('closed', '/enkater')),
  screen('ny-episod', 'sara.lind', told('closed', '/ny-episod'), [form])
]

const answering = [
  screen('svara-pa-kallelse', 'elin.berg', sams('/moten/4/svar'), [form]),
  screen('svara-for-nagon-annan', 'sara.lind', sams('/moten/4/svar/1'), [form]),
  // Before and after Sam has written (screens_family.mjs).
  screen('ord-infor-motet-inga', 'sara.lind', sams('/mina-ord')),
  ...family,
  screen('ord-infor-motet', 'sara.lind', sams('/mina-ord'), ['Boxningen är bra'])
]

const after_lifting = (path) => async (town) => {
  const { number } = await town.case_told('lifted')
  return path.replace('{case}', number)
}
const leading = [
  screen('lyfta-en-fraga', 'hanna.rektor', after_lifting('/lyfta')),
  screen('lyfta-svara', 'hanna.rektor', after_lifting('/lyfta/svar'), [form]),
  screen('lyfta-svara-tomt', 'hanna.rektor', after_lifting('/lyfta/svar'), [], empty),
  screen('lyfta-fragor-en', 'sara.lind', after_lifting('/arende/{case}/lyfta-fragor')),
  screen('styrgrupp', 'erik.lund', '/styrgrupp', [], { house: 'years' }),
  screen('styrgrupp-fa-arenden', 'erik.lund', '/styrgrupp'),
  screen('nodatkomst', 'amir.haddad', sams('/nodatkomst'), [form]),
  screen('nodatkomst-tom', 'amir.haddad', sams('/nodatkomst'), [], empty),
  screen('nodatkomster', 'sara.lind', told('opened_in_emergency', '/nodatkomster')),
  screen('moten-alla', 'sara.lind', '/moten'),
  screen('plan-undvik', 'sara.lind', told('opened_in_emergency', '/plan/undvik')),
  screen('plan-undvik-ny', 'jonas.ek', sams('/plan/undvik/ny'), [form]),
  screen('installningar', 'sara.lind', '/installningar', [form]),
  screen('installningar-ungdom', 'sam', '/installningar', [form]),
  screen('vem-ser-vad', 'sara.lind', sams('/vem-ser-vad')),
  screen('uppgifter-systemadministrator', 'max.drift', '/mina-inloggningar'),
  screen('start-loggranskare', 'bo.granskare', '/'),
  screen('start-arkiv', 'ulla.arkiv', '/')
]

// The meeting of this case begins two minutes after it was called: its screens are opened last.
const under_way = [
  screen('mote-pagar', 'sara.lind', told('in_meeting', '/moten/1'), [], { after: 'in_meeting' }),
  screen('anteckna-pa-motet-inte-an', 'sara.lind', sams('/moten/4/pagar'), [gate]),
  screen('anteckna-pa-motet', 'sara.lind', told('in_meeting', '/moten/1/pagar'), [form], { after: 'in_meeting' }),
  // A decision without what the law asks of one.
  screen('anteckna-pa-motet-fel', 'sara.lind', told('in_meeting', '/moten/1/pagar'), [], { after: 'in_meeting', status: 400, shows: ['.govuk-error-summary'], act: async ({ page }) => {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
      document.querySelector('[name=decides]').click()
    })
    return send(page)
  } }),
  screen('mote-uppfoljning-sparad', 'sara.lind', told('in_meeting', '/moten/1/uppfoljning/2'), ['.govuk-notification-banner', 'Ångra'], {
    after: 'in_meeting', act: ({ page }) => send_through(page, { status: 'done', text: 'Planen är skriven.' })
  }),
  screen('mote-uppfoljning-angra', 'sara.lind', told('in_meeting', '/moten/1/uppfoljning/2/angra'), [form], { after: 'in_meeting' }),
  screen('mote-narvaro', 'sara.lind', told('in_meeting', '/moten/1/narvaro/1'), [form], { after: 'in_meeting' }),
  screen('mote-uppfoljning', 'sara.lind', told('in_meeting', '/moten/1/uppfoljning/1'), [form], { after: 'in_meeting' }),
  screen('mote-minnesanteckningar', 'sara.lind', told('in_meeting', '/moten/1/minnesanteckningar'), [form], { after: 'in_meeting' }),
  screen('mote-minnesanteckningar-konflikt', 'sara.lind', told('in_meeting', '/moten/1/minnesanteckningar'), [], {
    after: 'in_meeting', ...conflict({ consent_checked: true, police_role_told: true, text: 'Skolan går bättre.' }, { consent_checked: true, police_role_told: true, text: 'Skolan går sämre.' })
  }),
  screen('mote-lagesbild', 'sara.lind', told('in_meeting', '/moten/1/lagesbild'), [form], { after: 'in_meeting' }),
  screen('mote-egen-lagesbild', 'elin.berg', told('in_meeting', '/moten/1/egen-lagesbild'), [form], { after: 'in_meeting' }),
  screen('mote-lagesbild-lamna-ut', 'sara.lind', told('in_meeting', '/moten/1/lagesbild/1/lamna-ut'), [form], {
    after: 'in_meeting', act: when_done('elin.berg', '/meetings/1/own-picture', { kinds: ['school'], text: 'Kommer varje dag.' })
  }),
  screen('mote-beslut', 'sara.lind', told('in_meeting', '/moten/1/beslut'), [form], { after: 'in_meeting' }),
  screen('mote-kontroll-inte-an', 'sara.lind', told('in_meeting', '/moten/1/las'), [gate], { after: 'in_meeting' })
]

// What is opened now and then: each form once, as it is found.
const plain = (who, at, rests, more = {}) =>
  rests.map((rest) => screen(`formular${rest.replaceAll('/', '-')}`, who, at(rest), [], more))
const group_meeting = (name, rest) => async (town) => `/arbetsgrupp/moten/${(await town.case_told(name)).meeting}${rest}`
const further = [
  ...plain('sara.lind', (rest) => told('under_review', rest), ['/forslag/aterta']),
  ...plain('sara.lind', (rest) => told('decided_offer', rest), ['/bedomning/annat-stod', '/bedomning/berattat']),
  screen('formular-beredning-svar', 'sara.lind', async (town) => {
    const { number, meeting } = await town.case_told('recommended')
    return `/arende/${number}/beredning/${meeting}/1/svar`
  }, [form]),
  ...plain('sara.lind', (rest) => told('pending', rest), [
    '/samtycken/underskrivare/2/avsluta', '/samtycken/myndigheter/polisen', '/samtycken/underskrivare/3/hinder', '/samtycken/underskrivare/2/information',
    '/samtycken/uppgifter', '/samtycken/underskrivare/1/forskning', '/samtycken/inhamta', '/samtycken/inhamta/2/samtal'
  ]),
  ...plain('sara.lind', (rest) => told('forming', rest), ['/deltagare/samordnare']),
  ...plain('sara.lind', (rest) => sams(rest), [
    '/deltagare/2/avsluta', '/deltagare/ersattare', '/deltagare/berattat', '/deltagare/onskemal', '/plan/version/1/oversattning', '/moten/3/till-ungdomen',
    '/akten/personuppgifter', '/akten/handlaggare', '/akten/ersattare', '/akten/skyddade-uppgifter'
  ]),
  ...plain('sara.lind', (rest) => told('planning', rest), [
    '/deltagare/ersattare/1/avsluta', '/deltagare/onskemal/1/svar', '/deltagare/onskemal/1/avsluta', '/plan/omraden', '/plan/atagande/2/andra',
    '/plan/atagande/3/ta-bort'
  ]),
  ...plain('sara.lind', (rest) => told('helper_accepted', rest), ['/deltagare/onskemal/1/forbehall']),
  ...plain('sara.lind', (rest) => told('closure_review', rest), ['/avsluta/atagande/2', '/avsluta/enkat']),
  ...plain('sara.lind', (rest) => told('active', rest), ['/avsluta/avliden']),
  ...plain('elin.berg', (rest) => sams(rest), ['/moten/3/last']),
  ...plain('jonas.ek', (rest) => sams(rest), ['/asp/skriv']),
  ...plain('jonas.ek', (rest) => told('closed', rest), ['/asp/borttagen']),
  screen('formular-misstanke-lamna-ut', 'sara.lind', told('active', '/misstankar/1/lamna-ut'), [form], {
    act: when_done('jonas.ek', '/suspicions', { officer: '2', told_on: day_from_now(), text: 'Misstänks för stöld.' })
  }),
  ...plain('sara.lind', (rest) => group_meeting('prepared', rest), ['/omrade', '/stall-in', '/avsluta', '/rekommendationer']),
  screen('rekommendationer-tomt', 'sara.lind', group_meeting('prepared', '/rekommendationer'), [], empty),
  ...plain('jonas.ek', (rest) => told('opened_in_emergency', rest), ['/plan/undvik/1/ta-bort']),
  ...plain('amir.haddad', (rest) => told('opened_in_emergency', rest), ['/nodatkomst/1/last']),
  ...plain('sara.lind', (rest) => told('opened_in_emergency', rest), ['/nodatkomster/1/last']),
  screen('arende-last-i-nodatkomst', 'amir.haddad', told('opened_in_emergency'))
]

/** Addresses that no screen shows, and why. */
export const not_pictured = new Map([
  ['/arende/{case}/filer/{number}', 'a file'],
  ['/arende/{case}/mina-ord/skriv', 'the young person alone writes, and is led to the own page'],
  ['/arende/{case}/moten/{number}/pagar/spara', 'what the page of a meeting that goes on sends']
])

const errors = [
  screen('fel-finns-inte', 'sara.lind', '/finns-inte', [], { status: 404 }),
  screen('fel-inte-ditt', 'nina.bup', sams(), [], { status: 404 }),
  screen('fel-ungdom', 'sam', '/finns-inte', [], { status: 404 }),
  screen('fel-gammalt-formular', 'sara.lind', '/foresla', [], { status: 403, act: posted('/foresla', { csrf: 'x' }) }),
  screen('fel-olasligt', 'sara.lind', '/%zz', [], { status: 400 }),
  screen('fel-metod', 'sara.lind', '/foresla', [], { status: 405, act: async ({ page }) => {
    const csrf = await page.inputValue('main form [name=csrf]')
    return posted('/arenden', { csrf })({ page })
  } })
]

// Fifty are a page: more proposals than that, after all that shows a few.
const crowd = (path) => async (town) => {
  await town.case_told('crowd')
  return path
}
const crowded = [
  screen('arenden-flera-sidor', 'sara.lind', crowd('/arenden'), ['.govuk-pagination']),
  screen('arenden-sida-2', 'sara.lind', crowd('/arenden?sida=2'), ['.govuk-pagination']),
  screen('min-dag-flera-sidor', 'sara.lind', crowd('/min-dag'), ['.govuk-pagination']),
  screen('mina-forslag-flera-sidor', 'jonas.ek', crowd('/mina-forslag'), ['.govuk-pagination'])
]

// The tale changes what the municipality allows: last of all.
const hindered = [
  screen('samtycken-hindrad', 'sara.lind', told('hindered', '/samtycken')),
  screen('samtycken-hinder', 'sara.lind', told('hindered', '/samtycken/underskrivare/2/hinder'), [form]),
  screen('samtycken-hinder-avsluta', 'sara.lind', told('hindered', '/samtycken/underskrivare/3/hinder/avsluta'), [form])
]

export const screens = [
  ...before_signing_in, ...days_and_lists, ...proposing, ...consent, ...group_and_plan, ...meetings, ...ending, ...answering, ...leading, ...further,
  ...errors, ...under_way, ...crowded, ...organisation, ...hindered
]
