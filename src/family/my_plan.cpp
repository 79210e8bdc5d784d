#include "family/my_plan.h"

#include <string>
#include <string_view>
#include <vector>

#include "cases/youth.h"
#include "family/about_me.h"
#include "family/meeting_pages.h"
#include "family/parts.h"
#include "family/people_parts.h"
#include "family/promise_pages.h"
#include "family/words_pages.h"
#include "meeting/words.h"
#include "plan/store.h"
#include "plan/translation.h"

namespace lots::family {

using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

/// What may stand on a screen that somebody else looks at: days and numbers.
Html start_part(const access::CasePermit& permit, const web::Asked& asked)
{
    Html part = html::paragraph(state_sentence(permit, asked));
    if (const auto next = next_meeting(permit))
        part << html::card(asked.say("my_plan.next"), html::paragraph(meeting::when_words(asked.language(), *next)));
    else if (meeting::call_stands(permit.facts().state).allowed())
        part << html::paragraph(asked.say("my_plan.next_none"));
    if (const auto counted = promised(permit)) {
        std::vector<html::Content> lines;
        if (counted->waiting > 0) lines.emplace_back(asked.say("my_plan.count.waiting", {{"count", counted->waiting}}));
        const auto own = asked.say("my_plan.count.own", {{"count", counted->own}});
        if (counted->own > 0)
            lines.emplace_back(html::link(home_url(permit), own));
        else
            lines.emplace_back(own);
        if (access::would_allow(permit, Operation::read_plan, Compartment::room) == access::Answer::yes)
            lines.emplace_back(asked.say("my_plan.count.others", {{"count", counted->others}}));
        part << html::bullets(lines);
    }
    return std::move(part) << html::button({.text = asked.say("my_plan.show"), .href = home_url(permit)});
}

Result<web::View> start_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    if (!asked.is_family()) return not_found();
    web::View view;
    view.title = asked.say("my_plan.title");
    view.width = html::Width::reading;
    view.main << html::heading(1, asked.say("my_plan.hello"));
    const auto seen = seen_cases(work);
    int open = 0;
    for (const auto& permit : seen) open += is_over(permit) ? 0 : 1;
    std::vector<html::Content> earlier;
    for (const auto& permit : seen) {
        if (is_over(permit) && (open > 0 || seen.size() > 1)) {
            earlier.emplace_back(html::link(home_url(permit), permit.facts().number));
            continue;
        }
        if (open > 1) view.main << html::heading(2, permit.facts().number);
        view.main << start_part(permit, asked);
    }
    if (seen.empty())
        view.main << html::empty_state(
            {.title = asked.say("my_plan.none"), .text = asked.say("my_plan.none_text"), .action = {}});
    if (!earlier.empty()) view.main << html::heading(2, asked.say("my_plan.earlier")) << html::bullets(earlier);
    return view;
}

std::string heading_words(const access::CasePermit& permit, const web::Asked& asked)
{
    if (is_youth(asked)) return asked.say("my_plan.title");
    if (!sees_whole(permit)) return asked.say("my_plan.title_other");
    return asked.say("my_plan.title_of", {{"name", cases::youth_of(permit).given_name}});
}

/// Which plan this is and from what day, for the paper it is printed on.
Html version_line(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto reading = access::permit<Operation::read_plan>(permit);
    const auto decided = reading ? plan::versions(*reading) : std::vector<plan::Version>{};
    if (decided.empty())
        return html::secondary_paragraph(
            asked.say("my_plan.as_of", {{"number", permit.facts().number}, {"day", asked.today}}));
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

/// "Skriv något till mötet": for the young person, while there is a group to read it.
Html bring_up_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (!is_youth(asked) ||
        access::would_allow(permit, Operation::write_youth_words, Compartment::youth_words) == access::Answer::no)
        return {};
    return html::button({.text = asked.say("my_plan.bring_up"),
                         .classes = "govuk-button--secondary",
                         .href = home_url(permit) / "mina-ord" / "skriv"});
}

Result<web::View> plan_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::see_case>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (!asked.is_family()) return not_found();
    auto view = own_page(asked, "/min-plan"_url, heading_words(*permit, asked));
    view.main << version_line(*permit, asked) << languages_part(*permit, asked)
              << html::inset_text({.text = state_sentence(*permit, asked)});
    view.main << meeting_part(*permit, asked) << bring_up_part(*permit, asked) << promises_part(*permit, asked)
              << choice_part(*permit, asked) << who_part(*permit, asked) << questions_part(*permit, asked)
              << more_part(*permit, asked);
    return view;
}

/// A short address, as it is said and written: it leads to the page of the one case that goes on, or lets the reader choose.
/// page  below the case; empty: Min plan
Result<web::View> shortcut(access::Work& work, const web::Asked& asked, std::string_view page)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    if (!reads_about_me(work.reader.role)) return not_found();
    const auto seen = seen_cases(work);
    const auto address = [&](const SeenCase& permit) { return page.empty() ? home_url(permit) : home_url(permit) / page; };
    auto view = own_page(asked, "/min-plan"_url, asked.say("my_plan.title"));
    std::vector<const SeenCase*> open;
    for (const auto& permit : seen)
        if (!is_over(permit)) open.push_back(&permit);
    if (open.size() == 1)
        view.led_to = address(*open.front());
    else if (open.empty() && seen.size() == 1)
        view.led_to = address(seen.front());
    std::vector<html::Content> links;
    for (const auto& permit : seen) links.emplace_back(html::link(address(permit), permit.facts().number));
    if (links.empty())
        view.main << html::empty_state(
            {.title = asked.say("my_plan.none"), .text = asked.say("my_plan.none_text"), .action = {}});
    else
        view.main << html::paragraph(asked.say("my_plan.choose")) << html::bullets(links);
    return view;
}

Result<web::View> consent_shortcut(access::Work& work, const web::Asked& asked) { return shortcut(work, asked, "samtycke"); }
Result<web::View> about_shortcut(access::Work& work, const web::Asked& asked) { return shortcut(work, asked, "om-mig"); }
/// A guardian has no words of this kind, and comes to the plan.
Result<web::View> words_shortcut(access::Work& work, const web::Asked& asked)
{
    return shortcut(work, asked, is_youth(asked) ? "mina-ord" : "");
}

}  // namespace

void add_my_plan(web::Site& site)
{
    site.page("/min-plan", Operation::list_cases, start_page);
    site.page("/min-plan/{case}", Operation::see_case, plan_page);
    site.page("/mitt-samtycke", Operation::list_cases, consent_shortcut);
    site.page("/om-mig", Operation::list_cases, about_shortcut);
    site.page("/mina-ord", Operation::list_cases, words_shortcut);
}

}  // namespace lots::family
