#include "family/help_page.h"

#include <vector>

#include "access/permit.h"
#include "family/parts.h"
#include "family/people_parts.h"

namespace lots::family {

using access::Operation;
using namespace html::literals;

namespace {

struct Question {
    MessageKey asked;
    std::vector<MessageKey> answers;
};

std::vector<Question> questions()
{
    return {
        {"family.help.plan", {"family.help.plan.1", "family.help.plan.2"}},
        {"family.help.meeting", {"family.help.meeting.1", "family.help.meeting.2"}},
        {"family.help.promise", {"family.help.promise.1", "family.help.promise.2"}},
        {"family.help.consent", {"family.help.consent.1", "family.help.consent.2", "family.help.consent.3"}},
        {"family.help.police", {"family.help.police.1", "family.help.police.2"}},
        {"family.help.words", {"family.help.words.1", "family.help.words.2"}},
        {"family.help.wrong", {"family.help.wrong.1", "family.help.wrong.2"}},
        {"family.help.leave", {"family.help.leave.1", "family.help.leave.2"}},
        {"family.help.danger", {"family.help.danger.1"}},
    };
}

Result<web::View> help_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    if (!asked.is_family()) return not_found();
    auto view = own_page(asked, "/min-plan"_url, asked.say("family.help.title"));
    for (const auto& question : questions()) {
        view.main << html::heading(2, asked.say(question.asked));
        for (const auto& answer : question.answers) view.main << html::paragraph(with_calls(asked.say(answer)));
    }
    view.main << html::paragraph(html::link("/hjalp"_url, asked.say("family.help.more")));
    return view;
}

}  // namespace

void add_help(web::Site& site) { site.page("/min-plan/hjalp", Operation::list_cases, help_page); }

}  // namespace lots::family
