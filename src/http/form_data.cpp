#include "http/form_data.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "http/form_text.h"
#include "http/syntax.h"

namespace lots::http {

const UploadedFile* FormData::file(std::string_view name) const
{
    const auto at = std::find_if(files.begin(), files.end(), [&](const UploadedFile& file) { return file.name == name; });
    return at == files.end() ? nullptr : &*at;
}

bool is_form_text(std::string_view text)
{
    const bool controls = std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\r' && c != '\n') || byte == 0x7f;
    });
    return !controls && is_utf8(text);
}

bool is_form_name(std::string_view text)
{
    return !text.empty() && text.find_first_of("\t\r\n") == std::string_view::npos && is_form_text(text);
}

bool FormData::is_unreadable(std::string_view name) const
{
    return std::find(unreadable.begin(), unreadable.end(), name) != unreadable.end();
}

namespace {
/// Hands every pair to `keep`, decoded; what `keep` gives back ends it.
template <class Keep>
std::optional<FormProblem> each_pair(std::string_view text, std::size_t pairs_max, Keep keep)
{
    std::size_t count = 0;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        // "a=1&" and "a=1&&b=2" are how some programs join; nothing is lost by passing over the empty pair.
        if (pair.empty()) continue;
        if (++count > pairs_max) return FormProblem::too_many_fields;

        const auto equals = pair.find('=');
        auto name = percent_decoded(pair.substr(0, equals), Plus::is_space);
        auto value = percent_decoded(equals == std::string_view::npos ? "" : pair.substr(equals + 1), Plus::is_space);
        if (!name || !value) return FormProblem::malformed;
        if (!is_form_name(*name)) return FormProblem::not_text;
        if (const auto problem = keep(std::move(*name), std::move(*value))) return problem;
    }
    return std::nullopt;
}
}  // namespace

void keep_text(FormData& form, std::string name, std::string_view value)
{
    const bool good = is_form_text(value);
    if (!good) form.unreadable.push_back(name);
    form.fields.emplace_back(std::move(name), good ? std::string{value} : readable_text(value));
}

Result<Pairs, FormProblem> parse_urlencoded(std::string_view text, std::size_t pairs_max)
{
    Pairs pairs;
    const auto problem = each_pair(text, pairs_max, [&](std::string name, std::string value) -> std::optional<FormProblem> {
        if (!is_form_text(value)) return FormProblem::not_text;
        pairs.emplace_back(std::move(name), std::move(value));
        return std::nullopt;
    });
    if (problem) return *problem;
    return pairs;
}

Result<FormData, FormProblem> parse_urlencoded_form(std::string_view text, const FormLimits& limits)
{
    FormData form;
    const auto problem = each_pair(text, limits.fields_max, [&](std::string name, const std::string& value) -> std::optional<FormProblem> {
        if (name.size() > limits.name_bytes_max || value.size() > limits.field_bytes_max) return FormProblem::too_long;
        keep_text(form, std::move(name), value);
        return std::nullopt;
    });
    if (problem) return *problem;
    return form;
}

namespace {
/// "type/subtype" in lower case, and what follows the first semicolon.
std::pair<std::string, std::string_view> media_type(std::string_view content_type)
{
    const auto end = content_type.find(';');
    const std::string_view type = without_blanks(content_type.substr(0, end));
    return {lower_case(type), end == std::string_view::npos ? "" : content_type.substr(end + 1)};
}

bool is_boundary(std::string_view text)
{
    const bool known = std::all_of(text.begin(), text.end(), [](char c) {
        return is_letter(c) || is_digit(c) || std::string_view{"'()+_,-./:=? "}.find(c) != std::string_view::npos;
    });
    return known && !text.empty() && text.size() <= 70 && text.back() != ' ';
}

bool is_utf8_charset(std::string_view parameters)
{
    const std::string_view only = without_blanks(parameters);
    return only.empty() || same_ignoring_case(only, "charset=utf-8") || same_ignoring_case(only, "charset=\"utf-8\"");
}
}  // namespace

std::string boundary_of(std::string_view content_type)
{
    const auto [type, text] = media_type(content_type);
    if (type != "multipart/form-data") return {};
    const auto parameters = parse_parameters(text);
    if (!parameters) return {};
    const auto named = [](const auto& parameter) { return parameter.first == "boundary"; };
    if (std::count_if(parameters->begin(), parameters->end(), named) != 1) return {};
    const std::string& boundary = std::find_if(parameters->begin(), parameters->end(), named)->second;
    return is_boundary(boundary) ? boundary : std::string{};
}

Result<FormData, FormProblem> parse_form(const Request& request, const FormLimits& limits)
{
    const std::string* content_type = request.header("content-type");
    if (!content_type) return FormProblem::not_a_form;
    const auto [type, parameters] = media_type(*content_type);

    if (type == "multipart/form-data") {
        const std::string boundary = boundary_of(*content_type);
        if (boundary.empty()) return FormProblem::malformed;
        return parse_multipart(request.body, boundary, limits);
    }
    if (type != "application/x-www-form-urlencoded" || !is_utf8_charset(parameters)) return FormProblem::not_a_form;

    return parse_urlencoded_form(request.body, limits);
}

}  // namespace lots::http
