#include <array>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "cases/day.h"
#include "cases/lists.h"
#include "cases/page.h"
#include "cases/paging.h"
#include "cases/youth.h"

namespace lots::cases {

using access::Answer;
using access::Compartment;
using access::Operation;
using access::Role;
using html::Html;
using namespace html::literals;

namespace {

/// What is begun from Min dag, and what it asks for in the case that is chosen.
struct Beginning {
    std::string_view asked;  // ?till=
    MessageKey title;
    Operation operation;
    Compartment compartment;
    std::string_view page;  // of the case
};
constexpr std::array<Beginning, 3> beginnings{{
    {"anteckning", "cases.choose.note", Operation::write_note, Compartment::room, "anteckning"},
    {"mote", "cases.choose.meeting", Operation::call_meeting, Compartment::room, "kalla"},
    {"samtycke", "cases.choose.consent", Operation::register_consent, Compartment::social_services, "samtycken"},
}};

/// What is no such thing is the first, which most may do.
const Beginning& beginning_asked(const web::Asked& asked)
{
    const auto* wanted = asked.request.parameter("till");
    if (wanted != nullptr)
        for (const auto& one : beginnings)
            if (one.asked == *wanted) return one;
    return beginnings.front();
}

}  // namespace

Html beginning_buttons(const web::Asked& asked)
{
    const auto role = asked.reader.role;
    const bool social_services = role == Role::social_worker || role == Role::unit_manager;
    const bool staff = social_services || role == Role::coordinator || role == Role::police || role == Role::school ||
                       role == Role::agency_staff;
    if (!staff) return {};
    const auto to = [&](MessageKey words, std::string_view what) {
        return html::button({.text = asked.say(words),
                             .classes = "govuk-button--secondary",
                             .href = "/min-dag/valj-arende"_url.with("till", what)});
    };
    std::vector<Html> buttons;
    if (social_services || role == Role::coordinator) buttons.push_back(to("cases.day.new_meeting", "mote"));
    buttons.push_back(to("cases.day.new_note", "anteckning"));
    if (role == Role::social_worker) buttons.push_back(to("cases.day.new_consent", "samtycke"));
    return html::button_group(buttons);
}

Result<web::View> choose_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    const auto& to = beginning_asked(asked);
    const auto part = part_asked(asked, "sida", count_own_cases(work));
    std::vector<html::Content> links;
    for (const auto& id : own_cases(work, lines_a_page, part.skip())) {
        auto facts = access::load_case_facts(work, id);
        check(facts.has_value(), "a listed case is not there");
        const auto permit = access::permit<Operation::see_case>(work, std::move(*facts));
        if (!permit || access::would_allow(*permit, to.operation, to.compartment) == Answer::no) continue;
        if (permit->answer(Compartment::social_services) != Answer::yes && permit->answer(Compartment::room) != Answer::yes)
            continue;
        // The family has somebody beside them: no names (settled 23).
        const auto& number = permit->facts().number;
        links.emplace_back(html::link(case_url(*permit) / to.page,
                                      asked.is_family() ? number : number + " " + short_name(youth_of(*permit))));
    }
    web::View view;
    view.title = asked.say(to.title);
    view.width = html::Width::reading;
    view.before_main =
        html::back_link(asked.words(), {.href = asked.is_family() ? html::Url("/min-plan"_url) : html::Url("/min-dag"_url)});
    view.main << html::heading(1, view.title);
    const int shown = static_cast<int>(links.size());
    if (links.empty())
        view.main << html::empty_state(
            {.title = asked.say("cases.choose.none"), .text = asked.say("cases.choose.none_text"), .action = {}});
    else
        view.main << html::paragraph(asked.say("cases.choose.lead")) << html::bullets(links);
    view.main << paging(asked, part, shown, "/min-dag/valj-arende"_url.with("till", to.asked));
    return view;
}

}  // namespace lots::cases
