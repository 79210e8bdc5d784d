#include "app/my_plan.h"

#include <vector>

#include "app/about_me.h"
#include "app/my_plan_parts.h"
#include "cases/lists.h"
#include "cases/page.h"
#include "cases/youth.h"
#include "meeting/words.h"
#include "plan/store.h"
#include "plan/translation.h"

namespace lots::app {

using access::CaseState;
using access::Compartment;
using access::Operation;
using access::Role;
using html::Html;
using namespace html::literals;

namespace {

constexpr int most_cases = 20;

using SeenCase = access::Permit<Operation::see_case>;

/// Staff have Min dag and the pages of a case.
bool is_private(Role role) { return role == Role::youth || role == Role::guardian || role == Role::helper; }

bool is_over(CaseState state)
{
    return state == CaseState::closed || state == CaseState::transferred || state == CaseState::retained || state == CaseState::disposed;
}

/// The reader's cases, newest first. A guardian may have several children.
std::vector<SeenCase> seen_cases(access::Work& work)
{
    std::vector<SeenCase> seen;
    for (const auto& id : cases::own_cases(work, most_cases)) {
        auto facts = access::load_case_facts(work, id);
        check(facts.has_value(), "a listed case is not there");
        if (auto permit = access::permit<Operation::see_case>(work, std::move(*facts))) seen.push_back(*std::move(permit));
    }
    return seen;
}

html::Url plan_url(const access::CasePermit& permit) { return "/min-plan"_url / permit.facts().number; }

/// What may stand on a screen that somebody else looks at: days and numbers.
Html start_part(const access::CasePermit& permit, const web::Asked& asked)
{
    Html part = html::paragraph(state_sentence(permit, asked));
    if (const auto next = next_meeting(permit))
        part << html::card(asked.say("my_plan.next"), html::paragraph(meeting::when_words(asked.language(), *next)));
    else if (meeting::call_stands(permit.facts().state).allowed()) part << html::paragraph(asked.say("my_plan.next_none"));
    if (const auto counted = promised(permit)) {
        std::vector<html::Content> lines;
        if (counted->waiting > 0) lines.emplace_back(asked.say("my_plan.count.waiting", {{"count", counted->waiting}}));
        lines.emplace_back(asked.say("my_plan.count.own", {{"count", counted->own}}));
        if (access::would_allow(permit, Operation::read_plan, Compartment::room) == access::Answer::yes)
            lines.emplace_back(asked.say("my_plan.count.others", {{"count", counted->others}}));
        part << html::bullets(lines);
    }
    return std::move(part) << html::button({.text = asked.say("my_plan.show"), .href = plan_url(permit)});
}

Result<web::View> start_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    if (!is_private(work.reader.role)) return not_found();
    web::View view;
    view.title = asked.say("my_plan.title");
    view.width = html::Width::reading;
    view.main << html::heading(1, asked.say("my_plan.hello"));
    const auto seen = seen_cases(work);
    int open = 0;
    for (const auto& permit : seen) open += is_over(permit.facts().state) ? 0 : 1;
    std::vector<html::Content> earlier;
    for (const auto& permit : seen) {
        if (is_over(permit.facts().state) && (open > 0 || seen.size() > 1)) {
            earlier.emplace_back(html::link(plan_url(permit), permit.facts().number));
            continue;
        }
        if (open > 1) view.main << html::heading(2, permit.facts().number);
        view.main << start_part(permit, asked);
    }
    if (seen.empty())
        view.main << html::empty_state({.title = asked.say("my_plan.none"), .text = asked.say("my_plan.none_text"), .action = {}});
    if (!earlier.empty()) view.main << html::heading(2, asked.say("my_plan.earlier")) << html::bullets(earlier);
    return view;
}

std::string heading_words(const access::CasePermit& permit, const web::Asked& asked)
{
    if (asked.reader.role == Role::youth) return asked.say("my_plan.title");
    if (!sees_whole(permit)) return asked.say("my_plan.title_other");
    return asked.say("my_plan.title_of", {{"name", cases::youth_of(permit).given_name}});
}

/// Which plan this is and from what day, for the paper it is printed on.
Html version_line(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto reading = access::permit<Operation::read_plan>(permit);
    const auto decided = reading ? plan::versions(*reading) : std::vector<plan::Version>{};
    if (decided.empty()) return html::secondary_paragraph(asked.say("my_plan.as_of", {{"number", permit.facts().number}, {"day", asked.today}}));
    return html::secondary_paragraph(asked.say("my_plan.version", {{"number", permit.facts().number},
                                                                   {"version", decided.front().number},
                                                                   {"from", decided.front().valid_from},
                                                                   {"day", asked.today}}));
}

/// The plan in other languages, before anything that has to be read in Swedish.
Html languages_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto reading = access::permit<Operation::read_plan>(permit);
    return reading ? plan::translation_links(*reading, asked) : Html{};
}

Result<web::View> plan_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::see_case>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (!is_private(work.reader.role)) return not_found();
    web::View view;
    view.title = asked.say("my_plan.title");  // never a name
    view.width = html::Width::reading;
    view.before_main = html::back_link(asked.words(), {.href = "/min-plan"_url});
    view.main << html::heading(1, heading_words(*permit, asked)) << version_line(*permit, asked) << languages_part(*permit, asked)
              << html::inset_text({.text = state_sentence(*permit, asked)});
    if (access::would_allow(*permit, Operation::read_closure, Compartment::room) != access::Answer::no)
        view.main << html::paragraph(html::link(cases::case_url(*permit) / "avslut", asked.say("my_plan.read_closure")));
    if (reads_about_me(asked.reader.role)) view.main << about_me_link(*permit, asked);
    view.main << meeting_part(*permit, asked) << promises_part(*permit, asked) << choice_part(*permit, asked) << who_sees_part(*permit, asked)
              << questions_part(*permit, asked) << cases::more_pages(*permit, asked);
    return view;
}

}  // namespace

void add_my_plan(web::Site& site)
{
    site.page("/min-plan", Operation::list_cases, start_page);
    site.page("/min-plan/{case}", Operation::see_case, plan_page);
}

}  // namespace lots::app
