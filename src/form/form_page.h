#pragma once

#include <map>
#include <set>
#include <variant>

#include "form/fields.h"
#include "form/labels.h"
#include "guideline/error.h"
#include "html/components.h"
#include "http/form_data.h"

namespace lots::form {

/// Names of the unseen fields with which a form of several pages says where somebody is, and of the token, the key and the button: they
/// belong to the one request, and no field of a command has them.
bool belongs_to_request(std::string_view name);

/// Draws the fields of a command. After a fault every field shows what was typed, as it was typed, with its sentence beside it.
class FormPage final : public Fields {
    Labels labels_;
    const html::Words& words_;
    const http::FormData* typed_;                 // what came back; null the first time
    const std::vector<FieldError>& errors_;
    /// A field that is drawn, or a question whose choices may still get fields of their own.
    struct Piece {
        html::Html done;
        std::string name;
        std::variant<std::monostate, html::Radios, html::Checkboxes> open = {};
    };
    std::vector<Piece> pieces_;
    std::vector<html::Hidden> hidden_;
    bool has_file_ = false, newest_ = false, files_later_ = false;
    std::set<std::string, std::less<>> days_;     // fields of three parts
    std::set<std::string, std::less<>> drawn_;    // names that this page sends
    std::map<std::string, std::vector<std::string>, std::less<>> elsewhere_;  // what was chosen on another page
    std::string only_;                            // the page that is drawn, when the form has several
    bool off_page_ = false;
    std::optional<Date> today_ = {};

    void put(html::Html finished) { pieces_.push_back({std::move(finished), {}, {}}); }
    html::Html joined(std::vector<Piece> pieces) const;
    html::Choice* find_choice(std::string_view name, std::string_view value);
    /// "Är personen född 2010 eller 1910?", when ten digits were typed.
    void ask_century(const char* name);

    std::optional<html::ErrorMessage> error_at(std::string_view name) const;
    std::optional<html::Hint> hint_for(std::string_view name, std::string_view usual = {}) const;
    /// Marked as voluntary where neither the form nor a rule asks for it.
    std::string label_for(const char* name, bool asked_for) const;
    std::string typed_or(std::string_view name, std::string_view value) const;
    std::string anchor(const std::string& field) const;

public:
    FormPage(Labels labels, const html::Words& words, const http::FormData* typed, const std::vector<FieldError>& errors)
        : labels_(std::move(labels)), words_(words), typed_(typed), errors_(errors)
    {
    }

    /// After a conflict, which the page shows: what is sent next is meant to stand over the newest version.
    void over_newest() { newest_ = true; }

    /// Draws that page of the form and nothing else.
    void only(std::string page) { only_ = std::move(page); }
    /// Files are chosen where the answers are checked; here only says so.
    void files_later() { files_later_ = true; }
    /// The day on which an identity number is read, to ask for its century.
    void today(Date day) { today_ = day; }
    /// What came back and does not stand on this page: it goes along unseen, so that nothing that was typed is lost.
    std::vector<html::Hidden> carried(const http::FormData& data) const;

    html::Html take_body();
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
    void when_chosen(const char* name, std::string_view value, const std::function<void()>& fields) override;
    void only_if(bool asked, const std::function<void()>& fields) override
    {
        if (asked) fields();
    }
    Options offered(Options all, const std::vector<std::string_view>& left_out) const override { return without(std::move(all), left_out); }
    void page(const char* name) override { off_page_ = !only_.empty() && only_ != name; }
    void group(const char* name) override;
    void heading(const std::string& words) override;
    Options coded(const char* name, const std::vector<std::string_view>& codes) const override { return labels_.coded(name, codes); }
};

}  // namespace lots::form
