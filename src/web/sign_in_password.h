#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace lots::web {

/// What one argon2id hash costs. The usual values are the ones of docs/promises.md: 3 passes over 64 MiB, some 130 ms.
struct HashCost {
    unsigned long long passes = 3;
    std::size_t memory_bytes = std::size_t{64} * 1024 * 1024;
};

/// Hashes passwords and compares them, one at a time: each takes 64 MiB while it runs. Safe from several threads.
class PasswordHasher {
    HashCost cost_;
    std::mutex one_at_a_time_;
    std::atomic<int> waiting_{0};

public:
    explicit PasswordHasher(HashCost cost = {}) : cost_(cost) {}

    /// argon2id in libsodium's text form, with its own salt. Throws std::bad_alloc.
    std::string hash(std::string_view password);

    enum class Answer { right, wrong, busy };
    /// Whether the password is the one of that hash. Without a hash (no such person) it does the same work and is `wrong`, so that the
    /// time tells nothing. `busy` when several are waiting already: guesses may not take all threads that answer requests.
    Answer verify(const std::optional<std::string>& hash, std::string_view password);
};

}  // namespace lots::web
