#include <cstddef>
#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "working_group/rules_text.h"

using namespace lots;
using namespace lots::working_group;

namespace {

const Known alex{{"Alex", "Ternström"}, "201001022399", 2010y / 1 / 2, {"Björkskolan", "Strandgymnasiet"}};

std::set<Trace> in(std::string_view text) { return traces_in(text, alex); }
bool holds(std::string_view text, Trace trace) { return in(text).contains(trace); }

}  // namespace

TEST_CASE("edge-4.15 A text that says what it is about, and not whom, holds no trace")
{
    CHECK(in("En ung person i 15-årsåldern har ofta varit borta från skolan. Polisen har sett hen sent på kvällar.").empty());
    CHECK(in("").empty());
}

TEST_CASE("S0-37 The young person's own name is found in any case, alone and in the genitive, and not inside another word")
{
    CHECK(holds("Det gäller alex.", Trace::own_name));
    CHECK(holds("Det är ALEX mamma.", Trace::own_name));
    CHECK(holds("Enligt Alexs lärare", Trace::own_name));
    CHECK(holds("familjen TERNSTRÖM", Trace::own_name));
    CHECK_FALSE(holds("Han heter inte alexander i texten", Trace::own_name));
    CHECK(traces_in("Det gäller Kim Li nu", {{"Kim Li"}, "", 2010y / 1 / 2, {}}).contains(Trace::own_name));
    CHECK_FALSE(traces_in("Det gäller Kim nu", {{"Kim Li"}, "", 2010y / 1 / 2, {}}).contains(Trace::own_name));
}

TEST_CASE("S0-37 The own number and the own birthday are found however they are written")
{
    for (const auto* text : {"201001022399", "20100102-2399", "100102-2399", "nummer 2010 01 02 2399 i"}) CHECK(holds(text, Trace::own_number));
    CHECK_FALSE(holds("201001032398", Trace::own_number));
    CHECK_FALSE(traces_in("utan nummer 12", {{}, "", 2010y / 1 / 2, {}}).contains(Trace::own_number));
    for (const auto* text : {"född 2010-01-02", "20100102", "100102", "fyller år 2 januari"}) CHECK(holds(text, Trace::own_birth_date));
    CHECK_FALSE(holds("den 3 januari", Trace::own_birth_date));
    CHECK_FALSE(holds("den 2 februari", Trace::own_birth_date));
}

TEST_CASE("edge-4.15 Numbers, classes, dates, streets, schools, capitals and known events are found")
{
    CHECK(holds("telefon 070-123 45", Trace::long_number));
    CHECK_FALSE(holds("15 år och 3 syskon", Trace::long_number));
    CHECK(holds("går i 8B", Trace::school_class));
    CHECK(holds("i klass 9", Trace::school_class));
    CHECK(holds("i åk 8", Trace::school_class));
    CHECK_FALSE(holds("i klass med andra", Trace::school_class));
    CHECK_FALSE(holds("har 3 syskon", Trace::school_class));
    CHECK(holds("den 14 maj", Trace::exact_date));
    CHECK(holds("natten mot 14/5", Trace::exact_date));
    CHECK(holds("2026-05-14", Trace::exact_date));
    CHECK_FALSE(holds("i maj", Trace::exact_date));
    CHECK(holds("bor på Storgatan", Trace::address));
    CHECK(holds("vid norra gränd, på sjövägen 4", Trace::address));
    CHECK_FALSE(holds("på gatan om kvällen", Trace::address));
    CHECK(holds("går på björkskolan", Trace::school));
    CHECK_FALSE(holds("går på skolan", Trace::school));
    CHECK(holds("Umgås med Kevin ofta", Trace::possible_name));
    CHECK(holds("Umgås med Åke ofta", Trace::possible_name));
    CHECK_FALSE(holds("Kevin umgås", Trace::possible_name));      // the first word of a sentence has a capital anyway
    CHECK_FALSE(holds("Kontakt med Polisen och BUP", Trace::possible_name));
    CHECK(holds("det som stod i tidningen", Trace::known_event));
    CHECK(holds("var med vid rånet på torget", Trace::known_event));
    for (const auto* ordinary : {"var med vid ett rån", "spelar tv-spel om nätterna", "den första insatsen gav inget"})
        CHECK_FALSE(holds(ordinary, Trace::known_event));
    CHECK_FALSE(holds("sover 2h om natten", Trace::school_class));
}

