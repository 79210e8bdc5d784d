// JSON that came in: what is read keeps the rules of its fields, and written again it is read as the same.
#include "fuzz.h"
#include "base/text.h"
#include "form/fields_for_tests.h"
#include "form/json_reader.h"
#include "form/json_writer.h"

using namespace lots;
using namespace lots::form;
using for_tests::Everything;

namespace {

const std::map<std::string, std::string> address{{"case", "SIG-2026-014"}};

struct Read {
    Everything input;
    bool in_order;
};

std::optional<Read> read(std::string_view text)
{
    const auto body = JsonBody::parse(text);
    if (!body) return std::nullopt;
    JsonReader reader(for_tests::swedish(), for_tests::today, *body, address);
    Read read;
    for_tests::ask_for_everything(reader, read.input, false);
    reader.finish();
    read.in_order = reader.in_order();
    for (const auto& fault : reader.errors())
        promise(!say(Language::sv, fault.message, fault.args).empty(), "every fault has a sentence");
    return read;
}

std::string written(const Everything& input)
{
    JsonWriter json;
    json.object().pair("given_name", input.given_name).pair("reason", input.reason).maybe("born", input.born);
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    json.pair("noticed_on", two(input.noticed_on->hour) + ":" + two(input.noticed_on->minute)).maybe("debut_age", input.debut_age);
    json.pair("feedback_asked", input.feedback_asked).pair("origin", input.origin).name("reasons").array();
    for (const auto& reason : input.reasons) json.value(reason);
    return json.end_array().pair("personal_number", input.personal_number).pair("version", input.version).end_object().take();
}

}  // namespace

void fuzz_one(std::string_view text)
{
    const auto first = read(text);
    if (!first || !first->in_order) return;
    const auto& input = first->input;
    promise(count_characters(input.given_name) <= 10 && count_characters(input.reason) <= 40, "text is as long as it may be");
    const auto line = clean_line(input.given_name);
    promise(line && *line == input.given_name, "a line is a line, and clean");
    promise(!input.born || (input.born->ok() && *input.born <= for_tests::today && *input.born >= Date{2000y / 1 / 1}), "a day is within its bounds");
    promise(input.noticed_on && input.noticed_on->hour < 24 && input.noticed_on->minute < 60, "a clock is a time of day");
    promise(!input.debut_age || (*input.debut_age >= 5 && *input.debut_age <= 25), "a number is within its bounds");
    promise(input.version >= 0, "a version is none or positive");
    promise(input.reasons.size() <= 2, "what was chosen was offered, once");
    promise(input.personal_number.empty() || input.personal_number.size() == 12, "an identity number has twelve characters");

    const auto again = read(written(input));
    promise(again && again->in_order, "what was read can be written and read");
    const auto& same = again->input;
    promise(same.given_name == input.given_name && same.reason == input.reason && same.born == input.born &&
                same.noticed_on == input.noticed_on && same.debut_age == input.debut_age && same.feedback_asked == input.feedback_asked &&
                same.origin == input.origin && same.reasons == input.reasons && same.personal_number == input.personal_number &&
                same.version == input.version,
            "and is the same");
}
