#pragma once

#include <memory>
#include <set>

#include "form/values.h"

namespace lots::form {

/// A JSON object that came in, parsed strictly: UTF-8, at most 32 levels, no number that is not finite, no name twice.
class JsonBody {
public:
    /// None when it is not such an object.
    static std::optional<JsonBody> parse(std::string_view text);
    ~JsonBody();
    JsonBody(JsonBody&&) noexcept;
    JsonBody& operator=(JsonBody&&) noexcept;

    struct Inner;
    const Inner& inner() const { return *inner_; }

private:
    explicit JsonBody(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

/// Reads the same fields from JSON: days "2026-05-10", clock "14:05", choices as their codes, files as
/// {"name": …, "content": base64}. A name that no field has is a fault, so that a slip in a program is seen.
class JsonReader final : public Reading {
    const JsonBody::Inner& body_;
    const std::map<std::string, std::string>& path_;
    std::set<std::string, std::less<>> asked_;

    /// Null when it is not there or is null.
    const void* value_of(const char* name);
    std::optional<std::string> text_of(const char* name);

public:
    JsonReader(Labels labels, Date today, const JsonBody& body, const std::map<std::string, std::string>& path)
        : Reading(std::move(labels), today), body_(body.inner()), path_(path)
    {
    }
    /// After all fields were read: a fault for every name that nobody asked for.
    void finish();

    void path(const char* name, std::string& value) override;
    void text(const char* name, std::string& value, TextRule rule) override;
    void day(const char* name, std::optional<Date>& value, DayRule rule) override;
    void clock(const char* name, std::optional<Clock>& value) override;
    void number(const char* name, std::optional<int>& value, NumberRule rule) override;
    void flag(const char* name, bool& value, FlagRule rule) override;
    void one_of(const char* name, std::string& value, const Options& options, ChoiceRule rule) override;
    void any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule rule) override;
    void identity_number(const char* name, std::string& value, ChoiceRule rule) override;
    void file(const char* name, std::optional<Upload>& value, FileRule rule) override;
    void seen(const char* name, int& version) override;
    void when_chosen(const char* name, std::string_view value, const std::function<void()>& fields) override;
    void only_if(bool asked, const std::function<void()>& fields) override;
};

}  // namespace lots::form
