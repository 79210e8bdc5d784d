#include "consent/form_text.h"

#include <algorithm>

#include "cases/page.h"
#include "cases/record.h"
#include "cases/youth.h"
#include "consent/information.h"
#include "consent/pages_parts.h"
#include "form/labels.h"
#include "guideline/law.h"
#include "organisation/local_words.h"
#include "organisation/profile.h"

namespace lots::consent {

using access::Compartment;
using access::Operation;
using html::Html;

namespace {

void add_law(FormPart& part, std::string_view reference, Date on)
{
    if (const auto law = guideline::legal_reference(reference, on)) part.lines.push_back(guideline::wording(*law));
}

FormPart agencies_part(Language language, const FormContent& form)
{
    FormPart part{say(language, "consent.sheet.agencies"), {say(language, "consent.sheet.all_concerned")}};
    for (const auto& agency : form.agencies) {
        auto line = agency.agency_name;
        for (const auto& more : {agency.unit, agency.role, agency.contact})
            if (!more.empty()) line += ", " + more;
        part.lines.push_back(say(language, "consent.sheet.agency",
                                 {{"agency", line},
                                  {"gives", kinds_words(language, agency.gives)},
                                  {"receives", kinds_words(language, agency.receives)}}));
    }
    return part;
}

/// The lines that are filled in by hand.
html::SummaryList signing_list(const access::CasePermit& permit, const web::Asked& asked, const KeptSignatory& who)
{
    html::SummaryList list;
    const auto row = [&](MessageKey key, const std::string& value) {
        list.rows.push_back(
            {.key = asked.say(key), .value = value.empty() ? std::string("________________________") : value});
    };
    row("consent.sheet.answer", asked.say("consent.sheet.yes_no"));
    const auto born = permit.facts().born;
    const bool ahead =
        who.role == SignatoryRole::youth && adult_signing_from(born) <= asked.today && age_on(born, asked.today) < 18;
    if (ahead && organisation::profile_of(permit.work()).adult_signs_ahead.has_value())
        row("consent.sheet.as_adult", asked.say("consent.sheet.yes_no"));
    row("consent.sheet.name", who.name);
    row("consent.sheet.personal_number", who.personal_number);
    for (const auto key : {MessageKey("consent.sheet.place_and_day"), MessageKey("consent.sheet.signature"),
                           MessageKey("consent.sheet.interpreter")})
        row(key, "");
    return list;
}

/// What the reader answered to the form, and when: there is nothing left to fill in.
html::SummaryList answered_list(const web::Asked& asked, const Consent& form, const KeptSignatory& who,
                                const KeptAnswer& answer)
{
    html::SummaryList list;
    const auto row = [&](MessageKey key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = asked.say(key), .value = value});
    };
    const bool withdrawn = std::ranges::find(form.withdrawals, who.id, &Withdrawal::signatory) != form.withdrawals.end();
    row("consent.sheet.answer", withdrawn                ? asked.say("consent.answer.withdrawn")
                                : answer.answer == "yes" ? asked.say("consent.answer.yes")
                                : answer.answer == "no"  ? asked.say("consent.answer.no")
                                                         : asked.say("consent.answer.excludes_agency"));
    if (answer.as_adult) row("consent.sheet.as_adult", asked.say("consent.answer.yes"));
    row("consent.sheet.name", who.name);
    row("consent.sheet.personal_number", who.personal_number);
    const auto day = say_date(asked.language(), answer.signed_on);
    row("consent.sheet.place_and_day", answer.place.empty() ? day : answer.place + ", " + day);
    return list;
}

Html collected_by(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto who = cases::holder(permit, "collector");
    if (!who) return {};
    const auto until = approved_until(permit, who->person);
    // Who was approved to ask for the first consent asks for no renewal, nor after the approval has run out.
    if (until && (permit.facts().state != access::CaseState::consent_pending || *until < asked.today)) return {};
    return html::secondary_paragraph(
        until ? asked.say("consent.sheet.collected_approved", {{"name", who->name}, {"day", *until}})
              : asked.say("consent.sheet.collected", {{"name", who->name}}));
}

/// What was said to the voluntary question. Who said no to all else was not asked it.
std::string research_words(Language language, const KeptAnswer& answer)
{
    const auto& said = answer.follow_up_answer;
    return form::Labels(language, "register_answer").find("follow_up_answer", said.empty() ? "not_asked" : said);
}

FormContent content_of(const access::CasePermit& permit, const Consent& form)
{
    return {form.number, form.valid_from, form.last_day, scope_of(permit, form), parts_of(permit, form.agencies, &form)};
}

}  // namespace

std::string kinds_words(Language language, const std::vector<std::string>& kinds)
{
    const form::Labels labels(language, "describe_agency");
    std::string all;
    for (const auto& kind : kinds) all += (all.empty() ? "" : ", ") + labels.find("gives", kind);
    return all.empty() ? say(language, "consent.sheet.nothing") : all;
}

