#include "messages/rich.h"

#include <memory>
#include <unordered_map>
#include <vector>

#include <unicode/fmtable.h>
#include <unicode/msgfmt.h>

#include "base/check.h"

namespace lots {

namespace {

icu::UnicodeString utf16(std::string_view text)
{
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

/// The pattern, compiled once per thread: ICU's MessageFormat fills its caches in const functions, so that two threads may
/// not share one. A thread keeps those that it has used, at most the rich texts of the catalogue.
const icu::MessageFormat& compiled(Language language, const CatalogueText& text)
{
    thread_local std::unordered_map<const CatalogueText*, std::unique_ptr<icu::MessageFormat>> formats;
    auto& format = formats[&text];
    if (!format) {
        UErrorCode status = U_ZERO_ERROR;
        auto made = std::make_unique<icu::MessageFormat>(utf16(text.text), icu::Locale(code_of(language).data()), status);
        check(U_SUCCESS(status), "a pattern that the build has checked can be compiled");
        format = std::move(made);
    }
    return *format;
}

icu::Formattable formattable(Language language, const Arg& arg)
{
    if (const auto* text = std::get_if<std::string>(&arg.value)) return {utf16(*text)};
    if (const auto* whole = std::get_if<long long>(&arg.value)) return {static_cast<std::int64_t>(*whole)};
    if (const auto* number = std::get_if<double>(&arg.value)) return {*number};
    return {utf16(say_date(language, std::get<Date>(arg.value)))};
}

}  // namespace

std::string say_rich(Language language, const CatalogueText& text, std::span<const Arg> args)
{
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& arg : args) {
        names.push_back(utf16(arg.name));
        values.push_back(formattable(language, arg));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out;
    compiled(language, text).format(names.data(), values.data(), static_cast<std::int32_t>(values.size()), out, status);
    check(U_SUCCESS(status), "a message is given values of the kind that it counts or chooses by");
    std::string utf8;
    return out.toUTF8String(utf8);
}

}  // namespace lots
