#include "base/random.h"

#include <cerrno>
#include <stdexcept>

#include <sys/random.h>

namespace lots {

void SystemRandom::fill(std::span<std::uint8_t> out)
{
    while (!out.empty()) {
        const auto got = getrandom(out.data(), out.size(), 0);
        if (got < 0) {
            if (errno == EINTR) continue;
            throw std::runtime_error("the operating system gave no random bytes");
        }
        out = out.subspan(static_cast<std::size_t>(got));
    }
}

void SeededRandom::fill(std::span<std::uint8_t> out)
{
    for (auto& byte : out) {  // splitmix64: good enough to be different, never used for a secret
        state_ += 0x9e3779b97f4a7c15U;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        byte = static_cast<std::uint8_t>((mixed ^ (mixed >> 31U)) & 0xffU);
    }
}

}  // namespace lots
