#include "web/receipt.h"

#include <doctest/doctest.h>

#include "http/form_data.h"

using namespace lots;
using namespace lots::html::literals;

namespace {

constexpr std::string_view secret = "b3VyIG93biBzZXNzaW9uJ3Mgc2VjcmV0LCAzMiBieXRlcw", another = "YW5vdGhlciBzZXNzaW9uJ3Mgc2VjcmV0LCAzMiBieXRlcw";

http::Request request_for(const std::string& target)
{
    http::Request request;
    request.target = target;
    if (const auto at = target.find('?'); at != std::string::npos) request.query = *http::parse_urlencoded(target.substr(at + 1), 20);
    return request;
}

}  // namespace

TEST_CASE("What the server said is read by the session that it was said to, at that address, and nowhere else")
{
    const auto said = web::with_receipt("/arende/SIG-2026-014"_url, "consent.complete", secret);
    REQUIRE(web::receipt_in(request_for(said), secret));
    CHECK(web::receipt_in(request_for(said), secret)->done == "consent.complete");
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
    REQUIRE(web::receipt_in(request_for(said), secret));
    CHECK(web::receipt_in(request_for(said), secret)->done == "plan.decided");
}

TEST_CASE("A receipt has its number, and a button that sets right what was done; neither can be made up or changed")
{
    web::Landing landing{"/mina-forslag"_url, "nomination.sent_as", "{}"};
    landing.args = {{"number", "F-31"}};
    landing.undo = web::Undo{"/arende/SIG-2026-014/moten/3/narvaro/2"_url, {{"presence", "absent"}, {"seq_seen", "2"}}};
    const auto said = web::with_receipt(landing, secret);
    const auto receipt = web::receipt_in(request_for(said), secret);
    REQUIRE(receipt);
    CHECK(receipt->args == landing.args);
    REQUIRE(receipt->undo);
    CHECK(receipt->undo->page == landing.undo->page);
    REQUIRE(receipt->undo->fields.size() == 2);
    CHECK(receipt->undo->fields[0].name == "presence");
    CHECK(receipt->undo->fields[1].value == "2");
    auto other = said;
    other.replace(other.find("F-31"), 4, "F-32");
    CHECK_FALSE(web::receipt_in(request_for(other), secret));
    auto elsewhere = said;
    elsewhere.replace(elsewhere.find("absent"), 6, "phoned");
    CHECK_FALSE(web::receipt_in(request_for(elsewhere), secret));
}

TEST_CASE("What is kept for a command that is sent twice says the same again; an older one has its sentence alone")
{
    web::Landing landing{"/arende/F-1"_url, "nomination.sent_as", R"({"nomination":"F-1"})"};
    landing.args = {{"number", "F-1"}};
    landing.undo = web::Undo{"/arende/F-1/forslag/aterta"_url, {{"way", "a b"}}};
    const auto again = web::landing_of_kept(web::kept_landing(landing));
    REQUIRE(again);
    CHECK(again->page == landing.page);
    CHECK(again->done == landing.done);
    CHECK(again->json == landing.json);
    CHECK(again->args == landing.args);
    REQUIRE(again->undo);
    CHECK(again->undo->fields[0].value == "a b");

    const auto old = web::landing_of_kept("/min-dag\nplan.decided\n{}");
    REQUIRE(old);
    CHECK(old->done == "plan.decided");
    CHECK(old->args.empty());
    CHECK_FALSE(old->undo);
    CHECK_FALSE(web::landing_of_kept("/min-dag\nplan.decided"));
    CHECK_FALSE(web::landing_of_kept("http://elsewhere\nplan.decided\n{}"));
}
