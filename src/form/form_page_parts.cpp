#include <algorithm>
#include <array>

#include "base/text.h"
#include "form/form_page.h"
#include "form/form_reader.h"
#include "identity/identity_number.h"

// What a form is put together from: questions inside choices, one page out of several, and what goes along unseen.
namespace lots::form {

using html::Html;

bool belongs_to_request(std::string_view name)
{
    constexpr std::array<std::string_view, 6> names{"csrf", "idempotency_key", "step", "form_page", "form_sent", "form_check"};
    return std::ranges::find(names, name) != names.end();
}

Html FormPage::joined(std::vector<Piece> pieces) const
{
    Html all;
    for (const auto& piece : pieces) {
        if (const auto* radios = std::get_if<html::Radios>(&piece.open)) all << html::radios(words_, *radios);
        else if (const auto* boxes = std::get_if<html::Checkboxes>(&piece.open)) all << html::checkboxes(words_, *boxes);
        else all << piece.done;
    }
    return all;
}

Html FormPage::take_body() { return joined(std::move(pieces_)); }

html::Choice* FormPage::find_choice(std::string_view name, std::string_view value)
{
    for (auto& piece : pieces_) {
        if (piece.name != name) continue;
        std::vector<html::Choice>* items = nullptr;
        if (auto* radios = std::get_if<html::Radios>(&piece.open)) items = &radios->items;
        else if (auto* boxes = std::get_if<html::Checkboxes>(&piece.open)) items = &boxes->items;
        if (items == nullptr) continue;
        const auto found = std::ranges::find(*items, value, &html::Choice::value);
        if (found != items->end()) return &*found;
    }
    return nullptr;
}

void FormPage::when_chosen(const char* name, std::string_view value, const std::function<void()>& fields)
{
    if (off_page_) return fields();
    auto* choice = find_choice(name, value);
    if (choice == nullptr) {
        // Chosen on a page before, or out of a long list, which has no room below its lines: that page shows them always.
        const auto before = elsewhere_.find(std::string_view(name));
        if (before == elsewhere_.end() || std::ranges::find(before->second, value) != before->second.end()) fields();
        return;
    }
    std::vector<Piece> around;
    around.swap(pieces_);  // the choice stays where it is: only the lists change places
    fields();
    choice->conditional << joined(std::move(pieces_));
    pieces_ = std::move(around);
}

std::vector<html::Hidden> FormPage::carried(const http::FormData& data) const
{
    std::vector<html::Hidden> rest;
    for (const auto& [name, value] : data.fields)
        if (!belongs_to_request(name) && !drawn_.contains(name)) rest.push_back({name, readable_text(value)});
    return rest;
}

void FormPage::ask_century(const char* name)
{
    if (typed_ == nullptr || !today_) return;
    const auto typed = typed_or(name, {});
    if (!is_ambiguous_century(trimmed(typed))) return;
    const auto field = century_field(name);
    html::Radios radios{.name = field, .id_prefix = field};
    radios.fieldset = html::Fieldset(say(labels_.language(), "form.identity_which"), "govuk-fieldset__legend--s");
    for (const std::string century : {"20", "19"}) {
        const auto number = parse_identity_number(century + std::string(trimmed(typed)), *today_);
        if (!number) continue;
        const auto year = std::string((*number).text().substr(0, 4));
        const auto born = (*number).birth_date();
        radios.items.push_back({.text = say(labels_.language(), "form.identity_born",
                                            {{"day", born ? say_date_short(labels_.language(), *born) : year}}),
                                .value = century});
    }
    if (radios.items.empty()) return;
    radios.value = typed_or(field, {});
    put(html::radios(words_, radios));
}

}  // namespace lots::form
