#include <doctest/doctest.h>

#include "app/test_town.h"

// What anybody may read: in the language that is asked for, with what the law asks of it.
using namespace lots;
using app::test::Browser;
using app::test::Town;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("The information pages are there in Swedish and in English, each with a link to the other")
{
    Town town;
    Browser nobody(town);
    for (const auto* path : {"/om-metoden", "/personuppgifter", "/tillganglighet", "/hjalp", "/inte-till-forhor"}) {
        CAPTURE(path);
        const auto swedish = nobody.get(path);
        CHECK(swedish.status == 200);
        CHECK(has(swedish.body, "<html lang=\"sv\""));
        CHECK(has(swedish.body, std::string(path) + "?sprak=en"));
        const auto english = nobody.get(std::string(path) + "?sprak=en");
        CHECK(has(english.body, "<html lang=\"en\""));
        CHECK(has(english.body, std::string(path) + "?sprak=sv"));
        CHECK(has(nobody.get(std::string(path) + "?sprak=xx").body, "<html lang=\"sv\""));  // a language that is not there
    }
}

TEST_CASE("lag (2018:1937): the accessibility statement says how far, what is lacking, how it was tried, when, and where to complain")
{
    Town town;
    Browser nobody(town);
    const auto page = nobody.get("/tillganglighet").body;
    for (const auto* part : {"Tjänsten uppfyller delvis lagens krav", "Brister som vi känner till", "Vi har prövat själva",
                             "Redogörelsen gicks igenom senast", "https://www.digg.se/tdosanmalan", "stödet"}) {
        CAPTURE(part);
        CHECK(has(page, part));
    }
}

TEST_CASE("The page about personal data names every agency that answers for itself, and none of the accounts of the family")
{
    Town town;
    Browser nobody(town);
    const auto page = nobody.get("/personuppgifter").body;
    for (const auto* part : {"Socialtjänsten", "Polismyndigheten", "brottsdatalagen (2018:1177)", "dataskyddsombud"}) {
        CAPTURE(part);
        CHECK(has(page, part));
    }
    CHECK_FALSE(has(page, "Ungdomar och vårdnadshavare"));
}
