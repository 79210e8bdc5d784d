#include "cases/find_command.h"

#include <string_view>
#include <utility>

#include "base/check.h"
#include "cases/page.h"
#include "cases/youth.h"
#include "form/json_writer.h"

namespace lots::cases {

using access::Operation;
using access::Role;
using namespace html::literals;

namespace {

void find_fields(form::Fields& form, FindCase& input, const form::Choices&)
{
    form.identity_number("personal_number", input.personal_number);
}

/// Who may look for a person at all; for everybody else there is no such page.
Result<Done> may_find(access::Work& work)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    const auto role = work.reader.role;
    if (role != Role::social_worker && role != Role::unit_manager) return not_found();
    return Done{};
}

Result<web::Prepared<FindCase>> prepare_find(access::Work& work, const web::Asked&)
{
    if (const auto may = may_find(work); !may) return may.error();
    web::Prepared<FindCase> prepared;
    prepared.back = "/arenden"_url;
    return prepared;
}

/// Nobody's case and somebody else's are the same answer.
Result<web::Landing> find_case(access::Work& work, const FindCase& input)
{
    if (const auto may = may_find(work); !may) return may.error();
    const auto cases = cases_with_number(work, input.personal_number);
    for (const auto& id : cases) {
        auto facts = access::load_case_facts(work, id);
        check(facts.has_value(), "a case of somebody is not there");
        const auto permit = access::permit<Operation::see_case>(work, std::move(*facts));
        if (!permit || permit->answer(access::Compartment::social_services) != access::Answer::yes) continue;
        if (youth_of(*permit).personal_number != input.personal_number)
            continue;  // it was another's, and has been put right
        form::JsonWriter json;
        json.object().pair("case", permit->facts().number).end_object();
        return web::Landing{case_url(*permit), "", json.take()};
    }
    // What takes as long as looking at one, so that the time tells no more than the words.
    if (cases.empty()) static_cast<void>(access::permit<Operation::see_case>(work, std::string_view("-")));
    return invalid("personal_number", "field.find_case.personal_number.none");
}

}  // namespace

web::Command<FindCase> find_case_command()
{
    return {Operation::list_cases, "/arenden/sok", "/api/v1/cases/found", "find_case", find_fields, prepare_find, find_case};
}

}  // namespace lots::cases
