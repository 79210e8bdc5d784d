#include <algorithm>

#include "cases/decision_note.h"
#include "cases/record.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "group/commands.h"
#include "group/forms.h"
#include "group/gate_actions.h"
#include "group/pages.h"
#include "group/people.h"
#include "group/store.h"
#include "web/gates.h"

// Private persons whom the young person wishes to have along: the wish, each one's yes, the judgement, the reservation, the end.
namespace lots::group {

using access::Operation;

namespace {

constexpr int adult_years = 18;

web::Landing landing(const access::CasePermit& permit, std::string done, int number)
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).pair("helper", number).end_object();
    return {cases::case_url(permit) / "deltagare", std::move(done), json.take()};
}

/// The one with that number who has not ended.
std::optional<Helper> helper_at(const access::CasePermit& permit, const std::string& part)
{
    const auto number = number_in(part);
    auto found = number ? helper_of(permit, *number) : std::nullopt;
    return found && !found->facts.ended ? found : std::nullopt;
}

/// What the page about one of them begins with; not found when there is no such helper.
template <class Input>
Result<web::Prepared<Input>> prepared_about(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto helper = helper_at(permit, asked.part("number"));
    if (!helper) return not_found();
    auto prepared = prepared_for<Input>(permit, asked);
    prepared.above = helper_list(*helper, asked);
    return prepared;
}

/// May anything be written now that brings somebody nearer to the group?
guideline::Decision coming(const access::CasePermit& permit)
{
    return may_come_nearer(permit.facts().consent, permit.work().today, rests(permit));
}

// --- the wish -----------------------------------------------------------------------------------------------------------

Result<web::Prepared<WishHelper>> prepare_wish(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::form_group>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<WishHelper>(*permit, asked);
    // Shown only when it is closed: nobody needs to read of each wish that the consent holds.
    if (auto decision = coming(*permit); !decision.allowed()) prepared.gate = std::move(decision);
    prepared.actions = actions_of_helper(*permit, asked.language(), {});
    prepared.input.wished_on = work.today;
    return prepared;
}

Result<web::Landing> wish(access::Work& work, const WishHelper& input)
{
    const auto permit = access::permit<Operation::form_group>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.wished_on > work.today) return invalid("wished_on", "form.today_or_earlier");
    if (auto no = work.unmet(coming(*permit))) return *no;
    cases::touch(*permit);
    return landing(*permit, "group.helper_wished", add_helper(*permit, input));
}

// --- each one's yes or no -----------------------------------------------------------------------------------------------

Result<web::Prepared<AnswerHelper>> prepare_answer(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::form_group>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_about<AnswerHelper>(*permit, asked);
    if (!prepared) return prepared;
    form::Options signatories;
    for (const auto& one : who_sign(*permit)) signatories.push_back({std::to_string(one.number), signatory_words(*permit, one)});
    prepared->choices.with("signatories", std::move(signatories));
    // A no is always one, and is written also while the case rests (settled 2).
    if (rests(*permit)) prepared->above << html::inset_text({.text = asked.say("group.helper_rests")});
    prepared->actions = actions_of_helper(*permit, asked.language(), asked.part("number"));
    prepared->input.said_on = work.today;
    return prepared;
}

Result<web::Landing> answer(access::Work& work, const AnswerHelper& input)
{
    const auto permit = access::permit<Operation::form_group>(work, input.case_number);
    if (!permit) return permit.error();
    const auto helper = helper_at(*permit, input.number);
    if (!helper) return not_found();
    const auto all = who_sign(*permit);
    const auto signatory =
        std::ranges::find_if(all, [&](const consent::Signatory& one) { return std::to_string(one.number) == input.signatory; });
    if (signatory == all.end()) return invalid("signatory", "form.not_a_choice");
    if (*input.said_on > work.today) return invalid("said_on", "form.today_or_earlier");
    if (input.answer == "yes")
        if (auto no = work.unmet(coming(*permit))) return *no;
    cases::touch(*permit);
    add_helper_answer(*permit, helper->id, signatory->id, input);
    return landing(*permit, input.answer == "yes" ? "group.helper_yes" : "group.helper_no", helper->number);
}

// --- the judgement ------------------------------------------------------------------------------------------------------

