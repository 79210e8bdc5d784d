#pragma once

#include <string_view>
#include <type_traits>

#include "web/command.h"

namespace lots::family {

template <class Command>
struct InputOf;
template <class Input>
struct InputOf<web::Command<Input>> {
    using type = Input;
};

/// A command in the hands of the family: the same fields, rules and change behind a page of their own, with words for a
/// sixteen-year-old (scope "….family"), without the head of a case. For everybody else that page does not exist. of makes
/// the command around  `void (web::Prepared<Input>&, access::Work&, const web::Asked&)`: what stands around the fields,
/// where the command's does not do home    `html::Url (const std::string& case_number)`: where one came from, and lands
template <auto of, auto around, auto home>
auto face(std::string_view page, std::string_view scope)
{
    using Input = typename InputOf<std::decay_t<decltype(of())>>::type;
    auto command = of();
    command.page = page;
    command.api = {};
    command.scope = scope;
    command.prepare = [](access::Work& work, const web::Asked& asked) -> Result<web::Prepared<Input>> {
        auto prepared = of().prepare(work, asked);
        if (!prepared) return prepared.error();
        if (!asked.is_family()) return not_found();
        prepared->header = {};
        prepared->back = home(asked.part("case"));
        around(*prepared, work, asked);
        return prepared;
    };
    command.run = [](access::Work& work, const Input& input) -> Result<web::Landing> {
        auto done = of().run(work, input);
        if (done) done->page = home(input.case_number);
        return done;
    };
    return command;
}

/// Nothing else around the fields than what the command has.
template <class Input>
void as_it_is(web::Prepared<Input>&, access::Work&, const web::Asked&)
{}

}  // namespace lots::family
