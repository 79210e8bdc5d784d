#include "cases/brought_in.h"

#include <doctest/doctest.h>

#include "support/municipality.h"

using namespace lots;
using namespace lots::cases;
using test::Municipality;

namespace {

const std::string reference = "2012-017";

Known known(Municipality& town, const std::string& who, const std::string& content)
{
    return *town.as(who, [&](access::Work& work) -> Result<Known> { return known_reference(work, reference, content); });
}

/// Who brings in a case that is there already.
void bring_in(Municipality& town, const std::string& who, const std::string& number, const std::string& content)
{
    REQUIRE(static_cast<bool>(town.as(who, [&](access::Work& work) -> Result<Done> {
        const auto batch = add_batch(work, "nominations", Bytes(32));
        add_brought_in(work, number, batch, {work.now, reference, {}, {}, {}, {}}, content);
        return Done{};
    })));
}

}  // namespace

TEST_CASE("S2-04 A reference is the own agency's: another's case of the same name is neither told of nor in the way")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto of_board = town.case_in_forming(), of_police = town.case_in_forming();
        bring_in(town, "sara", of_board, "en rad");
        CHECK(known(town, "sara", "en rad") == Known::same);
        CHECK(known(town, "sara", "en annan rad") == Known::changed);
        CHECK(known(town, "amir", "en rad") == Known::same);
        CHECK(known(town, "jonas", "en rad") == Known::no);
        bring_in(town, "jonas", of_police, "en annan rad");
        CHECK(known(town, "petra", "en annan rad") == Known::same);
        CHECK(known(town, "sara", "en annan rad") == Known::changed);
        CHECK(known(town, "elin", "en rad") == Known::no);
    });
}

TEST_CASE("S2-04 What came in before a reference was an agency's is known again by the agency that brought it in, and by no other")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        REQUIRE(static_cast<bool>(town.as("sara", [&](access::Work& work) -> Result<Done> {
            const auto facts = access::load_case_facts(work, number);
            const auto index = [&](std::string_view purpose, std::string_view text) {
                return work.vault.index(town.here, purpose, text);
            };
            work.db.run("INSERT INTO import_case (municipality, id, batch, case_id, reference_index, reference_sealed, content_index) "
                        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                        town.here, work.new_id<RecordId>(), add_batch(work, "cases", Bytes(32)), facts->id,
                        index("import_reference", reference), Bytes(32), index("import_content", "en rad"));
            return Done{};
        })));
        CHECK(known(town, "sara", "en rad") == Known::same);
        CHECK(known(town, "amir", "en annan rad") == Known::changed);
        CHECK(known(town, "jonas", "en rad") == Known::no);
    });
}