TEST_CASE("edge-4.15 24/7 is all the time and no day, until the words around it make it one")
{
    for (const auto* always : {"Mobilen är på 24/7 och hen sover dåligt.", "ute dygnet runt, 24/7", "Hen vill ha stöd 24/7."}) {
        CAPTURE(always);
        CHECK_FALSE(holds(always, Trace::exact_date));
    }
    for (const auto* day : {"det var den 24/7", "natten mot 24/7", "fredagen 24/7 hände det", "24/7 hände det", "Det var bråk. 24/7 igen",
                            "bråk 24/7 2025", "bråk 24/7-25", "bråk 24/7/2025", "är på 24/7 och sedan den 25/7", "ute 24/7 24/8", "14/5", "31/12"}) {
        CAPTURE(day);
        CHECK(holds(day, Trace::exact_date));
    }
    for (const auto* told : {"född 24/7", "greps 24/7", "rånet 24/7", "möttes på 24/7", "var ute 24/7"}) {
        CAPTURE(told);
        CHECK(holds(told, Trace::exact_date));
    }
    for (const auto* none : {"resultatet 0/10", "32/5", "5/13"}) CHECK_FALSE(holds(none, Trace::exact_date));
}

TEST_CASE("S0-37 To somebody who is born on 24 July 24/7 is the birthday, whatever is said around it")
{
    const Known july{{}, "", 2010y / 7 / 24, {}}, june{{}, "", 2010y / 6 / 24, {}};
    for (const auto* text : {"Mobilen är på 24/7.", "ute dygnet runt, 24/7", "Hen vill ha stöd 24/7.", "född 24/7"}) {
        CAPTURE(text);
        CHECK(traces_in(text, july).contains(Trace::exact_date));
    }
    CHECK_FALSE(traces_in("Hen vill ha stöd 24/7.", june).contains(Trace::exact_date));
}

TEST_CASE("S0-37 A whole date is found with hyphens and with slashes")
{
    for (const auto* text : {"2025/05/14", "2025/5/14", "natten mot 2025/05/14", "2025/12/31", "2025-05-14"}) {
        CAPTURE(text);
        CHECK(holds(text, Trace::exact_date));
    }
    CHECK_FALSE(holds("läsåret 2025/26", Trace::exact_date));
}

TEST_CASE("edge-4.15 Words of every school day are no address and no school's name; a street and a school of that name are")
{
    for (const auto* ordinary : {"rädd på skolvägen", "Skolvägen är mörk.", "på skolvägen. 3 andra var med", "bråk på skolgården och om skolmaten",
                                 "äter ingen skolmat", "cyklar på cykelvägen", "sitter på skolbänken under skoldagen"}) {
        CAPTURE(ordinary);
        CHECK(in(ordinary).empty());
    }
    CHECK(holds("bor på Skolvägen", Trace::address));
    CHECK(holds("bor på skolvägen 4", Trace::address));
    CHECK(holds("bor på storgatan", Trace::address));
    const Known small_place{{}, "", 2010y / 1 / 2, {"Skolan", "Grundskolor", "Skogens skola"}};
    CHECK_FALSE(traces_in("kommer sällan till skolan", small_place).contains(Trace::school));
    CHECK_FALSE(traces_in("stadens grundskolor", small_place).contains(Trace::school));
    CHECK(traces_in("går i skogens skola", small_place).contains(Trace::school));
    CHECK(holds("slutade på Strandgymnasiet", Trace::school));
}

