// A form as multipart/form-data: the first line of the input is the content type, the rest the body.
#include "fuzz.h"
#include "http/form_data.h"
#include "http/syntax.h"

void fuzz_one(std::string_view input)
{
    using namespace lots::http;
    const auto line_end = input.find('\n');
    if (line_end == std::string_view::npos) return;
    const std::string boundary = boundary_of(input.substr(0, line_end));
    promise(boundary.size() <= 70, "a boundary is short");
    if (boundary.empty()) return;

    FormLimits limits;
    limits.fields_max = 10;
    limits.files_max = 3;
    limits.field_bytes_max = 500;
    const auto form = parse_multipart(input.substr(line_end + 1), boundary, limits);
    if (!form) return;
    promise(form->fields.size() <= limits.fields_max && form->files.size() <= limits.files_max,
            "no more parts than the limit");
    std::size_t bytes = 0;
    for (const auto& [name, value] : form->fields) {
        promise(!name.empty() && is_utf8(name) && is_utf8(value) && value.size() <= limits.field_bytes_max,
                "fields are text");
        bytes += name.size() + value.size();
    }
    for (const UploadedFile& file : form->files) {
        promise(!file.name.empty() && is_utf8(file.filename) && file.content_type.find('/') != std::string::npos,
                "a file has a name and a type");
        promise(file.content.find("\r\n--" + boundary) == std::string::npos, "a file does not hold its own end");
        bytes += file.name.size() + file.content.size();
    }
    promise(bytes <= input.size(), "nothing is read twice");
}
