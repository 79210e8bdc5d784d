#pragma once

#include "form/fields.h"
#include "form/labels.h"
#include "html/components.h"
#include "http/form_data.h"

namespace lots::form {

/// "Kontrollera dina svar": every answer in words, and the same answers unseen, to be sent as they are or gone back to.
class AnswersPage final : public Fields {
    Labels labels_;
    const http::FormData& typed_;
    html::SummaryList list_;

    void row(const char* name, std::string value);

public:
    AnswersPage(Labels labels, const http::FormData& typed) : labels_(std::move(labels)), typed_(typed) {}

    html::Html list() const { return html::summary_list(list_); }
    /// Everything that was sent, but the token, the key and the step.
    std::vector<html::Hidden> hidden() const;

    void path(const char*, std::string&) override {}
    void text(const char* name, std::string& value, TextRule rule) override;
    void day(const char* name, std::optional<Date>& value, DayRule rule) override;
    void clock(const char* name, std::optional<Clock>& value) override;
    void number(const char* name, std::optional<int>& value, NumberRule rule) override;
    void flag(const char* name, bool& value, FlagRule rule) override;
    void one_of(const char* name, std::string& value, const Options& options, ChoiceRule rule) override;
    void any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule rule) override;
    void identity_number(const char* name, std::string& value, ChoiceRule rule) override;
    /// A file does not survive a second page: commands with files are not confirmed this way.
    void file(const char* name, std::optional<Upload>& value, FileRule rule) override;
    void seen(const char*, int&) override {}
    Options coded(const char* name, const std::vector<std::string_view>& codes) const override { return labels_.coded(name, codes); }
};

}  // namespace lots::form
