#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.h"
#include "html/words.h"

/// What a page asks. Each function draws one component of govuk-frontend 6.6.0 and is compared with that package's own
/// fixtures. Every field has a label; `error` is the same sentence as in the error summary.
namespace lots::html {

// --- parts of fields ----------------------------------------------------------------------------------------------------

struct Label {
    Content text = {};
    bool is_page_heading = false;     // the label is the page's h1
    std::string classes = {};         // "govuk-label--l" for a question that is the page
    Attributes attributes = {};
    std::string for_id = {};          // set by the fields

    Label() = default;
    Label(Content what) : text(std::move(what)) {}       // NOLINT(google-explicit-constructor)
    Label(const char* what) : text(what) {}              // NOLINT(google-explicit-constructor)
    Label(const std::string& what) : text(what) {}       // NOLINT(google-explicit-constructor)
    Label(Content what, std::string classes_, bool is_page_heading_ = false)
        : text(std::move(what)), is_page_heading(is_page_heading_), classes(std::move(classes_)) {}
};
Html label(const Label& options);

struct Hint {
    Content text = {};
    std::string classes = {}, id = {};
    Attributes attributes = {};

    Hint() = default;
    Hint(Content what) : text(std::move(what)) {}        // NOLINT(google-explicit-constructor)
    Hint(const char* what) : text(what) {}               // NOLINT(google-explicit-constructor)
    Hint(const std::string& what) : text(what) {}        // NOLINT(google-explicit-constructor)
};
Html hint(const Hint& options);

struct ErrorMessage {
    Content text = {};
    std::string classes = {}, id = {};
    std::optional<std::string> hidden = {};              // Words::error when not given; empty for none
    Attributes attributes = {};

    ErrorMessage() = default;
    ErrorMessage(Content what) : text(std::move(what)) {}    // NOLINT(google-explicit-constructor)
    ErrorMessage(const char* what) : text(what) {}           // NOLINT(google-explicit-constructor)
    ErrorMessage(const std::string& what) : text(what) {}    // NOLINT(google-explicit-constructor)
};
Html error_message(const Words& words, const ErrorMessage& options);

struct FormGroup {
    std::string classes = {};
    Attributes attributes = {};
    Content before = {}, after = {};  // beside the input
};

struct Fieldset {
    Content legend = {};
    std::string legend_classes = {};  // "govuk-fieldset__legend--m"
    bool is_page_heading = false;
    std::string described_by = {}, classes = {}, role = {};
    Attributes attributes = {};
    Html body = {};                   // set by checkboxes, radios, date_input

