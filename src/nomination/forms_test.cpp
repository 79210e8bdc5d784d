#include <map>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "form/form_page.h"
#include "form/form_reader.h"
#include "guideline/error.h"
#include "html/words.h"
#include "nomination/forms.h"

// What the form for taking up a proposal says of its fields, and reads.
using namespace lots;
using nomination::TakeUp;

namespace {

const std::map<std::string, std::string> address{{"case", "F-12"}};
constexpr Date today = 2026y / 11 / 18;

std::string drawn()
{
    const std::vector<FieldError> no_faults;
    form::FormPage page({Language::sv, "take_up"}, html::swedish_words(), nullptr, no_faults);
    TakeUp input;
    nomination::take_up_fields(page, input, {});
    return page.take_body().str();
}

TakeUp read(http::Pairs fields, std::string& faults)
{
    for (const auto& [name, value] :
         {std::pair{"residence_checked_on-day", "18"}, std::pair{"residence_checked_on-month", "11"},
          std::pair{"residence_checked_on-year", "2026"}, std::pair{"residence_source", "school"}, std::pair{"known_before", "no"},
          std::pair{"danger_if_seen", "no"}})
        fields.emplace_back(name, value);
    const http::FormData data{std::move(fields), {}};
    TakeUp input;
    form::FormReader reader({Language::sv, "take_up"}, today, data, address);
    nomination::take_up_fields(reader, input, {});
    for (const auto& fault : reader.errors()) faults += fault.field + " ";
    return input;
}

}  // namespace

TEST_CASE("S1-71 What the rules ask of who takes a proposal up is not marked as voluntary; how somebody has a conflict of interest is")
{
    const auto page = drawn();
    for (const std::string label : {"Varför tar du upp förslaget?", "Anmälans diarienummer hos socialtjänsten"}) {
        CHECK_MESSAGE(page.find(label) != std::string::npos, label);
        CHECK_MESSAGE(page.find(label + " (frivilligt)") == std::string::npos, label);
    }
    CHECK(page.find("Om ja: hur? (frivilligt)") != std::string::npos);
    CHECK(page.find("(frivilligt)") == page.rfind("(frivilligt)"));
}

TEST_CASE("S1-71 Who has a conflict of interest says so, and how, and nothing more")
{
    std::string faults;
    const auto conflicted = read({{"conflict", "yes"}, {"conflict_note", "En släkting"}}, faults);
    CHECK(faults.empty());
    CHECK(conflicted.conflict_note == "En släkting");
    CHECK(conflicted.note.why.empty());
    CHECK(read({{"conflict", "no"}, {"conflict_note", "kvar från förut"}}, faults).conflict_note.empty());
    CHECK(faults.empty());
}
