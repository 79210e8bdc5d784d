#include "form/json_writer.h"

namespace lots::form {

void JsonWriter::separate()
{
    if (!fresh_) out_ += ',';
    fresh_ = false;
}

JsonWriter& JsonWriter::object()
{
    separate();
    out_ += '{';
    fresh_ = true;
    return *this;
}
JsonWriter& JsonWriter::end_object()
{
    out_ += '}';
    fresh_ = false;
    return *this;
}
JsonWriter& JsonWriter::array()
{
    separate();
    out_ += '[';
    fresh_ = true;
    return *this;
}
JsonWriter& JsonWriter::end_array()
{
    out_ += ']';
    fresh_ = false;
    return *this;
}

JsonWriter& JsonWriter::name(std::string_view its_name)
{
    value(its_name);
    out_ += ':';
    fresh_ = true;  // the value that follows takes no comma
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    separate();
    out_ += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') (out_ += '\\') += c;
        else if (c == '\n') out_ += "\\n";
        else if (byte < 0x20) {
            out_ += "\\u00";
            out_ += hex[byte >> 4U];
            out_ += hex[byte & 0xfU];
        }
        else out_ += c;
    }
    out_ += '"';
    return *this;
}
JsonWriter& JsonWriter::value(bool on)
{
    separate();
    out_ += on ? "true" : "false";
    return *this;
}
JsonWriter& JsonWriter::value(std::int64_t number)
{
    separate();
    out_ += std::to_string(number);
    return *this;
}
JsonWriter& JsonWriter::null()
{
    separate();
    out_ += "null";
    return *this;
}
JsonWriter& JsonWriter::raw(std::string_view json)
{
    separate();
    out_ += json;
    return *this;
}

}  // namespace lots::form
