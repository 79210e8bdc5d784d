#include "form/values.h"

#include <doctest/doctest.h>

using namespace lots::form;

TEST_CASE("A clock is 14.05, 14:05 or 1405, from 00.00 to 23.59")
{
    CHECK(parse_clock("14.05") == Clock{14, 5});
    CHECK(parse_clock("14:05") == Clock{14, 5});
    CHECK(parse_clock("1405") == Clock{14, 5});
    CHECK(parse_clock("9.30") == Clock{9, 30});
    CHECK(parse_clock("00.00") == Clock{0, 0});
    CHECK(parse_clock("23.59") == Clock{23, 59});
    for (const auto* text : {"", "24.00", "12.60", "14", "14.5", "1.405", "14.05.00", ".1405", "1405.", "kl 14", "-1.05", "14,05", "１４.05"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_clock(text));
    }
}

TEST_CASE("PDF, PNG and JPEG are known by how they begin and end")
{
    const std::string png = "\x89PNG\r\n\x1a\n", jpeg = "\xff\xd8\xff";
    CHECK(media_type_of("%PDF-1.7 … %%EOF") == "application/pdf");
    CHECK(media_type_of(png + "…IEND\xae\x42\x60\x82") == "image/png");
    CHECK(media_type_of(jpeg + "…\xff\xd9") == "image/jpeg");

    CHECK_FALSE(media_type_of(""));
    CHECK_FALSE(media_type_of("%PDF-1.7 cut off"));
    CHECK_FALSE(media_type_of(png));
    CHECK_FALSE(media_type_of(jpeg));
    CHECK_FALSE(media_type_of("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"));
    CHECK_FALSE(media_type_of("GIF89a"));
    CHECK_FALSE(media_type_of(" %PDF-1.7 %%EOF"));
    CHECK_FALSE(media_type_of("<html>%PDF-1.7 %%EOF"));
    CHECK_FALSE(media_type_of("%PDF-1.7 %%EOF" + std::string(1024, ' ')));  // the mark is not at the end
}
