#include "consent/rules_watch.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::consent {

using access::CaseState;
using guideline::Actor;
using guideline::Duty;
using guideline::Requirement;

namespace {

constexpr int adult_years = 18;

Duty of_social_services(const Requirement& requirement, MessageKey what, Date last_day, std::string path,
                        std::optional<int> number = {})
{
    return Duty{&requirement, Actor::social_services, {}, {}, what, last_day, number, std::move(path)};
}

/// What a case that rests waits for: to be resumed, or the decision whether it goes on. Never nothing.
Duty due_while_suspended(const Facts& facts, Date on, const Watch& watch)
{
    const auto in_time = [&](Date from) { return add_days(from, watch.decision_days); };
    if (const auto since = in_force_since(facts, on))
        return of_social_services(guideline::all_have_signed, "duty.resume_case", in_time(*since), "samtycken/ateruppta");
    const auto stop = stopped(facts, on);
    if (!stop)
        return of_social_services(guideline::consent_renewed, "duty.decide_after_end",
                                  in_time(watch.suspended_on.value_or(on)), "samtycken");
    return stop->by_withdrawal
               ? of_social_services(guideline::not_withdrawn, "duty.decide_after_withdrawal", in_time(stop->on), "avsluta")
               : of_social_services(guideline::consent_renewed, "duty.decide_after_end", in_time(stop->on), "samtycken");
}

void add_renewal(std::vector<Duty>& duties, const Facts& facts, Date on, const Watch& watch)
{
    const auto end = ends_by_itself(facts, on);
    if (!end) return;
    const auto last_day = add_days(*end, -1);
    if (const auto day = open_review(last_day, watch.renewal_days, *in_force_since(facts, on), watch.talked_of_renewal))
        duties.push_back(of_social_services(guideline::consent_renewed, "duty.talk_of_renewal", *day, "samtycken"));
    duties.push_back(of_social_services(guideline::consent_renewed, "duty.renew_consent", last_day, "samtycken"));
}

/// Before the 18th birthday the young person is asked for an own yes. Not when what is signed goes on over it.
void add_adulthood(std::vector<Duty>& duties, const Facts& facts, Date on, const Watch& watch)
{
    const auto of_age = birthday(facts.born, adult_years);
    if (of_age <= on || in_force(facts, of_age) != nullptr) return;
    if (const auto day = open_review(of_age, watch.adult_days, facts.born, watch.talked_of_adulthood))
        duties.push_back(of_social_services(guideline::signs_as_adult, "duty.talk_of_adulthood", *day, "samtycken"));
}

void add_circumstances(std::vector<Duty>& duties, const Facts& facts, Date on, const Watch& watch)
{
    if (watch.checked_on && !watch.lives_here)
        duties.push_back(of_social_services(guideline::lives_here, "duty.moved_away",
                                            add_days(*watch.checked_on, watch.decision_days), "avsluta"));
    else if (watch.checked_on)
        duties.push_back(of_social_services(guideline::circumstances_checked, "duty.look_up_circumstances",
                                            add_months(*watch.checked_on, watch.recheck_months), "samtycken/uppgifter"));
    for (const auto& signatory : facts.signatories) {
        if (!has_a_say(signatory, facts.born, on)) continue;  // who has left, and guardians of an adult: nobody waits for them
        for (const auto& days : signatory.hindered)
            if (days.from <= on && on <= days.last_day)
                duties.push_back(of_social_services(
                    guideline::hindrance_reviewed, "duty.look_at_hindrance", days.last_day,
                    "samtycken/underskrivare/" + std::to_string(signatory.number) + "/hinder", signatory.number));
    }
}

/// The first day of the newest form while somebody has not answered it. None without a form, or when all have.
std::optional<Date> waits_for_answers_since(const Facts& facts, Date on)
{
    const auto* form = newest(facts);
    if (form == nullptr) return std::nullopt;
    const bool waits = std::ranges::any_of(facts.signatories, [&](const Signatory& signatory) {
        return must_sign(signatory, facts.born, on) && std::ranges::find(form->answers, signatory.id, &Answer::signatory) == form->answers.end();
    });
    return waits ? std::optional(form->valid_from) : std::nullopt;
}

/// First the talks, then the answers: no day in the asking without somebody who is to do something. The one who was approved does it
/// until the approval ends; that everybody is contacted and answers stays social services' own duty.
void add_asking(std::vector<Duty>& duties, const Facts& facts, Date on, const Watch& watch)
{
    const auto answers_since = waits_for_answers_since(facts, on);
    const auto since = watch.asking_since ? watch.asking_since : answers_since;
    if (!since) return;
    const auto last_day = add_days(*since, watch.contact_days);
    if (watch.asking_since)
        duties.push_back(of_social_services(guideline::talked_before_asked, "duty.contact_signatories", last_day, "samtycken"));
    if (answers_since)
        duties.push_back(of_social_services(guideline::all_have_signed, "duty.get_answers",
                                            add_days(*answers_since, watch.contact_days), "samtycken"));
    if (watch.collector && watch.approved_until)
        duties.push_back(Duty{&guideline::collector_approved,
                              Actor::agency,
                              watch.collector,
                              {},
                              "duty.collect_consent",
                              std::min(last_day, *watch.approved_until),
                              {},
                              "samtycken/inhamta"});
}

}  // namespace

std::optional<Date> open_review(Date end, const std::vector<int>& days_before, Date since, std::optional<Date> talked_on)
{
    if (days_before.empty()) return std::nullopt;
    auto before = add_days(end, -2 * days_before.front() - 1);
    for (const int days : days_before) {
        const auto day = add_days(end, -days);
        const bool done = talked_on && before < *talked_on;
        before = day;
        if (!done && since <= day) return day;
    }
    return std::nullopt;
}

std::vector<Duty> due(const Facts& facts, CaseState state, Date on, const Watch& watch)
{
    const bool running = state == CaseState::forming || state == CaseState::planning || state == CaseState::active ||
                         state == CaseState::closure_review;
    const bool asking = state == CaseState::consent_pending;
    std::vector<Duty> duties;
    if (state == CaseState::suspended) duties.push_back(due_while_suspended(facts, on, watch));
    if (state == CaseState::closure_review && watch.refused_on)
        duties.push_back(of_social_services(guideline::none_excluded, "duty.decide_after_refusal",
                                            add_days(*watch.refused_on, watch.decision_days), "avsluta"));
    if (running) add_renewal(duties, facts, on, watch);
    if (asking) add_asking(duties, facts, on, watch);
    if (running || asking || state == CaseState::suspended) {
        add_adulthood(duties, facts, on, watch);
        add_circumstances(duties, facts, on, watch);
    }
    return duties;
}

}  // namespace lots::consent