TEST_CASE("edge-4.15 Each trace is found where it stands, to be shown and swapped")
{
    const std::string text = "Alexs lärare på Björkskolan är orolig. Hen bor på storgatan 4,\ngår i klass 9 och fyller 2 "
                             "januari. Numret är 070-123 45.";
    const auto places = places_in(text, alex);
    std::vector<std::string> found;
    for (const auto& place : places) found.push_back(text.substr(place.begin, place.end - place.begin));
    CHECK(found == std::vector<std::string>{"Alexs", "Björkskolan", "storgatan", "klass 9", "2 januari", "070-123 45"});
    REQUIRE(places.size() == 6);
    CHECK(places[1].trace == Trace::school);          // it is also a word with a capital
    CHECK(places[4].trace == Trace::own_birth_date);  // and an exact date
    CHECK(neutral(text, places) ==
          "[namn] lärare på [skola] är orolig. Hen bor på [adress] 4,\ngår i [skolklass] och fyller [datum]. Numret är "
          "[nummer].");
}

TEST_CASE("edge-4.15 Where there is a trace there is a place, where there is none there is no place, and what was swapped "
          "holds none")
{
    for (const auto* text : {"Det är ALEX mamma.", "nummer 2010 01 02 2399 i", "född 2010-01-02", "går i 8B",
                             "natten mot 14/5", "ute 24/7 24/8", "var med vid rånet på torget", "Umgås med Åke ofta",
                             "familjen TERNSTRÖM på Strandgymnasiet", "2026-05-14"}) {
        CAPTURE(text);
        const auto places = places_in(text, alex);
        CHECK_FALSE(places.empty());
        for (std::size_t i = 1; i < places.size(); ++i) CHECK(places[i - 1].end <= places[i].begin);
        for (const auto& place : places) CHECK(in(text).contains(place.trace));
        CHECK(in(neutral(text, places)).empty());
    }
    for (const auto* text : {"", "Hen har ofta varit borta från skolan.", "ute dygnet runt, 24/7"}) {
        CAPTURE(text);
        CHECK(places_in(text, alex).empty());
        CHECK(neutral(text, {}) == text);
    }
}

TEST_CASE("S2-10, edge-4.15 In a text about an area a street is the place one speaks of, until a number makes it an address")
{
    const auto area = [](std::string_view text) { return traces_in_area(text, {"Björkskolan"}); };
    for (const auto* text : {"Oro vid torget om kvällarna.", "Oro på storgatan om kvällarna.", "Storgatan är lugn 2026.",
                             "Fältare vid torget på fredagar.", ""}) {
        CAPTURE(text);
        CHECK_FALSE(area(text).contains(Trace::address));
    }
    CHECK(area("Oro vid torget om kvällarna.").empty());
    CHECK(area("Oro på Storgatan om kvällarna.") == std::set<Trace>{Trace::possible_name});
    for (const auto* text : {"bor på storgatan 4", "bor på Storgatan nr 4 b", "storgatan nummer 12"}) {
        CAPTURE(text);
        CHECK(area(text).contains(Trace::address));
    }
    CHECK(area("200101022399").contains(Trace::long_number));
    CHECK(area("oro i 8B").contains(Trace::school_class));
    CHECK(area("bråket den 14 maj").contains(Trace::exact_date));
    CHECK(area("efter skjutningen").contains(Trace::known_event));
    CHECK(area("vid björkskolan").contains(Trace::school));
    CHECK(area("Det är Kevin igen").contains(Trace::possible_name));
    // There is nobody to compare with: no name, number or birth day is anybody's own.
    for (const auto own : {Trace::own_name, Trace::own_number, Trace::own_birth_date})
        CHECK_FALSE(area("Alex, 20010102-2399, fyller år 2 januari, 000000").contains(own));
}

TEST_CASE("edge-4.15 The age is told in bands")
{
    CHECK(age_band(11) == "0-11");
    CHECK(age_band(12) == "12-14");
    CHECK(age_band(14) == "12-14");
    CHECK(age_band(15) == "15-17");
    CHECK(age_band(17) == "15-17");
    CHECK(age_band(18) == "18-20");
    CHECK(age_band(20) == "18-20");
    CHECK(age_band(21) == "21-25");
    CHECK(age_band(25) == "21-25");
    CHECK(age_band(26) == "26-");
}
