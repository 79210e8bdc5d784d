#include <doctest/doctest.h>

#include "support/municipality.h"

// What a form does on its way to a command: checked answers with a file, and a conflict. The words of a proposal are borrowed.
using namespace lots;
using namespace lots::html::literals;
using lots::test::Municipality;

namespace {

struct Letter {
    std::string given_name;
    std::optional<form::Upload> scan;
    int version = 0;
};

void letter_fields(form::Fields& fields, Letter& input, const form::Choices&)
{
    fields.text("given_name", input.given_name);
    fields.file("registry_number", input.scan);
    fields.seen("version", input.version);
}

Result<web::Prepared<Letter>> prepare_letter(access::Work&, const web::Asked&)
{
    web::Prepared<Letter> prepared;
    prepared.input.given_name = "Så står det nu";
    prepared.input.version = 5;
    prepared.check = html::paragraph("Bara du läser det.");
    return prepared;
}

Result<web::Landing> keep_letter(access::Work&, const Letter& input)
{
    if (input.version != 5) return Error{Conflict{input.version, 5, "", "Mia Holm", std::nullopt}};
    return web::Landing{"/"_url, ""};
}

const web::Command<Letter> letter_command{access::Operation::propose, "/foresla", "", "propose", letter_fields, prepare_letter, keep_letter,
                                          web::Confirmation::check_answers};

using Fields = std::vector<std::pair<std::string, std::string>>;

web::Posted sent(Municipality& town, const Fields& fields, const std::string& file = {})
{
    http::FormData data{fields, {}};
    if (!file.empty()) data.files.push_back({"registry_number", "brev.pdf", "application/pdf", file});
    const auto post = web::entry_of(letter_command).post;
    return town.look("sara", {}, [&](access::Work& work, const web::Asked& asked) { return post(work, asked, data); });
}

web::View view_of(const web::Posted& posted)
{
    REQUIRE(std::holds_alternative<web::View>(posted));
    return std::get<web::View>(posted);
}

bool says(const web::View& view, std::string_view words) { return view.main.str().find(words) != std::string::npos; }

}  // namespace

TEST_CASE("A file is chosen where the answers are checked: it is not asked for before, and nothing else is lost when it is wrong")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        const auto form = town.look("sara", {}, web::entry_of(letter_command).show);
        CHECK_FALSE(says(*form, "type=\"file\""));
        const auto check_page = view_of(sent(town, {{"given_name", "Åsa"}, {"version", "5"}}));
        CHECK(check_page.status == 200);
        CHECK(says(check_page, "Kontrollera dina svar"));
        CHECK(says(check_page, "Bara du läser det."));
        CHECK(says(check_page, "type=\"file\""));
        CHECK(says(check_page, "multipart/form-data"));
        CHECK(says(check_page, "name=\"given_name\" value=\"Åsa\""));

        const Fields confirmed{{"given_name", "Åsa"}, {"version", "5"}, {"step", "confirmed"}};
        for (const std::string file : {"", "MZ program"}) {
            CAPTURE(file);
            const auto again = view_of(sent(town, confirmed, file));
            CHECK(again.status == 400);
            CHECK(again.has_errors);
            CHECK(says(again, "Kontrollera dina svar"));
            CHECK(says(again, "href=\"#registry_number\""));
            CHECK(says(again, "name=\"given_name\" value=\"Åsa\""));
        }
        CHECK(std::holds_alternative<web::Landing>(sent(town, confirmed, "%PDF-1.4\n%%EOF")));
        // What else is wrong is mended on the form.
        const auto wrong = view_of(sent(town, {{"given_name", ""}, {"version", "5"}, {"step", "confirmed"}}, "%PDF-1.4\n%%EOF"));
        CHECK(says(wrong, "href=\"#given_name\""));
        CHECK_FALSE(says(wrong, "Kontrollera dina svar"));
    });
}

TEST_CASE("After a conflict one chooses between two texts, the page says so in its title, and the box takes the focus")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        const auto view = view_of(sent(town, {{"given_name", "Mitt"}, {"version", "3"}, {"step", "confirmed"}}, "%PDF-1.4\n%%EOF"));
        CHECK(view.status == 409);
        CHECK(view.has_errors);
        CHECK(says(view, "data-module=\"govuk-error-summary\""));
        CHECK(says(view, "Mia Holm"));
        CHECK(says(view, "Så står det nu"));
        CHECK(says(view, "value=\"Mitt\""));
        CHECK(says(view, "Behåll min text"));
        CHECK(says(view, "Behåll det som står nu"));
        CHECK(says(view, "name=\"version\" value=\"5\""));
    });
}
