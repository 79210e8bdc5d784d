#include "base/id.h"

#include <set>
#include <type_traits>

#include <doctest/doctest.h>

#include "base/result.h"

using namespace lots;

static_assert(!std::is_convertible_v<CaseId, AgencyId> && !std::is_constructible_v<CaseId, AgencyId>);

TEST_CASE("The operating system's chance makes ids that differ")
{
    SystemRandom random;
    std::set<CaseId> ids;
    for (int i = 0; i < 1000; ++i) ids.insert(CaseId::make(random));
    CHECK(ids.size() == 1000);
}

TEST_CASE("The same seed gives the same ids and another seed gives others")
{
    SeededRandom first(7), again(7), other(8);
    const auto id = CaseId::make(first);
    CHECK(id == CaseId::make(again));
    CHECK(id != CaseId::make(other));
    CHECK(id != CaseId::make(first));
}

TEST_CASE("An id is sixteen bytes, neither more nor less")
{
    SeededRandom random(7);
    const auto id = CaseId::make(random);
    CHECK(CaseId::from_bytes(id.bytes()) == id);
    CHECK(id.hex().size() == 32);
    const Bytes seventeen(17);
    CHECK_FALSE(CaseId::from_bytes(seventeen).has_value());
    CHECK_FALSE(CaseId::from_bytes(ByteSpan(seventeen).first(15)).has_value());
}

TEST_CASE("Reading the value of a result that has none is a bug, and so is the error of one that has a value")
{
    const Result<int, std::string> value(7), none(std::string("why"));
    CHECK(*value == 7);
    CHECK(none.error() == "why");
    CHECK_THROWS_AS((void)*none, Bug);
    CHECK_THROWS_AS((void)value.error(), Bug);
}
