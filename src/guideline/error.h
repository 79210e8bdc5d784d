#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "guideline/decision.h"

namespace lots {

/// "Does not exist" and "not yours": the same answer, byte for byte.
struct NotFound {};

/// One field that has to be corrected. The field's name is the one of the form and the JSON.
struct FieldError {
    std::string field;
    MessageKey message;
    std::vector<Arg> args;
};
struct Invalid {
    std::vector<FieldError> fields;
};

/// The rules say no, and why.
struct Refused {
    guideline::Decision decision;
};

/// Somebody else changed it since the page was fetched.
struct Conflict {
    int version_seen = 0, version_now = 0;
    std::string theirs;  // the text that stands there now, when it is a text
    std::string changed_by;
    std::optional<Instant> changed_at;
};

/// An answer that a person can act on.
struct Error {
    std::variant<NotFound, Invalid, Refused, Conflict> what;

    template <class T>
    const T* as() const
    {
        return std::get_if<T>(&what);
    }
};

inline Error not_found() { return {NotFound{}}; }
inline Error refused(guideline::Decision decision) { return {Refused{std::move(decision)}}; }
inline Error invalid(std::string field, MessageKey message, std::vector<Arg> args = {})
{
    return {Invalid{{FieldError{std::move(field), message, std::move(args)}}}};
}

}  // namespace lots
