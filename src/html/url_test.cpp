#include <string>

#include <doctest/doctest.h>

#include "base/check.h"
#include "html/html.h"

using namespace lots::html;

TEST_CASE("An address from outside is taken only when it surely stays on this site")
{
    CHECK(Url::local("/min-dag")->str() == "/min-dag");
    CHECK(Url::local("/arenden?status=pagar#topp"));
    CHECK(Url::local("/"));
    for (const char* bad : {"", "min-dag", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "javascript:alert(1)",
                            "JaVaScRiPt:alert(1)", " /x", "/x y", "/x\ny", "/\tx", "/\n/evil.example", "/a/../b", "/a/%2e%2E/b", "/.", "/x\"",
                            "/x<y", "/\x7f", "/å", "#topp", "data:text/html,x"})
        CHECK_MESSAGE(!Url::local(bad), bad);
    CHECK_FALSE(Url::local(std::string("/a\0b", 4)));
}

TEST_CASE("Other addresses are https with a plain host, mail or telephone")
{
    CHECK(Url::https("https://www.1177.se/x?y=1")->str() == "https://www.1177.se/x?y=1");
    for (const char* bad : {"http://example.org", "https://", "https:///x", "https://a@b.example", "https://a b", "javascript://https://x",
                            "HTTPS://x", "https:example.org"})
        CHECK_MESSAGE(!Url::https(bad), bad);

    CHECK(Url::mail("sara.lind@example.org")->str() == "mailto:sara.lind@example.org");
    for (const char* bad : {"", "sara", "@example.org", "a@b", "a@b.se?bcc=c@d.se", "a@b.se%0Acc:x", "a@b.se,c@d.se", "a b@c.se", "a@b@c.se"})
        CHECK_MESSAGE(!Url::mail(bad), bad);

    CHECK(Url::telephone("010-123 45 67")->str() == "tel:0101234567");
    CHECK(Url::telephone("+46 10 123 45 67")->str() == "tel:+46101234567");
    for (const char* bad : {"", "+", "112;x", "1+2", "javascript:1"}) CHECK_MESSAGE(!Url::telephone(bad), bad);
}

TEST_CASE("A path is put together from segments, each percent-encoded")
{
    CHECK(("/arende"_url / "SIG-2026-014" / "plan").str() == "/arende/SIG-2026-014/plan");
    CHECK(("/"_url / "a/b?c#d" / "å").str() == "/a%2Fb%3Fc%23d/%C3%A5");
    CHECK("/sok"_url.with("fraga", "Åsa & co").with("sida", "2").at("träff 1").str() ==
          "/sok?fraga=%C3%85sa%20%26%20co&sida=2#tr%C3%A4ff%201");
    CHECK_THROWS_AS("/arende"_url / "..", lots::Bug);
    CHECK_THROWS_AS("/arende"_url / "", lots::Bug);
    CHECK_THROWS_AS("/arende?x=1"_url / "plan", lots::Bug);
    CHECK_THROWS_AS(Url() / "plan", lots::Bug);
    CHECK_THROWS_AS("/a"_url.at("b").with("c", "d"), lots::Bug);
}

TEST_CASE("An address stands escaped in its attribute, and no address leaves no attribute")
{
    Html page;
    page << "<a"_m << href("/sok"_url.with("a", "1").with("b", "2")) << ">"_m << "</a>"_m;
    CHECK(page.str() == "<a href=\"/sok?a=1&amp;b=2\"></a>");
    CHECK((Html() << "<a"_m << href(Url()) << ">"_m).str() == "<a>");
}