bool is_minor(const access::CasePermit& permit) { return age_on(permit.facts().born, permit.work().today) < adult_years; }

Result<web::Prepared<JudgeHelper>> prepare_judge(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::form_group>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_about<JudgeHelper>(*permit, asked);
    if (!prepared) return prepared;
    if (!is_minor(*permit)) prepared->choices.with("adult", {{"yes", "yes"}});
    const auto helper = helper_at(*permit, asked.part("number"));
    // What is missing stops a yes and not a no, so it is told above the form and not as a gate before it.
    prepared->above << web::gate_box(asked.language(), asked.words(), asked.today, asked.say("group.helper_gate"),
                                     may_accept_helper(permit->facts().consent, helper->facts, work.today, rests(*permit)),
                                     about_signatories(*permit), {},
                                     actions_of_helper(*permit, asked.language(), asked.part("number")));
    prepared->input.from_day = work.today;
    if (const auto* holding = consent::in_force(permit->facts().consent, work.today)) prepared->input.last_day = holding->last_day;
    return prepared;
}

/// The helper's own account, when one was named: with the helper's name, so that a slip shows before a stranger reads anything.
Result<std::optional<PersonId>> account_of(access::Work& work, const Helper& helper, const std::string& handle)
{
    if (handle.empty()) return std::optional<PersonId>{};
    const auto acting = organisation::acting_of_handle(work, handle, {access::Role::helper});
    if (!acting || acting->name != helper.name) return invalid("account", "field.judge_helper.account.unknown");
    return std::optional(acting->person);
}

Result<web::Landing> judge(access::Work& work, const JudgeHelper& input)
{
    const auto permit = access::permit<Operation::form_group>(work, input.case_number);
    if (!permit) return permit.error();
    const auto helper = helper_at(*permit, input.number);
    if (!helper) return not_found();
    auto decision = cases::says_all(input.note, is_minor(*permit));
    auto kept = input;
    std::optional<PersonId> account;
    if (input.suitable == "yes") {
        if (!input.from_day) return invalid("from_day", "field.judge_helper.from_day.missing");
        if (!input.last_day) return invalid("last_day", "field.judge_helper.last_day.missing");
        if (*input.last_day < *input.from_day || *input.last_day < work.today)
            return invalid("last_day", "field.judge_helper.last_day.before_first");
        const auto named = account_of(work, *helper, input.account);
        if (!named) return named.error();
        account = *named;
        decision.add(may_accept_helper(permit->facts().consent, helper->facts, work.today, rests(*permit)));
    }
    else kept.from_day = kept.last_day = std::nullopt;
    if (auto no = work.unmet(decision)) return *no;

    cases::touch(*permit);
    const auto note = cases::add_decision(*permit, input.note, "sol-14-3");
    add_helper_judgement(*permit, helper->id, kept, account, note);
    return landing(*permit, input.suitable == "yes" ? "group.helper_accepted" : "group.helper_not_accepted", helper->number);
}

// --- the reservation, or a duty of secrecy of the own ------------------------------------------------------------------

form::Options ways_to_be_bound(const Helper& helper, Language language)
{
    std::vector<std::string_view> codes{"reservation", "own_duty"};
    if (helper.facts.own_secrecy_on) codes.emplace_back("no_duty");
    return form::Labels(language, "sign_reservation").coded("bound_by", codes);
}

Result<web::Prepared<SignReservation>> prepare_sign(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::form_group>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto helper = helper_at(*permit, asked.part("number"));
    if (!helper || !may_be_bound(helper->facts)) return not_found();
    auto prepared = prepared_about<SignReservation>(*permit, asked);
    if (!prepared) return prepared;
    prepared->above << html::inset_text({.text = asked.say("group.reservation.1", {{"name", cases::youth_of(*permit).given_name}})});
    prepared->choices.with("bound_by", ways_to_be_bound(*helper, asked.language()));
    prepared->input.bound_by = helper->facts.own_secrecy_on ? "own_duty" : "reservation";
    // While the case rests nobody is bound anew, and a duty that was written wrong is taken away.
    if (auto decision = coming(*permit); !decision.allowed()) {
        if (!helper->facts.own_secrecy_on) prepared->gate = std::move(decision);
        else {
            prepared->input.bound_by = "no_duty";
            prepared->above << html::inset_text({.text = asked.say("group.helper_rests.bound")});
        }
    }
    prepared->actions = actions_of_helper(*permit, asked.language(), asked.part("number"));
    prepared->input.own_secrecy = helper->own_secrecy;
    prepared->input.signed_on = helper->facts.own_secrecy_on.value_or(work.today);
    return prepared;
}

