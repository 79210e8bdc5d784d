#include "consent/parts.h"

#include <algorithm>
#include <charconv>

#include "cases/page.h"
#include "cases/record.h"
#include "consent/rules_refusal.h"
#include "consent/store.h"
#include "form/json_writer.h"

namespace lots::consent {

using access::CaseState;

const Signatory* signatory_numbered(const access::CasePermit& permit, std::string_view number)
{
    for (const auto& signatory : permit.facts().consent.signatories)
        if (std::to_string(signatory.number) == number) return &signatory;
    return nullptr;
}

const Signatory* required_signatory(const access::CasePermit& permit, std::string_view number)
{
    const auto* found = signatory_numbered(permit, number);
    return found != nullptr && has_a_say(*found, permit.facts().born, permit.work().today) ? found : nullptr;
}

std::vector<Talk> talks_of(const access::CasePermit& permit)
{
    std::vector<Talk> talks;
    for (const auto& talk : conversations(permit))
        if (talk.is_talk())
            talks.push_back({talk.signatory, talk.held_on, talk.told_purpose, talk.told_withdrawal, talk.told_police_duty});
    return talks;
}

AnswerKind answer_kind(std::string_view code)
{
    if (code == "yes") return AnswerKind::yes;
    return code == "no" ? AnswerKind::no : AnswerKind::excludes_agency;
}

std::string role_words(Language language, const Facts& facts, const Signatory& signatory)
{
    if (signatory.role == SignatoryRole::youth) return say(language, "consent.role.youth");
    int place = 0;
    for (const auto& other : facts.signatories) {
        if (other.role == signatory.role) ++place;
        if (other.id == signatory.id) break;
    }
    const MessageKey key = signatory.role == SignatoryRole::guardian             ? MessageKey("consent.role.guardian")
                           : signatory.role == SignatoryRole::appointed_guardian ? MessageKey("consent.role.appointed_guardian")
                                                                                 : MessageKey("consent.role.trustee");
    return say(language, key, {{"number", place}});
}

std::string named_words(const access::CasePermit& permit, Language language, const Signatory& signatory)
{
    const auto role = role_words(language, permit.facts().consent, signatory);
    if (permit.answer(access::Compartment::social_services) != access::Answer::yes) return role;
    const auto kept = signatories(permit);
    const auto found = std::ranges::find(kept, signatory.id, &KeptSignatory::id);
    if (found == kept.end() || found->protected_identity != "none") return role;
    return say(language, "consent.role.named", {{"role", role}, {"name", found->name}});
}

std::string about_words(Language language, const Facts& facts, const guideline::Finding& finding)
{
    if (const auto words = MessageKey::of_name("consent.about." + finding.about + (finding.met ? "_met" : ""))) return say(language, *words);
    for (const auto& signatory : facts.signatories)
        if (std::to_string(signatory.number) == finding.about) return role_words(language, facts, signatory);
    return {};
}

web::AboutWords about_in(const access::CasePermit& permit, Language language)
{
    return [language, facts = permit.facts().consent](const guideline::Finding& finding) { return about_words(language, facts, finding); };
}

html::Url consents_url(const access::CasePermit& permit) { return cases::case_url(permit) / "samtycken"; }

html::Url signatory_url(const access::CasePermit& permit, const Signatory& signatory, std::string_view page)
{
    return consents_url(permit) / "underskrivare" / std::to_string(signatory.number) / page;
}

CaseState settle(const access::CasePermit& permit, const std::string& refusal)
{
    auto& work = permit.work();
    const auto facts = access::load_case_facts(work, permit.case_id());
    check(facts.has_value(), "a case went away inside the unit of work that changed it");
    if (facts->recorded_state == CaseState::consent_pending) {
        const auto* consent = newest(facts->consent);
        if (consent == nullptr) return facts->state;
        if (const auto decision = may_start(facts->consent, *consent, work.today); decision.allowed()) {
            work.unmet(decision);  // what the start rests on belongs in the log
            cases::move(permit, CaseState::forming, "T7");
            return CaseState::forming;
        }
        if (refused(facts->consent, *consent, work.today)) {
            cases::move(permit, CaseState::consent_refused, "T8", cases::Grounds{refusal, {}});
            cases::end_open_case(permit);
            return CaseState::consent_refused;
        }
    }
    else if (facts->state == CaseState::suspended && facts->recorded_state != CaseState::suspended) {
        cases::move(permit, CaseState::suspended, "T14");
    }
    return facts->state;
}

CaseState consider_closure(const access::CasePermit& permit, CaseState state)
{
    auto& work = permit.work();
    const bool running = state == CaseState::forming || state == CaseState::planning || state == CaseState::active;
    if (!running) return state;
    const auto facts = access::load_case_facts(work, permit.case_id());
    check(facts.has_value(), "a case went away inside the unit of work that changed it");
    if (!extension_refused(facts->consent, work.today)) return state;
    cases::move(permit, CaseState::closure_review, "T16");
    return CaseState::closure_review;
}

std::string outcome_json(const access::CasePermit& permit, CaseState state, std::optional<int> number)
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).pair("state", access::name(state));
    if (number) json.pair("number", *number);
    return json.end_object().take();
}

}  // namespace lots::consent
