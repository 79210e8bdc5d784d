#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "identity/check_lines.h"
#include "identity/identity_number.h"

// All of Skatteverket's test series and the expectations of the public project personnummer/meta, when they lie beside the
// project. They are not copied into it.
using namespace lots;

namespace {

constexpr Date today = 2026y / 11 / 21;
const std::filesystem::path series = "../shared/data/identity-numbers";

bool series_is_here()
{
    if (std::filesystem::exists(series)) return true;
    MESSAGE("the test series is not at ", series.string(), ": only the named cases have been run");
    return false;
}

std::string content_of(const char* name)
{
    std::ifstream in(series / name, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// All values of "key": "…" or "key": true in a piece of JSON, in order. Enough for these files.
std::string value_of(std::string_view piece, const std::string& key)
{
    const auto at = piece.find('"' + key + "\":");
    if (at == std::string_view::npos) return {};
    auto rest = piece.substr(at + key.size() + 3);
    rest.remove_prefix(rest.find_first_not_of(" \""));
    return std::string(rest.substr(0, rest.find_first_of("\",\n")));
}

/// The texts of one array of strings in structured.json: "ssn" or "con", then "string", then "valid" or "invalid".
std::vector<std::string> texts_of(std::string_view json, const std::string& type, const std::string& validity)
{
    json.remove_prefix(json.find('"' + type + '"'));
    json.remove_prefix(json.find("\"string\""));
    json.remove_prefix(json.find('"' + validity + "\": ["));
    json = json.substr(json.find('[') + 1);
    json = json.substr(0, json.find(']'));
    std::vector<std::string> texts;
    for (auto quote = json.find('"'); quote != std::string_view::npos; quote = json.find('"')) {
        json.remove_prefix(quote + 1);
        texts.emplace_back(json.substr(0, json.find('"')));
        json.remove_prefix(json.find('"') + 1);
    }
    return texts;
}

/// Checks the objects of a file in all the forms that they give; returns how many numbers were looked at.
int check_objects(const std::string& json)
{
    int looked_at = 0;
    std::istringstream objects(json);
    for (std::string object; std::getline(objects, object, '}');) {
        const auto type = value_of(object, "type");
        if (type.empty()) continue;
        for (const auto* form : {"long_format", "short_format", "separated_format", "separated_long"}) {
            const auto text = value_of(object, form);
            if (text.empty()) continue;
            CAPTURE(text);
            const auto number = parse_identity_number(text, today);
            CHECK(static_cast<bool>(number) == (value_of(object, "valid") == "true"));
            ++looked_at;
            if (!number) continue;
            CHECK(short_name(number->kind()) == (type == "ssn" ? "pnr" : type == "con" ? "sam" : "interim"));
            CHECK((number->legal_sex() == LegalSex::male) == (value_of(object, "isMale") == "true"));
            // A short form without + is of the latest century: 1909 is only meant by the long forms and the plus.
            const bool says_century = text.size() >= 12 || text.find('+') != std::string::npos;
            if (says_century)
                CHECK(number->text() == value_of(object, "long_format"));
            else
                CHECK(number->text().substr(2) == value_of(object, "short_format"));
        }
    }
    return looked_at;
}

CheckedLines check_file(const char* name, std::string_view kind)
{
    std::istringstream in(content_of(name));
    std::ostringstream out;
    const auto counts = check_lines(in, out, today);

    in.clear();
    in.seekg(0);
    std::istringstream answers(out.str());
    for (std::string number, line; std::getline(in, number);) {
        REQUIRE(std::getline(answers, line));
        const auto sex = (number[10] - '0') % 2 == 0 ? " K" : " M";
        if (line != "ok " + number + " " + std::string(kind) + sex) FAIL(line);
    }
    return counts;
}

}  // namespace

TEST_CASE("Every number of Skatteverket's test series is right")
{
    if (!series_is_here()) return;
    const auto personal = check_file("skv_testpersonnummer.txt", "pnr");
    CHECK(personal.ok == 41129);
    CHECK(personal.bad == 0);
    const auto coordination = check_file("skv_testsamordningsnummer.txt", "sam");
    CHECK(coordination.ok == 2264);
    CHECK(coordination.bad == 0);
}

TEST_CASE("Of the coordination series 170 have no known month or day and 24 a day that does not exist")
{
    if (!series_is_here()) return;
    int unknown = 0, not_existing = 0;
    std::istringstream lines(content_of("skv_testsamordningsnummer.txt"));
    for (std::string line; std::getline(lines, line);) {
        const auto number = parse_identity_number(line, today);
        REQUIRE(static_cast<bool>(number));
        const bool is_unknown = line.substr(4, 2) == "00" || line.substr(6, 2) == "60";
        unknown += is_unknown ? 1 : 0;
        not_existing += !is_unknown && !number->birth_date() ? 1 : 0;
        if (is_unknown) CHECK_FALSE(number->birth_date().has_value());
    }
    CHECK(unknown == 170);
    CHECK(not_existing == 24);
}

TEST_CASE("Every number of the series is found again from ten digits with the right separator")
{
    if (!series_is_here()) return;
    for (const auto* name : {"skv_testpersonnummer.txt", "skv_testsamordningsnummer.txt"}) {
        std::istringstream lines(content_of(name));
        for (std::string line; std::getline(lines, line);) {
            const auto number = parse_identity_number(line, today);
            REQUIRE(static_cast<bool>(number));
            const auto latest = parse_identity_number(line.substr(2), today);
            const auto* separator = latest && *latest == *number ? "-" : "+";
            const auto again = parse_identity_number(line.substr(2, 6) + separator + line.substr(8), today);
            if (!again || again->text() != line) FAIL(line);
        }
    }
}

TEST_CASE("The public project's list, interim and structured expectations hold")
{
    if (!series_is_here()) return;
    CHECK(check_objects(content_of("list.json")) == 14 * 4);
    CHECK(check_objects(content_of("interim.json")) == 12 * 4);
    const auto json = content_of("structured.json");
    int looked_at = 0;
    for (const auto* type : {"ssn", "con"}) {
        for (const auto* validity : {"valid", "invalid"}) {
            for (const auto& text : texts_of(json, type, validity)) {
                CAPTURE(text);
                CHECK(static_cast<bool>(parse_identity_number(text, today)) == (std::string_view(validity) == "valid"));
                ++looked_at;
            }
        }
    }
    CHECK(looked_at == 16 + 24 + 8 + 8);
}

TEST_CASE("No organisation number is taken for a person's")
{
    if (!series_is_here()) return;
    CHECK(check_objects(content_of("orgnumber.json")) == 6 * 2);
}
