#include "app/day_rooms.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "access/permit.h"
#include "app/day_outside.h"
#include "cases/page.h"
#include "cases/youth.h"
#include "followup/ladder.h"
#include "followup/rules_ladder.h"
#include "meeting/store.h"
#include "meeting/words.h"
#include "plan/store.h"

namespace lots::app {

using access::Answer;
using access::Compartment;
using access::Operation;
using cases::DutyLine;
using cases::RowWords;
using html::Html;

namespace {

/// "Klar", and for who hears the page what it is that is done: several lines have the same button.
html::Content button_words(const std::string& words, const std::string& about)
{
    Html label = html::text(words);
    label << html::visually_hidden(" " + about);
    return label;
}

Html act(const web::Asked& asked, const html::Url& page, const std::string& words, const std::string& about,
         const std::vector<html::Hidden>& fields = {})
{
    return html::post_button(page, asked.secrets(),
                             {.text = button_words(words, about), .classes = "govuk-button--secondary"}, fields);
}

html::Url commitment_url(const access::CasePermit& permit, const plan::Commitment& commitment)
{
    return cases::case_url(permit) / "atagande" / std::to_string(commitment.number);
}

/// The commitments of the cases on one page, opened once for each case that has a line about one.
class Commitments {
public:
    const plan::Commitment* of(const access::CasePermit& permit, std::optional<int> number)
    {
        if (!number) return nullptr;
        auto at = cases_.find(permit.case_id());
        if (at == cases_.end()) at = cases_.emplace(permit.case_id(), read(permit)).first;
        const auto found = std::ranges::find(at->second, *number, &plan::Commitment::number);
        return found == at->second.end() ? nullptr : &*found;
    }

private:
    static std::vector<plan::Commitment> read(const access::CasePermit& permit)
    {
        // Asked first: a question that is answered with no would stand in the log.
        if (access::would_allow(permit, Operation::read_commitments, Compartment::room) == Answer::no) return {};
        const auto reading = access::permit<Operation::read_commitments>(permit);
        if (!reading) return {};
        return plan::commitments(*reading);
    }

