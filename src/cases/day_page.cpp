#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/check.h"
#include "cases/day.h"
#include "cases/page.h"
#include "cases/paging.h"
#include "cases/youth.h"
#include "organisation/store.h"

namespace lots::cases {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

using SeenCase = access::Permit<Operation::see_case>;

struct Urgency {
    MessageKey title;
    bool urgent;
    int days_to;  // included, from today; the group before it ends below
};
constexpr std::array<Urgency, 4> urgencies{{{"cases.day.late", true, -1},
                                            {"cases.day.today", false, 0},
                                            {"cases.day.week", false, 7},
                                            {"cases.day.soon", false, 30}}};

/// "SIG-2026-014 Alex T.", as far as the reader may see whose it is.
std::string case_words(const access::CasePermit& permit)
{
    const bool sees =
        permit.answer(Compartment::social_services) == Answer::yes || permit.answer(Compartment::room) == Answer::yes;
    return sees ? permit.facts().number + " " + short_name(youth_of(permit)) : permit.facts().number;
}

/// Puts the lines of one page together.
class Day {
public:
    Day(access::Work& work, const web::Asked& asked, const DayRooms& rooms)
        : work_(work), asked_(asked), rooms_(rooms), rows_(rooms.rows ? rooms.rows() : std::map<std::string, SayRow>{})
    {}

    /// The reader's own duty.
    void own(const DutyLine& duty)
    {
        const auto* permit = seen(duty.case_id);
        // Who collects a consent for another agency does not see the case, and has that one page of it (S0-18).
        if (permit == nullptr && duty.what == "duty.collect_consent") {
            const auto collects = access::permit<Operation::collect_consent>(work_, facts_of(duty.case_id));
            if (collects) add(item_of(duty, *collects, case_words(*collects)), duty.last_day);
        }
        // The manager of another unit is told that somebody there opened the case, and has that one page: not whom it is
        // about.
        if (permit == nullptr && duty.what == "duty.read_emergency") {
            const auto told = access::permit<Operation::emergency_access>(work_, facts_of(duty.case_id));
            if (told) add(item_of(duty, *told, told->facts().number), duty.last_day);
        }
        // A duty is shown to whoever may do it today: not to one who has left, and not while the case rests or after it has
        // ended.
        if (permit != nullptr && may_be_done(*permit, duty))
            add(acted_on(duty, *permit), duty.last_day);
        else if (auto said = said_to_bystander(duty, asked_); !said.empty()) {
            html::WorkItem item;
            item.text = std::move(said);
            if (permit != nullptr) item.about = permit->facts().number;
            add(std::move(item), duty.last_day);
        }
    }

    /// Anybody's, in a case of the reader's own.
    void of_team(const DutyLine& duty)
    {
        if (duty.person == work_.reader.person) {
            own(duty);
            return;
        }
        const auto* permit = seen(duty.case_id);
        if (permit == nullptr || !may_be_known(*permit, duty)) return;
        auto about = case_words(*permit);
        if (duty.person) about = asked_.say("cases.day.about_whose", {{"about", about}, {"person", name_of(*duty.person)}});
        auto item = item_of(duty, *permit, about);
        if (!may_be_done(*permit, duty)) item.href = case_url(*permit);  // its own page is not the reader's
        add(std::move(item), duty.last_day);
    }

    /// The meetings of today that no line is about.
    void meetings_today(const std::vector<DutyLine>& duties)
    {
        constexpr int most = 20;
        std::set<std::pair<CaseId, int>> shown;
        for (const auto& duty : duties)
            if ((duty.what == "duty.hold_meeting" || duty.what == "duty.lock_minutes") && duty.number)
                shown.emplace(duty.case_id, *duty.number);
        const auto begins = at_local(asked_.today, 0, 0), ends = at_local(next_day(asked_.today), 0, 0);
        for (const auto& line : own_meeting_lines(work_, begins, ends, most)) {
            if (shown.contains({line.case_id, line.number})) continue;
            if (auto item = meeting_of(line)) add(std::move(*item), asked_.today);
        }
    }

    void outside(Date until)
    {
        for (const auto& room : rooms_.outside)
            for (const auto& duty : room(work_, asked_)) {
                if (duty.last_day > until) continue;
                html::WorkItem item;
                item.text = duty.text;
                item.href = duty.page;
                item.about = duty.about;
                item.due = due_words(asked_, duty.last_day);
                item.why = duty_why(asked_, std::string(duty.requirement->id));
                add(std::move(item), duty.last_day);
            }
    }

    /// When the next meeting begins that the reader may know of.
    std::optional<Instant> next_meeting()
    {
        constexpr int most = 5, days_ahead = 366;
        for (const auto& line :
             own_meeting_lines(work_, work_.now, at_local(add_days(asked_.today, days_ahead), 0, 0), most))
            if (meeting_of(line)) return line.starts_at;
        return std::nullopt;
    }

    int count() const { return count_; }

    Html lists()
    {
        Html all;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            if (groups_[i].items.empty()) continue;
            groups_[i].title = asked_.say(urgencies[i].title);
            groups_[i].urgent = urgencies[i].urgent;
            all << html::work_list(groups_[i]);
        }
        return all;
    }

private:
    access::CaseFacts facts_of(const CaseId& id)
    {
        auto facts = access::load_case_facts(work_, id);
        check(facts.has_value(), "a duty belongs to a case that is not there");
        return *std::move(facts);
    }

