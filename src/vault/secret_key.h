#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/bytes.h"

namespace lots::vault {

inline constexpr std::size_t key_bytes = 32;

/// 32 bytes that live in locked memory between guard pages, are never written to a core file, and are zeroed when let go.
class SecretKey {
public:
    /// All zero, to be filled through bytes(). Throws std::bad_alloc.
    SecretKey();
    /// A copy of exactly 32 bytes; another length is a bug. The caller zeroes its own copy.
    explicit SecretKey(ByteSpan key);
    ~SecretKey();
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;

    std::span<std::uint8_t, key_bytes> bytes() { return std::span<std::uint8_t, key_bytes>(memory_, key_bytes); }
    std::span<const std::uint8_t, key_bytes> bytes() const
    {
        return std::span<const std::uint8_t, key_bytes>(memory_, key_bytes);
    }

private:
    std::uint8_t* memory_;
};

/// Must have run before anything else of libsodium; safe to call often and from several threads. Throws std::runtime_error.
void start_sodium();

}  // namespace lots::vault
