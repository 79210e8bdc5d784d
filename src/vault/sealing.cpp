#include "vault/sealing.h"

#include <sodium.h>

#include "base/check.h"

namespace lots::vault {

namespace {

constexpr std::uint8_t version_1 = 1;
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(sealed_overhead == 1 + nonce_bytes + tag_bytes);
static_assert(key_bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

void add(Bytes& to, std::string_view tag) { to.insert(to.end(), tag.begin(), tag.end()); }
void add(Bytes& to, ByteSpan bytes) { to.insert(to.end(), bytes.begin(), bytes.end()); }
void add(Bytes& to, std::uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8) to.push_back(static_cast<std::uint8_t>((number >> shift) & 0xffU));
}

}  // namespace

Bytes seal_under(const std::uint8_t* key, ByteSpan bound_to, ByteSpan plain, Random& random)
{
    Bytes sealed(plain.size() + sealed_overhead);
    sealed[0] = version_1;
    const std::span<std::uint8_t> nonce(sealed.data() + 1, nonce_bytes);
    random.fill(nonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + 1 + nonce_bytes, nullptr, plain.data(), plain.size(),
                                               bound_to.data(), bound_to.size(), nullptr, nonce.data(), key);
    return sealed;
}

bool open_under(const std::uint8_t* key, ByteSpan bound_to, ByteSpan sealed, std::span<std::uint8_t> plain)
{
    if (sealed.size() < sealed_overhead || sealed[0] != version_1) return false;
    check(plain.size() == sealed.size() - sealed_overhead, "the room for an opened value has its length");
    const auto nonce = sealed.subspan(1, nonce_bytes);
    const auto body = sealed.subspan(1 + nonce_bytes);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, body.data(), body.size(), bound_to.data(),
                                                      bound_to.size(), nonce.data(), key) == 0;
}

Bytes bound_to_place(const Place& place)
{
    check(place.owner.size() == 16 && place.row.size() == 16, "a place is named by ids of 16 bytes");
    Bytes bound;
    bound.reserve(16 + 4 + 3 * 16 + 4);
    add(bound, "lots-sealed-1...");
    add(bound, static_cast<std::uint32_t>(place.field));
    add(bound, place.municipality.bytes());
    add(bound, place.owner);
    add(bound, place.row);
    add(bound, place.part);
    return bound;
}

Bytes bound_to_unit(RetentionUnitId unit, MunicipalityId municipality)
{
    Bytes bound;
    add(bound, "lots-unit-key-1.");
    add(bound, unit.bytes());
    add(bound, municipality.bytes());
    return bound;
}

Bytes bound_to_index(MunicipalityId municipality)
{
    Bytes bound;
    add(bound, "lots-index-key-1");
    add(bound, municipality.bytes());
    return bound;
}

Bytes bound_to_root(ByteSpan root_id)
{
    Bytes bound;
    add(bound, "lots-root-key-1.");
    add(bound, root_id);
    return bound;
}

Root::Root(const SecretKey& root) : id(16)
{
    static_assert(key_bytes == crypto_kdf_KEYBYTES);
    constexpr auto purpose = "lotsroot";
    crypto_kdf_derive_from_key(id.data(), id.size(), 1, purpose, root.bytes().data());
    crypto_kdf_derive_from_key(wrap.bytes().data(), key_bytes, 2, purpose, root.bytes().data());
}

}  // namespace lots::vault