    Fieldset() = default;
    Fieldset(Content what) : legend(std::move(what)) {}  // NOLINT(google-explicit-constructor)
    Fieldset(const char* what) : legend(what) {}         // NOLINT(google-explicit-constructor)
    Fieldset(const std::string& what) : legend(what) {}  // NOLINT(google-explicit-constructor)
    Fieldset(Content what, std::string legend_classes_, bool is_page_heading_ = false)
        : legend(std::move(what)), legend_classes(std::move(legend_classes_)), is_page_heading(is_page_heading_) {}
};
Html fieldset(const Fieldset& options);

struct ErrorLink {
    Content text = {};
    Url href = {};                    // Url::fragment(id of the field)
    Attributes attributes = {};
};
struct ErrorSummary {
    std::vector<ErrorLink> errors = {};
    Content title = {};               // Words::error_summary_title when empty
    Content description = {};
    std::optional<bool> disable_auto_focus = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html error_summary(const Words& words, const ErrorSummary& options);

// --- fields -------------------------------------------------------------------------------------------------------------

struct Affix {                        // "kr", "dagar"
    Content text = {};
    std::string classes = {};
    Attributes attributes = {};
};
struct Input {
    std::string name = {}, id = {};   // id is the name when empty
    Label label = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::string value = {}, type = "text", autocomplete = {}, inputmode = {}, pattern = {}, autocapitalize = {};
    std::optional<bool> spellcheck = {};
    bool disabled = false;
    std::optional<Affix> prefix = {}, suffix = {};
    std::string described_by = {}, classes = {}, wrapper_classes = {};   // "govuk-input--width-10"
    FormGroup group = {};
    Attributes attributes = {}, wrapper_attributes = {};
};
Html input(const Words& words, const Input& options);

struct PasswordInput {
    std::string name = {}, id = {};
    Label label = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::string value = {}, autocomplete = "current-password", described_by = {}, classes = {};
    bool disabled = false;
    FormGroup group = {};
    Attributes attributes = {};
};
Html password_input(const Words& words, const PasswordInput& options);

struct Textarea {
    std::string name = {}, id = {};
    Label label = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::string value = {}, autocomplete = {};
    int rows = 5;
    std::optional<bool> spellcheck = {};
    bool disabled = false;
    std::string described_by = {}, classes = {};
    FormGroup group = {};
    Attributes attributes = {};
};
Html textarea(const Words& words, const Textarea& options);

struct CharacterCount {
    Textarea field = {};
    int max_length = 0;               // characters; the server decides, this only tells
    int threshold_percent = 0;        // shown from so many percent on; 0: always
    std::string message_classes = {};
};
Html character_count(const Words& words, const CharacterCount& options);

struct Option {
    Content text = {};
    std::optional<std::string> value = {};
    bool selected = false, disabled = false;
    Attributes attributes = {};
};
struct Select {
    std::string name = {}, id = {};
    Label label = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::vector<Option> items = {};
    std::string value = {};           // of the chosen option, or its text when it has no value
    bool disabled = false;
    std::string described_by = {}, classes = {};
    FormGroup group = {};
    Attributes attributes = {};
};
Html select(const Words& words, const Select& options);

struct Choice {                       // one of checkboxes or radios
    Content text = {};
    std::string value = {};
    std::optional<bool> checked = {}; // not given: as the field's value or values say
    std::optional<Hint> hint = {};
    std::string id = {}, name = {};   // name: checkboxes only
    bool disabled = false, exclusive = false;  // exclusive: "Inget av detta" (checkboxes only)
    Html conditional = {};            // asked when this one is chosen; shown at once without scripts
    std::string divider = {};         // "eller": then this is no choice but a line between
    std::string label_classes = {};
    Attributes attributes = {}, label_attributes = {};
};
struct Checkboxes {
    std::string name = {}, id_prefix = {};      // id of the first box: id_prefix, or name
    std::optional<Fieldset> fieldset = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::vector<Choice> items = {};
    std::vector<std::string> values = {};       // of the ticked ones
    std::string described_by = {}, classes = {};
    FormGroup group = {};
    Attributes attributes = {};
};
Html checkboxes(const Words& words, const Checkboxes& options);

struct Radios {
    std::string name = {}, id_prefix = {};
    std::optional<Fieldset> fieldset = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::vector<Choice> items = {};
    std::string value = {};
    std::string classes = {};                   // "govuk-radios--inline"
    FormGroup group = {};
    Attributes attributes = {};
};
Html radios(const Words& words, const Radios& options);

struct DatePart {
    std::string name = {}, label = {}, value = {}, id = {}, classes = {}, autocomplete = {}, pattern = {}, inputmode = "numeric";
    std::optional<bool> error = {};             // none of the three set: the whole date is marked
    int width = 2;                              // characters
    Attributes attributes = {};
};
struct DateInput {
    std::string id = {}, name_prefix = {};      // fields are called <name_prefix>-day, -month, -year
    std::optional<Fieldset> fieldset = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::string day = {}, month = {}, year = {};  // as it was typed, also when it is wrong
    std::optional<bool> day_error = {}, month_error = {}, year_error = {};
    std::vector<DatePart> items = {};           // other parts than day, month, year
    std::string classes = {};
    FormGroup group = {};
    Attributes attributes = {};
};
Html date_input(const Words& words, const DateInput& options);

/// The browser's own field. The package's scripted drop zone is left out: its button is named otherwise than it reads (WCAG 2.5.3).
struct FileUpload {
    std::string name = {}, id = {};
    Label label = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    bool multiple = false, disabled = false;
    std::string accept = {}, described_by = {}, classes = {};
    FormGroup group = {};
    Attributes attributes = {};
};
Html file_upload(const Words& words, const FileUpload& options);

// --- buttons and forms --------------------------------------------------------------------------------------------------

struct Button {
    Content text = {};
    std::string type = "submit", name = {}, value = {}, id = {};
    std::string classes = {};                   // "govuk-button--secondary", "govuk-button--warning"
    Url href = {};                              // a link that looks like a button; it may not change anything
    bool disabled = false;
    std::optional<bool> prevent_double_click = {};
    Attributes attributes = {};
};
Html button(const Button& options);
/// Buttons and links side by side.
Html button_group(const std::vector<Html>& buttons);

/// A button of a form that reads as a link: "Ändra" beside an answer. What is `hidden` is read out after the text: "Ändra skola".
struct LinkButton {
    Content text = {};
    std::string hidden = {}, name = {}, value = {};
    Url form_action = {};                       // where the form is sent instead; empty: where the form says
};
Html link_button(const LinkButton& options);

/// What a form carries besides what is typed: proof that it came from this session, and the key that makes a second click
/// the same command. Without a key the field is left out.
struct FormSecrets {
    std::string csrf_token = {};
    std::string idempotency_key = {};
};
struct Hidden {
    std::string name = {}, value = {};
};
struct Form {
    Url action = {};
    FormSecrets secrets = {};
    Html body = {};                             // fields and a submit button
    std::vector<Hidden> hidden = {};            // the version of what is edited, for example
    bool multipart = false;                     // with a file
    std::string id = {}, classes = {};
    Attributes attributes = {};
};
/// A POST form, and the only kind that changes anything. The browser's own checks are off: the server's sentences are better.
Html form(const Form& options);
/// A GET form for searches and filters.
Html search_form(const Url& action, const Html& body, std::string_view label);

/// A change with one button and nothing to fill in: "Starta mötet", "Ångra".
Html post_button(const Url& action, const FormSecrets& secrets, const Button& options, const std::vector<Hidden>& hidden = {});

}  // namespace lots::html
