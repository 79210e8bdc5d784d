// Identity numbers: what is read is stored and written so that it is read as the same.
#include "identity/identity_number.h"

#include "fuzz.h"

void fuzz_one(std::string_view input)
{
    using namespace lots;
    const Date on{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{1}};
    is_ambiguous_century(input);
    const auto number = parse_identity_number(input, on);
    if (!number) {
        promise(!reason(number.error()).empty(), "a refusal has a reason");
        return;
    }
    promise(number->text().size() == 12, "a number has twelve characters");
    for (const std::string& again_text : {std::string{number->text()}, number->written()}) {
        const auto again = parse_identity_number(again_text, on);
        promise(again && *again == *number && again->kind() == number->kind(), "what was read is read again as the same");
    }
    promise(!number->birth_date() || (number->birth_date()->ok() && *number->birth_date() <= on),
            "a birth date is a day that has been");
}
