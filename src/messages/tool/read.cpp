#include "messages/tool/catalogue.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace lots::catalogue {

namespace {

/// Lower case and dotted: "consent.scope.label".
bool is_key(std::string_view key)
{
    const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    char before = '.';
    bool dotted = false;
    for (const char c : key) {
        if (c == '.' ? before == '.' : !is_word(c)) return false;
        dotted = dotted || c == '.';
        before = c;
    }
    return dotted && before != '.';
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// None of what would look right in the file and wrong on the page.
const char* fault_in(std::string_view line)
{
    const auto text = icu::UnicodeString::fromUTF8({line.data(), static_cast<std::int32_t>(line.size())});
    std::string again;
    text.toUTF8String(again);
    if (again != line) return "is not valid UTF-8";
    UErrorCode status = U_ZERO_ERROR;
    if (!icu::Normalizer2::getNFCInstance(status)->isNormalized(text, status)) return "is not in NFC (composed letters)";
    for (const char c : line) {
        if ((c >= 0 && c < 0x20) || c == 0x7f) return "holds a control character";
    }
    return nullptr;
}

std::string with_new_lines(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool new_line = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
        out += new_line ? '\n' : text[i];
        if (new_line) ++i;
    }
    return out;
}

std::vector<Message> read_folder(const std::filesystem::path& folder, Problems& problems)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".msg") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());

    std::vector<Message> all;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(in), {}};
        if (!in) throw std::runtime_error("cannot read " + file.string());
        auto messages = read_messages(file.string(), content, problems);
        std::move(messages.begin(), messages.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace

std::string Problem::written() const { return file + ":" + std::to_string(line) + ": " + text; }

std::vector<Message> read_messages(const std::string& file, std::string_view content, Problems& problems)
{
    std::vector<Message> messages;
    bool open = false;  // a line before this one began a message that this one may go on with
    int number = 0;
    while (!content.empty()) {
        ++number;
        const auto end = content.find('\n');
        auto line = content.substr(0, end);
        content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);

        if (const char* fault = fault_in(line)) {
            problems.push_back({file, number, std::string("the line ") + fault});
            open = false;
        } else if (trimmed(line).empty()) {
            open = false;
        } else if (line.front() == '#') {
            continue;
        } else if (line.starts_with("  ")) {
            if (open)
                messages.back().pattern += " " + with_new_lines(trimmed(line));
            else
                problems.push_back({file, number, "the line goes on with a message, but there is none above it"});
        } else {
            const auto equals = line.find('=');
            const std::string key{trimmed(line.substr(0, equals))};
            open = equals != std::string_view::npos && is_key(key);
            if (equals == std::string_view::npos) {
                problems.push_back({file, number, "expected `key = text`; a line that goes on begins with two spaces"});
            } else if (!open) {
                problems.push_back({file, number, "'" + key + "' is not a key: lower case with dots, consent.scope.label"});
            } else {
                messages.push_back({key, with_new_lines(trimmed(line.substr(equals + 1))), file, number});
            }
        }
    }
    for (auto& message : messages) {
        message.pattern.erase(0, message.pattern.find_first_not_of(' '));
        if (message.pattern.empty()) problems.push_back({file, message.line, "'" + message.key + "' has no text"});
    }
    return messages;
}

std::vector<Entry> read_catalogue(const std::filesystem::path& text, Problems& problems)
{
    const auto sv = read_folder(text / "sv", problems);
    const auto en = read_folder(text / "en", problems);
    return pair_up(sv, en, problems);
}

}  // namespace lots::catalogue