std::string form_title(const access::CasePermit& permit, Language language, int number)
{
    return say(language, "consent.sheet.title",
               {{"heading", organisation::local_words(permit.work()).heading},
                {"number", number},
                {"case", permit.facts().number}});
}

std::vector<FormPart> form_parts(Language language, const FormContent& form)
{
    const auto words = [&](MessageKey key) { return say(language, key); };
    std::vector<FormPart> parts;
    parts.push_back({words("consent.scope.purpose"), {form.scope.purpose}});
    parts.push_back(agencies_part(language, form));
    parts.push_back({words("consent.own.information_kinds"), {form.scope.information_kinds}});
    parts.push_back({words("consent.own.not_shared"), {form.scope.not_shared}});
    parts.push_back({words("consent.sheet.helpers"), {words("consent.sheet.helpers_text")}});
    parts.push_back(
        {words("consent.table.term"),
         {say(language, "consent.term",
              {{"from", say_date_short(language, form.valid_from)}, {"to", say_date_short(language, form.last_day)}})}});
    parts.push_back({words("consent.sheet.rights"),
                     {words("consent.sheet.free"), words("consent.sheet.take_back"), words("consent.sheet.then")}});
    parts.push_back({words("consent.sheet.duties"), {words("consent.scope.duties")}});
    FormPart law{words("consent.sheet.law"), {words("consent.sheet.law_text")}};
    for (const auto* reference : {"osl-10-1", "osl-12-2", "osl-12-3"}) add_law(law, reference, form.valid_from);
    parts.push_back(std::move(law));
    parts.push_back({words("consent.sheet.follow_up"),
                     {words("consent.sheet.follow_up_text"),
                      form.research.empty() ? words("consent.sheet.yes_no") : form.research}});
    return parts;
}

std::string wording(const access::CasePermit& permit, const OpenConsent& input, const std::set<AgencyId>& agencies,
                    int number)
{
    const FormContent form{number,
                           *input.valid_from,
                           *input.last_day,
                           {{}, input.purpose, input.information_kinds, input.not_shared},
                           parts_of(permit, agencies, nullptr)};
    std::string all = form_title(permit, Language::sv, number);
    for (const auto& part : form_parts(Language::sv, form)) {
        all += "\n\n" + part.heading;
        for (const auto& line : part.lines) all += "\n" + line;
    }
    return all;
}

Result<web::View> sheet_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto& facts = permit->facts().consent;
    const auto* signatory = signatory_numbered(*permit, asked.part("signatory"));
    const auto* form = newest(facts);
    const auto kept = signatories(*permit);  // of a signatory the own alone
    const auto who = std::ranges::find_if(
        kept, [&](const KeptSignatory& one) { return signatory != nullptr && one.id == signatory->id; });
    if (form == nullptr || who == kept.end()) return not_found();

    const auto youth = cases::youth_of(*permit);
    const auto name = youth.given_name + (youth.family_name.empty() ? "" : " " + youth.family_name);
    Html content = html::paragraph(asked.say("consent.sheet.about", {{"name", name}}));
    content << html::secondary_paragraph(role_words(asked.language(), facts, *signatory))
            << information_sheet(asked.language(), information_for(facts, *signatory, asked.today),
                                 agency_names(work, form->agencies));
    // Who opens the own form again reads the answer. Social services print it once more for a new one.
    const auto given = permit->facts().own_signatory == signatory->id ? answers(*permit) : std::vector<KeptAnswer>{};
    const auto* answer = newest_answer(given, form->number, signatory->id);
    auto text = content_of(*permit, *form);
    if (answer != nullptr) {
        const bool taken_back = std::ranges::any_of(facts.follow_up_withdrawals, [&](const Withdrawal& one) {
            return one.signatory == signatory->id && one.withdrawn_on >= answer->signed_on;
        });
        text.research = taken_back ? asked.say("consent.answer.withdrawn") : research_words(asked.language(), *answer);
    }
    for (const auto& part : form_parts(asked.language(), text)) {
        content << html::heading(3, part.heading);
        for (const auto& line : part.lines) content << html::paragraph(line);
    }
    content << html::heading(3, asked.say("consent.sheet.sign"))
            << html::summary_list(answer != nullptr ? answered_list(asked, *form, *who, *answer)
                                                    : signing_list(*permit, asked, *who));
    if (permit->answer(Compartment::social_services) == access::Answer::yes) content << collected_by(*permit, asked);
    content << information_receipt(*permit, asked, signatory->id, answer != nullptr ? Paper::answered : Paper::to_sign);
    if (answer == nullptr) content << html::secondary_paragraph(asked.say("consent.sheet.print"));
    return cases::case_page(*permit, asked, "samtycken",
                            form_title(*permit, asked.language(), form->number), std::move(content));
}

}  // namespace lots::consent
