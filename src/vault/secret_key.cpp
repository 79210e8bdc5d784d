#include "vault/secret_key.h"

#include <algorithm>
#include <new>
#include <stdexcept>

#include <sodium.h>

#include "base/check.h"

namespace lots::vault {

void start_sodium()
{
    if (sodium_init() < 0) throw std::runtime_error("libsodium could not be started");
}

SecretKey::SecretKey()
{
    start_sodium();
    memory_ = static_cast<std::uint8_t*>(sodium_malloc(key_bytes));
    if (memory_ == nullptr) throw std::bad_alloc();
    sodium_memzero(memory_, key_bytes);
}

SecretKey::SecretKey(ByteSpan key) : SecretKey()
{
    check(key.size() == key_bytes, "a secret key has 32 bytes");
    std::copy(key.begin(), key.end(), memory_);
}

SecretKey::~SecretKey()
{
    sodium_free(memory_);
}

}  // namespace lots::vault
