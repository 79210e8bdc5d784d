#pragma once

#include <set>

#include "form/fields.h"
#include "form/labels.h"
#include "guideline/error.h"
#include "html/components.h"
#include "http/form_data.h"

namespace lots::form {

/// Draws the fields of a command. After a fault every field shows what was typed, as it was typed, with its sentence beside it.
class FormPage final : public Fields {
    Labels labels_;
    const html::Words& words_;
    const http::FormData* typed_;                 // what came back; null the first time
    const std::vector<FieldError>& errors_;
    html::Html body_;
    std::vector<html::Hidden> hidden_;
    bool has_file_ = false, newest_ = false;
    std::set<std::string, std::less<>> days_;     // fields of three parts

    std::optional<html::ErrorMessage> error_at(std::string_view name) const;
    std::optional<html::Hint> hint_for(std::string_view name, std::string_view usual = {}) const;
    std::string label_for(const char* name, bool required) const;
    std::string typed_or(std::string_view name, std::string_view value) const;
    std::string anchor(const std::string& field) const;

public:
    FormPage(Labels labels, const html::Words& words, const http::FormData* typed, const std::vector<FieldError>& errors)
        : labels_(std::move(labels)), words_(words), typed_(typed), errors_(errors)
    {
    }

    /// After a conflict, which the page shows: what is sent next is meant to stand over the newest version.
    void over_newest() { newest_ = true; }

    html::Html take_body() { return std::move(body_); }
    std::vector<html::Hidden> take_hidden() { return std::move(hidden_); }
    bool has_file() const { return has_file_; }
    /// The summary on top: every fault with a link to its field. Empty when there is none. Asked for after the fields were drawn.
    html::Html summary() const;

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
    void group(const char* name) override;
    Options coded(const char* name, const std::vector<std::string_view>& codes) const override { return labels_.coded(name, codes); }
};

}  // namespace lots::form
