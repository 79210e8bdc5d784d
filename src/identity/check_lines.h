#pragma once

#include <cstdint>
#include <iosfwd>

#include "base/time.h"

namespace lots {

struct CheckedLines {
    std::uint64_t ok = 0, bad = 0;
};

/// `lots pnr-check`: reads one number a line and writes one line for each, in the same order,
/// "ok 201001012382 pnr K" (kinds pnr, sam, interim; K or M) or "bad wrong check digit".
/// An empty line is "bad empty"; "\r\n" ends a line as "\n" does; the last line need not be ended. Memory is the same
/// however long the input or a line is. Throws std::runtime_error when the input cannot be read or the output not be
/// written.
CheckedLines check_lines(std::istream& in, std::ostream& out, Date on);

}  // namespace lots
