// The searcher itself: a search that cannot find shows nothing by finding nothing.
#include <doctest/doctest.h>

#include <fstream>

#include "proof/canary_fields.h"
#include "support/places.h"

using namespace lots;
using namespace lots::test;

TEST_CASE("A canary is found in every disguise, in a file anywhere below the folder, and in the name of one")
{
    const Folder folder;
    Canary canary("0a1b2c3d4e5f");
    const auto text = canary.next();
    std::filesystem::create_directories(folder.path() / "deep" / "er");
    CHECK(canary.in_folder(folder.path()).empty());

    const auto forms = disguises(canary.stem());
    CHECK(forms.size() >= 12);
    for (const auto& form : forms) {
        CAPTURE(form.name);
        const auto file = folder.path() / "deep" / "er" / "data";
        std::ofstream(file, std::ios::binary) << std::string("\0\xff noise", 8) << form.bytes << "more noise";
        const auto found = canary.in_folder(folder.path());
        REQUIRE_FALSE(found.empty());
        CHECK(found[0].place == "deep/er/data");
        std::filesystem::remove(file);
    }
    std::ofstream(folder.path() / "deep" / ("x" + text)) << "nothing";
    CHECK(canary.in_folder(folder.path()).size() >= 1);
}

TEST_CASE("A canary is found in base64 wherever it begins, with anything around it")
{
    Canary canary("0a1b2c3d4e5f");
    for (int before = 0; before < 7; ++before)
        for (int behind = 0; behind < 4; ++behind) {
            const auto encoded = base64_of(std::string(static_cast<std::size_t>(before), 'a') + canary.next() + std::string(static_cast<std::size_t>(behind), 'z'));
            CAPTURE(before);
            CHECK_FALSE(canary.in_text("text", encoded).empty());
        }
    CHECK(canary.in_text("text", base64_of("something else altogether, and long enough")).empty());
    CHECK(base64_of("Man") == "TWFu");
    CHECK(base64_of("Ma") == "TWE=");
    CHECK(base64_of("M") == "TQ==");
}

TEST_CASE("A field too short for a canary gets a short one, which is found as well")
{
    Canary canary("0a1b2c3d4e5f");
    CHECK(canary.next(40).size() > 20);
    CHECK(canary.next(10) == "q0a1b2c3d4");
    CHECK_FALSE(canary.in_text("text", "xx" + canary.next(10) + "yy").empty());
    CHECK_FALSE(canary.in_text("text", base64_of("x" + canary.next(10) + "y")).empty());
    CHECK(canary.in_text("text", "q0a1b2c3d").empty());
}

TEST_CASE("The disguises are those of the standards")
{
    const auto bytes = [](const std::string& name) {
        for (const auto& form : disguises("å\"&"))
            if (form.name == name) return form.bytes;
        return std::string("no such");
    };
    CHECK(bytes("UTF-16 LE") == std::string("\xe5\0\"\0&\0", 6));
    CHECK(bytes("UTF-16 BE") == std::string("\0\xe5\0\"\0&", 6));
    CHECK(bytes("JSON") == "\\u00e5\\\"&");
    CHECK(bytes("HTML") == "å&quot;&amp;");
    CHECK(bytes("percent") == "%C3%A5%22%26");
    CHECK(bytes("hexadecimal") == "c3a52226");
}
