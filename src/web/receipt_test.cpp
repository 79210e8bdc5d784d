#include "web/receipt.h"

#include <doctest/doctest.h>

using namespace lots;
using namespace lots::html::literals;

namespace {

constexpr std::string_view secret = "b3VyIG93biBzZXNzaW9uJ3Mgc2VjcmV0LCAzMiBieXRlcw", another = "YW5vdGhlciBzZXNzaW9uJ3Mgc2VjcmV0LCAzMiBieXRlcw";

http::Request request_for(const std::string& target)
{
    http::Request request;
    request.target = target;
    for (auto at = target.find('?'); at != std::string::npos; at = target.find('&', at + 1)) {
        const auto equals = target.find('=', at), end = std::min(target.find('&', at + 1), target.size());
        request.query.emplace_back(target.substr(at + 1, equals - at - 1), target.substr(equals + 1, end - equals - 1));
    }
    return request;
}

}  // namespace

TEST_CASE("What the server said is read by the session that it was said to, at that address, and nowhere else")
{
    const auto said = web::with_receipt("/arende/SIG-2026-014"_url, "consent.complete", secret);
    CHECK(web::receipt_in(request_for(said), secret) == "consent.complete");
    CHECK_FALSE(web::receipt_in(request_for(said), another));
    auto elsewhere = said;
    elsewhere.replace(elsewhere.find("014"), 3, "015");
    CHECK_FALSE(web::receipt_in(request_for(elsewhere), secret));
    auto other_words = said;
    other_words.replace(other_words.find("complete"), 8, "withdraw");
    CHECK_FALSE(web::receipt_in(request_for(other_words), secret));
    CHECK_FALSE(web::receipt_in(request_for(said + "A"), secret));
    CHECK_FALSE(web::receipt_in(request_for("/arende/SIG-2026-014?klart=consent.complete"), secret));
    CHECK_FALSE(web::receipt_in(request_for("/arende/SIG-2026-014?klart=consent.complete&kvitto="), secret));
    CHECK_FALSE(web::receipt_in(request_for("/"), secret));
}

TEST_CASE("An address that has a query keeps it")
{
    const auto said = web::with_receipt(html::Url("/min-dag"_url).with("vecka", "3"), "plan.decided", secret);
    CHECK(said.starts_with("/min-dag?vecka=3&klart=plan.decided&kvitto="));
    CHECK(web::receipt_in(request_for(said), secret) == "plan.decided");
}
