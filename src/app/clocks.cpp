#include "app/clocks.h"

#include <fstream>
#include <stdexcept>
#include <string>

#include "base/text.h"

namespace lots::app {

FileClock::FileClock(std::filesystem::path file) : file_(std::move(file)) { now(); }

Instant FileClock::now() const
{
    std::ifstream in(file_);
    std::string line;
    if (!std::getline(in, line)) throw std::runtime_error(file_.string() + ": the clock's file cannot be read");
    const auto at = parse_instant(trimmed(line));
    if (!at) throw std::runtime_error(file_.string() + ": does not hold a moment such as 2026-05-10T12:00:00Z");
    return *at;
}

}  // namespace lots::app
