#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.h"

namespace lots::form {

/// Writes JSON by appending. Names come in the order they are written; commas take care of themselves.
class JsonWriter {
    std::string out_;
    bool fresh_ = true;  // nothing written yet at this level

    void separate();

public:
    JsonWriter& object();
    JsonWriter& end_object();
    JsonWriter& array();
    JsonWriter& end_array();
    JsonWriter& name(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(bool flag);
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(int number) { return value(std::int64_t{number}); }
    JsonWriter& value(Date day) { return value(iso(day)); }
    JsonWriter& value(Instant at) { return value(iso(at)); }
    JsonWriter& null();
    /// A finished piece of JSON.
    JsonWriter& raw(std::string_view json);

    template <class Value>
    JsonWriter& pair(std::string_view its_name, const Value& its_value)
    {
        return name(its_name).value(its_value);
    }
    template <class Value>
    JsonWriter& maybe(std::string_view its_name, const std::optional<Value>& its_value)
    {
        name(its_name);
        return its_value ? value(*its_value) : null();
    }

    std::string take() { return std::move(out_); }
};

}  // namespace lots::form
