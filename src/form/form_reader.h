#pragma once

#include "form/values.h"
#include "http/form_data.h"

namespace lots::form {

/// Reads the fields of a sent HTML form. `path` parts come from the address.
class FormReader final : public Reading {
    const http::FormData& data_;
    const std::map<std::string, std::string>& path_;

    std::string_view raw(std::string_view name) const;
    /// False after a fault: it came twice, or with what no text can have. `also` is said in the place of a part, as of a day.
    bool readable(std::string_view name, std::string_view said_at = {});

public:
    FormReader(Labels labels, Date today, const http::FormData& data, const std::map<std::string, std::string>& path)
        : Reading(std::move(labels), today), data_(data), path_(path)
    {
    }

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
};

}  // namespace lots::form
