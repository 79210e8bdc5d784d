#include "web/sign_in_password.h"

#include <array>
#include <new>

#include <sodium.h>

#include "vault/secret_key.h"

namespace lots::web {

namespace {

constexpr int waiting_max = 4;

/// Counts itself while somebody waits or works.
class Place {
    std::atomic<int>& count_;

public:
    explicit Place(std::atomic<int>& count) : count_(count) { ++count_; }
    ~Place() { --count_; }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
};

}  // namespace

std::string PasswordHasher::hash(std::string_view password)
{
    vault::start_sodium();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const std::scoped_lock lock(one_at_a_time_);
    if (crypto_pwhash_argon2id_str(text.data(), password.data(), password.size(), cost_.passes, cost_.memory_bytes) != 0) throw std::bad_alloc();
    return text.data();
}

PasswordHasher::Answer PasswordHasher::verify(const std::optional<std::string>& hash, std::string_view password)
{
    vault::start_sodium();
    const Place place(waiting_);
    if (waiting_ > waiting_max) return Answer::busy;
    const std::scoped_lock lock(one_at_a_time_);
    if (hash) return crypto_pwhash_argon2id_str_verify(hash->c_str(), password.data(), password.size()) == 0 ? Answer::right : Answer::wrong;
    // The same work for a name that nobody has; what comes out is thrown away.
    std::array<char, crypto_pwhash_STRBYTES> nobody{};
    if (crypto_pwhash_argon2id_str(nobody.data(), password.data(), password.size(), cost_.passes, cost_.memory_bytes) != 0) throw std::bad_alloc();
    return Answer::wrong;
}

}  // namespace lots::web