    /// The right to see a case, asked for once however many lines it has. None when it is not the reader's today.
    const SeenCase* seen(const CaseId& id)
    {
        auto at = seen_.find(id);
        if (at == seen_.end()) at = seen_.emplace(id, access::permit<Operation::see_case>(work_, facts_of(id))).first;
        return at->second ? &*at->second : nullptr;
    }

    std::string name_of(const PersonId& person)
    {
        auto at = names_.find(person);
        if (at == names_.end()) at = names_.emplace(person, organisation::person_name(work_, person)).first;
        return at->second;
    }

    html::WorkItem item_of(const DutyLine& duty, const access::CasePermit& permit, const std::string& about) const
    {
        html::WorkItem item;
        item.text = duty_words(asked_.language(), duty);
        item.href = duty_url(permit, duty);
        item.about = about;
        if (duty.came_at) {
            const auto day = local_day(*duty.came_at);
            item.about = day == asked_.today
                             ? asked_.say("cases.day.about_came_today",
                                          {{"about", about}, {"clock", say_clock(asked_.language(), *duty.came_at)}})
                             : asked_.say("cases.day.about_came",
                                          {{"about", about}, {"day", say_date_short(asked_.language(), day)}});
        }
        item.due = due_words(asked_, duty.last_day);
        item.why = duty_why(asked_, duty.requirement);
        return item;
    }

    /// With the room's own words, and what can be done at once.
    html::WorkItem acted_on(const DutyLine& duty, const access::CasePermit& permit) const
    {
        auto item = item_of(duty, permit, case_words(permit));
        const auto row = rows_.find(duty.what);
        if (row == rows_.end()) return item;
        auto words = row->second(permit, duty, asked_);
        if (!words.text.empty()) item.text = words.text;
        if (!words.page.empty()) item.href = words.page;
        if (words.late_since) item.due = due_words(asked_, *words.late_since);
        item.action = std::move(words.acts);
        return item;
    }

    std::optional<html::WorkItem> meeting_of(const MeetingLine& line)
    {
        const auto* permit = seen(line.case_id);
        if (permit == nullptr || !rooms_.meeting) return std::nullopt;
        auto item = rooms_.meeting(*permit, line.number, asked_);
        if (item) item->about = case_words(*permit);
        return item;
    }

    void add(html::WorkItem item, Date last_day)
    {
        const int days = days_between(asked_.today, last_day);
        std::size_t group = 0;
        while (days > urgencies.at(group).days_to) ++group;
        groups_.at(group).items.push_back(std::move(item));
        ++count_;
    }

    access::Work& work_;
    const web::Asked& asked_;
    const DayRooms& rooms_;
    std::map<std::string, SayRow> rows_;
    std::map<CaseId, Result<SeenCase>> seen_ = {};
    std::map<PersonId, std::string> names_ = {};
    std::array<html::WorkList, urgencies.size()> groups_ = {};
    int count_ = 0;
};

html::Url list_url(bool team) { return team ? "/min-dag"_url.with("visa", "teamet") : html::Url("/min-dag"_url); }

Html whose(const web::Asked& asked, bool team)
{
    return html::filter_links(asked.say("cases.day.whose"),
                              {{.text = asked.say("cases.day.mine"), .href = list_url(false), .current = !team},
                               {.text = asked.say("cases.day.team"), .href = list_url(true), .current = team}});
}

Html nothing_to_do(const web::Asked& asked, std::optional<Instant> next)
{
    const auto title = next ? asked.say("cases.day.next_meeting", {{"when", say_moment(asked.language(), *next)}})
                            : asked.say("cases.day.empty");
    return html::empty_state({.title = title, .text = asked.say("cases.day.empty_text"), .action = {}});
}

}  // namespace

Result<web::View> day_page(access::Work& work, const web::Asked& asked, const DayRooms& rooms)
{
    if (auto allowed = access::allow(work, Operation::read_day); !allowed) return allowed.error();
    const auto* wanted = asked.request.parameter("visa");
    const bool has_choice = has_team(work.reader.role);
    const bool team = has_choice && wanted != nullptr && *wanted == "teamet";
    const auto until = add_days(asked.today, urgencies.back().days_to);
    const auto part = part_asked(asked, "sida", team ? count_team_duties(work, until) : count_own_duties(work, until));
    const auto duties =
        team ? team_duties(work, until, lines_a_page, part.skip()) : own_duties(work, until, lines_a_page, part.skip());
    Day day(work, asked, rooms);
    if (part.page == 1) {
        day.meetings_today(duties);
        if (!team) day.outside(until);
    }
    const int beside = day.count();
    for (const auto& duty : duties) {
        if (team)
            day.of_team(duty);
        else
            day.own(duty);
    }
    web::View view;
    view.title = asked.say("web.navigation.day");
    const int count = part.pages == 1 ? day.count() : part.total + beside;
    view.main << html::heading(1, team ? asked.say("cases.day.team_title", {{"count", count}})
                                       : asked.say("cases.day.title", {{"count", count}}));
    if (has_choice) view.main << whose(asked, team);
    if (day.count() == 0) view.main << nothing_to_do(asked, day.next_meeting());
    view.main << day.lists() << paging(asked, part, day.count() - beside, list_url(team)) << beginning_buttons(asked);
    return view;
}

}  // namespace lots::cases
