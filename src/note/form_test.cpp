#include <map>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "form/form_reader.h"
#include "note/forms.h"

// What the form of a note asks for.
using namespace lots;
using namespace lots::note;

TEST_CASE("settled-33 The form of a note asks who reads it; a program that names nobody is not asked")
{
    const std::map<std::string, std::string> address{{"case", "SIG-2026-014"}};
    const auto faults_of = [&](http::Pairs fields, const form::Choices& choices) {
        for (const auto& [name, value] : {std::pair{"kind", "observation"}, std::pair{"text", "Sågs på torget"}, std::pair{"seen_on", "2026-11-18"}})
            fields.emplace_back(name, value);
        const http::FormData data{std::move(fields), {}};
        WriteNote input;
        form::FormReader reader({Language::sv, "write_note"}, 2026y / 11 / 18, data, address);
        note_fields(reader, input, choices);
        std::string all;
        for (const auto& fault : reader.errors()) all += fault.field + " ";
        return all;
    };
    form::Choices page;
    page.with("readers", {{"member-3", "Elin Berg", {}}}).with("must_say", {{"yes", "", {}}});
    CHECK(faults_of({}, page) == "reach ");
    CHECK(faults_of({{"reach", "leading"}}, page).empty());
    CHECK(faults_of({{"reach", "chosen"}}, page) == "readers ");
    CHECK(faults_of({{"reach", "chosen"}, {"readers", "member-3"}}, page).empty());
    CHECK(faults_of({}, {}).empty());
}
