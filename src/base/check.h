#pragma once

#include <stdexcept>
#include <string>

namespace lots {

/// A bug of ours, found while answering. It stops the request, never the server: better no answer than a wrong one.
class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// Stays on in production. `what` says what must hold; it never carries a value that somebody typed.
inline void check(bool holds, const char* what)
{
    if (!holds) throw Bug(what);
}

}  // namespace lots
