#include "plan/plain_words.h"

#include <doctest/doctest.h>

using namespace lots::plan;

TEST_CASE("S1-49 Words of the trade are found with a plainer one, each once and in whatever letters")
{
    const auto hard = hard_words("Samtliga deltar. Din frånvaro ska minska, och samtliga ser på frånvaro.");
    REQUIRE(hard.size() == 3);
    CHECK(hard[0].word == "samtliga");
    CHECK(hard[0].plainer == "alla");
    CHECK(hard[1].word == "deltar");
    CHECK(hard[1].plainer == "är med");
    CHECK(hard[2].word == "frånvaro");
    CHECK_FALSE(hard[2].plainer.empty());
}

TEST_CASE("S1-49 A very long word is named even where there is no plainer one; plain words are not")
{
    const auto hard = hard_words("Fotbollsträningen är klockan tre.");
    REQUIRE(hard.size() == 1);
    CHECK(hard[0].word == "fotbollsträningen");
    CHECK(hard[0].plainer.empty());
    CHECK(hard_words("Din mentor Ali hjälper dig. Vi ses på torget.").empty());
    CHECK(hard_words("").empty());
}

TEST_CASE("S1-49 The plainer word takes the place of the whole word, and keeps the capital of a sentence")
{
    CHECK(with_plainer("Samtliga är med. Ring samtliga.", "samtliga") == "Alla är med. Ring alla.");
    CHECK(with_plainer("Åtagande: ditt åtagande.", "åtagande") == "Löfte: ditt löfte.");
    CHECK(with_plainer("Deltar du? Vi deltagare deltar.", "deltar") == "Är med du? Vi deltagare är med.");
}

TEST_CASE("S1-49 A word that the list does not know changes nothing")
{
    CHECK(with_plainer("Gå till skolan.", "skolan") == "Gå till skolan.");
    CHECK(with_plainer("Gå till skolan.", "") == "Gå till skolan.");
    CHECK(with_plainer("", "samtliga").empty());
}

TEST_CASE("Small letters are made of the Swedish ones too") { CHECK(small_letters("ÅÄÖ Boxning") == "åäö boxning"); }
