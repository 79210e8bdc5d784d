#include "base/readability.h"

#include <string>

#include <doctest/doctest.h>

using namespace lots;

TEST_CASE("LIX counts words for each sentence and long words for each hundred words")
{
    // Six words, two sentences, one word of more than six letters: 3 + 16.67.
    const auto count = readability("Vi ses i skolan. Kom frivilligt.");
    CHECK(count.words == 6);
    CHECK(count.long_words == 1);
    CHECK(count.sentences == 2);
    CHECK(count.longest_sentence == 4);
    CHECK(count.lix() == 20);
}

TEST_CASE("A word is long from its seventh letter, and å, ä and ö are one letter each")
{
    CHECK(readability("skolan").long_words == 0);
    CHECK(readability("skolans").long_words == 1);
    CHECK(readability("åäöåäö").long_words == 0);
    CHECK(readability("åäöåäöå").long_words == 1);
    CHECK(readability("1234567").long_words == 0);  // digits are no letters
}

TEST_CASE("A clock, a number and a word with a hyphen are one word and end no sentence")
{
    const auto count = readability("Möte 3 december kl. 15.00 om SIG-2026-014, 18-årsdagen");
    CHECK(count.words == 8);
    CHECK(count.sentences == 1);
    CHECK(count.longest_sentence == 8);
}

TEST_CASE("A full stop or a colon ends a sentence before a capital letter and at the end")
{
    CHECK(readability("Enligt 2 kap. 1 § gäller det.").sentences == 1);
    CHECK(readability("Det gäller. Alla vet det.").sentences == 2);
    CHECK(readability("Hon sa: ”Jag kommer.” Det var bra.").sentences == 3);
    CHECK(readability("Kommer du? ja!").sentences == 2);
    CHECK(readability("Mål 1: gå till skolan").sentences == 1);
}

TEST_CASE("Each line is a sentence of its own")
{
    const auto count = readability("Skolan\nPolisen i Ekvik\n\nFritid");
    CHECK(count.sentences == 3);
    CHECK(count.longest_sentence == 3);
}

TEST_CASE("No text weighs nothing, and neither do signs alone")
{
    for (const auto* text : {"", " ", "\n", "… – !", "."}) {
        const auto count = readability(text);
        CHECK(count.words == 0);
        CHECK(count.sentences == 0);
        CHECK(count.longest_sentence == 0);
        CHECK(count.lix() == 0);
    }
}

TEST_CASE("One word is one sentence")
{
    CHECK(readability("Hej").lix() == 1);
    CHECK(readability("Samtycke").lix() == 101);
}

TEST_CASE("Up to 30 is easy, up to 40 medium, more is hard")
{
    CHECK(ease_of(0) == Ease::easy);
    CHECK(ease_of(30) == Ease::easy);
    CHECK(ease_of(31) == Ease::medium);
    CHECK(ease_of(40) == Ease::medium);
    CHECK(ease_of(41) == Ease::hard);
}

TEST_CASE("A long text is counted as a short one")
{
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "Du går till skolan. ";
    CHECK(readability(text).sentences == 1000);
    CHECK(readability(text).lix() == 4);
}
