#include <algorithm>

#include "base/text.h"
#include "http/form_data.h"
#include "http/form_text.h"
#include "http/syntax.h"

namespace lots::http {

std::optional<Pairs> parse_parameters(std::string_view text)
{
    Pairs parameters;
    text = without_blanks(text);
    while (!text.empty()) {
        const auto equals = text.find('=');
        if (equals == std::string_view::npos || !is_token(text.substr(0, equals))) return std::nullopt;
        std::string name = lower_case(text.substr(0, equals));
        text.remove_prefix(equals + 1);

        std::string value;
        if (text.starts_with('"')) {
            std::size_t at = 1;
            for (; at < text.size() && text[at] != '"'; ++at) {
                // A browser writes a quotation mark in a file name as %22 and a backslash as it is ("C:\x.pdf" from old
                // ones), so only an escaped quotation mark or backslash is an escape.
                const bool escape =
                    text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\');
                if (escape) ++at;
                value += text[at];
            }
            if (at >= text.size()) return std::nullopt;
            text.remove_prefix(at + 1);
        } else {
            const auto end = std::find_if_not(text.begin(), text.end(), is_token_char);
            value.assign(text.begin(), end);
            if (value.empty()) return std::nullopt;
            text.remove_prefix(value.size());
        }
        parameters.emplace_back(std::move(name), std::move(value));

        text = without_blanks(text);
        if (text.empty()) break;
        if (text.front() != ';') return std::nullopt;
        text = without_blanks(text.substr(1));
        if (text.empty()) return std::nullopt;
    }
    return parameters;
}

namespace {
struct Part {
    std::string name;
    std::optional<std::string> filename;
    std::string content_type;
};

/// Browsers write CR, LF and the quotation mark in names as %0D, %0A and %22 (WHATWG, multipart/form-data).
std::string unescaped_name(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view escape = text.substr(i, 3);
        if (same_ignoring_case(escape, "%22"))
            out += '"';
        else if (same_ignoring_case(escape, "%0d"))
            out += '\r';
        else if (same_ignoring_case(escape, "%0a"))
            out += '\n';
        else {
            out += text[i];
            continue;
        }
        i += 2;
    }
    return out;
}

bool read_disposition(std::string_view value, Part& part)
{
    const auto end = value.find(';');
    if (end == std::string_view::npos || !same_ignoring_case(without_blanks(value.substr(0, end)), "form-data"))
        return false;
    const auto parameters = parse_parameters(value.substr(end + 1));
    if (!parameters) return false;
    bool named = false;
    for (const auto& [name, text] : *parameters) {
        if (name == "name" && !named) {
            part.name = unescaped_name(text);
            named = true;
        } else if (name == "filename" && !part.filename) {
            part.filename = unescaped_name(text);
        } else {
            return false;  // a second one, filename* (RFC 7578 4.2 forbids it), or something nobody sends
        }
    }
    return named;
}

/// The lines between a boundary and the empty line, each ending in CRLF.
std::optional<Part> read_part_head(std::string_view head)
{
    Part part;
    bool disposed = false;
    while (!head.empty()) {
        const auto end = head.find("\r\n");
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view line = head.substr(0, end);
        head.remove_prefix(end + 2);

        const auto colon = line.find(':');
        if (colon == std::string_view::npos) return std::nullopt;
        const std::string_view value = without_blanks(line.substr(colon + 1));
        if (same_ignoring_case(line.substr(0, colon), "content-disposition") && !disposed) {
            // A file may be called anything: browsers escape line breaks and quotation marks in its name, and nothing else.
            if (!read_disposition(value, part)) return std::nullopt;
            disposed = true;
        } else if (!std::all_of(line.begin(), line.end(), is_value_char)) {
            return std::nullopt;
        } else if (same_ignoring_case(line.substr(0, colon), "content-type") && part.content_type.empty()) {
            part.content_type = lower_case(without_blanks(value.substr(0, value.find(';'))));
            const auto slash = part.content_type.find('/');
            if (slash == std::string::npos || !is_token(part.content_type.substr(0, slash)) ||
                !is_token(part.content_type.substr(slash + 1)))
                return std::nullopt;
            if (part.content_type.starts_with("multipart/")) return std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    if (!disposed) return std::nullopt;
    return part;
}

/// What is left of a file's name: one line, text, and cut at a character when it is too long.
std::string readable_name(std::string_view name, std::size_t bytes_max)
{
    std::string kept = readable_text(name);
    std::erase_if(kept, [](char c) { return c == '\t' || c == '\r' || c == '\n'; });
    if (kept.size() > bytes_max) kept.resize(bytes_max);
    while (!is_utf8(kept)) kept.pop_back();
    return kept;
}

std::optional<FormProblem> keep(Part part, std::string_view content, const FormLimits& limits, FormData& form)
{
    if (!is_form_name(part.name)) return FormProblem::not_text;
    if (part.name.size() > limits.name_bytes_max) return FormProblem::too_long;
    if (!part.filename) {
        if (form.fields.size() == limits.fields_max) return FormProblem::too_many_fields;
        if (content.size() > limits.field_bytes_max) return FormProblem::too_long;
        keep_text(form, std::move(part.name), content);
        return std::nullopt;
    }
    // A file field that was left empty is sent as a file without a name and content.
    if (part.filename->empty() && content.empty()) return std::nullopt;
    if (form.files.size() == limits.files_max) return FormProblem::too_many_fields;
    if (part.filename->empty() || !is_form_name(*part.filename) || part.filename->size() > limits.name_bytes_max) {
        form.unreadable.push_back(part.name);
        *part.filename = readable_name(*part.filename, limits.name_bytes_max);
    }
    if (part.content_type.empty()) part.content_type = "application/octet-stream";
    form.files.push_back(
        {std::move(part.name), std::move(*part.filename), std::move(part.content_type), std::string{content}});
    return std::nullopt;
}
}  // namespace

Result<FormData, FormProblem> parse_multipart(std::string_view body, std::string_view boundary, const FormLimits& limits)
{
    if (boundary.empty()) return FormProblem::malformed;
    const std::string first = "--" + std::string{boundary};
    const std::string delimiter = "\r\n" + first;
    if (!body.starts_with(first)) return FormProblem::malformed;
    body.remove_prefix(first.size());

    FormData form;
    std::size_t parts = 0;
    while (!body.starts_with("--")) {
        if (++parts > limits.fields_max + limits.files_max) return FormProblem::too_many_fields;
        if (!body.starts_with("\r\n")) return FormProblem::malformed;
        body.remove_prefix(2);

        const auto head_end = body.substr(0, limits.part_head_bytes_max + 4).find("\r\n\r\n");
        if (head_end == std::string_view::npos)
            return body.size() > limits.part_head_bytes_max ? FormProblem::too_long : FormProblem::malformed;
        auto part = read_part_head(body.substr(0, head_end + 2));
        if (!part) return FormProblem::malformed;
        body.remove_prefix(head_end + 4);

        // The content ends at the first delimiter; one that is followed by other text is still the delimiter (RFC 2046 5.1.1
        // forbids it inside), and is then found to be malformed above.
        const auto end = body.find(delimiter);
        if (end == std::string_view::npos) return FormProblem::malformed;
        if (const auto problem = keep(std::move(*part), body.substr(0, end), limits, form)) return *problem;
        body.remove_prefix(end + delimiter.size());
    }
    body.remove_prefix(2);
    // Nothing may follow but the line break that most programs end with.
    if (!body.empty() && body != "\r\n") return FormProblem::malformed;
    return form;
}

}  // namespace lots::http