    std::map<CaseId, std::vector<plan::Commitment>> cases_ = {};
};

RowWords accept_row(Commitments& commitments, const access::CasePermit& permit, const DutyLine& duty,
                    const web::Asked& asked)
{
    const auto* one = commitments.of(permit, duty.number);
    if (one == nullptr) return {};
    RowWords row;
    row.text = asked.say("day_rows.accept", {{"number", one->number}, {"what", shortened(one->draft.measure)}});
    const bool waits = !one->draft.dropped && !one->draft.accepted;
    if (waits && plan::is_promised_by_reader(permit, one->draft) &&
        access::would_allow(permit, Operation::accept_commitment, Compartment::room) != Answer::no)
        row.acts = act(asked, commitment_url(permit, *one) / "ta-pa-dig", asked.say("day_rows.take_on"), row.text);
    return row;
}

RowWords do_row(Commitments& commitments, const access::CasePermit& permit, const DutyLine& duty, const web::Asked& asked)
{
    const auto* one = commitments.of(permit, duty.number);
    if (one == nullptr) return {};
    RowWords row;
    row.text = asked.say("day_rows.do", {{"number", one->number}, {"what", shortened(one->in_force().measure)}});
    if (!plan::is_own(permit, one->in_force()) ||
        access::would_allow(permit, Operation::report_commitment, Compartment::room) == Answer::no)
        return row;
    const auto page = commitment_url(permit, *one);
    row.acts << act(asked, page, asked.say("day_rows.done"), row.text, {{"status", "done"}});
    // "Behöver hjälp" stands until it is taken back on the commitment's own page.
    if (one->status != plan::Status::ongoing && !one->needs_help)
        row.acts << act(asked, page, asked.say("day_rows.ongoing"), row.text, {{"status", "ongoing"}});
    return row;
}

/// With whom the first commitment is agreed on, for who may read whom the case is about.
RowWords first_row(const access::CasePermit& permit, const DutyLine&, const web::Asked& asked)
{
    const bool sees =
        permit.answer(Compartment::social_services) == Answer::yes || permit.answer(Compartment::room) == Answer::yes;
    RowWords row;
    if (sees) row.text = asked.say("day_rows.first_commitment", {{"name", cases::youth_of(permit).given_name}});
    return row;
}

const char* level_code(int level) { return level == 1 ? "manager" : level == 2 ? "working_group" : "steering_group"; }

/// What the duty to lift is about: the one whose next level may be asked from that day.
std::optional<followup::OwedHere> owed_in(const followup::LadderFacts& facts, const DutyLine& duty)
{
    for (const auto& one : facts.owed) {
        const int next = one.owed.lifted_to + 1;
        if (one.commitment == duty.number && next <= followup::top_level &&
            followup::level_from(one.owed.last_day, next, facts.ladder_days) == duty.last_day)
            return one;
    }
    return std::nullopt;
}

RowWords late_row(Commitments& commitments, const access::CasePermit& permit, const DutyLine& duty, const web::Asked& asked)
{
    const auto* one = commitments.of(permit, duty.number);
    if (one == nullptr) return {};
    const auto& wording = one->in_force();
    const auto facts = followup::ladder_of(permit);
    const auto owed = owed_in(facts, duty);
    RowWords row;
    row.text = asked.say("day_rows.late",
                         {{"number", one->number}, {"what", shortened(wording.measure)}, {"owner", wording.owner_words}});
    if (!owed) return row;
    if (owed->owed.lifted_to == 0 || duty.last_day <= asked.today) {
        row.late_since = owed->owed.last_day;  // the duty's own day is the first on which it may be lifted
        return row;
    }
    // It is lifted, and until the next level's day there is nothing to do but to read what came of it.
    const auto reading = access::permit<Operation::read_commitments>(permit);
    if (!reading) return row;
    for (const auto& lifted : followup::escalations(*reading)) {  // the newest first
        if (lifted.commitment != duty.number || lifted.what != owed->what || lifted.level != owed->owed.lifted_to) continue;
        row.text = asked.say("day_rows.lifted", {{"number", one->number},
                                                 {"level", level_code(lifted.level)},
                                                 {"day", say_date_short(asked.language(), local_day(lifted.raised_at))},
                                                 {"what", shortened(wording.measure)},
                                                 {"owner", wording.owner_words},
                                                 {"answer", lifted.answer ? "yes" : "no"},
                                                 {"next", say_date_short(asked.language(), duty.last_day)}});
        row.page = cases::case_url(permit) / "lyfta-fragor";
        break;
    }
    return row;
}

RowWords read_row(const access::CasePermit& permit, const DutyLine& duty, const web::Asked& asked)
{
    RowWords row;
    if (!duty.number || access::would_allow(permit, Operation::write_note, Compartment::room) == Answer::no) return row;
    const auto page = cases::case_url(permit) / "moten" / std::to_string(*duty.number) / "last";
    row.acts = act(asked, page, asked.say("day_rows.read"), cases::duty_words(asked.language(), duty));
    return row;
}

/// A meeting that is called or goes on, with time and place.
std::optional<meeting::Meeting> open_meeting(const access::CasePermit& permit, int number)
{
    if (access::would_allow(permit, Operation::read_meetings, Compartment::room) == Answer::no) return std::nullopt;
    const auto reading = access::permit<Operation::read_meetings>(permit);
    if (!reading) return std::nullopt;
    auto found = meeting::meeting(*reading, number);
    if (!found || !found->starts_at) return std::nullopt;
    if (found->state != meeting::State::called && found->state != meeting::State::held) return std::nullopt;
    return found;
}

Html to_meeting(const access::CasePermit& permit, const meeting::Meeting& one, const web::Asked& asked,
                const std::string& about)
{
    return html::button({.text = button_words(asked.say("day_rows.to_meeting"), about),
                         .classes = "govuk-button--secondary",
                         .href = meeting::meeting_url(permit, one)});
}

RowWords hold_row(const access::CasePermit& permit, const DutyLine& duty, const web::Asked& asked)
{
    // Earlier than that the day says enough, and nothing has to be opened.
    if (!duty.number || duty.last_day != asked.today) return {};
    const auto one = open_meeting(permit, *duty.number);
    if (!one) return {};
    const auto clock = say_clock(asked.language(), *one->starts_at);
    RowWords row;
    row.text = one->place.empty()
                   ? asked.say("day_rows.hold", {{"number", one->number}, {"kind", one->kind}, {"clock", clock}})
                   : asked.say("day_rows.hold_at",
                               {{"number", one->number}, {"kind", one->kind}, {"clock", clock}, {"place", one->place}});
    row.acts = to_meeting(permit, *one, asked, row.text);
    return row;
}

std::optional<html::WorkItem> meeting_item(const access::CasePermit& permit, int number, const web::Asked& asked)
{
    const auto one = open_meeting(permit, number);
    if (!one) return std::nullopt;
    const auto clock = say_clock(asked.language(), *one->starts_at);
    const auto words = one->place.empty() ? asked.say("day_rows.meeting", {{"kind", one->kind}, {"clock", clock}})
                                          : asked.say("day_rows.meeting_at",
                                                      {{"kind", one->kind}, {"clock", clock}, {"place", one->place}});
    html::WorkItem item;
    item.text = words;
    item.href = meeting::meeting_url(permit, *one);
    item.action = to_meeting(permit, *one, asked, words);
    return item;
}

std::map<std::string, cases::SayRow> rows()
{
    const auto commitments = std::make_shared<Commitments>();
    const auto about = [commitments](auto row_of) {
        return [commitments, row_of](const access::CasePermit& permit, const DutyLine& duty, const web::Asked& asked) {
            return row_of(*commitments, permit, duty, asked);
        };
    };
    std::map<std::string, cases::SayRow> all;
    all["duty.accept_commitment"] = about(accept_row);
    all["duty.do_commitment"] = about(do_row);
    all["duty.escalate_commitment"] = about(late_row);
    all["duty.first_commitment"] = first_row;
    all["duty.read_minutes"] = read_row;
    all["duty.hold_meeting"] = hold_row;
    return all;
}

}  // namespace

cases::DayRooms day_rooms()
{
    return {.rows = rows, .meeting = meeting_item, .outside = {lifted_to_answer, working_group_to_call}};
}

Date answer_by(Date due_on, Date raised_on, int level, const std::vector<int>& ladder_days)
{
    constexpr int days_at_the_top = 7;
    if (level >= static_cast<int>(ladder_days.size())) return add_days(raised_on, days_at_the_top);
    return std::max(raised_on, followup::level_from(due_on, level + 1, ladder_days));
}

std::string shortened(const std::string& text)
{
    constexpr std::size_t longest = 60;
    const auto line = text.substr(0, text.find_first_of("\r\n"));
    if (line.size() <= longest) return line;
    const auto cut = line.rfind(' ', longest);
    if (cut == std::string::npos) return line;
    return line.substr(0, cut) + " …";
}

}  // namespace lots::app
