#include <algorithm>
#include <utility>
#include <vector>

#include "cases/decision_note.h"
#include "cases/page.h"
#include "cases/record.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "guideline/law.h"
#include "guideline/requirements.h"
#include "nomination/commands.h"
#include "nomination/forms.h"
#include "nomination/pages.h"
#include "nomination/store.h"
#include "organisation/areas.h"
#include "organisation/store.h"

// What social services do with a proposal before they decide about an offer, and tell about it.
namespace lots::nomination {

using access::CaseState;
using access::Operation;
using namespace html::literals;

namespace {

/// Another agency's, and with a notice behind it: the one that SoL 19:1 and LUL 6 § are about.
bool rests_on_notice(const access::CasePermit& permit, const Nomination& nomination)
{
    const auto ground = ground_of(nomination.legal_ground);
    const bool notice = ground == LegalGround::concern_notice || ground == LegalGround::lul6_notification;
    return notice && is_from_outside(permit, nomination);
}

/// Where the unit works in one district, or in the whole municipality, there is nothing to ask.
std::vector<organisation::Area> districts_to_choose(access::Work& work)
{
    auto all = organisation::districts_of(work, work.reader.unit);
    if (all.size() < 2) all.clear();
    return all;
}

Result<web::Prepared<TakeUp>> prepare_take_up(access::Work& work, const web::Asked& asked)
{
    auto permit = access::permit<Operation::take_up>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<TakeUp> prepared;
    if (age_on(permit->facts().born, work.today) >= 18) prepared.choices.with("adult", {{"yes", ""}});
    if (!rests_on_notice(*permit, of_case(*permit))) prepared.choices.with("own", {{"yes", ""}});
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit) / "forslag";
    prepared.beside = proposal_in_short(*permit, asked);
    // Nobody looks up where somebody lives to hear at the end that another case of the same person is open.
    if (cases::has_other_open_case(*permit))
        prepared.gate = guideline::Decision().look(guideline::one_open_case, false, guideline::Actor::social_services);
    form::Options districts;
    for (const auto& one : districts_to_choose(work)) districts.push_back({one.code, one.name});
    prepared.choices.with("districts", std::move(districts));
    prepared.input.residence_checked_on = work.today;
    prepared.input.residence_source = "population_register";
    return prepared;
}

/// The decision to take it up: the officer says why, and the rest is what was just answered. In the language of the
/// authority.
cases::DecisionNote note_of(const access::Work& work, const TakeUp& input)
{
    auto note = input.note;
    const form::Labels labels(Language::sv, "take_up");
    note.what = say(Language::sv, "nomination.note.what");
    note.how = say(
        Language::sv, "nomination.note.how",
        {{"source", labels.find("residence_source", input.residence_source)}, {"day", say_date_short(Language::sv, *input.residence_checked_on)}});
    note.who = work.reader.name + ", " + work.reader.unit_name;
    return note;
}

Result<web::Landing> take_up(access::Work& work, const TakeUp& input)
{
    auto permit = access::permit<Operation::take_up>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.residence_checked_on > work.today) return invalid("residence_checked_on", "form.today_or_earlier");
    const bool conflicted = input.conflict == "yes";
    if (conflicted) {
        // FL 16-18 §§: it must be told at once, and the person is out from this moment; the case waits for a colleague.
        cases::touch(*permit);
        add_conflict_declaration(*permit, true, input.conflict_note);
        return web::Landing{"/min-dag"_url, "nomination.conflict_noted", R"({"conflict":true})"};
    }
    const auto districts = districts_to_choose(work);
    const auto district = std::ranges::find(districts, input.district, &organisation::Area::code);
    if (!input.district.empty() && district == districts.end()) return invalid("district", "form.not_a_choice");
    const auto note = note_of(work, input);
    const bool notice = rests_on_notice(*permit, of_case(*permit));
    const Review review{input.lives_here,
                        !conflicted,
                        cases::has_other_open_case(*permit),
                        notice,
                        !input.notice_number.empty(),
                        age_on(permit->facts().born, work.today) < 18};
    if (auto no = work.unmet(may_take_up(review, note))) return *no;

    cases::touch(*permit);
    add_conflict_declaration(*permit, false, input.conflict_note);
    add_review(*permit, input);
    if (district != districts.end()) add_district(*permit, district->id);
    cases::assign(*permit, work.reader.person, work.reader.unit, "officer");
    cases::give_to_unit(*permit, work.reader.unit);
    const auto decided = cases::add_decision(*permit, note, notice ? "sol-20-2" : "sol-18-4");
    cases::move(*permit, CaseState::under_review, "T2", decided);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("state", "under_review").end_object();
    return web::Landing{cases::case_url(*permit), "nomination.taken_up", json.take()};
}