Result<web::Landing> sign(access::Work& work, const SignReservation& input)
{
    const auto permit = access::permit<Operation::form_group>(work, input.case_number);
    if (!permit) return permit.error();
    const auto helper = helper_at(*permit, input.number);
    if (!helper || !may_be_bound(helper->facts)) return not_found();
    if (*input.signed_on > work.today) return invalid("signed_on", "form.today_or_earlier");
    if (input.bound_by == "no_duty") {
        if (!helper->facts.own_secrecy_on) return invalid("bound_by", "form.not_a_choice");
        auto none = input;
        none.own_secrecy.clear();
        cases::touch(*permit);
        add_own_secrecy(*permit, helper->id, none);
        return landing(*permit, "group.own_secrecy_gone", helper->number);
    }
    if (auto no = work.unmet(coming(*permit))) return *no;
    if (input.bound_by == "own_duty") {
        if (input.own_secrecy.empty()) return invalid("own_secrecy", "field.sign_reservation.own_secrecy.missing");
        cases::touch(*permit);
        add_own_secrecy(*permit, helper->id, input);
        return landing(*permit, "group.own_secrecy_kept", helper->number);
    }
    if (!input.signature_seen) return invalid("signature_seen", "field.sign_reservation.signature_seen.missing");
    if (input.original_kept_at.empty()) return invalid("original_kept_at", "field.sign_reservation.original_kept_at.missing");
    cases::touch(*permit);
    add_reservation(*permit, helper->id, input);
    return landing(*permit, "group.reservation_signed", helper->number);
}

// --- the end ------------------------------------------------------------------------------------------------------------

Result<web::Prepared<EndHelper>> prepare_end(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::form_group>(work, asked.part("case"));
    if (!permit) return permit.error();
    return prepared_about<EndHelper>(*permit, asked);
}

Result<web::Landing> end(access::Work& work, const EndHelper& input)
{
    const auto permit = access::permit<Operation::form_group>(work, input.case_number);
    if (!permit) return permit.error();
    const auto helper = helper_at(*permit, input.number);
    if (!helper) return not_found();
    cases::touch(*permit);
    end_helper(*permit, helper->id, input);
    return landing(*permit, "group.helper_ended", helper->number);
}

}  // namespace

web::Command<WishHelper> wish_helper_command()
{
    return {Operation::form_group, "/arende/{case}/deltagare/onskemal", "/api/v1/cases/{case}/helpers", "wish_helper",
            wish_helper_fields,    prepare_wish,                        wish};
}

web::Command<AnswerHelper> answer_helper_command()
{
    return {Operation::form_group, "/arende/{case}/deltagare/onskemal/{number}/svar", "/api/v1/cases/{case}/helpers/{number}/answers",
            "answer_helper",       answer_helper_fields,                              prepare_answer,
            answer};
}

web::Command<JudgeHelper> judge_helper_command()
{
    return {Operation::form_group, "/arende/{case}/deltagare/onskemal/{number}/bedomning", "/api/v1/cases/{case}/helpers/{number}/judgement",
            "judge_helper",        judge_helper_fields,                                    prepare_judge,
            judge,                 web::Confirmation::check_answers};
}

web::Command<SignReservation> sign_reservation_command()
{
    return {Operation::form_group, "/arende/{case}/deltagare/onskemal/{number}/forbehall", "/api/v1/cases/{case}/helpers/{number}/reservation",
            "sign_reservation",    sign_reservation_fields,                                prepare_sign,
            sign};
}

web::Command<EndHelper> end_helper_command()
{
    return {Operation::form_group, "/arende/{case}/deltagare/onskemal/{number}/avsluta", "/api/v1/cases/{case}/helpers/{number}/end",
            "end_helper",          end_helper_fields,                                    prepare_end, end};
}

}  // namespace lots::group
