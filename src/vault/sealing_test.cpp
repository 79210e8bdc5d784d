#include "vault/sealing.h"

#include <doctest/doctest.h>

using namespace lots;
using namespace lots::vault;

namespace {

std::unique_ptr<SecretKey> a_key(std::uint8_t first)
{
    auto key = std::make_unique<SecretKey>();
    for (auto& byte : key->bytes()) byte = first++;
    return key;
}

}  // namespace

TEST_CASE("A sealed value opens to what it was, and to nothing else after any bit of it was changed")
{
    SystemRandom random;
    SecretKey key;
    random.fill(key.bytes());
    const Bytes bound{1, 2, 3};
    const auto sealed = seal_under(key.bytes().data(), bound, bytes_of("Åsa Öberg"), random);
    REQUIRE(sealed.size() == bytes_of("Åsa Öberg").size() + sealed_overhead);

    Bytes plain(sealed.size() - sealed_overhead);
    CHECK(open_under(key.bytes().data(), bound, sealed, plain));
    CHECK(text_of(plain) == "Åsa Öberg");

    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        auto changed = sealed;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
        CAPTURE(bit);
        CHECK_FALSE(open_under(key.bytes().data(), bound, changed, plain));
    }
    for (std::size_t size = 0; size < sealed.size(); ++size) {
        CAPTURE(size);
        Bytes shorter(size < sealed_overhead ? 0 : size - sealed_overhead);
        CHECK_FALSE(open_under(key.bytes().data(), bound, ByteSpan(sealed).first(size), shorter));
    }
}

TEST_CASE("A sealed value is bound to what it was sealed for, and is never twice the same")
{
    SystemRandom random;
    SecretKey key;
    random.fill(key.bytes());
    const auto first = seal_under(key.bytes().data(), Bytes{1}, bytes_of("same"), random);
    const auto second = seal_under(key.bytes().data(), Bytes{1}, bytes_of("same"), random);
    CHECK(first != second);

    Bytes plain(4);
    CHECK_FALSE(open_under(key.bytes().data(), Bytes{2}, first, plain));
    CHECK_FALSE(open_under(key.bytes().data(), Bytes{}, first, plain));
}

TEST_CASE("An empty value is sealed too")
{
    SystemRandom random;
    SecretKey key;
    const auto sealed = seal_under(key.bytes().data(), {}, {}, random);
    CHECK(sealed.size() == sealed_overhead);
    CHECK(open_under(key.bytes().data(), {}, sealed, {}));
}

TEST_CASE("Two places never give the same associated data")
{
    const Bytes one(16, 1);
    const Bytes two(16, 2);
    MunicipalityId here;
    here.value.fill(3);
    const Place place{Field::goal_text, here, one, two, 0};
    auto other_field = place, other_town = place, other_owner = place, other_row = place, other_part = place, turned = place;
    other_field.field = Field::minutes_text;
    other_town.municipality.value.fill(4);
    other_owner.owner = two;
    other_row.row = one;
    other_part.part = 1;
    std::swap(turned.owner, turned.row);
    for (const auto& other : {other_field, other_town, other_owner, other_row, other_part, turned})
        CHECK(bound_to_place(other) != bound_to_place(place));
    CHECK(bound_to_place(place).size() == 16 + 4 + 48 + 4);

    auto unnamed = place;
    unnamed.row = ByteSpan(one).first(15);
    CHECK_THROWS_AS(bound_to_place(unnamed), Bug);
}

TEST_CASE("A root key's name differs from key to key and is not part of the key")
{
    const auto first = a_key(1);
    const auto second = a_key(2);
    const Root root(*first);
    CHECK(root.id == Root(*first).id);
    CHECK(root.id != Root(*second).id);
    CHECK(Bytes(root.wrap.bytes().begin(), root.wrap.bytes().end()) != Bytes(first->bytes().begin(), first->bytes().end()));
}