html::Html law_line(const web::Asked& asked, MessageKey words, std::string_view id)
{
    const auto reference = guideline::legal_reference(id, asked.today);
    return reference ? html::secondary_paragraph(asked.say(words, {{"law", guideline::wording(*reference)}})) : html::Html{};
}

bool may_still_be_told(const access::CasePermit& permit)
{
    return rests_on_notice(permit, of_case(permit)) && !feedback_of(permit);
}

Result<web::Prepared<GiveFeedback>> prepare_feedback(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<GiveFeedback> prepared;
    if (!may_still_be_told(*permit)) prepared.gate = may_tell_notifier({false, work.today, work.today, true, false});
    prepared.header = cases::case_header(*permit, asked);
    prepared.above << law_line(asked, "nomination.feedback.law", "sol-19-6")
                   << law_line(asked, "nomination.feedback.secrecy", "osl-26-9a");
    prepared.input.decided_on = decided_on(*permit).value_or(work.today);
    prepared.input.given_on = work.today;
    prepared.back = cases::case_url(*permit) / "forslag";
    return prepared;
}

Result<web::Landing> give_feedback(access::Work& work, const GiveFeedback& input)
{
    const auto permit = access::permit<Operation::keep_file>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.given_on > work.today) return invalid("given_on", "form.today_or_earlier");
    const bool told = input.told != "not_told";
    if (told && input.way == "none") return invalid("way", "field.give_feedback.way.missing");
    const Feedback feedback{may_still_be_told(*permit), *input.decided_on, *input.given_on, told, !input.reason.empty()};
    if (auto no = work.unmet(may_tell_notifier(feedback))) return *no;
    cases::touch(*permit);
    add_feedback(*permit, input);
    return web::Landing{cases::case_url(*permit) / "forslag", "nomination.feedback_given", R"({"feedback":true})"};
}

/// Not decided yet, or waiting for a place (settled 35).
bool may_be_ended(const access::CasePermit& permit)
{
    const auto state = permit.facts().recorded_state;
    return state == CaseState::proposed || state == CaseState::under_review || state == CaseState::prepared_deidentified ||
           state == CaseState::waitlisted;
}

Result<web::Prepared<TakeBack>> prepare_take_back(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<TakeBack> prepared;
    prepared.gate = may_take_back(may_be_ended(*permit), taken_back_of(*permit).has_value());
    prepared.header = cases::case_header(*permit, asked);
    prepared.input.taken_back_on = work.today;
    prepared.back = cases::case_url(*permit) / "forslag";
    return prepared;
}

Result<web::Landing> take_back(access::Work& work, const TakeBack& input)
{
    const auto permit = access::permit<Operation::keep_file>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.taken_back_on > work.today) return invalid("taken_back_on", "form.today_or_earlier");
    if (auto no = work.unmet(may_take_back(may_be_ended(*permit), taken_back_of(*permit).has_value()))) return *no;
    cases::touch(*permit);
    add_taken_back(*permit, input);
    return web::Landing{cases::case_url(*permit) / "forslag", "nomination.taken_back", R"({"taken_back":true})"};
}

Result<web::Prepared<Refer>> prepare_refer(access::Work& work, const web::Asked&)
{
    if (auto allowed = access::allow(work, Operation::propose); !allowed) return allowed.error();
    web::Prepared<Refer> prepared;
    prepared.back = "/foresla/over-18"_url;
    return prepared;
}

Result<web::Landing> refer(access::Work& work, const Refer& input)
{
    if (auto allowed = access::allow(work, Operation::propose); !allowed) return allowed.error();
    add_referral(work, input.way);
    return web::Landing{"/foresla/over-18"_url, "nomination.referred", R"({"referred":true})"};
}

}  // namespace

web::Command<TakeUp> take_up_command()
{
    return {Operation::take_up,
            "/arende/{case}/ta-upp",
            "/api/v1/cases/{case}/review",
            "take_up",
            take_up_fields,
            prepare_take_up,
            take_up};
}

web::Command<GiveFeedback> give_feedback_command()
{
    return {Operation::keep_file,
            "/arende/{case}/forslag/aterkoppling",
            "/api/v1/cases/{case}/nomination-feedback",
            "give_feedback",
            give_feedback_fields,
            prepare_feedback,
            give_feedback};
}

web::Command<TakeBack> take_back_command()
{
    return {Operation::keep_file,
            "/arende/{case}/forslag/aterta",
            "/api/v1/cases/{case}/nomination-taken-back",
            "take_back",
            take_back_fields,
            prepare_take_back,
            take_back};
}

web::Command<Refer> refer_command()
{
    return {Operation::propose, "/foresla/hanvisa", "/api/v1/referrals", "refer", refer_fields, prepare_refer, refer};
}

}  // namespace lots::nomination
