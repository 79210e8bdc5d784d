#include "note/forms.h"

namespace lots::note {

namespace {

constexpr form::TextRule box{.longest = 4000, .rows = 6};
constexpr form::TextRule box_if_any{.longest = 4000, .required = false, .rows = 4};
constexpr form::TextRule line{.longest = 200};

template <std::size_t count>
std::vector<std::string_view> all_of(const std::array<std::string_view, count>& codes)
{
    return {codes.begin(), codes.end()};
}

std::vector<std::string_view> codes_of_bases()
{
    std::vector<std::string_view> codes;
    for (const auto& basis : bases) codes.push_back(basis.code);
    return codes;
}

}  // namespace

void note_fields(form::Fields& form, WriteNote& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("kind", input.kind, form.coded("kind", all_of(kinds)));
    form.text("text", input.text, box);
    // A page never saves before it is said who reads; a program names the readers, and nobody when it names none.
    const bool must_say = !choices.of("must_say").empty();
    form.one_of("reach", input.reach, form.coded("reach", all_of(reaches)), {.required = must_say});
    form.when_chosen("reach", "chosen",
                     [&] { form.any_of("readers", input.readers, choices.of("readers"), {.required = must_say}); });
    form.flag("third_party", input.third_party);
    // Mostly right as it stands.
    form.day("seen_on", input.seen_on);
    form.one_of("part_of_day", input.part_of_day, form.coded("part_of_day", all_of(parts_of_day)), {.required = false});
    form.one_of("basis", input.basis, choices.of("bases"), {.required = false});
    form.only_if(!choices.of("police").empty(), [&] { form.text("district", input.district, {.longest = 200, .required = false}); });
}

void contact_fields(form::Fields& form, AddContact& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.one_of("authority", input.authority, form.coded("authority", all_of(authorities)));
    form.text("whom", input.whom, line);
    form.day("contact_on", input.contact_on);
    form.text("what", input.what, box);
    form.text("outcome", input.outcome, box_if_any);
    auto grounds = codes_of_bases();
    grounds.insert(grounds.begin(), "nothing_secret");
    form.one_of("basis", input.basis, form.coded("basis", grounds));
    form.text("decider", input.decider, line);
}

void disclose_fields(form::Fields& form, Disclose& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("from_agency", input.from_agency, choices.of("agencies"));
    form.text("to_whom", input.to_whom, line);
    form.day("disclosed_on", input.disclosed_on);
    form.text("what", input.what, box);
    form.one_of("basis", input.basis, form.coded("basis", codes_of_bases()));
    form.text("necessity", input.necessity, {.longest = 4000, .required = false, .rule_asks = true, .rows = 4});
    form.text("balancing", input.balancing, box_if_any);
    form.text("decider", input.decider, line);
}

void protection_fields(form::Fields& form, FlagProtection& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.one_of("goes_on", input.goes_on, form.coded("goes_on", {"yes", "no"}));
}

void words_fields(form::Fields& form, WriteWords& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.text("text", input.text, box);
    // Nobody to choose among: then nothing is asked.
    form.only_if(!choices.of("readers").empty(),
                 [&] { form.any_of("readers", input.readers, choices.of("readers"), {.required = false}); });
    form.seen("seq_seen", input.seq_seen);
}

}  // namespace lots::note
