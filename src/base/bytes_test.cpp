#include "base/bytes.h"

#include <doctest/doctest.h>

#include "base/random.h"

using namespace lots;

TEST_CASE("Hexadecimal is two lower-case digits a byte, and reads both cases")
{
    const Bytes bytes{0x00, 0x01, 0x7f, 0x80, 0xff};
    CHECK(to_hex(bytes) == "00017f80ff");
    CHECK(from_hex("00017f80ff") == bytes);
    CHECK(from_hex("00017F80FF") == bytes);
    CHECK(from_hex("") == Bytes{});
    for (const auto* text : {"0", "0g", "0x", "00 1", " 00", "000", "\xc3\xa5"}) {
        CAPTURE(text);
        CHECK_FALSE(from_hex(text).has_value());
    }
}

TEST_CASE("RFC 4648 section 10: the test vectors of base64")
{
    const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, coded] : vectors) {
        CHECK(to_base64(bytes_of(plain)) == coded);
        const auto back = from_base64(coded);
        REQUIRE(back.has_value());
        CHECK(text_of(*back) == plain);
    }
}

TEST_CASE("Base64 is refused when another text would mean the same bytes")
{
    for (const auto* text : {"Zg",       "Zg=",    "Zg===", "Zm8",  "Zh==", "Zm9=",     "Zm9v=",
                             "Zm9v====", "=",      "==",    "====", "Z===", "Zg==Zg==", "Zm 9v",
                             " Zm9v",    "Zm9v\n", "Zm9-",  "Zm9_", "Z=g=", "Zg=a",     "\xc3\xa5\xc3\xa4"}) {
        CAPTURE(text);
        CHECK_FALSE(from_base64(text).has_value());
    }
}

TEST_CASE("Base64url has no padding, its own two characters and no stray bits")
{
    const Bytes bytes{0xfb, 0xff, 0xfe};
    CHECK(to_base64(bytes) == "+//+");
    CHECK(to_base64url(bytes) == "-__-");
    CHECK(from_base64url("-__-") == bytes);
    CHECK(to_base64url(bytes_of("f")) == "Zg");
    CHECK(from_base64url("Zg") == Bytes{'f'});
    for (const auto* text : {"Zg==", "Zh", "Zm9", "Z", "+//+", "Zg ", "Zm9vZ"}) {
        CAPTURE(text);
        CHECK_FALSE(from_base64url(text).has_value());
    }
}

TEST_CASE("Any bytes come back from every coding")
{
    SeededRandom random(20260510);
    for (std::size_t size = 0; size < 200; ++size) {
        Bytes bytes(size);
        random.fill(bytes);
        CHECK(from_hex(to_hex(bytes)) == bytes);
        CHECK(from_base64(to_base64(bytes)) == bytes);
        CHECK(from_base64url(to_base64url(bytes)) == bytes);
    }
}
