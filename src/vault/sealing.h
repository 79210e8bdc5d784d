#pragma once

#include <cstdint>
#include <string_view>

#include "base/bytes.h"
#include "base/id.h"
#include "base/random.h"
#include "vault/secret_key.h"
#include "vault/vault.h"

namespace lots::vault {

/// A sealed value is one version byte, a nonce of 24 bytes, the ciphertext and its tag of 16 bytes
/// (XChaCha20-Poly1305-IETF, libsodium). The nonce is random: with 192 bits no counter is needed on any node.
inline constexpr std::size_t sealed_overhead = 1 + 24 + 16;

/// Seals `plain` under `key` (32 bytes), bound to `bound_to`.
Bytes seal_under(const std::uint8_t* key, ByteSpan bound_to, ByteSpan plain, Random& random);
/// Opens into `plain`, which must have exactly sealed.size() - sealed_overhead bytes. False when it was changed, is not of a
/// version that we know, is too short, or belongs elsewhere.
bool open_under(const std::uint8_t* key, ByteSpan bound_to, ByteSpan sealed, std::span<std::uint8_t> plain);

/// The associated data of a value: fixed length, so that no two places ever read the same.
Bytes bound_to_place(const Place& place);
/// The associated data of a wrapped data key, of a wrapped index key, and of the value that shows which root is right.
Bytes bound_to_unit(RetentionUnitId unit, MunicipalityId municipality);
Bytes bound_to_index(MunicipalityId municipality);
Bytes bound_to_root(ByteSpan root_id);

/// What is made of a root key: a name for it that says nothing about it, and the key that wraps the others.
struct Root {
    explicit Root(const SecretKey& root);
    Bytes id;  // 16 bytes
    SecretKey wrap;
};

}  // namespace lots::vault
