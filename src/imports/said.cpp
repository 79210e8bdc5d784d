#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>

#include "base/bytes.h"
#include "form/json_writer.h"
#include "imports/steps.h"

// From the cells of a line to what a command is sent.
namespace lots::imports {

namespace {

/// What people write for yes and no; an empty cell is no.
std::optional<bool> flag_of(std::string_view cell)
{
    static constexpr std::array<std::string_view, 6> yes{"ja", "yes", "true", "sant", "x", "1"};
    static constexpr std::array<std::string_view, 5> no{"nej", "no", "false", "falskt", "0"};
    std::string small(cell);
    std::ranges::transform(small, small.begin(), [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (std::ranges::find(yes, small) != yes.end()) return true;
    if (std::ranges::find(no, small) != no.end()) return false;
    return std::nullopt;
}

std::optional<std::int64_t> number_of(std::string_view cell)
{
    std::int64_t number = 0;
    const auto* end = cell.data() + cell.size();
    const auto [at, error] = std::from_chars(cell.data(), end, number);
    if (error != std::errc{} || at != end) return std::nullopt;
    return number;
}

void write_list(form::JsonWriter& json, std::string_view cell)
{
    json.array();
    while (!cell.empty()) {
        const auto comma = std::min(cell.find(','), cell.size());
        auto one = cell.substr(0, comma);
        while (one.starts_with(' ')) one.remove_prefix(1);
        while (one.ends_with(' ')) one.remove_suffix(1);
        if (!one.empty()) json.value(one);
        cell.remove_prefix(std::min(comma + 1, cell.size()));
    }
    json.end_array();
}

/// The content of a file that lies in the folder itself; none for a path that leads anywhere else.
std::optional<std::string> content_of(const std::filesystem::path& folder, std::string_view file_name)
{
    constexpr std::uintmax_t bytes_max = 10UL * 1024 * 1024 + 1;  // one more than a form takes, which then says so
    const std::filesystem::path name{std::string(file_name)};
    if (folder.empty() || name.filename() != name || name == "." || name == "..") return std::nullopt;
    std::error_code failed;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(folder / name, failed)) || failed) return std::nullopt;
    std::ifstream in(folder / name, std::ios::binary);
    std::string content;
    std::copy_n(std::istreambuf_iterator<char>(in), std::min(std::filesystem::file_size(folder / name, failed), bytes_max),
                std::back_inserter(content));
    if (failed || !in) return std::nullopt;
    return content;
}

/// Writes one field; the sentence that is wanted when the cell is not such a thing.
std::optional<MessageKey> write_field(form::JsonWriter& json, const Field& field, std::string_view cell, const std::string& before,
                                      const std::filesystem::path& files)
{
    switch (field.kind) {
    case Kind::text: json.pair(field.name, before + std::string(cell)); return std::nullopt;
    case Kind::list: write_list(json.name(field.name), cell); return std::nullopt;
    case Kind::number: {
        const auto number = number_of(cell);
        if (!number) return MessageKey("imports.number");
        json.pair(field.name, *number);
        return std::nullopt;
    }
    case Kind::flag: {
        const auto flag = flag_of(cell);
        if (!flag) return MessageKey("imports.flag");
        json.pair(field.name, *flag);
        return std::nullopt;
    }
    case Kind::file: break;
    }
    const auto content = content_of(files, cell);
    if (!content) return files.empty() ? MessageKey("imports.no_files_folder") : MessageKey("imports.no_such_file");
    json.name(field.name).object().pair("name", cell).pair("content", to_base64(bytes_of(*content))).end_object();
    return std::nullopt;
}

}  // namespace

Said said_by(const Step& step, const Table& table, const Line& line, const Given& given, const std::filesystem::path& files)
{
    Said said;
    form::JsonWriter json;
    json.object();
    for (const auto& [name, value] : given.values) json.name(name).raw(value);
    for (const auto& field : step.fields) {
        const auto column = step.column(field.name);
        const auto cell = table.cell(line, column);
        // An empty cell is a field that was left empty: whether that may be, the command says.
        if (cell.empty() || given.values.contains(field.name)) continue;
        const auto before = given.before.find(field.name);
        if (const auto wrong = write_field(json, field, cell, before == given.before.end() ? std::string{} : before->second, files))
            said.faults.push_back({line.number, column, *wrong});
    }
    said.json = json.end_object().take();
    return said;
}

bool says_something(const Step& step, const Table& table, const Line& line)
{
    return std::ranges::any_of(step.fields, [&](const Field& field) { return !table.cell(line, step.column(field.name)).empty(); });
}

}  // namespace lots::imports
