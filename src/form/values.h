#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/fields.h"
#include "form/labels.h"
#include "guideline/error.h"

namespace lots::form {

/// What a form and JSON share: raw text becomes a value once, here, and every fault becomes a sentence at its field.
class Reading : public Fields {
public:
    Reading(Labels labels, Date today) : labels_(std::move(labels)), today_(today) {}

    bool in_order() const { return errors_.empty(); }
    const std::vector<FieldError>& errors() const { return errors_; }

    Options coded(const char* name, const std::vector<std::string_view>& codes) const override { return labels_.coded(name, codes); }

protected:
    /// Reads fields that are not asked this time: nothing of them is missing.
    void unasked(const std::function<void()>& fields);

    void fault(std::string_view name, MessageKey key, std::vector<Arg> args = {});
    /// The field's own sentence for "is missing", or the common one.
    void missing(std::string_view name);
    /// The field's own sentence for what cannot be chosen, or the common one.
    void not_offered(std::string_view name);

    void take_text(const char* name, std::string_view raw, std::string& value, const TextRule& rule);
    void take_day(const char* name, std::optional<Date> day, std::optional<Date>& value, const DayRule& rule);
    void take_clock(const char* name, std::string_view raw, std::optional<Clock>& value);
    void take_number(const char* name, std::optional<long long> number, std::optional<int>& value, const NumberRule& rule);
    void take_one(const char* name, std::string_view raw, std::string& value, const Options& options, const ChoiceRule& rule);
    void take_any(const char* name, const std::vector<std::string>& raw, std::vector<std::string>& values, const Options& options,
                  const ChoiceRule& rule);
    void take_identity(const char* name, std::string_view raw, std::string& value, const ChoiceRule& rule);
    void take_file(const char* name, std::optional<Upload> file, std::optional<Upload>& value, const FileRule& rule);

    Labels labels_;
    Date today_;

private:
    std::vector<FieldError> errors_;
    bool asked_ = true;
};

/// A version that a page or program saw; what no version can be is 0, which never is the present one.
int version_of(long long number);

/// "application/pdf", "image/jpeg", "image/png" by what the bytes are; none for anything else, whatever it is called.
std::optional<std::string> media_type_of(std::string_view content);

/// "14.05", "14:05" or "1405"; none otherwise.
std::optional<Clock> parse_clock(std::string_view text);

}  // namespace lots::form
