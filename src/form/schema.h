#pragma once

#include "form/fields.h"
#include "form/json_writer.h"
#include "form/labels.h"

namespace lots::form {

/// Describes the fields of a command as a JSON Schema (2020-12) object, for OpenAPI.
class Schema final : public Fields {
    Labels labels_;
    JsonWriter properties_;
    std::vector<std::string> required_;
    bool sometimes_ = false, has_file_ = false;

    void describe(const char* name, std::string_view type, bool required, std::string_view extra = {}, bool rule_asks = false);

public:
    explicit Schema(Labels labels);
    /// The finished schema.
    std::string take();
    bool has_file() const { return has_file_; }

    void path(const char*, std::string&) override {}
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
    void when(bool asked, const std::function<void()>& fields) override;
    void when_chosen(const char*, std::string_view, const std::function<void()>& fields) override { when(true, fields); }
    void only_if(bool asked, const std::function<void()>& fields) override { when(asked, fields); }
    Options coded(const char* name, const std::vector<std::string_view>& codes) const override { return labels_.coded(name, codes); }
};

}  // namespace lots::form
