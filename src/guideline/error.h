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
    std::vector<FieldError> mended_at = {};  // the fields of the form where it is said, when it is a field that makes it good
};

/// A field where what somebody sent differs from what stands there now.
struct Difference {
    std::string field, label;
    std::string theirs, mine;            // in words; empty: not filled in
    std::string theirs_json, mine_json;  // the values as the API has them
};

/// Somebody else changed it since the page was fetched.
struct Conflict {
    int version_seen = 0, version_now = 0;
    std::string theirs;  // what stands there now, in short
    std::string changed_by;
    std::optional<Instant> changed_at;
    std::vector<Difference> differences = {};  // all of it: web/ compares what was sent with what the form would show now
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
